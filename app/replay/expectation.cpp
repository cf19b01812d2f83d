// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/expectation.h"

#include <fmt/format.h>

#include <algorithm>

namespace unclench::app::replay {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

std::string mismatch(const std::string& key, const json& expected, const ordered_json& got)
{
    return fmt::format("expected {} {}, got {}", key, expected.dump(), got.dump());
}

bool refusedHolds(const json& expected, const ordered_json& got)
{
    if (expected.is_null()) {
        return got.is_null();
    }
    if (expected == "any") {
        return !got.is_null();
    }
    return got.is_array() && std::all_of(expected.begin(), expected.end(), [&](const json& id) {
               return std::find(got.begin(), got.end(), ordered_json(id)) != got.end();
           });
}

/// Each given field equal.
std::optional<std::string>
objectDifference(const std::string& key, const json& expected, const ordered_json& got)
{
    for (const auto& [field, value] : expected.items()) {
        if (!got.contains(field) || json(got[field]) != value) {
            return mismatch(key + "." + field, value, got.value(field, ordered_json(nullptr)));
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> differenceTo(const json& expect, const ordered_json& observation)
{
    for (const auto& [key, expected] : expect.items()) {
        if (key == "refused") {
            if (!refusedHolds(expected, observation["refused"])) {
                return mismatch(key, expected, observation["refused"]);
            }
        } else if (key == "episodes") {
            if (auto difference = objectDifference(key, expected, observation["episodes"])) {
                return difference;
            }
        } else {
            return fmt::format("{} is not built yet", key);
        }
    }
    return std::nullopt;
}

} // namespace unclench::app::replay
