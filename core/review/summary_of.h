// SPDX-License-Identifier: GPL-3.0-or-later
// Counting the numbers of the page for the doctor.
#pragma once

#include "core/diary/chronicle.h"
#include "core/diary/summary_records.h"
#include "core/review/summary.h"
#include "core/time/period.h"

namespace unclench {

/// As long as `period` until `now`, right before it. No bounds where `period` has no begin; empty
/// where it begins after `now`.
[[nodiscard]] Period periodBefore(const Period& period, UtcTime now);

/// Requires: `records` were read for `period` and the period before it, at the moment of
/// `chronicle`.
[[nodiscard]] Summary
summaryOf(const Chronicle& chronicle, const SummaryRecords& records, const Period& period);

} // namespace unclench
