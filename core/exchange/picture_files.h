// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of own exercises as files of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// Whether a file of the folder may be called so: one part of a path that is not hidden.
[[nodiscard]] bool isPictureName(std::string_view name);

/// The names in `folder`, sorted; none where there is no such folder.
[[nodiscard]] std::vector<std::string> picturesIn(const std::filesystem::path& folder);

} // namespace unclench
