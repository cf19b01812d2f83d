// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the copies of past days stay: fewer, the longer ago they were made.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace unclench {

inline constexpr std::size_t kDaysKept = 7;
inline constexpr std::size_t kWeeksKept = 4;
inline constexpr std::size_t kMonthsKept = 12;

/// Of the days that have a copy, those whose copy stays: the newest seven; besides them the last of
/// each of the newest four weeks (from Monday on); besides those the last of each of the newest
/// twelve months. Days after `today` (the clock was set back) count for nothing of this; the first
/// seven of them stay. Done day by day it keeps what it would keep if it were done once. In the
/// order of time, each once.
[[nodiscard]] std::vector<std::chrono::local_days>
daysKept(std::vector<std::chrono::local_days> days, std::chrono::local_days today);

} // namespace unclench
