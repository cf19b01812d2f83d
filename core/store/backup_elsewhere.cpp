// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_elsewhere.h"

#include "core/store/backup_names.h"
#include "core/store/backups.h"
#include "core/store/checked_copy.h"
#include "core/store/database.h"
#include "core/store/file_error.h"
#include "core/store/machine_settings.h"
#include "core/store/old_backups.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// Absent: something can be written under `name`, as far as one can see before.
std::optional<TargetRefusal> refusalBefore(const Database& database, const fs::path& name)
{
    std::error_code error;
    const fs::path folder = name.parent_path();
    if (!name.has_filename() || !fs::is_directory(folder, error)) {
        return TargetRefusal{TargetFault::NotThere, folder};
    }
    if (liesInDataFolder(database, folder)) {
        return TargetRefusal{TargetFault::BesideDiary, folder};
    }
    if (fs::exists(fs::symlink_status(name, error))) {
        const auto holds = contentsOf(name);
        if (!holds || holds->machine != database.machine()) {
            return TargetRefusal{TargetFault::NotOurs, name};
        }
    }
    return std::nullopt;
}

BackedUp
writeBackup(Database& database, const fs::path& name, const Moment& now, const Progress& progress)
{
    if (const auto refusal = refusalBefore(database, name)) {
        return *refusal;
    }
    try {
        // The pictures first: what has its name is complete.
        copyPictures(database, database.file().parent_path() / kPicturesFolder, picturesOf(name));
        writeCheckedCopy(database, name, progress);
    } catch (const FileError& error) {
        return targetRefusalOf(error, name);
    }
    std::error_code noSize;
    const std::uintmax_t bytes = fs::file_size(name, noSize);
    return Backup{name, BackupKind::Elsewhere, now.utc, noSize ? 0 : bytes};
}

fs::path todaysElsewhere(const Database& database, const fs::path& folder, const Moment& now)
{
    return folder / elsewhereName(database.machine(), now.localDay());
}

/// As `writeBackup`, into the folder that is kept; and then old ones of this machine there go.
BackedUp
writeToday(Database& database, const fs::path& folder, const Moment& now, const Progress& progress)
{
    BackedUp backedUp =
        writeBackup(database, todaysElsewhere(database, folder, now), now, progress);
    if (std::holds_alternative<Backup>(backedUp)) {
        std::vector<Backup> ours = backupsAt(folder);
        std::erase_if(ours, [&](const Backup& backup) {
            const auto name = parseBackupName(backup.file.filename().string());
            return !name || name->machine != database.machine();
        });
        removeOldDays(ours, now);
    }
    return backedUp;
}

void rememberElsewhere(Database& database, const BackedUp& backedUp)
{
    const auto* done = std::get_if<Backup>(&backedUp);
    std::optional<std::string> fault;
    if (const auto* refusal = std::get_if<TargetRefusal>(&backedUp)) {
        fault = toId(refusal->fault);
    }
    if (done == nullptr && machineSetting(database, MachineSetting::BackupFolderFault) == fault) {
        return; // nothing new
    }
    Transaction transaction{database};
    if (done != nullptr) {
        setMachineSetting(database, MachineSetting::BackupFolderLast,
                          std::to_string(done->made.time_since_epoch().count()));
    }
    setMachineSetting(database, MachineSetting::BackupFolderFault, fault);
    transaction.commit();
}

} // namespace

bool liesInDataFolder(const Database& database, const fs::path& folder)
{
    std::error_code error;
    const fs::path diary = database.file().parent_path();
    for (fs::path place = fs::canonical(folder, error); !error && !place.empty();
         place = place.parent_path()) {
        if (fs::equivalent(place, diary, error)) {
            return true;
        }
        if (place == place.parent_path()) {
            break;
        }
    }
    return false;
}

TargetRefusal targetRefusalOf(const FileError& error, const fs::path& name)
{
    std::error_code ignored;
    const fs::path folder = name.parent_path();
    if (!fs::is_directory(folder, ignored)) {
        return {TargetFault::NotThere, folder}; // pulled out meanwhile
    }
    switch (error.fault()) {
    case StorageFault::Full: return {TargetFault::Full, name};
    case StorageFault::ReadOnly: return {TargetFault::ReadOnly, folder};
    case StorageFault::CannotOpen:
        return ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0
                   ? TargetRefusal{TargetFault::Io, name}
                   : TargetRefusal{TargetFault::NotAllowed, folder};
    case StorageFault::Gone:
    case StorageFault::Locked:
    case StorageFault::Damaged:
    case StorageFault::Newer:
    case StorageFault::Io: break;
    }
    return {TargetFault::Io, name};
}

BackedUp
backUpTo(Database& database, const fs::path& target, const Moment& now, const Progress& progress)
{
    assert(!database.file().empty() && "a diary in memory has no backup");
    std::error_code error;
    const fs::path whole = fs::absolute(target);
    return writeBackup(
        database, fs::is_directory(whole, error) ? todaysElsewhere(database, whole, now) : whole,
        now, progress);
}

std::optional<TargetRefusal> setBackupFolder(Database& database,
                                             const std::optional<fs::path>& folder,
                                             const Moment& now,
                                             const Progress& progress)
{
    std::optional<fs::path> whole;
    std::optional<BackedUp> backedUp;
    if (folder) {
        // Without a slash at the end, so that its name is its own.
        whole = (fs::absolute(*folder) / "").lexically_normal().parent_path();
        backedUp = writeToday(database, *whole, now, progress);
        if (const auto* refusal = std::get_if<TargetRefusal>(&*backedUp)) {
            return *refusal;
        }
    }
    Transaction transaction{database};
    setMachineSetting(database, MachineSetting::BackupFolder,
                      whole ? std::optional{whole->string()} : std::nullopt);
    setMachineSetting(database, MachineSetting::BackupFolderLast,
                      backedUp ? std::optional{std::to_string(
                                     std::get<Backup>(*backedUp).made.time_since_epoch().count())}
                               : std::nullopt);
    setMachineSetting(database, MachineSetting::BackupFolderFault, std::nullopt);
    transaction.commit();
    return std::nullopt;
}

std::optional<KeptElsewhere> keptElsewhere(Database& database)
{
    const auto folder = machineSetting(database, MachineSetting::BackupFolder);
    if (!folder) {
        return std::nullopt;
    }
    KeptElsewhere kept{*folder, {}, {}};
    if (const auto last = machineSetting(database, MachineSetting::BackupFolderLast)) {
        std::int64_t ms = 0;
        if (std::from_chars(last->data(), last->data() + last->size(), ms).ec == std::errc{}) {
            kept.last = UtcTime{std::chrono::milliseconds{ms}};
        }
    }
    if (const auto fault = machineSetting(database, MachineSetting::BackupFolderFault)) {
        kept.fault = fromId<TargetFault>(*fault);
    }
    return kept;
}

void keepElsewhere(Database& database, const Moment& now)
{
    const auto folder = machineSetting(database, MachineSetting::BackupFolder);
    std::error_code error;
    if (!folder) {
        return;
    }
    const fs::path today = todaysElsewhere(database, *folder, now);
    if (fs::exists(today, error)) {
        if (machineSetting(database, MachineSetting::BackupFolderFault)) {
            // Somebody wrote it by hand since.
            rememberElsewhere(database, Backup{today, BackupKind::Elsewhere, now.utc, 0});
        }
        return;
    }
    rememberElsewhere(database, writeToday(database, *folder, now, {}));
}

} // namespace unclench
