// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/copies.h"

#include "core/store/backup_names.h"
#include "core/store/backups.h"
#include "core/store/checked_copy.h"
#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/old_backups.h"
#include "core/store/own_file.h"
#include "core/store/schema.h"

namespace unclench {

namespace {

namespace fs = std::filesystem;

fs::path todaysCopy(const fs::path& folder, const Moment& today)
{
    return folder / kCopiesFolder / dailyName(today.localDay());
}

fs::path
writeDailyCopy(Database& database, const Moment& today, const Progress& progress, CheckDepth depth)
{
    const fs::path folder = database.file().parent_path();
    fs::path copy = todaysCopy(folder, today);
    makePrivateFolder(copy.parent_path());
    onOwnFiles([&] { writeCheckedCopy(database, copy, progress, NewName::Own, depth); });
    removeOldDays(backupsIn(folder), today);
    return copy;
}

} // namespace

std::vector<fs::path> copiesIn(const fs::path& folder)
{
    std::vector<fs::path> copies;
    for (Backup& backup : backupsIn(folder)) {
        copies.push_back(std::move(backup.file));
    }
    return copies;
}

bool isDailyCopyDue(const fs::path& folder, const Moment& today)
{
    std::error_code error;
    return !fs::exists(todaysCopy(folder, today), error);
}

void makeDailyCopy(Database& database, const Moment& today)
{
    if (isDailyCopyDue(database.file().parent_path(), today)) {
        // Nobody waits for it, and older ones go for it.
        writeDailyCopy(database, today, {}, CheckDepth::Full);
    }
}

fs::path renewDailyCopy(Database& database, const Moment& today, const Progress& progress)
{
    // What is better than nothing may be worse than what is there.
    const bool isThere = !isDailyCopyDue(database.file().parent_path(), today);
    return writeDailyCopy(database, today, progress,
                          isThere ? CheckDepth::Full : CheckDepth::Quick);
}

void copyBeforeMigration(Database& database)
{
    const fs::path folder = database.file().parent_path() / kCopiesFolder;
    makePrivateFolder(folder);
    onOwnFiles([&] { writeCheckedCopy(database, folder / beforeMigrationName(schemaVersion())); });
}

std::optional<fs::path> newestGoodCopy(const fs::path& folder)
{
    for (fs::path& copy : copiesIn(folder)) {
        if (passesCheck(copy, CheckDepth::Full)) {
            return std::move(copy);
        }
    }
    return std::nullopt;
}

} // namespace unclench
