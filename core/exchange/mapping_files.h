// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings that a person keeps under a name, each a file in the data folder.
#pragma once

#include "core/exchange/column_mapping.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unclench {

/// In the data folder: one NAME.json each, for this user alone.
inline constexpr std::string_view kMappingsFolder = "mappings";

/// Letters, digits, spaces, - and _, up to 60 bytes, none of the first two a dot or a space: what
/// can be a file name everywhere.
[[nodiscard]] bool isMappingName(std::string_view name);

/// The names, in order.
[[nodiscard]] std::vector<std::string> savedMappings(const std::filesystem::path& dataFolder);

/// Absent: no such file. Throws FileError where it cannot be read.
[[nodiscard]] std::optional<std::variant<ColumnMapping, MappingFault>>
savedMapping(const std::filesystem::path& dataFolder, std::string_view name);

/// Replaces one of that name. Its id stays, so that what was imported with it before is known
/// again. Requires: `isMappingName`. Throws StorageError.
void saveMapping(const std::filesystem::path& dataFolder,
                 std::string_view name,
                 const ColumnMapping& mapping);

/// False: there was none. Throws FileError.
bool forgetMapping(const std::filesystem::path& dataFolder, std::string_view name);

} // namespace unclench
