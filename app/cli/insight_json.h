// SPDX-License-Identifier: GPL-3.0-or-later
// The insights as `insights --json` prints them (docs/command-line.md).
#pragma once

#include "core/insight/insights.h"

#include <nlohmann/json.hpp>

namespace unclench::app::cli {

/// What one method did.
[[nodiscard]] nlohmann::ordered_json effectJson(const MethodEffect& effect);

[[nodiscard]] nlohmann::ordered_json
insightsJson(const Insights& insights, const Period& period, UtcTime now);

} // namespace unclench::app::cli
