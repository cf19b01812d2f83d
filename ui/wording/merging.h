// SPDX-License-Identifier: GPL-3.0-or-later
// What came of taking another diary in, in words.
#pragma once

#include "core/diary/merge_counts.h"
#include "core/store/storage_error.h"

#include <QString>

#include <filesystem>

namespace unclench::ui::wording {

/// "12 entries came in." and whatever else there is to know of it.
[[nodiscard]] QString merged(const MergeCounts& merged);
/// Why the file that was to be taken in cannot be, and what to do. `error` is of that file, not of
/// the diary.
[[nodiscard]] QString mergeFailure(const StorageError& error, const std::filesystem::path& file);

} // namespace unclench::ui::wording
