// SPDX-License-Identifier: GPL-3.0-or-later
// Two diaries become one. Whoever merges what, in whatever order and however often: the same rows
// come of it. docs/merge.md says by which rules, and why that is so.
#pragma once

#include "core/diary/merge_counts.h"
#include "core/diary/record.h"
#include "core/store/progress.h"

#include <functional>

namespace unclench {

class Database;

/// Hears of each record that a merge writes. Any of them may be empty.
struct MergeListener {
    std::function<void(const AnyRecord& record)> added{};
    std::function<void(const AnyRecord& before, const AnyRecord& after)> replaced{};
    /// It was erased elsewhere, and is gone here as well.
    std::function<void(const AnyRecord& record)> dropped{};
};

/// Takes into `diary` what `other` has that is not there or later than there. `meta` stays as it
/// is in both. Requires: a Transaction on `diary`; `other` is of today's schema. Throws
/// StorageError, FileError (a record of `other` cannot be read, or refers to one that is not
/// there), Cancelled.
MergeCounts mergeInto(Database& diary,
                      Database& other,
                      UtcTime now,
                      const MergeListener& listener,
                      const Progress& progress);

} // namespace unclench
