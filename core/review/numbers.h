// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of one period that stand beside those of another (docs/report.md).
#pragma once

#include "core/diary/chronicle.h"
#include "core/diary/summary_records.h"
#include "core/review/summary.h"
#include "core/time/period.h"

namespace unclench {

/// A begin up to so long before a midnight, or an end up to so long after one, is that midnight:
/// the clocks may have been changed since.
inline constexpr std::chrono::hours kClocksChange{2};

[[nodiscard]] inline bool isIn(const Period& period, UtcTime time)
{
    return (!period.begin || time >= *period.begin) && (!period.end || time < *period.end);
}

[[nodiscard]] Summary::Numbers
numbersOf(const Chronicle& chronicle, const SummaryRecords& records, const Period& period);

} // namespace unclench
