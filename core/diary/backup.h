// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of backups: what made one, what it holds, and why one could not be written.
#pragma once

#include "core/diary/alert.h"
#include "core/knowledge/names.h"
#include "core/time/moment.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace unclench {

enum class BackupKind {
    Daily,           ///< the copy of a day, beside the diary
    BeforeMigration, ///< before a newer version of the program brought the file up to date
    BeforeImport,
    BeforeMerge,
    BeforeRestore,
    BeforeShare, ///< before the diary of another computer came in by itself
    Elsewhere    ///< in a folder that the person chose
};
template <>
inline constexpr std::array kNames<BackupKind> =
    std::to_array<std::string_view>({"daily", "before_migration", "before_import", "before_merge",
                                     "before_restore", "before_share", "elsewhere"});

/// One backup, as its folder shows it.
struct Backup {
    std::filesystem::path file;
    BackupKind kind{};
    /// As far as its name and its file tell.
    UtcTime made{};
    std::uintmax_t bytes = 0;

    friend bool operator==(const Backup&, const Backup&) = default;
};

/// What a backup holds; what was deleted counts nowhere.
struct BackupContents {
    /// Of its schema. Greater than ours: only a newer version of the program can restore it.
    int version = 0;
    bool isNewer = false;
    /// How the machine signs that made it. Empty: it does not say.
    std::string machine;
    int episodes = 0;
    int readings = 0;
    /// Of what was told of pain: the first and the last moment. Absent: nothing was.
    std::optional<Moment> first;
    std::optional<Moment> last;
    /// Of the alerts that were not closed. Absent: none was open.
    std::optional<Level> highestOpen;

    friend bool operator==(const BackupContents&, const BackupContents&) = default;
};

/// Why a backup could not be written where it was to go.
enum class TargetFault {
    NotThere,    ///< the folder is not there: a stick that is not plugged in
    NotAllowed,  ///< it belongs to somebody else
    ReadOnly,    ///< a disk that can only be read
    Full,        ///< no room for it
    NotOurs,     ///< a file of that name that is no backup of this diary: it was left alone
    BesideDiary, ///< the diary's own folder, where a backup is lost together with the diary
    Io           ///< anything else that the disk reported
};
template <>
inline constexpr std::array kNames<TargetFault> = std::to_array<std::string_view>(
    {"not_there", "not_allowed", "read_only", "full", "not_ours", "beside_diary", "io"});

struct TargetRefusal {
    TargetFault fault{};
    /// The file or folder that it is about.
    std::filesystem::path target;

    friend bool operator==(const TargetRefusal&, const TargetRefusal&) = default;
};

/// What came of writing a backup to a place that a person chose.
using BackedUp = std::variant<Backup, TargetRefusal>;

/// The backup elsewhere on each day, where it is set.
struct KeptElsewhere {
    std::filesystem::path folder;
    /// When one was last written there. Absent: never.
    std::optional<UtcTime> last;
    /// Why the last try failed. Absent: it did not.
    std::optional<TargetFault> fault;

    friend bool operator==(const KeptElsewhere&, const KeptElsewhere&) = default;
};

} // namespace unclench
