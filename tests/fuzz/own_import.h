// SPDX-License-Identifier: GPL-3.0-or-later
// What reading an export of ours promises, whatever stands in it.
#pragma once

#include <filesystem>

namespace unclench::fuzz {

/// Reads the JSON file or the folder of CSV files as an import does. What is taken without a
/// problem can be exported again, and comes back the same.
void importOwn(const std::filesystem::path& exported);

} // namespace unclench::fuzz
