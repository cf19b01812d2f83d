// SPDX-License-Identifier: GPL-3.0-or-later
// The hours in which breaks are asked for.
#pragma once

#include "core/diary/settings.h"
#include "core/time/moment.h"

#include <chrono>

namespace unclench {

/// Whether `now` lies outside of the hours that were set, by the local time there and then. Hours
/// over midnight belong to the day on which they begin. False where none are set.
[[nodiscard]] bool isOutsideHours(const Settings& settings, const Moment& now);

/// How long until hours can begin or end; more than nothing. Requires: hours are set.
[[nodiscard]] std::chrono::milliseconds untilHoursChange(const Settings& settings,
                                                         const Moment& now);

} // namespace unclench
