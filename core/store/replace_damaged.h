// SPDX-License-Identifier: GPL-3.0-or-later
// Putting another file in the place of a diary that cannot be opened; the damaged one stays beside.
#pragma once

#include "core/store/progress.h"
#include "core/time/moment.h"

#include <filesystem>

namespace unclench {

struct Replaced {
    /// Where the damaged file is now. Empty: there was none.
    std::filesystem::path damaged;
    /// Emergencies that were open in the damaged file, could be read, and stand in the new one.
    int emergenciesKept = 0;
    /// Copied back from the backup.
    int pictures = 0;
};

/// Makes the diary in `folder` anew out of `backup`, also one of an older version. Whatever happens
/// on the way, the folder holds the old file or the new one, and never an older state that passes
/// for the newest. The backup stays as it is. Throws StorageError (Damaged, Newer: the backup
/// cannot be used) and Cancelled; then the folder is as it was.
[[nodiscard]] Replaced replaceDamaged(const std::filesystem::path& folder,
                                      const std::filesystem::path& backup,
                                      const Moment& now,
                                      const Progress& progress = {});

/// The last step of that: `finished`, a whole diary in `folder`, becomes the diary there. The
/// damaged file and what SQLite keeps beside it become damaged-TIME.db*; returns that name. Empty:
/// there was no file. Throws StorageError.
[[nodiscard]] std::filesystem::path putInPlaceOfDamaged(const std::filesystem::path& folder,
                                                        const std::filesystem::path& finished,
                                                        const Moment& now);

/// Whether damaged diaries were kept in `folder`: one was here, so an empty one is not a new one.
[[nodiscard]] bool hasDamaged(const std::filesystem::path& folder);

} // namespace unclench
