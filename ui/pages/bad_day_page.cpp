// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bad_day_page.h"

#include "core/diary/episode.h"
#include "ui/pages/bad_day_help.h"
#include "ui/theme.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/big_grid.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/care.h"
#include "ui/wording/spoken.h"

#include <QBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace unclench::ui {

using namespace std::chrono;
using wording::Spoken;

namespace {

/// "9:12".
QString figures(milliseconds left)
{
    const seconds whole = std::max(ceil<seconds>(left), seconds{0});
    return QStringLiteral("%1:%2")
        .arg(whole / minutes{1})
        .arg((whole % minutes{1}).count(), 2, 10, QLatin1Char('0'));
}

} // namespace

BadDayPage::BadDayPage(QWidget* parent) : QWidget(parent), m_views(new QStackedWidget{this})
{
    setObjectName(QStringLiteral("badDayPage"));
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 2);
    column->setContentsMargins(margin, theme::grid(font(), 1), margin, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    column->addWidget(buildHead());
    m_helpView = new BadDayHelp{m_views};
    connect(m_helpView, &BadDayHelp::questionsRequested, this, &BadDayPage::questionsRequested);
    connect(m_helpView, &BadDayHelp::changedRequested, this, &BadDayPage::changedRequested);
    connect(m_helpView, &BadDayHelp::backRequested, this, &BadDayPage::showSix);
    for (QWidget* view :
         {buildSix(), buildNumbers(), buildNotNow(), static_cast<QWidget*>(m_helpView)}) {
        m_views->addWidget(view);
    }
    column->addWidget(m_views, 1);
    addKeys();
    display({});
}

QWidget* BadDayPage::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid(font(), 2));
    m_title = wrapped(QStringLiteral("badDayTitle"), {}, theme::Size::Title, head);
    auto* leave = new QPushButton{tr("&Leave"), head};
    leave->setObjectName(QStringLiteral("badDayLeaveButton"));
    leave->setAccessibleName(tr("Leave bad-day mode"));
    leave->setToolTip(tr("Back to the usual window (F9)"));
    leave->setFont(m_title->font());
    leave->setAutoDefault(false);
    leave->setMinimumWidth(theme::grid(font(), 14));
    leave->setFixedHeight(largeHeight(*leave));
    row->addWidget(m_title, 1);
    row->addWidget(leave, 0, Qt::AlignTop);
    connect(leave, &QPushButton::clicked, this, &BadDayPage::leaveRequested);
    return head;
}

QWidget* BadDayPage::buildSix()
{
    auto* scroll = new ScrollSheet{QStringLiteral("badDayScroll"), tr("Bad-day mode"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));

    m_skin = new BigGrid{{3, 1}, false, scroll->sheet()};
    m_skin->setObjectName(QStringLiteral("badDaySkin"));
    struct Answer {
        const char* name;
        QString text;
        std::optional<Skin> skin;
    };
    for (const Answer& answer :
         {Answer{"badDaySkinNormalButton", tr("Skin is normal"), Skin::Normal},
          Answer{"badDaySkinPinkButton", tr("Skin is pink"), Skin::Pink},
          Answer{"badDaySkinWrongButton", tr("Something else"), {}}}) {
        auto* button = new BigButton{QLatin1String{answer.name}, answer.text, m_skin};
        if (!answer.skin) {
            button->display(answer.text, tr("Stop"));
        }
        m_skin->add(button);
        connect(button, &QPushButton::clicked, this,
                [this, skin = answer.skin] { Q_EMIT skinTold(skin); });
    }

    m_six = new BigGrid{{3, 2, 1}, true, scroll->sheet()};
    const auto add = [&](const char* name, BigButton::Tone tone, auto&& onPress) {
        auto* button = new BigButton{QLatin1String{name}, {}, m_six};
        button->setTone(tone);
        m_six->add(button);
        connect(button, &QPushButton::clicked, this, [this, button, onPress] {
            m_last = button;
            m_explained.clear();
            displayTitle();
            onPress();
        });
        return button;
    };
    m_spasm = add("badDaySpasmButton", BigButton::Tone::Plain, [this] { showNumbers(); });
    m_pain = add("badDayPainButton", BigButton::Tone::Plain, [this] {
        if (m_view.isEpisodeOpen) {
            showNumbers();
        } else {
            explain(tr("No spasm is open. Press Spasm when one comes."));
        }
    });
    m_heat = add("badDayHeatButton", BigButton::Tone::Heat, [this] { pressCare(Modality::Heat); });
    m_cold = add("badDayColdButton", BigButton::Tone::Cold, [this] { pressCare(Modality::Cold); });
    m_help = add("badDayHelpButton", BigButton::Tone::Help, [this] { showHelp(); });
    m_over = add("badDayOverButton", BigButton::Tone::Plain, [this] {
        if (m_view.isEpisodeOpen) {
            Q_EMIT endRequested();
        } else {
            explain(tr("No spasm is open. Press Spasm when one comes."));
        }
    });
    column->addWidget(m_six, 1);
    column->addWidget(m_skin);
    return scroll;
}

QWidget* BadDayPage::buildNumbers()
{
    auto* scroll = new ScrollSheet{QStringLiteral("badDayNumbersScroll"), tr("Pain now"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    m_numbers = new BigGrid{{6, 4, 3, 2}, false, scroll->sheet()};
    for (int pain = Reading::kLeast; pain <= Reading::kMost; ++pain) {
        auto* button = new BigButton{QStringLiteral("badDayPain%1").arg(pain),
                                     QString::number(pain), m_numbers};
        button->setPain(pain);
        button->setAccessibleName(tr("Pain %1 of %2").arg(pain).arg(Reading::kMost));
        m_numbers->add(button);
        connect(button, &QPushButton::clicked, this, [this, pain] {
            showSix();
            Q_EMIT painPicked(pain);
        });
    }
    m_numbers->add(backButton(QStringLiteral("badDayNumbersBackButton")));
    column->addWidget(m_numbers, 1);
    return scroll;
}

QWidget* BadDayPage::buildNotNow()
{
    auto* scroll = new ScrollSheet{QStringLiteral("badDayNotNowScroll"), tr("Not now"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_reasons = wrapped(QStringLiteral("badDayReasons"), {}, theme::Size::Title, scroll->sheet());
    QFont plain = m_reasons->font();
    plain.setWeight(QFont::Normal);
    m_reasons->setFont(plain);
    column->addWidget(m_reasons);
    auto* grid = new BigGrid{{3, 2, 1}, false, scroll->sheet()};
    m_yes = new BigButton{QStringLiteral("badDayYesButton"), tr("&Yes"), grid};
    m_notYet = new BigButton{QStringLiteral("badDayNotYetButton"), tr("&Not yet"), grid};
    m_backFromNotNow = backButton(QStringLiteral("badDayNotNowBackButton"));
    for (BigButton* button : {m_yes, m_notYet, m_backFromNotNow}) {
        grid->add(button);
    }
    connect(m_yes, &QPushButton::clicked, this, [this] {
        if (m_view.care.ask == CareAsk::Clock) {
            Q_EMIT clockConfirmed();
        } else {
            Q_EMIT skinFelt(true);
        }
    });
    connect(m_notYet, &QPushButton::clicked, this, [this] {
        Q_EMIT skinFelt(false);
        showSix();
    });
    column->addWidget(grid, 1);
    return scroll;
}

BigButton* BadDayPage::backButton(const QString& name)
{
    auto* button = new BigButton{name, tr("&Back"), this};
    connect(button, &QPushButton::clicked, this, &BadDayPage::showSix);
    return button;
}

void BadDayPage::addKeys()
{
    for (int digit = 0; digit <= 9; ++digit) {
        auto* keys = new QShortcut{QKeySequence{static_cast<Qt::Key>(Qt::Key_0 + digit)}, this};
        keys->setAutoRepeat(false);
        connect(keys, &QShortcut::activated, this, [this, digit] { onDigit(digit); });
    }
}

void BadDayPage::onDigit(int digit)
{
    if (m_views->currentIndex() == Six && digit >= 1 && digit <= m_six->buttons().size()) {
        m_six->buttons()[digit - 1]->click();
    } else if (m_views->currentIndex() == Numbers) {
        // As on the scale of *Now*: a digit goes there, and Return saves.
        const bool isSecond = m_numbers->buttons()[1]->hasFocus();
        m_numbers->buttons()[isSecond && digit <= 1 ? Reading::kMost : digit]->setFocus(
            Qt::TabFocusReason);
    }
}

const CareCardView& BadDayPage::card(Modality modality) const
{
    return modality == Modality::Heat ? m_view.care.heat : m_view.care.cold;
}

void BadDayPage::display(const BadDayView& view)
{
    m_view = view;
    displaySix();
    m_helpView->display(view.line);
    if (m_views->currentIndex() == NotNow) {
        if (view.care.running || card(m_asked).status != CareStatus::Blocked) {
            showSix(); // it may be started now
        } else {
            displayNotNow();
        }
    }
    displayTitle();
}

BigButton* BadDayPage::main() const
{
    if (const auto& running = m_view.care.running) {
        return running->modality == Modality::Heat ? m_heat : m_cold;
    }
    return m_view.isEpisodeOpen ? m_pain : m_spasm;
}

void BadDayPage::displaySix()
{
    const bool isOpen = m_view.isEpisodeOpen;
    m_spasm->display(tr("&Spasm"), {});
    m_spasm->setTone(main() == m_spasm ? BigButton::Tone::Main : BigButton::Tone::Plain);
    m_pain->display(tr("&Pain now"), {});
    m_pain->setTone(main() == m_pain ? BigButton::Tone::Main : BigButton::Tone::Plain);
    m_pain->setOff(!isOpen);
    displayCare(Modality::Heat);
    displayCare(Modality::Cold);
    m_help->display(tr("I &need help"), {});
    m_over->display(tr("It is &over"), {});
    m_over->setOff(!isOpen);
    const auto& running = m_view.care.running;
    m_skin->setVisible(running && running->isSkinCheckDue && !running->isOverdue());
}

void BadDayPage::displayCare(Modality modality)
{
    const bool isHeat = modality == Modality::Heat;
    BigButton* button = isHeat ? m_heat : m_cold;
    const CareCardView& view = card(modality);
    const auto& running = m_view.care.running;
    const bool isBlocked = !running && view.status == CareStatus::Blocked;
    button->setOff(isBlocked);
    button->setTone(isHeat ? BigButton::Tone::Heat : BigButton::Tone::Cold);
    if (running && running->modality == modality && running->isOverdue()) {
        button->display(tr("I took it o&ff"), {});
        button->setTone(BigButton::Tone::Main);
    } else if (running && running->modality == modality) {
        button->display(isHeat ? tr("S&top heat") : tr("S&top cold"),
                        tr("%1 left").arg(figures(running->left)));
        button->setTone(BigButton::Tone::Main);
        // A screen reader need not hear each second.
        const auto left = ceil<minutes>(running->left).count();
        button->setAccessibleDescription(left == 1 ? tr("1 minute left")
                                                   : tr("%1 minutes left").arg(left));
    } else if (running) {
        button->display(tr("It hurts &more"), {});
        button->setTone(BigButton::Tone::Help);
    } else {
        button->display(isHeat ? tr("&Heat") : tr("Col&d"),
                        isBlocked ? view.statusText : tr("%1 minutes").arg(view.usual));
    }
}

QString BadDayPage::notNow() const
{
    //: %1 "Heat", %2 "Not now, from 14:30"
    return tr("%1. %2.").arg(wording::modality(m_asked), card(m_asked).statusText);
}

void BadDayPage::displayNotNow()
{
    QStringList lines;
    for (const CareReasonView& reason : card(m_asked).reasons) {
        lines << reason.text;
    }
    const CareAsk ask = m_view.care.ask;
    const bool isSkin = ask == CareAsk::Skin || ask == CareAsk::SkinLater;
    const bool isAsked = isSkin || ask == CareAsk::Clock;
    if (isAsked) {
        lines << m_view.care.askText;
    }
    m_reasons->setText(lines.join(QLatin1Char('\n')));
    m_yes->setVisible(isAsked);
    m_yes->display(isSkin ? tr("It is normal") : tr("&Yes"), {});
    m_notYet->setVisible(isSkin);
}

void BadDayPage::displayTitle()
{
    QString title;
    switch (static_cast<View>(m_views->currentIndex())) {
    case Six: {
        const auto& running = m_view.care.running;
        if (!m_explained.isEmpty()) {
            title = m_explained;
        } else if (running && running->isOverdue()) {
            title = wording::careTakeOff(running->modality);
        } else if (running && running->isSkinCheckDue) {
            title = tr("Look at your skin now.");
        } else if (running) {
            title = tr("Stay awake. Stop if it hurts more.");
        } else {
            title = tr("What do you need?");
        }
        break;
    }
    case Numbers: title = tr("How strong is the pain? 0 is none, 10 the worst."); break;
    case NotNow: title = notNow(); break;
    case Help:
        title = m_view.line.number.isEmpty() ? tr("If you need help now, call.")
                                             : tr("If you need help now, call:");
        break;
    }
    if (m_title->text() != title) {
        m_title->setText(title);
        m_title->setAccessibleName(title);
    }
}

void BadDayPage::show(View view)
{
    m_explained.clear();
    m_views->setCurrentIndex(view);
    displayTitle();
    orderTabs(*this);
}

void BadDayPage::showSix()
{
    show(Six);
    takeKeyboard(m_last != nullptr ? *m_last : *main());
}

void BadDayPage::focusFirst()
{
    m_last = nullptr;
    showSix();
}

void BadDayPage::showNumbers()
{
    show(Numbers);
    takeKeyboard(*m_numbers->buttons().front());
    Q_EMIT spoken(wording::spoken(Spoken::HowStrong));
}

void BadDayPage::showHelp()
{
    show(Help);
    m_helpView->focusFirst();
    Q_EMIT spoken(wording::spoken(Spoken::CallIfNeeded));
}

void BadDayPage::goBack()
{
    if (m_views->currentIndex() == Six) {
        Q_EMIT leaveRequested();
    } else {
        showSix();
    }
}

bool BadDayPage::isTimeSeen() const
{
    return m_view.care.running && isVisible() && m_views->currentIndex() == Six;
}

void BadDayPage::pressCare(Modality modality)
{
    const auto& running = m_view.care.running;
    if (running && running->modality == modality) {
        Q_EMIT stopRequested();
    } else if (running) {
        Q_EMIT hurtsMore();
    } else if (card(modality).status == CareStatus::Blocked) {
        showNotNow(modality);
    } else {
        Q_EMIT startRequested(modality);
    }
}

void BadDayPage::showNotNow(Modality modality)
{
    m_asked = modality;
    displayNotNow();
    show(NotNow);
    takeKeyboard(*m_backFromNotNow);
    QStringList sentences{
        wording::spoken(modality == Modality::Heat ? Spoken::HeatNotNow : Spoken::ColdNotNow)};
    for (const CareReasonView& reason : card(modality).reasons) {
        sentences << reason.text;
    }
    sentences << card(modality).statusText + QLatin1Char('.');
    Q_EMIT spoken(sentences.join(QLatin1Char(' ')));
}

void BadDayPage::explain(const QString& sentence)
{
    m_explained = sentence;
    displayTitle();
    Q_EMIT spoken(wording::spoken(Spoken::NoneOpen));
}

} // namespace unclench::ui
