// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of backups are called, and what their names say.
#pragma once

#include "core/diary/backup.h"
#include "core/store/backups.h"

#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// The folder beside the diary.
inline constexpr std::string_view kCopiesFolder = "copies";
inline constexpr std::string_view kBackupSuffix = ".db";

/// What a name says.
struct BackupName {
    BackupKind kind{};
    /// Of one of each day.
    std::optional<std::chrono::local_days> day;
    /// Of one that was made before something.
    std::optional<UtcTime> time;
    /// Of one elsewhere: which machine made it.
    std::string machine;
};

/// "daily-2026-03-02.db".
[[nodiscard]] std::string dailyName(std::chrono::local_days day);
/// "before-version-008.db".
[[nodiscard]] std::string beforeMigrationName(int version);
/// "before-restore-2026-03-02T07-00-00.123Z.db".
[[nodiscard]] std::string beforeName(BackupReason reason, UtcTime time);
/// "unclench-0123456789ab-2026-03-02.db".
[[nodiscard]] std::string elsewhereName(std::string_view machine, std::chrono::local_days day);
/// What of such a name is the same on each day: "unclench-0123456789ab".
[[nodiscard]] std::string elsewhereStem(std::string_view machine);

/// Absent: not the name of a backup.
[[nodiscard]] std::optional<BackupName> parseBackupName(std::string_view fileName);

/// "2026-03-02T07-00-00.123Z": a time as part of a file's name, on any disk.
[[nodiscard]] std::string timeInName(UtcTime time);

} // namespace unclench
