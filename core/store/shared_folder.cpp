// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/shared_folder.h"

#include "core/diary/record.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/backup_names.h"
#include "core/store/backups.h"
#include "core/store/checked_copy.h"
#include "core/store/database.h"
#include "core/store/file_error.h"
#include "core/store/machine_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <sstream>
#include <sys/stat.h>

namespace unclench {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSnapshotPrefix = "unclench-";
constexpr std::size_t kSignLength = 12;

/// Of a name such as "unclench-0123456789ab.db", or such as file synchronisers make of it. Empty:
/// it is none.
std::string machineInName(std::string_view name, bool& isConflict)
{
    const std::size_t behind = kSnapshotPrefix.size() + kSignLength;
    if (!name.starts_with(kSnapshotPrefix) || !name.ends_with(kBackupSuffix) ||
        name.size() < behind + kBackupSuffix.size()) {
        return {};
    }
    const std::string_view sign = name.substr(kSnapshotPrefix.size(), kSignLength);
    const bool isSign = std::all_of(sign.begin(), sign.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
    const std::string_view rest = name.substr(behind, name.size() - behind - kBackupSuffix.size());
    // Syncthing, Nextcloud and Dropbox, ownCloud. A dash stands before the day of a backup.
    isConflict = !rest.empty();
    const bool isKnown = rest.empty() || rest.starts_with(".sync-conflict-") ||
                         rest.starts_with(" (") || rest.starts_with("_conflict-");
    // Remembered as text: only what every text can hold.
    const bool isPlain =
        std::all_of(rest.begin(), rest.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return isSign && isKnown && isPlain ? std::string{sign} : std::string{};
}

/// FNV-1a, of a few thousand bytes: two that differ are not taken for the same by chance.
std::string hashed(std::string_view text)
{
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    }
    return fmt::format("{:016x}", hash);
}

/// Refused before anything is written there. Absent: nothing speaks against it.
std::optional<TargetRefusal> refusalOfShare(const Database& database, const fs::path& name)
{
    std::error_code error;
    const fs::path folder = name.parent_path();
    if (!fs::is_directory(folder, error)) {
        return TargetRefusal{TargetFault::NotThere, folder};
    }
    if (liesInDataFolder(database, folder)) {
        return TargetRefusal{TargetFault::BesideDiary, folder};
    }
    const auto status = fs::symlink_status(name, error);
    if (!fs::exists(status)) {
        return std::nullopt;
    }
    // One that was carried here in part is of nobody: its name is ours.
    const auto holds = contentsOf(name);
    if (!fs::is_regular_file(status) || (holds && holds->machine != database.machine())) {
        return TargetRefusal{TargetFault::NotOurs, name};
    }
    return std::nullopt;
}

} // namespace

std::string snapshotName(std::string_view machine)
{
    return fmt::format("{}{}{}", kSnapshotPrefix, machine, kBackupSuffix);
}

std::optional<FileTrace> traceOf(const fs::path& file)
{
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return FileTrace{static_cast<std::uint64_t>(status.st_size),
                     std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
                     status.st_ino};
}

std::variant<FolderLook, TargetFault> lookIntoShared(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return TargetFault::NotThere;
    }
    FolderLook look;
    fs::directory_iterator entry{folder, error};
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::error_code noStatus;
        if (name.starts_with('.') || !name.ends_with(kBackupSuffix) ||
            !entry->is_regular_file(noStatus)) {
            continue;
        }
        SnapshotFile file{entry->path(), {}, false, {}};
        file.machine = machineInName(name, file.isConflict);
        const auto trace = traceOf(entry->path());
        if (!file.machine.empty() && trace) {
            file.trace = *trace;
            look.snapshots.push_back(std::move(file));
        } else if (file.machine.empty() && !parseBackupName(name)) {
            look.others.push_back(entry->path());
        }
    }
    if (error) {
        return error == std::errc::permission_denied           ? TargetFault::NotAllowed
               : error == std::errc::no_such_file_or_directory ? TargetFault::NotThere
                                                               : TargetFault::Io;
    }
    std::sort(look.snapshots.begin(), look.snapshots.end(),
              [](const SnapshotFile& a, const SnapshotFile& b) { return a.file < b.file; });
    std::sort(look.others.begin(), look.others.end());
    return look;
}

std::set<std::string> sharedMachines(Database& database)
{
    std::istringstream list{
        machineSetting(database, MachineSetting::SharedMachines).value_or(std::string{})};
    std::set<std::string> machines;
    for (std::string machine; list >> machine;) {
        machines.insert(machine);
    }
    return machines;
}

void setSharedMachine(Database& database, const std::string& machine, bool isMine)
{
    std::set<std::string> machines = sharedMachines(database);
    const bool isNew = isMine ? machines.insert(machine).second : machines.erase(machine) > 0;
    if (isNew) {
        setMachineSetting(database, MachineSetting::SharedMachines,
                          machines.empty()
                              ? std::nullopt
                              : std::optional{fmt::format("{}", fmt::join(machines, " "))});
    }
}

std::optional<fs::path> sharedFolderOf(Database& database)
{
    const auto folder = machineSetting(database, MachineSetting::SharedFolder);
    return folder ? std::optional<fs::path>{*folder} : std::nullopt;
}

std::optional<SharedFolder> sharedFolder(Database& database)
{
    const auto folder = sharedFolderOf(database);
    if (!folder) {
        return std::nullopt;
    }
    const std::set<std::string> mine = sharedMachines(database);
    SharedMemory memory = sharedMemory(database);
    SharedFolder shared;
    shared.folder = *folder;
    shared.machine = database.machine();
    shared.last = memory.last;
    shared.fault = memory.fault;
    shared.hasTwin = memory.hasTwin;
    for (SharedMemory::Seen& seen : memory.seen) {
        seen.snapshot.file = *folder / seen.snapshot.file;
        seen.snapshot.isMine =
            seen.snapshot.machine == shared.machine || mine.contains(seen.snapshot.machine);
        shared.snapshots.push_back(std::move(seen.snapshot));
    }
    for (const fs::path& other : memory.others) {
        shared.others.push_back(*folder / other);
    }
    return shared;
}

void readContents(std::vector<Snapshot>& snapshots)
{
    for (Snapshot& snapshot : snapshots) {
        snapshot.holds = contentsOf(snapshot.file);
    }
}

ContentDigest contentDigest(Database& database)
{
    std::string told;
    std::string found;
    // `updated` grows with each edit. In two halves: the sum of all might not fit.
    const auto add = [&](std::string& to, std::string_view rows, std::string_view column) {
        database.each(fmt::format("SELECT count(*), coalesce(sum({0} & 4294967295), 0),"
                                  " coalesce(sum({0} >> 32), 0) FROM {1}",
                                  column, rows),
                      [&](SQLite::Statement& row) {
                          to +=
                              fmt::format("{} {} {} {}\n", rows, row.getColumn(0).getInt64(),
                                          row.getColumn(1).getInt64(), row.getColumn(2).getInt64());
                      });
    };
    forEachKind([&]<class Record>(const Record&) {
        constexpr bool isFound = std::is_same_v<Record, Alert> || std::is_same_v<Record, AlertStep>;
        add(isFound ? found : told, toId(kKindOf<Record>), "updated_utc_ms");
    });
    // What a person did about a warning; all else of it follows from what was told.
    add(told, "alert WHERE state = 'snoozed' OR closing IN ('seen', 'mistake', 'dismissed')",
        "updated_utc_ms");
    add(told, "change_log WHERE kind NOT IN ('alert', 'alert_step')", "replaced_utc_ms");
    add(found, "change_log WHERE kind IN ('alert', 'alert_step')", "replaced_utc_ms");
    add(told, "erased", "deleted_utc_ms");
    return {hashed(told), hashed(told + found)};
}

std::variant<FileTrace, TargetRefusal>
writeSnapshot(Database& database, const fs::path& folder, const Progress& progress)
{
    assert(!database.file().empty() && "a diary in memory is not shared");
    const fs::path name = folder / snapshotName(database.machine());
    if (const auto refusal = refusalOfShare(database, name)) {
        return *refusal;
    }
    try {
        try {
            // The pictures first: what has its name is complete.
            copyPictures(database, database.file().parent_path() / kPicturesFolder,
                         picturesOf(name), NewName::NotCarried);
        } catch (const FileError&) {
            throw;
        } catch (const StorageError& error) {
            throw FileError{error.fault(), error.operation(), error.what()};
        }
        writeCheckedCopy(database, name, progress, NewName::NotCarried);
    } catch (const FileError& error) {
        return targetRefusalOf(error, name);
    }
    const auto trace = traceOf(name);
    if (!trace) {
        return TargetRefusal{TargetFault::NotThere, folder}; // gone at once
    }
    return *trace;
}

std::optional<UtcTime> latestWritten(Database& diary, const std::string& machine)
{
    std::int64_t latest = 0;
    forEachKind([&]<class Record>(const Record&) {
        latest = std::max(latest,
                          diary.number(fmt::format("SELECT coalesce(max(created_utc_ms), 0) FROM {}"
                                                   " WHERE machine = ? AND created_utc_ms ="
                                                   " updated_utc_ms",
                                                   toId(kKindOf<Record>)),
                                       machine));
    });
    return latest > 0 ? std::optional{UtcTime{std::chrono::milliseconds{latest}}} : std::nullopt;
}

} // namespace unclench
