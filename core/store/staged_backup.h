// SPDX-License-Identifier: GPL-3.0-or-later
// A backup on its way back into a diary.
#pragma once

#include <filesystem>
#include <memory>

namespace unclench {

class Database;

/// A backup of any version, read whole into memory, checked, and brought up to date there; its file
/// stays as it is. Throws FileError where it cannot be used (CannotOpen, Damaged, Newer): the fault
/// is that of the backup, not of the diary.
[[nodiscard]] std::unique_ptr<Database> stageBackup(const std::filesystem::path& backup);

} // namespace unclench
