// SPDX-License-Identifier: GPL-3.0-or-later
// One copy of a diary as one file, read back and checked before it gets its name.
#pragma once

#include "core/store/new_file.h"
#include "core/store/progress.h"

#include <filesystem>

namespace unclench {

class Database;

/// How closely a copy is looked at.
enum class CheckDepth {
    Quick, ///< whether its tables can be read
    Full   ///< besides, its indexes and whether each value fits its column: then it is whole
};

/// Whether a file is a diary of ours that opens and has nothing wrong with it. With ten years the
/// quick look takes a quarter of a second, the full one over one (wholeness.h).
[[nodiscard]] bool passesCheck(const std::filesystem::path& copy, CheckDepth depth);

/// `name` becomes a copy of the diary as it was last committed, in one step; what had the name is
/// replaced; `until`: what it is called meanwhile. A copy that does not pass the check never gets
/// the name. Requires: a diary with a file, and a folder for
/// `name` that is there. Throws FileError
/// where it could not be written there, another StorageError where the diary could not be read
/// (Damaged: it is not whole itself), and Cancelled; then `name` is as it was.
void writeCheckedCopy(Database& database,
                      const std::filesystem::path& name,
                      const Progress& progress = {},
                      NewName until = NewName::Own,
                      CheckDepth depth = CheckDepth::Quick);

} // namespace unclench
