// SPDX-License-Identifier: GPL-3.0-or-later
// One copy of a diary as one file, read back and checked before it gets its name.
#pragma once

#include "core/store/new_file.h"
#include "core/store/progress.h"

#include <filesystem>

namespace unclench {

class Database;

/// Whether a file is a diary of ours that opens and in which SQLite's quick check finds nothing.
[[nodiscard]] bool passesCheck(const std::filesystem::path& copy);

/// `name` becomes a copy of the diary as it was last committed, in one step; what had the name is
/// replaced; `until`: what it is called meanwhile. Requires: a diary with a file, and a folder for
/// `name` that is there. Throws FileError
/// where it could not be written there, another StorageError where the diary could not be read, and
/// Cancelled; then `name` is as it was.
void writeCheckedCopy(Database& database,
                      const std::filesystem::path& name,
                      const Progress& progress = {},
                      NewName until = NewName::Own);

} // namespace unclench
