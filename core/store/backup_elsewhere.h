// SPDX-License-Identifier: GPL-3.0-or-later
// Backups to a place that a person chose: a stick, a folder that another program carries away.
#pragma once

#include "core/diary/backup.h"
#include "core/store/progress.h"

#include <filesystem>
#include <optional>

namespace unclench {

class Database;
class FileError;

/// Writes the diary with its pictures to `target`: a folder that is there, then under a name with
/// this machine and the day in it; else a file. The pictures go beside it (`picturesOf`). What is
/// there under the name is replaced in one step where it is a backup of this machine's diary, and
/// left alone otherwise. The folder is never made: where it is missing, the stick is. Throws
/// StorageError about the diary itself, and Cancelled.
[[nodiscard]] BackedUp backUpTo(Database& database,
                                const std::filesystem::path& target,
                                const Moment& now,
                                const Progress& progress = {});

/// Whether `folder`, which is there, is the data folder or lies in it: what breaks one would break
/// both.
[[nodiscard]] bool liesInDataFolder(const Database& database, const std::filesystem::path& folder);

/// What the disk said of a file that was to get the name `name`.
[[nodiscard]] TargetRefusal targetRefusalOf(const FileError& error,
                                            const std::filesystem::path& name);

/// From now on a backup of each day goes to `folder`, or, absent, to none. The first one is written
/// at once; only where that works is the folder kept. Throws StorageError about the diary itself,
/// and Cancelled.
[[nodiscard]] std::optional<TargetRefusal>
setBackupFolder(Database& database,
                const std::optional<std::filesystem::path>& folder,
                const Moment& now,
                const Progress& progress = {});

/// Absent: no folder is set.
[[nodiscard]] std::optional<KeptElsewhere> keptElsewhere(Database& database);

/// Writes today's backup elsewhere where a folder is set and has none of today, and removes older
/// ones of this machine there, as those beside the diary are removed. What came of it is remembered
/// (`keptElsewhere`). Throws StorageError about the diary itself.
void keepElsewhere(Database& database, const Moment& now);

} // namespace unclench
