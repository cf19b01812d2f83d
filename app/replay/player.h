// SPDX-License-Identifier: GPL-3.0-or-later
// Plays scenarios through the real engine on a temporary diary, with simulated time.
#pragma once

#include "app/replay/scenario.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace unclench::app::replay {

struct Played {
    /// What each `observe` saw, in order (docs/scenarios.md).
    std::vector<nlohmann::ordered_json> observations;
    /// The first expectation that did not hold: "+7d: expected ..., got ...".
    std::optional<std::string> failure;
};

enum class Expectations { Compared, Ignored };

/// Nothing is shown, no real data is touched, no real time passes. Throws StorageError.
[[nodiscard]] Played
play(const Scenario& scenario, const Vocabulary& vocabulary, Expectations expectations);

} // namespace unclench::app::replay
