// SPDX-License-Identifier: GPL-3.0-or-later
// How sitting stands, in words.
#pragma once

#include "core/sitting/seat_clock.h"

#include <QString>

#include <chrono>

namespace unclench::ui::wording {

/// "Sitting for 21 min", "Standing for 3 min", "Away since 10:05", "On a break". Requires: the
/// posture is known.
[[nodiscard]] QString seatState(const SeatClock& clock, const Moment& now);
/// Why a break waits, and that it is not forgotten.
[[nodiscard]] QString seatHold(SeatHold hold, const SeatClock& clock, const Moment& now);

} // namespace unclench::ui::wording
