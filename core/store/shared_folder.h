// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a shared folder: one for each computer, written by that computer alone; another
// program carries them. What was seen there is remembered, so that nothing is read twice.
#pragma once

#include "core/diary/shared.h"
#include "core/store/progress.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unclench {

class Database;

/// "unclench-0123456789ab.db".
[[nodiscard]] std::string snapshotName(std::string_view machine);

/// How one sees that a file is another than before without reading it.
struct FileTrace {
    std::uint64_t bytes = 0;
    /// In nanoseconds.
    std::int64_t written = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const FileTrace&, const FileTrace&) = default;
};
/// Absent: there is no such file, or nobody may look.
[[nodiscard]] std::optional<FileTrace> traceOf(const std::filesystem::path& file);

struct SnapshotFile {
    std::filesystem::path file;
    /// As the name tells; what is in it may tell otherwise.
    std::string machine;
    /// "unclench-0123456789ab.sync-conflict-20260302-080000-ABCDEFG.db" and the like.
    bool isConflict = false;
    FileTrace trace;
};
struct FolderLook {
    /// Also that of this computer. By name.
    std::vector<SnapshotFile> snapshots;
    /// Files that look like diaries and are neither snapshots nor backups. By name.
    std::vector<std::filesystem::path> others;
};
[[nodiscard]] std::variant<FolderLook, TargetFault>
lookIntoShared(const std::filesystem::path& folder);

/// The same for two diaries that hold the same, whatever `meta` says.
struct ContentDigest {
    /// Of what people told, and of what they did about warnings.
    std::string told;
    /// Of that and of what the rules made of it.
    std::string all;

    friend bool operator==(const ContentDigest&, const ContentDigest&) = default;
};
/// Throws StorageError.
[[nodiscard]] ContentDigest contentDigest(Database& database);

/// What the last looks found, as it is remembered.
struct SharedMemory {
    struct Seen {
        Snapshot snapshot;
        /// Of what was read. Absent: it must be read again.
        std::optional<FileTrace> read;
    };
    std::optional<UtcTime> last;
    std::optional<TargetFault> fault;
    bool hasTwin = false;
    /// What this computer wrote there last.
    ContentDigest sentDigest;
    std::optional<FileTrace> sent;
    /// How often it wrote only what its rules found, and since when that is counted.
    int echoes = 0;
    UtcTime echoesSince{};
    std::vector<Seen> seen;
    std::vector<std::filesystem::path> others;
};
/// Empty where nothing is remembered, or not in a form that is understood.
[[nodiscard]] SharedMemory sharedMemory(Database& database);
/// Writes only where something is new, and only while `folder` is the one that is set. Throws
/// StorageError.
void rememberShared(Database& database,
                    const std::filesystem::path& folder,
                    const SharedMemory& memory);

/// The computers of which the person said that they are theirs. Throws StorageError.
[[nodiscard]] std::set<std::string> sharedMachines(Database& database);
void setSharedMachine(Database& database, const std::string& machine, bool isMine);

/// Absent: no folder is set.
[[nodiscard]] std::optional<std::filesystem::path> sharedFolderOf(Database& database);
/// As it was found last, without looking at the folder. Absent: no folder is set. Throws
/// StorageError.
[[nodiscard]] std::optional<SharedFolder> sharedFolder(Database& database);
/// Reads what each snapshot holds.
void readContents(std::vector<Snapshot>& snapshots);

/// The latest moment at which a machine wrote something new, by its own clock; what it changed
/// later says nothing of its clock, for a change is always later than what it changes. Absent:
/// nothing.
[[nodiscard]] std::optional<UtcTime> latestWritten(Database& diary, const std::string& machine);

/// Writes this computer's diary with its pictures into `folder`. What is there under its name is
/// replaced unless it is the diary of another computer. Throws StorageError about the diary itself,
/// and Cancelled.
[[nodiscard]] std::variant<FileTrace, TargetRefusal> writeSnapshot(
    Database& database, const std::filesystem::path& folder, const Progress& progress = {});

} // namespace unclench
