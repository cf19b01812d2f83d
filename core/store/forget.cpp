// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/forget.h"

#include "core/store/database.h"
#include "core/store/salvage.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// Files of ours begin with one of these, whatever comes behind.
constexpr std::array kForgetPrefixes = std::to_array<std::string_view>(
    {"unclench.db", "unclench.lock", "paper-draft.json", "damaged-", ".unfinished-", ".unclench-"});
constexpr std::array kForgetFolders =
    std::to_array<std::string_view>({"copies", "mappings", "pictures"});

void removeFile(const fs::path& file, int& files, std::vector<fs::path>& left)
{
    std::error_code error;
    if (fs::remove(file, error)) {
        ++files;
    } else if (error) {
        left.push_back(file);
    }
}

bool isOfDiary(const fs::path& file)
{
    const std::string name = file.filename().string();
    return std::any_of(kForgetPrefixes.begin(), kForgetPrefixes.end(),
                       [&](std::string_view prefix) { return name.starts_with(prefix); });
}

} // namespace

std::vector<fs::path> foldersNamedIn(const fs::path& folder)
{
    std::vector<fs::path> folders;
    try {
        // As a damaged one: nothing may stand in the way, and nothing is made on the way.
        const ReadableDiary readable = readDamaged(folder, "?");
        readable.diary->each(
            "SELECT value FROM meta WHERE key IN ('backup_folder', 'shared_folder') AND value <> ''"
            " ORDER BY key",
            [&](SQLite::Statement& row) { folders.emplace_back(row.getColumn(0).getString()); });
    } catch (const std::exception&) {
        folders.clear(); // nothing in it can be read, so nothing is known
    }
    return folders;
}

void removeWhole(const fs::path& folder, int& files, std::vector<fs::path>& left)
{
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(folder, error))) {
        if (fs::exists(fs::symlink_status(folder, error))) {
            removeFile(folder, files, left);
        }
        return;
    }
    std::vector<fs::path> entries;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        entries.push_back(entry->path());
    }
    for (const fs::path& entry : entries) {
        removeWhole(entry, files, left);
    }
    if (!fs::remove(folder, error) && error) {
        left.push_back(folder);
    }
}

namespace {

/// One time through. False: something is left in the folder.
bool removeOnce(const fs::path& folder, int& files, std::vector<fs::path>& left)
{
    std::error_code error;
    std::vector<fs::path> own;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        if (isOfDiary(entry->path())) {
            own.push_back(entry->path());
        }
    }
    // The diary itself first: whatever stops this, it is gone.
    std::stable_partition(own.begin(), own.end(),
                          [](const fs::path& path) { return path.filename() == kDatabaseName; });
    for (const fs::path& path : own) {
        removeWhole(path, files, left);
    }
    for (const std::string_view name : kForgetFolders) {
        removeWhole(folder / name, files, left);
    }
    return fs::remove(folder, error) || !error;
}

} // namespace

void removeDiary(const fs::path& folder, int& files, std::vector<fs::path>& left)
{
    // A copy of the day that was being made leaves its folder behind: the diary was gone by then,
    // so nothing is in it. Somebody else's files may stay in there.
    constexpr int kTimes = 3;
    std::vector<fs::path> leftNow;
    for (int time = 0; time < kTimes; ++time) {
        leftNow.clear();
        if (removeOnce(folder, files, leftNow)) {
            break;
        }
    }
    left.insert(left.end(), leftNow.begin(), leftNow.end());
}

std::vector<fs::path> othersIn(const fs::path& folder)
{
    std::vector<fs::path> others;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!isOfDiary(entry->path()) &&
            std::find(kForgetFolders.begin(), kForgetFolders.end(), name) == kForgetFolders.end()) {
            others.push_back(entry->path());
        }
    }
    std::sort(others.begin(), others.end());
    return others;
}

} // namespace unclench
