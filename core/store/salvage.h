// SPDX-License-Identifier: GPL-3.0-or-later
// Saving what can be read of a damaged diary. The damaged file itself is never written to.
#pragma once

#include "core/diary/salvaged.h"
#include "core/store/database.h"
#include "core/store/progress.h"
#include "core/time/moment.h"

#include <filesystem>
#include <memory>
#include <string>

namespace unclench {

struct ReadableDiary {
    /// In memory, and for reading alone; whole in itself.
    std::unique_ptr<Database> diary;
    Salvaged salvaged;
};

/// Looks at what can be read of the diary in `folder`, whatever is wrong with it, without a copy
/// and without changing anything there. `lostName` is what a medicine is called whose name is lost.
/// A file that is missing, empty or no diary gives an empty one. Throws StorageError where not even
/// its bytes can be read, or where it is of a newer version; and Cancelled.
[[nodiscard]] ReadableDiary readDamaged(const std::filesystem::path& folder,
                                        const std::string& lostName,
                                        const Progress& progress = {});

/// Makes a new diary out of what can be read and the newest good copy, and puts it in the place of
/// the damaged one, which stays beside it as damaged-TIME.db. At no moment there is no file. Throws
/// StorageError and Cancelled; then the folder is as it was.
[[nodiscard]] Salvaged salvage(const std::filesystem::path& folder,
                               const std::string& lostName,
                               const Moment& now,
                               const Progress& progress = {});

} // namespace unclench
