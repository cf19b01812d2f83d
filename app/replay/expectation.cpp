// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/expectation.h"

#include "core/time/duration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

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

/// Durations are compared by value: "90m" is "1h30m".
bool isSame(const json& expected, const json& got)
{
    if (expected == got) {
        return true;
    }
    if (!expected.is_string() || !got.is_string()) {
        return false;
    }
    const auto one = parseDuration(expected.get<std::string>());
    return one && one == parseDuration(got.get<std::string>());
}

/// Each given field equal.
std::optional<std::string>
objectDifference(const std::string& key, const json& expected, const ordered_json& got)
{
    for (const auto& [field, value] : expected.items()) {
        if (!got.contains(field) || !isSame(value, json(got[field]))) {
            return mismatch(key + "." + field, value, got.value(field, ordered_json(nullptr)));
        }
    }
    return std::nullopt;
}

/// What is expected of heat or cold: each given field equal, and in because_has each listed.
std::optional<std::string>
careDifference(const std::string& key, const json& expected, const ordered_json& got)
{
    for (const auto& [field, value] : expected.items()) {
        if (field == "because_has") {
            const ordered_json& because = got["because"];
            for (const json& id : value) {
                if (std::find(because.begin(), because.end(), ordered_json(id)) == because.end()) {
                    return mismatch(key + "." + field, value, because);
                }
            }
        } else if (!got.contains(field) || !isSame(value, json(got[field]))) {
            return mismatch(key + "." + field, value, got.value(field, ordered_json(nullptr)));
        }
    }
    return std::nullopt;
}

/// The first id of a list that `holds` does not.
template <class Holds>
std::optional<std::string>
listDifference(const std::string& key, const json& expected, const ordered_json& got, Holds&& holds)
{
    const bool isFine = std::all_of(expected.begin(), expected.end(), holds);
    return isFine ? std::nullopt : std::optional{mismatch(key, expected, got)};
}

/// nullptr: not in the list.
const ordered_json* byId(const ordered_json& list, const json& id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const ordered_json& entry) {
        return json(entry["id"]) == id;
    });
    return found == list.end() ? nullptr : &*found;
}

/// What `expect` says of alerts, by its key. Absent in the outer optional: not such a key.
std::optional<std::optional<std::string>>
alertDifference(const std::string& key, const json& expected, const ordered_json& observation)
{
    const ordered_json& alerts = observation["alerts"];
    const auto isListed = [&](const char* list) {
        return [&observation, list](const json& id) {
            const ordered_json& ids = observation[list];
            return std::find(ids.begin(), ids.end(), ordered_json(id)) != ids.end();
        };
    };
    const auto isIn = [&](const char* state) {
        return [&alerts, state](const json& id) {
            const ordered_json* alert = byId(alerts, id);
            return alert != nullptr && (*alert)["state"] == state;
        };
    };
    const auto all = [&](const json& wanted, const char* field, const ordered_json& list) {
        for (const auto& [id, value] : wanted.items()) {
            const ordered_json* entry = byId(list, id);
            if (entry == nullptr || json((*entry)[field]) != value) {
                return std::optional{mismatch(key, expected, list)};
            }
        }
        return std::optional<std::string>{};
    };
    using Difference = std::optional<std::string>;
    if (key == "highest") {
        return json(observation[key]) == expected ? Difference{}
                                                  : mismatch(key, expected, observation[key]);
    }
    if (key == "none") {
        return alerts.empty() == expected.get<bool>() ? Difference{}
                                                      : mismatch(key, expected, alerts);
    }
    if (key == "includes") {
        return all(expected, "level", alerts);
    }
    if (key == "closed") {
        return all(expected, "how", observation["closed"]);
    }
    if (key == "excludes") {
        return listDifference(key, expected, alerts,
                              [&](const json& id) { return byId(alerts, id) == nullptr; });
    }
    if (key == "open" || key == "snoozed") {
        return listDifference(key, expected, alerts, isIn(key == "open" ? "open" : "snoozed"));
    }
    if (key == "check_ins" || key == "asks") {
        return listDifference(key, expected, observation[key], isListed(key.c_str()));
    }
    if (key == "check_ins_not" || key == "asks_not") {
        const char* list = key == "asks_not" ? "asks" : "check_ins";
        return listDifference(key, expected, observation[list],
                              [&](const json& id) { return !isListed(list)(id); });
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
        } else if (key == "heat" || key == "cold") {
            if (auto difference = careDifference(key, expected, observation["care"][key])) {
                return difference;
            }
        } else if (key == "running") {
            const ordered_json& running = observation["care"]["running"];
            const json modality = running.is_null() ? json(nullptr) : json(running["modality"]);
            if (modality != expected) {
                return mismatch(key, expected, running);
            }
        } else if (key == "episodes" || key == "exercise" || key == "sitting") {
            if (auto difference = objectDifference(key, expected, observation[key])) {
                return difference;
            }
        } else {
            const auto alerts = alertDifference(key, expected, observation);
            assert(alerts); // the format knows no other key
            if (*alerts) {
                return *alerts;
            }
        }
    }
    return std::nullopt;
}

} // namespace unclench::app::replay
