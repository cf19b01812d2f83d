// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks from sitting, out of the spans of a whole diary.
#pragma once

#include "core/diary/seat.h"

#include <vector>

namespace unclench {

struct SittingBreak {
    UtcTime begin{};
    UtcTime end{};
    /// Of the span with which it begins, or after which nothing is known until the next one.
    Stamp stamp;
};

/// Those that counted (core/sitting/seat_day.h), day by day, in the order of time; of each
/// machine on its own. What is not over counts not yet. Requires: `spans` are live. `now` is as
/// late as the latest of them.
[[nodiscard]] std::vector<SittingBreak> sittingBreaks(std::vector<SeatSpan> spans,
                                                      const Moment& now);

} // namespace unclench
