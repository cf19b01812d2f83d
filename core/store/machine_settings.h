// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that mean something on this machine alone: they stay with the file, and are never
// exported, merged or restored.
#pragma once

#include <optional>
#include <string>

namespace unclench {

class Database;

enum class MachineSetting {
    BackupFolder,      ///< where the backup of each day goes
    BackupFolderLast,  ///< when one was last written there, in milliseconds
    BackupFolderFault, ///< the id of the TargetFault that the last try met
    SharedFolder,      ///< where the person's computers exchange their diaries
    SharedMachines,    ///< how those sign that the person said are theirs
    SharedState,       ///< what the last look into that folder found (core/store/shared_folder)
    DamageFound        ///< "yes" where the copy of the day was refused because the file is broken
};

/// Absent: not set. Throws StorageError.
[[nodiscard]] std::optional<std::string> machineSetting(Database& database, MachineSetting key);

/// Absent: no longer set. In a transaction of its own or that of the caller. Throws StorageError.
void setMachineSetting(Database& database,
                       MachineSetting key,
                       const std::optional<std::string>& value);

} // namespace unclench
