// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/machine_settings.h"

#include "core/store/database.h"

namespace unclench {

namespace {

std::string machineKey(MachineSetting key)
{
    switch (key) {
    case MachineSetting::BackupFolder: return "backup_folder";
    case MachineSetting::BackupFolderLast: return "backup_folder_last_utc_ms";
    case MachineSetting::BackupFolderFault: return "backup_folder_fault";
    case MachineSetting::SharedFolder: return "shared_folder";
    case MachineSetting::SharedMachines: return "shared_folder_machines";
    case MachineSetting::SharedState: return "shared_folder_state";
    case MachineSetting::DamageFound: return "damage_found";
    }
    return {};
}

} // namespace

std::optional<std::string> machineSetting(Database& database, MachineSetting key)
{
    std::optional<std::string> value;
    database.each(
        "SELECT value FROM meta WHERE key = ?",
        [&](SQLite::Statement& row) { value = row.getColumn(0).getString(); }, machineKey(key));
    return value;
}

void setMachineSetting(Database& database,
                       MachineSetting key,
                       const std::optional<std::string>& value)
{
    if (value) {
        database.run("INSERT INTO meta (key, value) VALUES (?, ?)"
                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                     machineKey(key), *value);
    } else {
        database.run("DELETE FROM meta WHERE key = ?", machineKey(key));
    }
}

} // namespace unclench
