// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/wakeup.h"

#include <QSocketNotifier>

#include <cstdint>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>

namespace unclench::app {

Wakeup::Wakeup()
    : m_boot{::timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC), nullptr},
      m_clockSet{::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC), nullptr}
{
    listen(m_boot);
    listen(m_clockSet);
}

Wakeup::~Wakeup()
{
    for (Timer* timer : {&m_boot, &m_clockSet}) {
        timer->notifier.reset();
        if (timer->fd >= 0) {
            ::close(timer->fd);
        }
    }
}

void Wakeup::listen(Timer& timer)
{
    timer.notifier = std::make_unique<QSocketNotifier>(timer.fd, QSocketNotifier::Read);
    connect(timer.notifier.get(), &QSocketNotifier::activated, this, [this, fd = timer.fd] {
        std::uint64_t expirations = 0;
        // Fails with ECANCELED when the clock was set: that is what the second timer is for.
        const ssize_t ignored = ::read(fd, &expirations, sizeof expirations);
        Q_UNUSED(ignored);
        arm(std::nullopt);
        Q_EMIT due();
    });
}

void Wakeup::arm(std::optional<std::chrono::milliseconds> boot)
{
    itimerspec at{};
    itimerspec never{};
    if (boot) {
        const auto whole = std::chrono::floor<std::chrono::seconds>(*boot);
        at.it_value.tv_sec = whole.count();
        at.it_value.tv_nsec = std::chrono::nanoseconds{*boot - whole}.count();
        if (at.it_value.tv_sec == 0 && at.it_value.tv_nsec == 0) {
            at.it_value.tv_nsec = 1; // all zero would disarm it
        }
        never.it_value.tv_sec = std::numeric_limits<std::int32_t>::max();
    }
    ::timerfd_settime(m_boot.fd, TFD_TIMER_ABSTIME, &at, nullptr);
    ::timerfd_settime(m_clockSet.fd, TFD_TIMER_ABSTIME | (boot ? TFD_TIMER_CANCEL_ON_SET : 0),
                      &never, nullptr);
}

} // namespace unclench::app
