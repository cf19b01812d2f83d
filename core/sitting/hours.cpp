// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sitting/hours.h"

#include <algorithm>

namespace unclench {

using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

milliseconds timeOfDay(const Moment& now)
{
    return now.local() - now.localDay();
}

bool isWorkday(const Settings& settings, std::chrono::local_days day)
{
    const std::chrono::weekday weekday{day};
    return !settings.isWorkWeekdaysOnly ||
           (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday);
}

} // namespace

bool isOutsideHours(const Settings& settings, const Moment& now)
{
    if (!settings.workHours) {
        return false;
    }
    const auto [from, to] = *settings.workHours;
    const milliseconds time = timeOfDay(now);
    const std::chrono::local_days today = now.localDay();
    const bool hasBegun = time >= minutes{from};
    const bool isBefore = time < minutes{to};
    if (from < to) {
        return !(hasBegun && isBefore && isWorkday(settings, today));
    }
    return !((hasBegun && isWorkday(settings, today)) ||
             (isBefore && isWorkday(settings, today - std::chrono::days{1})));
}

milliseconds untilHoursChange(const Settings& settings, const Moment& now)
{
    const milliseconds time = timeOfDay(now);
    const auto until = [&](int minute) {
        const milliseconds wait = minutes{minute} - time;
        return wait > milliseconds{0} ? wait : wait + std::chrono::days{1};
    };
    return std::min(until(settings.workHours->fromMinute), until(settings.workHours->toMinute));
}

} // namespace unclench
