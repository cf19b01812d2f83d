// SPDX-License-Identifier: GPL-3.0-or-later
// When what is said of times is no longer right: with the next minute of something, or the next
// day.
#pragma once

#include "core/time/moment.h"
#include "core/time/zone.h"

namespace unclench {

/// How long after `now` a further full minute since `begin` is over; more than nothing, at most a
/// minute.
[[nodiscard]] std::chrono::milliseconds untilNextMinute(const Moment& now, const Moment& begin);

/// How long after `now` the next local day begins. At least a minute, so that a zone that is at
/// odds with the offset of `now` keeps nobody awake.
[[nodiscard]] std::chrono::milliseconds untilNextDay(const Moment& now, const Zone& zone);

} // namespace unclench
