// SPDX-License-Identifier: GPL-3.0-or-later
// A first look at a file that somebody chose: whose it is, and what stands in its first rows.
#pragma once

#include "core/exchange/foreign_layout.h"

#include <filesystem>
#include <string>
#include <vector>

namespace unclench {

/// Whether it is to be read as a table of another program, and not as an export of ours. What is
/// not there or cannot be read is not.
[[nodiscard]] bool isForeignFile(const std::filesystem::path& file);

/// The cells of the first rows below the header, `most` of them, as they stand there: a row may
/// have another width, and bytes that are no text. Throws FileError.
[[nodiscard]] std::vector<std::vector<std::string>>
firstForeignRows(const std::filesystem::path& file, const ForeignLayout& layout, std::size_t most);

} // namespace unclench
