// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a record says something that can be: ranges, known ids, texts, times that have come.
#pragma once

#include "core/diary/problem.h"
#include "core/diary/record.h"
#include "core/knowledge/vocabulary.h"

namespace unclench {

/// The longest note, in bytes.
inline constexpr std::size_t kLongestNote = 1024 * 1024;
/// The longest name, dose or profile value, in bytes.
inline constexpr std::size_t kLongestLine = 1000;

/// Every fault of `record`, none where it may be saved. Looks at this record alone: whether it fits
/// to others is for the journal.
[[nodiscard]] Problems
check(const AnyRecord& record, const Vocabulary& vocabulary, const Moment& now);

/// The fault of a time for which something is told: later than now, or before 1970.
[[nodiscard]] Problems checkTime(const char* field, const Moment& at, const Moment& now);

/// The faults of the told members.
[[nodiscard]] Problems
check(const Details& details, const Vocabulary& vocabulary, const Moment& now);

} // namespace unclench
