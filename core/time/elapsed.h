// SPDX-License-Identifier: GPL-3.0-or-later
// How long ago something was, whatever was done to the wall clock since.
#pragma once

#include "core/time/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// The clocks when something happened. `boot` is absent where it was told afterwards.
struct Mark {
    Moment wall;
    std::optional<std::chrono::milliseconds> boot;
    std::optional<std::string> bootId;
};

/// How the wall clock (since 1970) stood to the boot clock in one boot: wall minus boot, when it
/// was first looked at and when it last was. What lies between was set, not gone by.
struct ClockSeen {
    std::string bootId;
    std::chrono::milliseconds first{0};
    std::chrono::milliseconds last{0};

    friend bool operator==(const ClockSeen&, const ClockSeen&) = default;
};
/// The boots in which it was looked at, in order.
using ClockHistory = std::vector<ClockSeen>;

/// Adds a look at the clocks. False: it tells nothing new.
bool look(ClockHistory& history, const Now& now);

/// Exact within one boot. Over a restart of the machine it is the difference of the wall clocks
/// without what was set in the boots of `history`, but never less than the machine surely ran
/// since; for what was told afterwards, the difference of the wall clocks. Never negative.
[[nodiscard]] std::chrono::milliseconds
elapsedSince(const Mark& mark, const Now& now, const ClockHistory& history);

} // namespace unclench
