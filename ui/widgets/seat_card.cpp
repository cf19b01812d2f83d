// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/seat_card.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/seat_ring.h"
#include "ui/widgets/section.h"
#include "ui/wording/seat.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <array>

namespace unclench::ui {

namespace {

constexpr int kMeetingMinutes = 60;
constexpr int kLongerMinutes = 30;
constexpr int kUntilTomorrow = 0;
constexpr std::array kTold{Posture::Seated, Posture::Standing, Posture::Lying, Posture::Away};
/// In units of the grid: with less, the ring stands above the words.
constexpr double kNarrow = 56.0;

/// Wants one line where there is room for it; Qt's own would rather wrap in the middle.
class Line : public QLabel {
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height()};
    }
};

QLabel* line(const QString& name, theme::Size size, QWidget* parent)
{
    auto* label = new Line{parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setFont(theme::font(label->font(), size));
    label->setWordWrap(true);
    return label;
}

void mute(QLabel* label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

QString id(Posture posture)
{
    const std::string_view text = toId(posture);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

SeatCard::SeatCard(QWidget* parent) : Card(parent), m_ring(new SeatRing{this})
{
    setObjectName(QStringLiteral("seatCard"));
    m_halves = new QBoxLayout{QBoxLayout::LeftToRight, this};
    const int padding = theme::grid(font(), 1); // it shares the page with much else
    m_halves->setContentsMargins(theme::grid(font(), 2), padding, theme::grid(font(), 2), padding);
    m_halves->setSpacing(theme::grid(font(), 2));
    m_halves->addWidget(m_ring, 0, Qt::AlignTop | Qt::AlignLeft);
    auto* words = new QWidget{this};
    auto* column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    column->addStretch(1); // in the middle beside the ring
    column->addWidget(buildHead());
    m_note = line(QStringLiteral("seatNote"), theme::Size::Body, words);
    mute(m_note);
    column->addWidget(m_note);
    column->addWidget(buildButtons());
    column->addWidget(buildAsk());
    column->addStretch(1);
    m_halves->addWidget(words, 1);
    display({});
}

QWidget* SeatCard::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new FlowLayout{head, theme::grid(font(), 0.75)};
    m_state = line(QStringLiteral("seatState"), theme::Size::Heading, head);
    m_today = line(QStringLiteral("seatToday"), theme::Size::Caption, head);
    mute(m_today);
    m_state->setSizePolicy(QSizePolicy::Expanding, m_state->sizePolicy().verticalPolicy());
    row->addWidget(m_state);
    row->addWidget(m_today);
    return head;
}

QWidget* SeatCard::buildButtons()
{
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_main = new MainButton{tr("I go&t up"), buttons};
    m_main->setObjectName(QStringLiteral("seatMainButton"));
    m_main->setFixedHeight(theme::grid(font(), 5.5)); // with its ring, as high as the others
    m_snooze = rowButton(QStringLiteral("seatSnoozeButton"), tr("&5 more minutes"),
                         tr("5 more minutes"), buttons);
    m_skip =
        rowButton(QStringLiteral("seatSkipButton"), tr("Skip"), tr("Skip this break"), buttons);
    m_posture = rowButton(QStringLiteral("seatPostureButton"), {}, tr("How you are now"), buttons);
    m_posture->setMenu(buildPosture());
    m_meeting =
        rowButton(QStringLiteral("seatMeetingButton"), tr("Meeting"), tr("Meeting"), buttons);
    m_longer = rowButton(QStringLiteral("seatLongerButton"), tr("%1 min more").arg(kLongerMinutes),
                         tr("The meeting lasts %1 minutes more").arg(kLongerMinutes), buttons);
    m_pause = rowButton(QStringLiteral("seatPauseButton"), tr("Pause"),
                        tr("Pause the calls to get up"), buttons);
    m_pause->setMenu(buildPause());
    m_resume = rowButton(QStringLiteral("seatResumeButton"), tr("Go on"),
                         tr("End the pause: call me again"), buttons);
    m_day = rowButton(QStringLiteral("seatDayButton"), tr("Your day"),
                      tr("Your day: how long you sat"), buttons);
    m_day->setFlat(true);
    row->addWidget(m_main);
    for (QPushButton* button :
         {m_snooze, m_skip, m_posture, m_meeting, m_longer, m_pause, m_resume, m_day}) {
        row->addWidget(button);
    }
    connect(m_main, &QPushButton::clicked, this, [this] {
        if (!m_view.isOn) {
            Q_EMIT measuringRequested();
        } else if (m_view.breakLeft) {
            Q_EMIT backRequested();
        } else {
            Q_EMIT gotUpRequested();
        }
    });
    connect(m_snooze, &QPushButton::clicked, this, &SeatCard::snoozeRequested);
    connect(m_skip, &QPushButton::clicked, this, &SeatCard::skipRequested);
    connect(m_meeting, &QPushButton::clicked, this,
            [this] { Q_EMIT meetingRequested(m_view.isMeeting ? 0 : kMeetingMinutes); });
    connect(m_longer, &QPushButton::clicked, this,
            [this] { Q_EMIT meetingRequested(kLongerMinutes); });
    connect(m_resume, &QPushButton::clicked, this, &SeatCard::resumeRequested);
    connect(m_day, &QPushButton::clicked, this, &SeatCard::dayRequested);
    return buttons;
}

QMenu* SeatCard::buildPosture()
{
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("seatPostureMenu"));
    for (const Posture posture : kTold) {
        QAction* action = menu->addAction(wording::postureTold(posture));
        action->setObjectName(QStringLiteral("seatPosture_") + id(posture));
        connect(action, &QAction::triggered, this,
                [this, posture] { Q_EMIT postureTold(posture); });
    }
    return menu;
}

QMenu* SeatCard::buildPause()
{
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("seatPauseMenu"));
    const std::pair<int, QString> choices[] = {{30, tr("For 30 minutes")},
                                               {60, tr("For 1 hour")},
                                               {120, tr("For 2 hours")},
                                               {kUntilTomorrow, tr("Until tomorrow")}};
    for (const auto& [minutes, label] : choices) {
        QAction* action = menu->addAction(label);
        action->setObjectName(QStringLiteral("seatPause_%1").arg(minutes));
        connect(action, &QAction::triggered, this,
                [this, minutes = minutes] { Q_EMIT pauseRequested(minutes); });
    }
    return menu;
}

QWidget* SeatCard::buildAsk()
{
    m_ask = new QWidget{this};
    m_ask->setObjectName(QStringLiteral("seatAsk"));
    auto* row = new FlowLayout{m_ask, theme::grid(font(), 1)};
    m_question = line(QStringLiteral("seatQuestion"), theme::Size::Body, m_ask);
    m_first = rowButton(QStringLiteral("seatFirstAnswer"), wording::postureWas(Posture::Away),
                        wording::postureWas(Posture::Away), m_ask);
    m_second = rowButton(QStringLiteral("seatSecondAnswer"), wording::postureWas(Posture::Seated),
                         wording::postureWas(Posture::Seated), m_ask);
    row->addWidget(m_question);
    row->addWidget(m_first);
    row->addWidget(m_second);
    connect(m_first, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_second, &QPushButton::clicked, this, [this] { answer(false); });
    return m_ask;
}

void SeatCard::answer(bool isFirst)
{
    switch (m_asked) {
    case Ask::Nothing: break;
    case Ask::Gap: Q_EMIT gapAnswered(m_view.gap->span, !isFirst); break;
    case Ask::Shorter: Q_EMIT shorterAnswered(isFirst); break;
    }
}

void SeatCard::display(const SeatView& view)
{
    m_view = view;
    m_ring->display(view);
    const bool isCalling = view.isOn && view.isDue && !view.isHeld && !view.breakLeft;
    m_state->setText(!view.isOn  ? tr("Sitting is not measured.")
                     : isCalling ? tr("Time to get up")
                                 : view.stateText);
    m_today->setText(view.today);
    m_today->setVisible(view.isOn && !view.today.isEmpty());
    QStringList note;
    if (!view.note.isEmpty()) {
        note << view.note;
    }
    if (isCalling && view.snoozesLeft <= 0) {
        note << tr("It cannot be put off again.");
    }
    m_note->setText(note.join(QLatin1Char(' ')));
    m_note->setVisible(view.isOn && !note.isEmpty());
    displayButtons();
    displayAsk();
}

void SeatCard::displayButtons()
{
    const bool isOnBreak = m_view.isOn && m_view.breakLeft;
    const bool isCalling = m_view.isOn && m_view.isDue && !m_view.isHeld && !isOnBreak;
    const bool isUsual = m_view.isOn && !isOnBreak;
    const QString main = !m_view.isOn ? tr("&Measure it")
                         : isOnBreak  ? tr("I am &back")
                                      : tr("I go&t up");
    if (m_main->text() != main) {
        m_main->setText(main);
        m_main->setAccessibleName(QString{main}.remove(QLatin1Char('&')));
        m_main->updateGeometry();
    }
    m_main->setMain(isCalling || (isOnBreak && m_view.breakLeft->count() <= 0));
    m_snooze->setVisible(isCalling);
    m_snooze->setEnabled(m_view.snoozesLeft > 0);
    m_skip->setVisible(isCalling);
    m_posture->setVisible(isUsual);
    m_meeting->setVisible(isUsual);
    m_longer->setVisible(isUsual && m_view.isMeeting);
    m_pause->setVisible(isUsual && !m_view.isPaused);
    m_resume->setVisible(isUsual && m_view.isPaused);
    const QString posture =
        m_view.isKnown ? wording::posture(m_view.posture) : tr("How are you now?");
    m_posture->setText(posture);
    //: %1 "Sitting"
    m_posture->setAccessibleName(m_view.isKnown ? tr("How you are now: %1").arg(posture) : posture);
    m_meeting->setText(m_view.isMeeting ? tr("End meeting") : tr("Meeting"));
    m_meeting->setAccessibleName(m_view.isMeeting ? tr("End the meeting")
                                                  : tr("Meeting: do not call for 60 minutes"));
    for (QPushButton* button : {m_posture, m_meeting}) { // their words change
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) +
                                theme::grid(font(), button->menu() != nullptr ? 5 : 3));
    }
}

void SeatCard::displayAsk()
{
    m_asked = !m_view.isOn || m_view.breakLeft ? Ask::Nothing
              : m_view.gap                     ? Ask::Gap
              : m_view.offersShorter           ? Ask::Shorter
                                               : Ask::Nothing;
    m_ask->setVisible(m_asked != Ask::Nothing);
    if (m_asked == Ask::Nothing) {
        return;
    }
    const bool isGap = m_asked == Ask::Gap;
    constexpr int kShorter = 20;
    m_question->setText(isGap ? m_view.gap->question
                              : tr("While it hurts, call you every %1 minutes?").arg(kShorter));
    m_first->setText(isGap ? wording::postureWas(Posture::Away)
                           : tr("Every %1 minutes").arg(kShorter));
    m_second->setText(
        isGap ? wording::postureWas(Posture::Seated)
              : tr("Leave it at %1")
                    .arg(std::chrono::floor<std::chrono::minutes>(m_view.interval).count()));
    for (QPushButton* button : {m_first, m_second}) {
        //: %1 what is asked, %2 the answer
        button->setAccessibleName(tr("%1 %2").arg(m_question->text(), button->text()));
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) +
                                theme::grid(font(), 3));
    }
}

void SeatCard::arrange()
{
    m_halves->setDirection(width() < theme::grid(font(), kNarrow) ? QBoxLayout::TopToBottom
                                                                  : QBoxLayout::LeftToRight);
}

void SeatCard::resizeEvent(QResizeEvent* event)
{
    arrange();
    Card::resizeEvent(event);
}

} // namespace unclench::ui
