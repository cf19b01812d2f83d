// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a diary's file is whole: the one judgement that the check, the backups and the ways out
// of damage share.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace unclench {

class Database;

enum class FileState {
    Whole,      ///< SQLite's `integrity_check` finds nothing
    IndexesOff, ///< the tables are sound by themselves; what leads to their rows is not
    Broken
};

struct FileCheck {
    FileState state = FileState::Whole;
    /// SQLite's first complaint. Empty: there is none.
    std::string complaint;
};

/// The file as it was last committed, read into memory whole: 90 MB and over a second with ten
/// years. Throws StorageError where it cannot be read.
[[nodiscard]] FileCheck checkFile(Database& database);
/// The same of the bytes of a file that needs no log. Throws StorageError where memory is short.
[[nodiscard]] FileCheck checkImage(std::string_view bytes);

/// Whether `checkFile` finds it whole. Throws StorageError.
[[nodiscard]] bool isWhole(Database& database);

/// Whether the tables can be read of a file that has no log and that nobody writes to: a sixth of
/// the time. Its indexes may be off, which are built anew when it is restored, and values may not
/// fit their columns. Throws StorageError.
[[nodiscard]] bool isSoundCopy(const std::filesystem::path& copy);

} // namespace unclench
