// SPDX-License-Identifier: GPL-3.0-or-later
// What came of taking another diary in.
#pragma once

#include "core/diary/merge_counts.h"
#include "core/engine/unit_of_work.h"
#include "core/store/merge.h"
#include "core/store/progress.h"

#include <filesystem>
#include <functional>

namespace unclench {

class Engine;

/// Why another diary is taken in: an export of ours, the file of another machine, or, by itself,
/// what lies in the shared folder.
enum class MergeReason { Import, Merge, Share };

struct Merged : MergeCounts {
    Undo undo{};
};

/// Takes records in, by a RecordMerge with that moment and listener.
using Taking = std::function<MergeCounts(
    UtcTime now, const MergeListener& listener, const Progress& progress)>;

/// The file that a person means with `path`: itself, or the diary in that folder.
[[nodiscard]] std::filesystem::path diaryFileAt(const std::filesystem::path& path);

/// Whether `path` means the diary that is open.
[[nodiscard]] bool isThisDiary(const Database& database, const std::filesystem::path& path);

/// Engine::merge with the diary that `path` means, of whatever version, and its pictures; the file
/// is left as it is. Throws FileError (CannotOpen, Newer, Damaged: that file cannot be used),
/// StorageError and Cancelled.
[[nodiscard]] Merged
mergeFile(Engine& engine, const std::filesystem::path& path, const Progress& progress);

} // namespace unclench
