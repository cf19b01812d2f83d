// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/emergency_page.h"

#include "ui/pages/mistake_choice.h"
#include "ui/theme.h"
#include "ui/widgets/alert_icon.h"
#include "ui/widgets/alert_role.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/alerts.h"

#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

/// One of the big answers; `button` is a plain one or the main one.
void makeBig(QPushButton& button, const QString& name)
{
    button.setObjectName(name);
    button.setAccessibleName(button.text());
    button.setAutoDefault(false);
    const QFont usual = button.font();
    button.setFont(theme::font(usual, theme::Size::Heading));
    button.setMinimumHeight(theme::grid(usual, 8));
    button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) +
                           theme::grid(usual, 4));
}

/// As large as leaves a long number, one with the code of its country, on the page.
QFont figures(const QFont& base, const QString& number)
{
    constexpr qsizetype kShort = 4;
    constexpr qsizetype kMiddling = 8;
    const QFont large = theme::font(base, theme::Size::Figures);
    if (number.size() <= kShort) {
        return theme::font(large, theme::Size::Heading);
    }
    return number.size() <= kMiddling
               ? large
               : theme::font(theme::font(base, theme::Size::Title), theme::Size::Heading);
}

} // namespace

EmergencyPage::EmergencyPage(QWidget* parent) : QWidget(parent), m_views(new QStackedWidget{this})
{
    announceAsAlert();
    setObjectName(QStringLiteral("emergencyPage"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_views);
    m_which = new MistakeChoice{m_views};
    for (QWidget* view : {buildMain(), buildCall(), static_cast<QWidget*>(m_which)}) {
        m_views->addWidget(view);
    }
    connect(m_which, &MistakeChoice::chosen, this, &EmergencyPage::mistakeRequested);
    connect(m_which, &MistakeChoice::backRequested, this, [this] { showView(Main); });
}

QWidget* EmergencyPage::buildMain()
{
    auto* scroll =
        new ScrollSheet{QStringLiteral("emergencyScroll"), tr("Please get help now"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    const int margin = theme::grid(font(), 4);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    column->setSpacing(theme::grid(font(), 2));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::grid(font(), 2));
    auto* icon = new AlertIcon{6, this};
    icon->display(Level::Emergency);
    head->addWidget(icon, 0, Qt::AlignTop);
    QLabel* title =
        wrapped(QStringLiteral("emergencyTitle"),
                wording::level(Level::Emergency) + QLatin1Char('.'), theme::Size::Title, this);
    title->setFont(theme::font(title->font(), theme::Size::Title)); // the largest words there are
    head->addWidget(title, 1, Qt::AlignVCenter);
    column->addLayout(head);
    column->addSpacing(theme::grid(font(), 1));

    m_halves = new QBoxLayout{QBoxLayout::LeftToRight};
    m_halves->setSpacing(theme::grid(font(), 5));
    m_words = buildWords();
    m_answers = buildAnswers();
    m_halves->addWidget(m_words, 1);
    m_halves->addWidget(m_answers, 1);
    column->addLayout(m_halves);
    column->addStretch(1);
    m_others = wrapped(QStringLiteral("otherAlerts"), {}, theme::Size::Body, this);
    column->addWidget(m_others);
    column->addWidget(
        muted(wrapped(QStringLiteral("emergencyLimits"),
                      tr("This app does not diagnose and does not watch you. It cannot call for "
                         "help."),
                      theme::Size::Caption, this)));
    return scroll;
}

QWidget* EmergencyPage::buildWords()
{
    // The number first: with large text the reasons may lie below what can be seen at once.
    auto* words = new QWidget;
    auto* column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_call = wrapped(QStringLiteral("emergencyCall"), {}, theme::Size::Heading, words);
    column->addWidget(m_call);
    m_number = wrapped(QStringLiteral("emergencyNumber"), {}, theme::Size::Figures, words);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_number);
    m_source = muted(wrapped(QStringLiteral("emergencySource"), {}, theme::Size::Caption, words));
    column->addWidget(m_source);
    m_numberField = buildNumberField();
    column->addWidget(m_numberField);
    column->addSpacing(theme::grid(font(), 1));
    column->addWidget(wrapped(QStringLiteral("emergencyDrive"),
                              tr("Or go to an emergency department. Do not drive yourself."),
                              theme::Size::Heading, words));
    column->addSpacing(theme::grid(font(), 1));
    m_said = wrapped(QStringLiteral("emergencySaid"), {}, theme::Size::Heading, words);
    column->addWidget(m_said);
    column->addWidget(wrapped(QStringLiteral("emergencyWhen"),
                              tr("This can need treatment within hours."), theme::Size::Heading,
                              words));
    m_advice = wrapped(QStringLiteral("emergencyAdvice"), {}, theme::Size::Heading, words);
    column->addWidget(m_advice);
    column->addStretch(1);
    return words;
}

QWidget* EmergencyPage::buildNumberField()
{
    auto* field = new QWidget;
    auto* row = new FlowLayout{field, theme::grid(font(), 1)};
    m_numberEdit = new QLineEdit{field};
    m_numberEdit->setObjectName(QStringLiteral("emergencyNumberField"));
    m_numberEdit->setAccessibleName(tr("Your emergency number"));
    m_numberEdit->setPlaceholderText(tr("Your emergency number"));
    m_numberEdit->setMinimumHeight(theme::grid(font(), 4.5));
    m_numberEdit->setMinimumWidth(
        m_numberEdit->fontMetrics().horizontalAdvance(m_numberEdit->placeholderText()) +
        theme::grid(font(), 3));
    QPushButton* save = rowButton(QStringLiteral("saveNumberButton"), tr("Keep this number"),
                                  tr("Keep this number"), field);
    save->setEnabled(false);
    row->addWidget(m_numberEdit);
    row->addWidget(save);
    const auto tell = [this] {
        if (!m_numberEdit->text().trimmed().isEmpty()) {
            Q_EMIT numberTold(m_numberEdit->text());
        }
    };
    connect(m_numberEdit, &QLineEdit::textChanged, save,
            [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_numberEdit, &QLineEdit::returnPressed, this, tell);
    connect(save, &QPushButton::clicked, this, tell);
    return field;
}

QWidget* EmergencyPage::buildAnswers()
{
    auto* answers = new QWidget;
    auto* column = new QVBoxLayout{answers};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_callHelp = new MainButton{tr("Call help"), answers};
    makeBig(*m_callHelp, QStringLiteral("callHelpButton"));
    m_callHelp->setAccessibleDescription(tr("Shows the number in large figures. Nothing is "
                                            "dialled."));
    auto* contacted = new QPushButton{tr("I have contacted someone"), answers};
    makeBig(*contacted, QStringLiteral("contactedButton"));
    m_mistake = new QPushButton{tr("I answered by mistake"), answers};
    makeBig(*m_mistake, QStringLiteral("mistakeButton"));
    for (QPushButton* button : {m_callHelp, contacted, m_mistake}) {
        column->addWidget(button);
    }
    auto* quiet = new FlowLayout{nullptr, theme::grid(font(), 1)};
    QPushButton* why = rowButton(QStringLiteral("emergencyWhyButton"), tr("Why am I seeing this?"),
                                 tr("Why am I seeing this?"), answers);
    QPushButton* spasm = rowButton(QStringLiteral("writeSpasmButton"), tr("Write down a spasm"),
                                   tr("Write down a spasm"), answers);
    spasm->setAccessibleDescription(tr("Goes to the page Now. This page comes back."));
    spasm->setToolTip(spasm->accessibleDescription());
    quiet->addWidget(why);
    quiet->addWidget(spasm);
    column->addSpacing(theme::grid(font(), 1));
    column->addLayout(quiet);
    column->addStretch(1);
    connect(m_callHelp, &QPushButton::clicked, this, [this] { showView(Call); });
    connect(contacted, &QPushButton::clicked, this, &EmergencyPage::contacted);
    connect(m_mistake, &QPushButton::clicked, this, &EmergencyPage::mistake);
    connect(why, &QPushButton::clicked, this, &EmergencyPage::whyRequested);
    connect(spasm, &QPushButton::clicked, this, &EmergencyPage::spasmRequested);
    return answers;
}

QWidget* EmergencyPage::buildCall()
{
    auto* scroll = new ScrollSheet{QStringLiteral("callScroll"), tr("Call help"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    const int margin = theme::grid(font(), 4);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::grid(font(), 2));
    column->addStretch(1);
    QLabel* title =
        wrapped(QStringLiteral("callTitle"), tr("Call from a phone, or ask somebody to call."),
                theme::Size::Title, this);
    m_numberAlone = wrapped(QStringLiteral("callNumber"), {}, theme::Size::Figures, this);
    m_numberAlone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sourceAlone = muted(wrapped(QStringLiteral("callSource"), {}, theme::Size::Caption, this));
    QLabel* drive = wrapped(
        QStringLiteral("callAdvice"),
        tr("Or go to an emergency department. Do not drive yourself. This app dials nothing."),
        theme::Size::Heading, this);
    for (QLabel* label : {title, m_numberAlone, m_sourceAlone, drive}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addSpacing(theme::grid(font(), 2));
    auto* called = new MainButton{tr("I have contacted someone"), this};
    makeBig(*called, QStringLiteral("calledButton"));
    m_backFromCall = new QPushButton{tr("Back"), this};
    makeBig(*m_backFromCall, QStringLiteral("backFromCallButton"));
    column->addWidget(called, 0, Qt::AlignHCenter);
    column->addWidget(m_backFromCall, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(called, &QPushButton::clicked, this, &EmergencyPage::contacted);
    connect(m_backFromCall, &QPushButton::clicked, this, [this] { showView(Main); });
    return scroll;
}

void EmergencyPage::mistake()
{
    if (m_rules.size() > 1) {
        showView(Which);
    } else {
        Q_EMIT mistakeRequested(m_rules.front());
    }
}

void EmergencyPage::display(const AlertsView& view)
{
    m_rules.clear();
    QStringList reasons;
    QStringList advice;
    for (const AlertEntry& entry : view.open) {
        if (entry.level == Level::Emergency) {
            m_rules.push_back(entry.rule);
            reasons << entry.reasons();
            if (entry.hasOwnAction) {
                advice << entry.action;
            }
        }
    }
    reasons.removeDuplicates();
    m_said->setText(
        reasons.size() == 1
            ? tr("You said: %1.").arg(reasons.front())
            : tr("You said:\n%1").arg(QStringLiteral("– ") + reasons.join(QStringLiteral("\n– "))));
    m_advice->setText(advice.join(QLatin1Char('\n')));
    m_advice->setVisible(!advice.isEmpty());
    displayNumber(view.line);
    displayOthers(view);
    m_which->display(view);
    setAccessibleName(wording::emergency(
        reasons, view.line.number.isEmpty() ? std::nullopt : std::optional{view.line.number}));
    if (m_views->currentIndex() == Which) {
        showView(Main); // one of the choices was made
    }
    orderTabs(*this);
    arrange();
}

void EmergencyPage::displayNumber(const EmergencyLine& line)
{
    const bool isKnown = !line.number.isEmpty();
    m_call->setText(isKnown ? tr("Call this number:") : tr("Call your emergency number."));
    const QString instead = tr("Call your emergency number");
    for (QLabel* label : {m_number, m_numberAlone}) {
        label->setFont(isKnown ? figures(font(), line.number)
                               : theme::font(font(), theme::Size::Title));
        label->setText(isKnown ? line.number : instead);
        label->setAccessibleName(label->text());
    }
    m_number->setVisible(isKnown);
    const QString source =
        isKnown ? line.source : tr("We do not know the number where you are, so none is shown.");
    m_source->setText(source);
    m_sourceAlone->setText(source);
    m_numberField->setVisible(!isKnown);
}

void EmergencyPage::displayOthers(const AlertsView& view)
{
    QStringList lines;
    for (const AlertEntry& entry : view.open) {
        if (entry.level != Level::Emergency) {
            //: %1 what to do, %2 the reasons
            lines << tr("%1: %2").arg(wording::level(entry.level),
                                      entry.reasons().join(QStringLiteral("; ")));
        }
    }
    m_others->setVisible(!lines.isEmpty());
    m_others->setText(
        lines.isEmpty() ? QString{} : tr("Also open: %1.").arg(lines.join(QStringLiteral(" · "))));
}

void EmergencyPage::showView(View view)
{
    const bool isOther = m_views->currentIndex() != view;
    m_views->setCurrentIndex(view);
    if (!isOther || !isVisible()) {
        return;
    }
    switch (view) {
    case Main: m_callHelp->setFocus(); break;
    case Call: m_backFromCall->setFocus(); break;
    case Which: m_which->focusFirst(); break;
    }
}

void EmergencyPage::focusFirst()
{
    m_views->setCurrentIndex(Main);
    m_callHelp->setFocus();
    sayAlert(*this);
}

void EmergencyPage::arrange()
{
    const int margins = 2 * theme::grid(font(), 4) + m_halves->spacing();
    const int half =
        std::max(m_words->minimumSizeHint().width(), m_answers->minimumSizeHint().width());
    m_halves->setDirection(width() >= 2 * half + margins ? QBoxLayout::LeftToRight
                                                         : QBoxLayout::TopToBottom);
}

void EmergencyPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace unclench::ui
