// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/seat_caller.h"

#include "ui/seat_reading.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::app {

using namespace sitting;
using std::chrono::milliseconds;

namespace {

const QString kBreak = QStringLiteral("break");
const QString kSoon = QStringLiteral("break-soon");
const QString kStanding = QStringLiteral("standing");
const QString kUp = QStringLiteral("up");
const QString kBreakLater = QStringLiteral("later");
const QString kSkip = QStringLiteral("skip");
constexpr milliseconds kBreakRetry = std::chrono::minutes{1};
/// Who pressed *I got up* and goes on typing for so long is back.
constexpr milliseconds kSettle = std::chrono::seconds{15};
/// Keys that were meant for something else.
constexpr milliseconds kKeysWait = std::chrono::seconds{2};
/// Who does not answer is asked again after kSnooze, so often in all.
constexpr int kMostPrompts = 3;

} // namespace

SeatCaller::SeatCaller(Engine& engine,
                       const ui::Words& words,
                       Arbiter& arbiter,
                       PresenceWatch& presence,
                       bool canShowCards)
    : m_engine(engine), m_words(words), m_arbiter(arbiter), m_presence(presence),
      m_canShowCards(canShowCards)
{
    connect(&m_notifier, &Notifier::opened, this, &SeatCaller::opened);
    connect(&m_notifier, &Notifier::pressed, this, &SeatCaller::onPressed);
    try {
        m_engine.seat().begin();
    } catch (const StorageError& error) {
        spdlog::warn("sitting could not be begun: {}", error.what());
    }
}

void SeatCaller::noteAlive()
try {
    static_cast<void>(m_engine.seat().look(m_presence.presence()));
    m_engine.seat().noteAlive();
} catch (const StorageError& error) {
    spdlog::warn("sitting could not be written: {}", error.what());
}

void SeatCaller::lookAgainIn(milliseconds wait, milliseconds boot)
{
    const milliseconds at = boot + std::max(milliseconds{0}, wait);
    m_next = std::min(m_next.value_or(at), at);
}

void SeatCaller::follow()
try {
    if (m_engine.seat().look(m_presence.presence())) {
        Q_EMIT moved();
    }
} catch (const StorageError& error) {
    spdlog::warn("sitting could not be written: {}", error.what());
    lookAgainIn(kBreakRetry, m_engine.now().boot);
}

bool SeatCaller::isSilent(milliseconds boot)
{
    // Nothing may stand before an emergency, or the end of heat or cold; and nobody looks at a
    // screen that is locked.
    const auto alerts = m_engine.alerts().active();
    const bool isEmergency = !alerts.empty() && alerts.front().level == Level::Emergency;
    const auto speaking = m_arbiter.speaking(boot);
    const bool isOther = speaking && speaking->kind > AlarmKind::Sitting;
    return isEmergency || isOther || m_presence.presence().lockedSince.has_value();
}

void SeatCaller::look()
try {
    const milliseconds boot = m_engine.now().boot;
    m_next.reset();
    follow();
    const SeatStatus status = m_engine.seat().status();
    if (status.next) {
        lookAgainIn(*status.next, boot);
    }
    const bool isGone =
        status.clock.posture == Posture::Walking || status.clock.posture == Posture::Away;
    m_presence.watchFor(isGone ? kTypingPause : kPassiveAfter);
    const bool isSilenced = !status.isOn || isSilent(boot);
    announce(status, !isSilenced && maySpeak(boot));
    if (!isSilenced && status.clock.isDue()) {
        lookAtDue(status, boot);
        return;
    }
    m_dueSince.reset();
    m_promptedAt.reset();
    m_prompts = 0;
    m_arbiter.withdrawAll(AlarmKind::Sitting);
    if (!isSilenced && status.clock.breakLeft) {
        lookAtBreak(status, boot);
        return;
    }
    m_isBreakLeftAlone = false;
    endPrompt();
} catch (const StorageError& error) {
    spdlog::warn("sitting could not be read: {}", error.what());
    m_next = m_engine.now().boot + kBreakRetry;
}

bool SeatCaller::maySpeak(milliseconds boot)
{
    m_arbiter.want({AlarmKind::Sitting, kBreak.toStdString()});
    const auto speaking = m_arbiter.speaking(boot);
    return speaking && speaking->kind == AlarmKind::Sitting;
}

void SeatCaller::announce(const SeatStatus& status, bool isAllowed)
{
    const bool isSoon = isAllowed && status.settings.hasEarlyNotice && status.clock.isSoon();
    if (isSoon && !m_isSoonSaid) {
        m_notifier.show({kSoon,
                         tr("A break in a minute"),
                         tr("Come to a good place to stop."),
                         false,
                         false,
                         {},
                         Notification::Sound::Silent});
    } else if (!isSoon && m_isSoonSaid) {
        m_notifier.withdraw(kSoon);
    }
    m_isSoonSaid = isSoon;
    const bool isOver = isAllowed && status.clock.isStandingOver;
    if (isOver && !m_isStandingSaid) {
        m_notifier.show({kStanding,
                         tr("Time for a change"),
                         tr("You have stood for a while. Walk a little, then sit if you like."),
                         false,
                         false,
                         {{kUp, tr("I walk")}}});
    } else if (!isOver && m_isStandingSaid) {
        m_notifier.withdraw(kStanding);
    }
    m_isStandingSaid = isOver;
}

void SeatCaller::lookAtDue(const SeatStatus& status, milliseconds boot)
{
    m_dueSince = m_dueSince.value_or(boot);
    const Presence& presence = m_presence.presence();
    const bool isTyping = presence.isWatched && !presence.idleSince;
    if (m_promptedAt && (m_prompts >= kMostPrompts || boot - *m_promptedAt < kSnooze)) {
        if (m_prompts < kMostPrompts) {
            lookAgainIn(*m_promptedAt + kSnooze - boot, boot);
        }
        lookAtKeys(isTyping, boot);
        return;
    }
    const milliseconds asked = m_promptedAt ? *m_promptedAt + kSnooze : *m_dueSince;
    if (isTyping && boot - asked < kLongestWait) {
        m_presence.watchFor(kTypingPause);
        lookAgainIn(asked + kLongestWait - boot, boot);
        return;
    }
    if (maySpeak(boot)) {
        prompt(status, boot);
    } else {
        lookAgainIn(std::chrono::minutes{1}, boot); // it is to be quiet
    }
}

void SeatCaller::lookAtKeys(bool isTyping, milliseconds boot)
{
    if (!m_keysAt) {
        return;
    }
    if (boot < *m_keysAt) {
        lookAgainIn(*m_keysAt - boot, boot);
        m_presence.watchFor(kTypingPause);
    } else if (isTyping) {
        m_presence.watchFor(kTypingPause);
    } else {
        m_keysAt.reset();
        Q_EMIT keysAreWanted();
    }
}

BreakPrompt SeatCaller::style(const SeatStatus& status) const
{
    const BreakPrompt wanted = status.settings.breakPrompt;
    return wanted == BreakPrompt::Card && !m_canShowCards ? BreakPrompt::Notification : wanted;
}

void SeatCaller::prompt(const SeatStatus& status, milliseconds boot)
{
    m_promptedAt = boot;
    ++m_prompts;
    m_isPrompting = true;
    m_isBreakLeftAlone = false;
    m_notifier.withdraw(kSoon);
    lookAgainIn(kSnooze, boot);
    if (style(status) != BreakPrompt::Notification) {
        m_keysAt = boot + kKeysWait;
        lookAtKeys(true, boot);
        Q_EMIT promptWanted(style(status));
        return;
    }
    const ui::BreakPromptView view =
        ui::readBreakPrompt(m_engine, m_words, static_cast<std::size_t>(status.clock.snoozesLeft));
    QString body = view.sentence + QLatin1Char(' ') + view.what;
    if (!view.exerciseTitle.isEmpty()) {
        //: %1 the name of a movement
        body += QLatin1Char(' ') + tr("Or: %1.").arg(view.exerciseTitle);
    }
    QList<NotificationButton> buttons{{kUp, tr("I got up")}};
    if (view.canSnooze) {
        buttons.append({kBreakLater, view.snoozeText});
    }
    buttons.append({kSkip, tr("Skip")});
    m_notifier.show({kBreak, view.title, body, false, false, buttons});
    if (!m_notifier.isThere()) {
        Q_EMIT opened();
    }
}

void SeatCaller::lookAtBreak(const SeatStatus& status, milliseconds boot)
{
    m_notifier.withdraw(kBreak);
    const Presence& presence = m_presence.presence();
    if (presence.isWatched && !presence.idleSince) {
        // The press that began it is input, too.
        const milliseconds left = kSettle - status.clock.inPosture;
        if (left.count() > 0) {
            lookAgainIn(left, boot);
        } else {
            static_cast<void>(m_engine.seat().comeBack());
            Q_EMIT moved();
            endPrompt();
            return;
        }
    }
    if (m_isPrompting && !m_isBreakLeftAlone && style(status) != BreakPrompt::Notification) {
        Q_EMIT promptWanted(style(status));
    }
}

void SeatCaller::endPrompt()
{
    m_notifier.withdraw(kBreak);
    m_keysAt.reset();
    if (m_isPrompting) {
        m_isPrompting = false;
        Q_EMIT promptOver();
    }
}

void SeatCaller::onPressed(const QString&, const QString& action)
try {
    Seat& seat = m_engine.seat();
    if (action == kUp) {
        static_cast<void>(seat.gotUp());
    } else if (action == kBreakLater) {
        static_cast<void>(seat.snooze());
    } else if (action == kSkip) {
        static_cast<void>(seat.skip());
    }
    Q_EMIT moved();
} catch (const StorageError& error) {
    spdlog::warn("a notification could not be answered: {}", error.what());
    Q_EMIT opened();
}

} // namespace unclench::app
