// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting a diary with all that the program keeps beside it.
#pragma once

#include <filesystem>
#include <vector>

namespace unclench {

/// Where else copies of the diary in `folder` go, as far as it can still be read. Never throws.
[[nodiscard]] std::vector<std::filesystem::path>
foldersNamedIn(const std::filesystem::path& folder);

/// Removes the diary, what SQLite keeps beside it, damaged ones, the lock, copies and pictures, and
/// unfinished files; the folder itself where nothing else is in it. Adds the number of files that
/// are gone to `files`, and to `left` what could not be removed. Never throws.
void removeDiary(const std::filesystem::path& folder,
                 int& files,
                 std::vector<std::filesystem::path>& left);

/// What else is in the folder, in the order of names: nothing of it is of the program's making.
/// Never throws.
[[nodiscard]] std::vector<std::filesystem::path> othersIn(const std::filesystem::path& folder);

/// Removes a folder that is the program's own, with all in it. Links are removed, not followed.
void removeWhole(const std::filesystem::path& folder,
                 int& files,
                 std::vector<std::filesystem::path>& left);

} // namespace unclench
