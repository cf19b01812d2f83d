// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/daily_card.h"

#include "ui/theme.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/pain_scale.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/alerts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QVBoxLayout* plainColumn(QWidget* widget)
{
    auto* column = new QVBoxLayout{widget};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(widget->font(), 1));
    return column;
}

} // namespace

DailyCard::DailyCard(const Words& words, QWidget* parent)
    : Card(parent), m_words(words), m_title(wrapped(QStringLiteral("dailyTitle"), {}, this))
{
    setObjectName(QStringLiteral("dailyCard"));
    auto* column = new QVBoxLayout{this};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1));
    m_title->setFont(theme::font(font(), theme::Size::Heading));
    column->addWidget(m_title);
    m_daily = buildDaily();
    m_open = buildOpen();
    column->addWidget(m_daily);
    column->addWidget(m_open);
    hide();
}

QWidget* DailyCard::buildDaily()
{
    auto* daily = new QWidget{this};
    auto* column = plainColumn(daily);
    column->addWidget(wrapped(QStringLiteral("dailyPainLabel"), tr("Pain now"), daily));
    auto* scale = new PainScale{QStringLiteral("dailyScale"), tr("Pain now"), daily};
    connect(scale, &PainScale::picked, this,
            [this](int pain) { Q_EMIT readingRequested(pain, false); });
    column->addWidget(scale);
    column->addWidget(
        wrapped(QStringLiteral("dailySignsLabel"), tr("Does any of these apply now?"), daily));
    m_signs = new QWidget{daily};
    m_signLayout = new EvenLayout{m_signs, EvenLayout::Order::Down, theme::grid(font(), 3),
                                  theme::grid(font(), 1)};
    column->addWidget(m_signs);
    auto* buttons = new QWidget{daily};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    auto* none = new MainButton{tr("&None of these"), buttons};
    none->setObjectName(QStringLiteral("dailyNoneButton"));
    none->setAccessibleName(tr("None of these"));
    auto* one = rowButton(QStringLiteral("dailyOneButton"), tr("One o&f these"),
                          tr("One of these: answer them one by one"), buttons);
    one->setMinimumHeight(theme::grid(font(), 6));
    row->addWidget(none);
    row->addWidget(one);
    connect(none, &QPushButton::clicked, this, &DailyCard::noneRequested);
    connect(one, &QPushButton::clicked, this, &DailyCard::oneRequested);
    column->addWidget(buttons);
    return daily;
}

QWidget* DailyCard::buildOpen()
{
    auto* open = new QWidget{this};
    auto* row = new QHBoxLayout{open};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid(font(), 2));
    m_openLabel = wrapped(QStringLiteral("openQuestionsLabel"), {}, open);
    m_openLabel->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_openLabel, 1);
    m_answer =
        rowButton(QStringLiteral("answerOpenButton"), tr("Ans&wer"), tr("Answer them"), open);
    row->addWidget(m_answer, 0, Qt::AlignTop);
    connect(m_answer, &QPushButton::clicked, this, &DailyCard::askRequested);
    return open;
}

void DailyCard::display(const DailyView& view)
{
    const bool isAnyOpen = !view.open.empty();
    m_title->setText(view.isDue ? tr("Today's questions") : tr("A few questions are open"));
    m_daily->setVisible(view.isDue);
    if (view.isDue) {
        displaySigns(view.emergency);
    }
    displayOpen(view);
    setVisible(view.isDue || isAnyOpen);
    Q_EMIT dueChanged(view.isDue);
}

void DailyCard::displaySigns(const std::vector<std::string>& signs)
{
    if (signs == m_signsShown) {
        return;
    }
    m_signsShown = signs;
    while (QLayoutItem* item = m_signLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const std::string& id : signs) {
        auto* sign = new QWidget{m_signs};
        auto* lines = plainColumn(sign);
        lines->setSpacing(0);
        lines->addWidget(wrapped({}, m_words.question(id), sign));
        // Without them some lines do not say what is asked.
        if (const QString examples = m_words.examples(id); !examples.isEmpty()) {
            QLabel* more = wrapped({}, examples, sign);
            more->setForegroundRole(QPalette::PlaceholderText);
            more->setFont(theme::font(font(), theme::Size::Caption));
            lines->addWidget(more);
        }
        lines->addStretch(1);
        m_signLayout->addWidget(sign);
        sign->show();
    }
}

void DailyCard::displayOpen(const DailyView& view)
{
    QStringList lines;
    for (const Alert& alert : view.isDue ? view.checkIns : std::vector<Alert>{}) {
        //: %1 says why, as in "Asked again: three days, and not clearly better."
        lines << tr("Asked again: %1.").arg(wording::reason(alert.rule, m_words));
    }
    constexpr std::size_t kNamed = 3;
    if (view.open.size() > kNamed) {
        lines << tr("%1 questions, the urgent ones first. Stop whenever you like.")
                     .arg(view.open.size());
    } else {
        for (const std::string& id : view.open) {
            lines << m_words.question(id);
        }
    }
    m_openLabel->setText(lines.join(QLatin1Char('\n')));
    m_answer->setVisible(!view.open.empty());
    m_open->setVisible(!lines.isEmpty());
}

} // namespace unclench::ui
