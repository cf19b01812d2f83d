// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backups.h"

#include "core/store/backup_names.h"
#include "core/store/checked_copy.h"
#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/own_file.h"
#include "core/store/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// The local day of a name begins and ends within this of the same day in UTC.
constexpr std::chrono::hours kFarthestOffset{18};
constexpr std::chrono::hours kNoon{12};

/// When a file was last written. The epoch where nobody can say.
UtcTime writtenAt(const fs::path& file)
{
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    return error ? UtcTime{}
                 : std::chrono::floor<std::chrono::milliseconds>(
                       std::chrono::file_clock::to_sys(time));
}

/// The name is believed before the file's own time, which a program that copies folders may set.
UtcTime madeAt(const fs::path& file, const BackupName& name)
{
    if (name.time) {
        return *name.time;
    }
    const UtcTime written = writtenAt(file);
    if (!name.day) {
        return written;
    }
    const UtcTime day{name.day->time_since_epoch()};
    const bool fits =
        written >= day - kFarthestOffset && written <= day + std::chrono::days{1} + kFarthestOffset;
    return fits ? written : day + kNoon;
}

std::vector<Backup> backupsWhere(const fs::path& folder, bool isElsewhere)
{
    std::vector<Backup> backups;
    std::error_code error; // a folder that is not there holds no backup
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const auto name = parseBackupName(entry.path().filename().string());
        if (name && (name->kind == BackupKind::Elsewhere) == isElsewhere) {
            std::error_code noSize;
            const std::uintmax_t bytes = entry.file_size(noSize);
            backups.push_back(
                {entry.path(), name->kind, madeAt(entry.path(), *name), noSize ? 0 : bytes});
        }
    }
    // One from before a migration has no time in its name, and a folder that was copied gives it
    // today's: the oldest, so that it never passes for the newest.
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) {
        const auto key = [](const Backup& backup) {
            return std::tuple{backup.kind != BackupKind::BeforeMigration, backup.made,
                              backup.file.filename().string()};
        };
        return key(a) > key(b);
    });
    return backups;
}

bool isBefore(const Backup& backup)
{
    switch (backup.kind) {
    case BackupKind::BeforeImport:
    case BackupKind::BeforeMerge:
    case BackupKind::BeforeRestore: return true;
    case BackupKind::Daily:
    case BackupKind::BeforeMigration:
    case BackupKind::BeforeShare:
    case BackupKind::Elsewhere: return false;
    }
    return false;
}

bool isBeforeShare(const Backup& backup)
{
    return backup.kind == BackupKind::BeforeShare;
}

/// A pain that was told, the first or the last by `order`.
std::optional<Moment> readingAt(Database& database, std::string_view order)
{
    std::optional<Moment> at;
    database.each(fmt::format("SELECT at_utc_ms, at_offset_min FROM reading WHERE deleted_utc_ms"
                              " IS NULL ORDER BY at_utc_ms {} LIMIT 1",
                              order),
                  [&](SQLite::Statement& row) {
                      at = Moment{UtcTime{std::chrono::milliseconds{row.getColumn(0).getInt64()}},
                                  std::chrono::minutes{row.getColumn(1).getInt()}};
                  });
    return at;
}

std::optional<Level> highestOpenAlert(Database& database)
{
    std::optional<Level> highest;
    // Alerts came with a later version of the schema.
    if (database.number("SELECT count(*) FROM sqlite_master WHERE name = 'alert'") > 0) {
        database.each("SELECT DISTINCT level FROM alert WHERE state <> 'closed' AND"
                      " deleted_utc_ms IS NULL",
                      [&](SQLite::Statement& row) {
                          const auto level = fromId<Level>(row.getColumn(0).getString());
                          if (level && (!highest || *level > *highest)) {
                              highest = level;
                          }
                      });
    }
    return highest;
}

/// The names of pictures that a diary holds, as far as they are names and no paths.
std::vector<fs::path> pictureNames(Database& diary)
{
    std::vector<fs::path> names;
    diary.each("SELECT DISTINCT picture FROM own_exercise WHERE picture <> ''",
               [&](SQLite::Statement& row) {
                   fs::path name = row.getColumn(0).getString();
                   if (name == name.filename() && name != "." && name != "..") {
                       names.push_back(std::move(name));
                   }
               });
    return names;
}

/// False: there is none, or it cannot be read.
bool copyPicture(const fs::path& from, const fs::path& to, NewName until)
{
    std::error_code error;
    std::ifstream picture{from, std::ios::binary};
    if (!fs::is_regular_file(from, error) || !picture) {
        return false;
    }
    NewFile copy{to, until};
    std::array<char, 65536> buffer{};
    while (picture) {
        picture.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        copy.write({buffer.data(), static_cast<std::size_t>(picture.gcount())});
    }
    if (!picture.eof()) {
        return false;
    }
    copy.keep();
    return true;
}

} // namespace

std::vector<Backup> backupsIn(const fs::path& dataFolder)
{
    return backupsWhere(dataFolder / kCopiesFolder, false);
}

std::vector<Backup> backupsAt(const fs::path& folder)
{
    return backupsWhere(folder, true);
}

std::optional<BackupContents> contentsOf(const fs::path& file)
{
    try {
        const auto database = Database::openCopy(file);
        if (database->number("PRAGMA application_id") != kApplicationId ||
            database->number("PRAGMA user_version") <= 0) {
            return std::nullopt;
        }
        return contentsIn(*database);
    } catch (const StorageError&) {
        return std::nullopt; // the question was whether it can be read: it cannot
    } catch (const std::logic_error&) {
        return std::nullopt; // a table of ours is not in it
    }
}

BackupContents contentsIn(Database& database)
{
    BackupContents contents;
    contents.version = static_cast<int>(database.number("PRAGMA user_version"));
    contents.isNewer = contents.version > schemaVersion();
    database.each("SELECT value FROM meta WHERE key = 'machine'",
                  [&](SQLite::Statement& row) { contents.machine = row.getColumn(0).getString(); });
    contents.episodes = static_cast<int>(
        database.number("SELECT count(*) FROM episode WHERE deleted_utc_ms IS NULL"));
    contents.readings = static_cast<int>(
        database.number("SELECT count(*) FROM reading WHERE deleted_utc_ms IS NULL"));
    contents.first = readingAt(database, "ASC");
    contents.last = readingAt(database, "DESC");
    contents.highestOpen = highestOpenAlert(database);
    return contents;
}

BackupBefore::BackupBefore(Database& database, BackupReason reason, const Moment& now)
    : m_isShare(reason == BackupReason::Share)
{
    if (database.file().empty()) {
        return;
    }
    const fs::path folder = database.file().parent_path() / kCopiesFolder;
    makePrivateFolder(folder);
    // Two of one millisecond must not be one.
    UtcTime time = now.utc;
    std::error_code error;
    while (fs::exists(folder / beforeName(reason, time), error)) {
        time += std::chrono::milliseconds{1};
    }
    const fs::path copy = folder / beforeName(reason, time);
    onOwnFiles([&] { writeCheckedCopy(database, copy); });
    m_file = copy;
}

BackupBefore::~BackupBefore()
{
    if (!m_isKept && !m_file.empty()) {
        std::error_code ignored; // then there is one more
        fs::remove(m_file, ignored);
    }
}

fs::path BackupBefore::keep(const fs::path& spared)
{
    m_isKept = true;
    if (m_file.empty()) {
        return m_file;
    }
    std::size_t kept = 0;
    for (const Backup& backup : backupsIn(m_file.parent_path().parent_path())) {
        const bool isOfSort = m_isShare ? isBeforeShare(backup) : isBefore(backup);
        if (isOfSort && ++kept > (m_isShare ? kBeforeShareKept : kBeforeKept) &&
            backup.file != m_file && backup.file.filename() != spared.filename()) {
            std::error_code ignored; // one that cannot be removed now is tried again next time
            fs::remove(backup.file, ignored);
        }
    }
    return m_file;
}

bool hasTodaysShareBackup(const Database& database, const Moment& today)
{
    const std::vector<Backup> backups = backupsIn(database.file().parent_path());
    return std::any_of(backups.begin(), backups.end(), [&](const Backup& backup) {
        return isBeforeShare(backup) &&
               Moment{backup.made, today.offset}.localDay() == today.localDay();
    });
}

fs::path picturesOf(const fs::path& backup)
{
    const fs::path whole = fs::absolute(backup);
    const fs::path folder = whole.parent_path();
    const auto name = parseBackupName(whole.filename().string());
    if (name && name->kind == BackupKind::Elsewhere) {
        return folder / (elsewhereStem(name->machine) + "-pictures");
    }
    if (name && folder.filename() == kCopiesFolder) {
        return folder.parent_path() / kPicturesFolder; // those of the diary itself
    }
    if (whole.filename() == kDatabaseName) {
        return folder / kPicturesFolder;
    }
    return folder / (whole.stem().string() + "-pictures");
}

int copyPictures(Database& diary, const fs::path& from, const fs::path& to, NewName until)
{
    int copied = 0;
    for (const fs::path& name : pictureNames(diary)) {
        std::error_code error;
        if (!fs::exists(from / name, error) || fs::exists(to / name, error)) {
            continue;
        }
        makePrivateFolder(to);
        copied += copyPicture(from / name, to / name, until) ? 1 : 0;
    }
    return copied;
}

} // namespace unclench
