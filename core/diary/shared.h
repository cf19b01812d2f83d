// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the folder through which the computers of one person exchange their diaries.
#pragma once

#include "core/diary/backup.h"
#include "core/diary/merge_counts.h"

#include <vector>

namespace unclench {

/// Why the diary of another computer in the shared folder was not taken in.
enum class SnapshotFault {
    Unfinished, ///< it is damaged, or not all of it is there yet: looked at again once it changes
    Newer,      ///< written by a newer version of the program
    NotOurs,    ///< no diary, or not of the computer that its name tells
    Unreadable  ///< it cannot be opened
};
template <>
inline constexpr std::array kNames<SnapshotFault> =
    std::to_array<std::string_view>({"unfinished", "newer", "not_ours", "unreadable"});

/// The diary of another computer as it lies in the shared folder.
struct Snapshot {
    std::filesystem::path file;
    /// How that computer signs, as the name of the file tells.
    std::string machine;
    /// The person said that this computer is theirs: only then it is taken in.
    bool isMine = false;
    /// A second one of the same computer that a file synchroniser made.
    bool isConflict = false;
    /// Why the last try to take it in failed. Absent: it did not.
    std::optional<SnapshotFault> fault;
    /// When it was last taken in. Absent: never.
    std::optional<UtcTime> taken;
    /// The latest time at which its computer wrote something new, by its own clock. Absent: nobody
    /// looked.
    std::optional<UtcTime> latest;
    /// Absent: nobody looked, or it cannot be read.
    std::optional<BackupContents> holds;

    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

struct SharedFolder {
    std::filesystem::path folder;
    /// How this computer signs: it writes `unclench-MACHINE.db` there.
    std::string machine;
    /// When something was last carried, in whichever direction. Absent: never.
    std::optional<UtcTime> last;
    /// Why this computer's diary could not be written there, or nothing read. Absent: it could.
    std::optional<TargetFault> fault;
    /// Another computer writes under this one's name: one was made by copying the other.
    bool hasTwin = false;
    std::vector<Snapshot> snapshots;
    /// Files there that look like diaries and are none of these. They are left alone.
    std::vector<std::filesystem::path> others;

    friend bool operator==(const SharedFolder&, const SharedFolder&) = default;
};

/// What lies in a folder that is to be shared, where it holds diaries of computers of which the
/// person has not said whose they are.
struct SharedQuestion {
    std::filesystem::path folder;
    std::vector<Snapshot> snapshots;

    friend bool operator==(const SharedQuestion&, const SharedQuestion&) = default;
};

/// A clock that is ahead by less than this is one that runs a little fast.
inline constexpr std::chrono::minutes kSharedClockSlack{5};

/// Whether the clock of that computer was ahead when it wrote.
[[nodiscard]] inline bool isAhead(const Snapshot& snapshot, UtcTime now)
{
    return snapshot.latest && *snapshot.latest > now + kSharedClockSlack;
}

/// What one exchange came to.
struct Exchanged {
    /// Of all that came in.
    MergeCounts counts;
    /// This computer's diary was written anew.
    bool isSent = false;
    SharedFolder state;
};

} // namespace unclench
