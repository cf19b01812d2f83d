// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a scenario's parts as a table: which fields, of which kind, which of them needed.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace unclench::app::replay {

/// What is wrong with the form of a step. Absent: nothing.
[[nodiscard]] std::optional<std::string> faultOfStep(const nlohmann::json& step,
                                                     const Vocabulary& vocabulary);

/// The same for everything of a scenario but its steps.
[[nodiscard]] std::optional<std::string> faultOfHead(const nlohmann::json& scenario,
                                                     const Vocabulary& vocabulary);

} // namespace unclench::app::replay
