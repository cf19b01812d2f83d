// SPDX-License-Identifier: GPL-3.0-or-later
// Where a target puts its bytes as files: parsers take them from there.
#pragma once

#include <filesystem>
#include <string_view>

namespace unclench::fuzz {

/// The same folder in the whole run, with nothing in it.
[[nodiscard]] std::filesystem::path emptyScratch();

/// Writes `bytes` as a file in the scratch, which is emptied first.
[[nodiscard]] std::filesystem::path scratchFile(std::string_view bytes);

/// Writes several files into `folder`. A line "## NAME" begins one; what stands before the first
/// such line is passed over. NAME: one or two words with a / between; any other is passed over too.
void writeFiles(const std::filesystem::path& folder, std::string_view bytes);

} // namespace unclench::fuzz
