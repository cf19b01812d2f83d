// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/scenario.h"

#include "app/replay/step_format.h"
#include "core/time/duration.h"
#include "core/time/iso8601.h"

#include <fmt/format.h>

#include <algorithm>

namespace unclench::app::replay {

namespace {

using nlohmann::json;

std::chrono::seconds durationOf(const json& text)
{
    return parseDuration(text.get<std::string>()).value_or(std::chrono::seconds{0});
}

std::vector<Step>
parseSteps(const json& list, const std::string& place, const Vocabulary& vocabulary)
{
    if (!list.is_array() || list.empty()) {
        throw FormatError{fmt::format("{}: steps is not a list with steps", place)};
    }
    std::vector<Step> steps;
    std::chrono::seconds earliest{0};
    for (const json& entry : list) {
        const std::string where = fmt::format("{}: step {}", place, steps.size());
        if (const auto fault = faultOfStep(entry, vocabulary)) {
            throw FormatError{fmt::format("{}: {}", where, *fault)};
        }
        Step step{durationOf(entry["at"]), entry["do"].get<std::string>(), std::nullopt, entry};
        if (step.at < earliest) {
            throw FormatError{
                fmt::format("{}: at {} lies before the step in front of it, or inside its suspend",
                            where, entry["at"].get<std::string>())};
        }
        if (entry.contains("offset")) {
            step.offset = parseIsoOffset(entry["offset"].get<std::string>());
        }
        earliest =
            step.at + (step.what == "suspend" ? durationOf(entry["for"]) : std::chrono::seconds{0});
        steps.push_back(std::move(step));
    }
    if (std::none_of(steps.begin(), steps.end(),
                     [](const Step& step) { return step.what == "observe"; })) {
        throw FormatError{fmt::format("{}: no step observes", place)};
    }
    return steps;
}

Scenario parseScenario(const json& document, std::size_t index, const Vocabulary& vocabulary)
{
    std::string place = fmt::format("scenario {}", index);
    if (const auto fault = faultOfHead(document, vocabulary)) {
        throw FormatError{fmt::format("{}: {}", place, *fault)};
    }
    Scenario scenario;
    scenario.id = document["id"].get<std::string>();
    place = scenario.id;
    const auto start = parseIso(document["start"].get<std::string>());
    scenario.start = {UtcTime{start->local.time_since_epoch() - *start->offset}, *start->offset};
    scenario.profile = document.value("profile", json::object());
    scenario.settings = document.value("settings", json::object());
    scenario.steps = parseSteps(document["steps"], place, vocabulary);
    return scenario;
}

} // namespace

std::vector<Scenario> parseScenarios(std::string_view bytes, const Vocabulary& vocabulary)
{
    json document;
    try {
        document = json::parse(bytes);
    } catch (const json::parse_error& error) {
        throw FormatError{fmt::format("not JSON: {}", error.what())};
    }
    if (!document.is_array()) {
        document = json::array({document});
    }
    if (document.empty()) {
        throw FormatError{"no scenario in it"};
    }
    std::vector<Scenario> scenarios;
    for (const json& entry : document) {
        scenarios.push_back(parseScenario(entry, scenarios.size(), vocabulary));
    }
    return scenarios;
}

} // namespace unclench::app::replay
