// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of own exercises, as files beside the diary.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace unclench {

class Database;

/// Where they lie; of a diary in memory a folder that is not there.
[[nodiscard]] std::filesystem::path picturesFolder(const Database& database);

/// Copies a file there under the name `stem` with the ending that it has, for this user alone,
/// whole or not at all, and returns that name. Throws StorageError.
[[nodiscard]] std::string
keepPicture(const Database& database, const std::filesystem::path& file, std::string_view stem);

} // namespace unclench
