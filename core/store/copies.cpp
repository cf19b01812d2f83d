// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/copies.h"

#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/schema.h"
#include "core/store/upkeep_tasks.h"
#include "core/time/iso8601.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unistd.h>

namespace unclench {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "copies";
constexpr std::string_view kDailyPrefix = "daily-";
constexpr std::string_view kMigrationPrefix = "before-version-";
constexpr std::string_view kSuffix = ".db";

fs::path dailyName(const fs::path& folder, const Moment& today)
{
    return folder / kFolder /
           fmt::format("{}{}{}", kDailyPrefix, toIsoDay(today.localDay()), kSuffix);
}

bool passesCheck(const fs::path& copy)
{
    try {
        const auto database = Database::openCopy(copy);
        return isWhole(*database) && schemaState(*database) != SchemaState::Empty;
    } catch (const StorageError&) {
        return false; // the question was whether it opens: it does not
    }
}

void makeCopy(Database& database, const fs::path& name)
{
    makePrivateFolder(name.parent_path());
    // The process in the name, so that two programs copying at once do not write one file.
    const fs::path unfinished =
        name.parent_path() / fmt::format(".unfinished-{}{}", ::getpid(), kSuffix);
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    try {
        makePrivateFile(unfinished); // VACUUM INTO takes an empty file, and with it its mode
        database.run("VACUUM INTO ?", unfinished.string());
        if (!passesCheck(unfinished)) {
            throw StorageError{StorageFault::Damaged, "copy", "the copy does not pass the check"};
        }
        renameDurably(unfinished, name);
    } catch (...) {
        fs::remove(unfinished, ignored);
        throw;
    }
}

bool hasPrefix(const fs::path& copy, std::string_view prefix)
{
    return copy.filename().string().starts_with(prefix);
}

} // namespace

std::vector<fs::path> copiesIn(const fs::path& folder)
{
    std::vector<fs::path> copies;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder / kFolder, error}) {
        const bool isCopy =
            hasPrefix(entry.path(), kDailyPrefix) || hasPrefix(entry.path(), kMigrationPrefix);
        if (isCopy && entry.path().extension() == kSuffix) {
            copies.push_back(entry.path());
        }
    }
    // Daily ones are newer than what was made before a migration; among daily ones the name is the
    // day.
    std::sort(copies.begin(), copies.end(), [](const fs::path& a, const fs::path& b) {
        const bool aIsDaily = hasPrefix(a, kDailyPrefix);
        const bool bIsDaily = hasPrefix(b, kDailyPrefix);
        return aIsDaily != bIsDaily ? aIsDaily : a.filename() > b.filename();
    });
    return copies;
}

bool isDailyCopyDue(const fs::path& folder, const Moment& today)
{
    std::error_code error;
    return !fs::exists(dailyName(folder, today), error);
}

void makeDailyCopy(Database& database, const Moment& today)
{
    const fs::path folder = database.file().parent_path();
    if (!isDailyCopyDue(folder, today)) {
        return;
    }
    makeCopy(database, dailyName(folder, today));

    auto daily = copiesIn(folder);
    std::erase_if(daily, [](const fs::path& copy) { return !hasPrefix(copy, kDailyPrefix); });
    for (std::size_t i = kDailyCopies; i < daily.size(); ++i) {
        std::error_code ignored; // one that cannot be removed now is tried again tomorrow
        fs::remove(daily[i], ignored);
    }
}

void copyBeforeMigration(Database& database)
{
    makeCopy(database, database.file().parent_path() / kFolder /
                           fmt::format("{}{:03}{}", kMigrationPrefix, schemaVersion(), kSuffix));
}

std::optional<fs::path> newestGoodCopy(const fs::path& folder)
{
    for (const fs::path& copy : copiesIn(folder)) {
        if (passesCheck(copy)) {
            return copy;
        }
    }
    return std::nullopt;
}

} // namespace unclench
