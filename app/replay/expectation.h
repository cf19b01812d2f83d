// SPDX-License-Identifier: GPL-3.0-or-later
// An `expect` held against what was observed.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace unclench::app::replay {

/// "expected episodes.total 2, got 1"; absent where all of `expect` holds.
[[nodiscard]] std::optional<std::string> differenceTo(const nlohmann::json& expect,
                                                      const nlohmann::ordered_json& observation);

} // namespace unclench::app::replay
