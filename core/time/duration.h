// SPDX-License-Identifier: GPL-3.0-or-later
// Durations as text: "90s", "45m", "2h30m", "6d23h59m".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// Units d, h, m, s in this order, each at most once, at least one. Absent: not such a text, or
/// over 100,000 days.
[[nodiscard]] std::optional<std::chrono::seconds> parseDuration(std::string_view text);

/// The shortest form of a duration that is not negative: "1h45m", "0m" for nothing; what is less
/// than a second is cut.
[[nodiscard]] std::string toText(std::chrono::milliseconds duration);

} // namespace unclench
