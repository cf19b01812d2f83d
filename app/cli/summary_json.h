// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the page for the doctor as `report --json` prints them (docs/command-line.md).
#pragma once

#include "core/review/summary.h"

#include <nlohmann/json.hpp>

namespace unclench::app::cli {

[[nodiscard]] nlohmann::ordered_json summaryJson(const Summary& summary);

} // namespace unclench::app::cli
