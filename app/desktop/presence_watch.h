// SPDX-License-Identifier: GPL-3.0-or-later
// What this desktop tells of whether somebody is here, put together.
#pragma once

#include "app/desktop/do_not_disturb.h"
#include "app/desktop/idle/idle_watch.h"
#include "app/desktop/idle_inhibitors.h"
#include "app/desktop/screen_lock.h"
#include "app/desktop/sleep.h"
#include "core/sitting/follow.h"
#include "core/time/clock.h"

#include <QObject>

#include <chrono>

namespace unclench::app {

class PresenceWatch : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit PresenceWatch(const Clock& clock);

    [[nodiscard]] const Presence& presence() const { return m_presence; }
    /// By what input is seen; empty: it is not.
    [[nodiscard]] QString name() const { return m_idle.name(); }
    /// From now on an absence of input of this length is told of.
    void watchFor(std::chrono::milliseconds pause);

Q_SIGNALS:
    /// Also right before the computer sleeps, and right after.
    void changed();

private:
    void onLock();
    void onInhibitors();
    void onSource();

    const Clock& m_clock;
    Presence m_presence;
    std::chrono::milliseconds m_pause{0};
    IdleWatch m_idle;
    Sleep m_sleep;
    ScreenLock m_lock;
    IdleInhibitors m_inhibitors;
    DoNotDisturb m_doNotDisturb;
};

} // namespace unclench::app
