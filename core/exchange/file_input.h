// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is imported, read piece by piece.
#pragma once

#include "core/store/file_error.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace unclench {

/// What was named is neither a file nor a folder: a pipe, which would be waited for, or a device,
/// which has no end.
class NoRegularFile : public FileError {
public:
    NoRegularFile();
};

class FileInput {
public:
    /// `read` is told how many bytes each piece had. Throws FileError, as `more` does, and
    /// NoRegularFile.
    explicit FileInput(const std::filesystem::path& file,
                       std::function<void(std::int64_t bytes)> read = {});

    /// The next piece; lasts until the next call. Empty: that was all.
    [[nodiscard]] std::string_view more();

private:
    std::ifstream m_stream;
    std::function<void(std::int64_t)> m_read;
    std::string m_piece;
};

/// All of it. Throws FileError.
[[nodiscard]] std::string wholeFile(const std::filesystem::path& file);

/// Its length in bytes; 0 where that cannot be told.
[[nodiscard]] std::int64_t lengthOf(const std::filesystem::path& file);

} // namespace unclench
