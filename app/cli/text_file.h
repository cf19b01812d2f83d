// SPDX-License-Identifier: GPL-3.0-or-later
// A whole file, or standard input, as text.
#pragma once

#include <optional>
#include <string>

namespace unclench::app::cli {

/// More than any text that the diary takes; what is longer is cut here and refused there.
inline constexpr std::size_t kLongestText = 64 * 1024 * 1024;

/// The bytes of `path` ("-": standard input), at most `limit` of them. Absent: it cannot be read.
[[nodiscard]] std::optional<std::string> readText(const std::string& path, std::size_t limit);

} // namespace unclench::app::cli
