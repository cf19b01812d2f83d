// SPDX-License-Identifier: GPL-3.0-or-later
// When the few large buttons of a bad day are offered.
#pragma once

#include "core/diary/course.h"

#include <algorithm>

namespace unclench {

/// 0 to 10. Our own choice, where pain makes small things hard; no clinical limit.
inline constexpr int kBadDayPain = 7;

/// Whether the last reading of `course` is its first of a bad day: true once in an episode, however
/// often the program was started in between.
[[nodiscard]] inline bool hasBecomeBad(const Course& course)
{
    const auto isBad = [](const Reading& reading) { return reading.pain >= kBadDayPain; };
    const auto& all = course.readings;
    return !all.empty() && isBad(all.back()) && std::count_if(all.begin(), all.end(), isBad) == 1;
}

} // namespace unclench
