// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario file read and held against its format (docs/scenarios.md), form only: no engine here.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "core/time/moment.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::app::replay {

/// A file that does not fit the format. `what()` names the scenario, the step's index and what is
/// wrong.
class FormatError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Step {
    std::chrono::seconds at{0};
    std::string what; ///< the `do`
    std::optional<std::chrono::minutes> offset;
    nlohmann::json fields; ///< the whole step, each field of the kind that the format asks for
};

struct Scenario {
    std::string id;
    Moment start;
    nlohmann::json profile;
    nlohmann::json settings;
    std::vector<Step> steps;
};

/// One scenario or an array of them. Throws FormatError.
[[nodiscard]] std::vector<Scenario> parseScenarios(std::string_view bytes,
                                                   const Vocabulary& vocabulary);

} // namespace unclench::app::replay
