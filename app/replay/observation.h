// SPDX-License-Identifier: GPL-3.0-or-later
// What an `observe` sees of an engine (docs/scenarios.md).
#pragma once

#include "core/engine/engine.h"

#include <nlohmann/json.hpp>

namespace unclench::app::replay {

/// Adds what there is of alerts and episodes. Throws StorageError.
void addObserved(nlohmann::ordered_json& observation, Engine& engine);

} // namespace unclench::app::replay
