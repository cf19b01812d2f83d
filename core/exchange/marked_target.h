// SPDX-License-Identifier: GPL-3.0-or-later
// What stands already where a file for other programs is to go.
#pragma once

#include "core/exchange/export_target.h"

#include <filesystem>
#include <string_view>

namespace unclench {

/// `mark`: what stands near the beginning of each file of that form that this program writes, and
/// of no other. OwnExport: such a file, or an empty one; it is replaced.
[[nodiscard]] ExportTarget lookAtMarkedTarget(const std::filesystem::path& target,
                                              std::string_view mark);

} // namespace unclench
