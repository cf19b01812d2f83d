// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/questions_page.h"

#include "ui/pages/one_question.h"
#include "ui/pages/question_list.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/alerts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr double kWidest = 100; // in units of the grid: lines that the eye can follow

/// `part` in the middle of a row, no wider than lines should be.
QWidget* bounded(QWidget* part)
{
    part->setMaximumWidth(theme::grid(part->font(), kWidest));
    auto* whole = new QWidget;
    auto* across = new QHBoxLayout{whole};
    const int margin = theme::grid(part->font(), 3);
    across->setContentsMargins(margin, 0, margin, 0);
    across->addStretch(1);
    across->addWidget(part, 1000);
    across->addStretch(1);
    return whole;
}

} // namespace

QuestionsPage::QuestionsPage(const RedFlags& rules, const Words& words, QWidget* parent)
    : QWidget(parent), m_words(words)
{
    setObjectName(QStringLiteral("questionsPage"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    m_scroll = new ScrollSheet{QStringLiteral("questionsScroll"), tr("Questions"), this};
    column->addWidget(m_scroll);
    m_one = new OneQuestion{rules, words};
    m_list = new QuestionList{rules, words};
    m_end = buildEnd();
    // All of it scrolls together: with large text and a banner above, nothing is squeezed.
    auto* parts = new QWidget;
    auto* stack = new QVBoxLayout{parts};
    stack->setContentsMargins(0, theme::grid(font(), 3), 0, theme::grid(font(), 1));
    stack->setSpacing(theme::grid(font(), 2));
    stack->addWidget(buildHead());
    for (QWidget* part : std::initializer_list<QWidget*>{m_one, m_list, m_end}) {
        part->hide();
        stack->addWidget(part);
    }
    stack->addStretch(1);
    stack->addWidget(buildFoot());
    auto* sheet = new QVBoxLayout{m_scroll->sheet()};
    sheet->setContentsMargins(0, 0, 0, 0);
    sheet->addWidget(bounded(parts), 1);

    connect(m_one, &OneQuestion::answered, this, &QuestionsPage::answered);
    connect(m_one, &OneQuestion::changeTold, this, &QuestionsPage::changeTold);
    connect(m_one, &OneQuestion::knownTold, this, &QuestionsPage::knownTold);
    connect(m_list, &QuestionList::answered, this, &QuestionsPage::rowAnswered);
}

QWidget* QuestionsPage::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    m_topic = wrapped(QStringLiteral("questionTopicLabel"), {}, theme::Size::Heading, head);
    m_progress = wrapped(QStringLiteral("questionProgressLabel"), {}, theme::Size::Body, head);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setWordWrap(false);
    row->addWidget(m_topic, 1);
    row->addWidget(m_progress, 0, Qt::AlignTop);
    return head;
}

QWidget* QuestionsPage::buildEnd()
{
    auto* end = new QWidget;
    auto* column = new QVBoxLayout{end};
    column->setContentsMargins(0, theme::grid(font(), 3), 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    auto* title = wrapped(QStringLiteral("questionsEndTitle"), {}, theme::Size::Title, end);
    title->setText(tr("Thank you. Your answers are saved."));
    column->addWidget(title);
    m_endLabel = wrapped(QStringLiteral("questionsEndLabel"), {}, theme::Size::Heading, end);
    QFont large = m_endLabel->font();
    large.setWeight(QFont::Normal);
    m_endLabel->setFont(large);
    column->addWidget(m_endLabel);
    m_unanswered = wrapped(QStringLiteral("unansweredLabel"), {}, theme::Size::Body, end);
    m_unanswered->setText(tr("What you left without an answer is offered again on Now."));
    m_unanswered->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_unanswered);
    return end;
}

QWidget* QuestionsPage::buildFoot()
{
    auto* foot = new QWidget;
    auto* row = new FlowLayout{foot, theme::grid(font(), 1)};
    m_back = rowButton(QStringLiteral("questionBackButton"), tr("&Back"),
                       tr("Back to the question before"), foot);
    m_later = rowButton(QStringLiteral("questionsLaterButton"), tr("&Later today"),
                        tr("Later today"), foot);
    m_later->setAccessibleDescription(
        tr("Everything is saved; what is left is offered again on Now"));
    m_next =
        rowButton(QStringLiteral("questionNextButton"), tr("Ne&xt"), tr("To the next ones"), foot);
    m_rest = new MainButton{tr("&None of these"), foot};
    m_rest->setObjectName(QStringLiteral("noneOfTheseButton"));
    m_done = new MainButton{tr("&Done"), foot};
    m_done->setObjectName(QStringLiteral("questionsDoneButton"));
    m_done->setAccessibleName(tr("Done"));
    for (QPushButton* button :
         std::initializer_list<QPushButton*>{m_rest, m_done, m_next, m_back, m_later}) {
        button->setMinimumHeight(theme::grid(font(), 6));
        row->addWidget(button);
    }
    connect(m_back, &QPushButton::clicked, this, &QuestionsPage::backRequested);
    connect(m_later, &QPushButton::clicked, this, &QuestionsPage::closeRequested);
    connect(m_next, &QPushButton::clicked, this, &QuestionsPage::nextRequested);
    connect(m_rest, &QPushButton::clicked, this, &QuestionsPage::restAnswered);
    connect(m_done, &QPushButton::clicked, this, &QuestionsPage::closeRequested);
    return foot;
}

void QuestionsPage::display(const QuestionsView& view)
{
    const bool isOne = !view.isOver() && view.topic == QuestionTopic::Emergency;
    const bool isList = !view.isOver() && !isOne;
    m_topic->setText(view.isOver() ? QString{} : wording::questionTopic(view.topic));
    m_progress->setText(view.isOver() || view.count < 2
                            ? QString{} //: Which screen of how many, as in "3 of 14"
                            : tr("%1 of %2").arg(view.number).arg(view.count));
    m_one->setVisible(isOne);
    m_list->setVisible(isList);
    m_end->setVisible(view.isOver());
    m_back->setEnabled(view.canGoBack());
    m_next->setVisible(isList);
    m_rest->setVisible(isList);
    m_later->setVisible(!view.isOver());
    m_done->setVisible(view.isOver());
    if (isOne) {
        m_one->display(view);
    } else if (isList) {
        m_list->display(view.asked);
        const auto isAnswered = [](const AskedQuestion& asked) { return asked.answer.has_value(); };
        const bool isAny = std::any_of(view.asked.begin(), view.asked.end(), isAnswered);
        m_rest->setText(isAny ? tr("&No to the rest") : tr("&None of these"));
        m_rest->setAccessibleName(isAny ? tr("No to the rest, and on")
                                        : tr("None of these, and on"));
        m_rest->setEnabled(!std::all_of(view.asked.begin(), view.asked.end(), isAnswered));
    } else {
        displayEnd(view);
    }
    if (m_further != view.further && view.further != Further::Nothing) {
        // Once it has its place: with large text that is below what is seen.
        QMetaObject::invokeMethod(
            this, [this] { m_scroll->ensureWidgetVisible(m_one->further()); },
            Qt::QueuedConnection);
    }
    m_further = view.further;
    if (m_number != view.number) {
        m_number = view.number;
        m_scroll->verticalScrollBar()->setValue(0);
        if (!isOne) {
            focusFirst();
        }
    }
}

void QuestionsPage::displayEnd(const QuestionsView& view)
{
    QStringList lines;
    for (const Alert& alert : view.open) {
        const QString line = wording::action(alert, m_words);
        if (!lines.contains(line)) {
            lines << line;
        }
    }
    m_endLabel->setText(lines.isEmpty() ? wording::nothingOpen() : lines.join(QLatin1Char('\n')));
    m_unanswered->setVisible(view.isAnyUnanswered);
}

void QuestionsPage::focusFirst()
{
    QWidget* first = m_one;
    if (!m_list->isHidden()) {
        first = m_list;
    } else if (!m_end->isHidden()) {
        first = m_done;
    }
    takeKeyboard(*first);
}

void QuestionsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous()) {
        // Another question may have come while the page lay behind another one; the keyboard must
        // not stand on an answer to it.
        focusFirst();
    }
}

void QuestionsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT left();
}

} // namespace unclench::ui
