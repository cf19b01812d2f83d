// SPDX-License-Identifier: GPL-3.0-or-later
// Backups as they lie in a folder: which there are, what each holds, and the one that is made
// before a step that changes the whole diary.
#pragma once

#include "core/diary/backup.h"
#include "core/store/new_file.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace unclench {

class Database;

/// How many are kept of those before an import, a merge and a restore: the newest ten of all.
inline constexpr std::size_t kBeforeKept = 10;
/// Those before another computer's diary came in by itself are many, and take no place of these.
inline constexpr std::size_t kBeforeShareKept = 3;

enum class BackupReason { Import, Merge, Restore, Share };

/// Those beside the diary in a data folder, the newest first.
[[nodiscard]] std::vector<Backup> backupsIn(const std::filesystem::path& dataFolder);

/// Those of any machine in a folder that a person chose for them, the newest first.
[[nodiscard]] std::vector<Backup> backupsAt(const std::filesystem::path& folder);

/// Reads what a backup holds, also one of an older or newer version. Absent: it cannot be read, or
/// is no diary.
[[nodiscard]] std::optional<BackupContents> contentsOf(const std::filesystem::path& file);

/// The same of a diary that is open, of any version. Throws StorageError.
[[nodiscard]] BackupContents contentsIn(Database& database);

/// A checked copy of the diary as it was last committed, made beside it before something large is
/// done to it. It goes again unless `keep` was called: what was not done needs none.
class BackupBefore {
public:
    /// Writes it; nothing for a diary in memory. May be made in a transaction that has not written
    /// yet: then nothing can come between the copy and what is done next. Throws StorageError; then
    /// there is no copy, and what it is for must not be done.
    BackupBefore(Database& database, BackupReason reason, const Moment& now);
    ~BackupBefore();
    BackupBefore(const BackupBefore&) = delete;
    BackupBefore& operator=(const BackupBefore&) = delete;

    /// It stays; older ones of its sort beyond the newest ten, or three, go, but never `spared`.
    /// Returns its file; empty for a diary in memory.
    std::filesystem::path keep(const std::filesystem::path& spared = {});

private:
    std::filesystem::path m_file;
    bool m_isShare;
    bool m_isKept = false;
};

/// Whether one of today, before another computer's diary came in by itself, is there.
[[nodiscard]] bool hasTodaysShareBackup(const Database& database, const Moment& today);

/// The folder of pictures beside the diary.
inline constexpr std::string_view kPicturesFolder = "pictures";

/// Where the pictures lie that belong to a backup: beside it. The folder may not be there.
[[nodiscard]] std::filesystem::path picturesOf(const std::filesystem::path& backup);

/// Copies from one folder to another the pictures that `diary` names and that are not there yet: a
/// name stands for one picture for ever. Returns how many. One that is missing is passed over.
/// `until`: what each is called until it is whole. Throws FileError where `to` cannot be written.
int copyPictures(Database& diary,
                 const std::filesystem::path& from,
                 const std::filesystem::path& to,
                 NewName until = NewName::Own);

} // namespace unclench
