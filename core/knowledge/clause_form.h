// SPDX-License-Identifier: GPL-3.0-or-later
// The written form of a condition in red_flags.json.
#pragma once

#include "core/knowledge/json_row.h"
#include "core/knowledge/red_flags.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>

namespace unclench {

/// What a condition may speak of: what is known when it is read. A rule sees the facts and the
/// rules above it, so that nothing can go in a circle.
struct ClauseForm {
    const Vocabulary& vocabulary;
    /// Every question with its flags.
    std::map<std::string, std::vector<std::string>> questions{};
    std::set<std::string> facts{};
    std::set<std::string> rules{};

    /// Throws KnowledgeError that names the row and the field.
    [[nodiscard]] Clause
    read(const Row& row, std::string_view field, const nlohmann::json& value) const;

private:
    [[nodiscard]] Clause named(const Row& row, std::string_view field, const std::string& id) const;
};

} // namespace unclench
