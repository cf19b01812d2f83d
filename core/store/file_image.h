// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a damaged SQLite file, put into a state in which SQLite may be willing to read them.
// Formats: https://www.sqlite.org/fileformat2.html
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace unclench {

struct FileImage {
    /// Whole pages; the write-ahead log is in them. Empty: there is nothing to read.
    std::string bytes;
    /// The same with what stands in the log behind a damaged place of it. Absent: the log is whole.
    std::optional<std::string> bytesBeyondDamage;
    std::uint32_t pageSize = 4096;
    /// Of the header as it was found: PRAGMA user_version, and whether PRAGMA application_id is
    /// ours.
    std::uint32_t version = 0;
    bool isOurs = false;
    /// Something beside the file could not be read as it should: the log, or a rollback journal.
    bool isLogDamaged = false;
};

/// Reads `file` with its log into memory and puts right what is the same in all our files: magic,
/// sizes, encoding. Nothing on the disk changes. Throws StorageError where it cannot be read.
[[nodiscard]] FileImage readImage(const std::filesystem::path& file);

/// `bytes` at `offset`, most significant first. Requires: they are there.
[[nodiscard]] std::uint32_t bigEndian(std::string_view bytes, std::size_t offset, int count);

} // namespace unclench
