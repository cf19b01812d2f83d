// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/system_clock.h"

#include <QTimeZone>

#include <ctime>
#include <fstream>

namespace unclench::app {

using namespace std::chrono;

namespace {

milliseconds readClock(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return duration_cast<milliseconds>(seconds{time.tv_sec} + nanoseconds{time.tv_nsec});
}

} // namespace

SystemClock::SystemClock()
{
    std::ifstream{"/proc/sys/kernel/random/boot_id"} >> m_bootId;
}

Now SystemClock::now() const
{
    const UtcTime utc{readClock(CLOCK_REALTIME)};
    const std::time_t whole = system_clock::to_time_t(floor<seconds>(utc));
    std::tm local{};
    localtime_r(&whole, &local);
    return {{utc, floor<minutes>(seconds{local.tm_gmtoff})},
            readClock(CLOCK_BOOTTIME),
            readClock(CLOCK_MONOTONIC),
            m_bootId};
}

Zone systemZone(const Clock& clock)
{
    return Zone::named(QTimeZone::systemTimeZoneId().toStdString(), clock.now().wall.offset);
}

} // namespace unclench::app
