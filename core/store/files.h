// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite does not do for us with files: private modes, durable renames, knowing a file again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace unclench {

/// Makes `folder` and what is missing above it, for this user alone (0700). Folders that are there
/// are left as they are. Throws StorageError.
void makePrivateFolder(const std::filesystem::path& folder);

/// Makes an empty file for this user alone (0600), whatever the umask. One that is there is left as
/// it is. Throws StorageError.
void makePrivateFile(const std::filesystem::path& file);

/// `finished` becomes `name` in one step that survives a power cut; what had the name is replaced.
/// Throws StorageError, then `name` is as it was.
void renameDurably(const std::filesystem::path& finished, const std::filesystem::path& name);

/// What stays the same while a name means the same file. Absent: no such file. Throws StorageError
/// where nobody may look.
[[nodiscard]] std::optional<std::uint64_t> identityOf(const std::filesystem::path& file);

} // namespace unclench
