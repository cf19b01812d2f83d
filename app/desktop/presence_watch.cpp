// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/presence_watch.h"

#include <spdlog/spdlog.h>

namespace unclench::app {

PresenceWatch::PresenceWatch(const Clock& clock) : m_clock(clock), m_idle(clock)
{
    connect(&m_idle, &IdleWatch::wentIdle, this, [this](std::chrono::milliseconds idleFor) {
        m_presence.idleSince = m_clock.now().boot - idleFor;
        Q_EMIT changed();
    });
    connect(&m_idle, &IdleWatch::input, this, [this] {
        m_presence.inputAt = m_clock.now().boot;
        m_presence.inputAfter =
            *m_presence.inputAt - m_presence.idleSince.value_or(*m_presence.inputAt);
        m_presence.idleSince.reset();
        Q_EMIT changed();
    });
    connect(&m_idle, &IdleWatch::changed, this, &PresenceWatch::onSource);
    connect(&m_sleep, &Sleep::aboutToSleep, this, &PresenceWatch::changed);
    connect(&m_sleep, &Sleep::woke, this, &PresenceWatch::changed);
    connect(&m_lock, &ScreenLock::changed, this, &PresenceWatch::onLock);
    connect(&m_inhibitors, &IdleInhibitors::changed, this, &PresenceWatch::onInhibitors);
    connect(&m_doNotDisturb, &DoNotDisturb::changed, this, [this] {
        m_presence.isDoNotDisturb = m_doNotDisturb.isOn();
        Q_EMIT changed();
    });
    m_presence.isDoNotDisturb = m_doNotDisturb.isOn();
    onInhibitors();
    onSource();
}

void PresenceWatch::watchFor(std::chrono::milliseconds pause)
{
    if (pause != m_pause) {
        m_pause = pause;
        m_idle.watch(pause);
    }
}

void PresenceWatch::onLock()
{
    const auto now = m_clock.now().boot;
    if (m_lock.isLocked()) {
        m_presence.lockedSince = m_presence.lockedSince.value_or(now);
    } else if (m_presence.lockedSince) {
        m_presence.lockedSince.reset();
        m_presence.unlockedAt = now;
    }
    Q_EMIT changed();
}

void PresenceWatch::onInhibitors()
{
    if (m_presence.isInhibited && !m_inhibitors.isInhibited()) {
        m_presence.inhibitedUntil = m_clock.now().boot;
    }
    m_presence.isInhibited = m_inhibitors.isInhibited();
    Q_EMIT changed();
}

void PresenceWatch::onSource()
{
    m_presence.isWatched = !m_idle.name().isEmpty();
    m_presence.isPlainTime = !m_presence.isWatched;
    spdlog::info("input is seen by: {}",
                 m_presence.isWatched ? m_idle.name().toStdString() : "nothing, plain time counts");
    Q_EMIT changed();
}

} // namespace unclench::app
