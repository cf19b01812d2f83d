// SPDX-License-Identifier: GPL-3.0-or-later
// What an `observe` sees of an engine (docs/scenarios.md).
#pragma once

#include "core/engine/engine.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace unclench::app::replay {

/// Adds what there is of alerts, heat and cold, exercise and episodes. `elapsed`: since the start
/// of the scenario. Throws StorageError.
void addObserved(nlohmann::ordered_json& observation,
                 Engine& engine,
                 std::chrono::milliseconds elapsed);

} // namespace unclench::app::replay
