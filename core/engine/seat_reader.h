// SPDX-License-Identifier: GPL-3.0-or-later
// Reads from a diary what the seat clock looks at.
#pragma once

#include "core/sitting/seat_clock.h"
#include "core/store/seat_store.h"
#include "core/time/clock.h"
#include "core/time/elapsed.h"

#include <optional>

namespace unclench {

/// How long the computer slept between two looks at the clocks in one boot; less than a second is
/// drift, and none.
[[nodiscard]] std::chrono::milliseconds sleptSince(const Now& before, const Now& now);

/// For how long nobody has watched `open`, where that is too long to believe that it still goes on:
/// a program that watched it ended, or it was told from the command line long ago. Absent: it goes
/// on.
[[nodiscard]] std::optional<std::chrono::milliseconds> unwatchedFor(const SeatSpan& open,
                                                                    const SeatAlive& alive,
                                                                    const Now& now,
                                                                    const ClockHistory& history);

/// As of `now`. `isWatching`: who asks watches; else what nobody has watched ended when a program
/// was last there. Throws StorageError.
[[nodiscard]] SeatPast
readSeatPast(SeatStore& store, const Now& now, const ClockHistory& history, bool isWatching);

/// Neither sits nor stands at the desk.
[[nodiscard]] bool isRest(Posture posture);

} // namespace unclench
