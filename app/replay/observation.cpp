// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/observation.h"

namespace unclench::app::replay {

namespace {

using nlohmann::ordered_json;

ordered_json titles(const Engine& engine, const RedFlagRule& rule)
{
    ordered_json titles = ordered_json::array();
    for (const Source& source : engine.vocabulary().sources()) {
        if (std::find(rule.sources.begin(), rule.sources.end(), source.id) != rule.sources.end()) {
            titles.push_back(source.title);
        }
    }
    return titles;
}

} // namespace

void addObserved(ordered_json& observation, Engine& engine)
{
    ordered_json alerts = ordered_json::array();
    ordered_json checkIns = ordered_json::array();
    std::string_view highest = "none";
    for (const Alert& alert : engine.alerts().shown()) {
        if (alert.level == Level::CheckIn) {
            if (alert.state == AlertState::Open) {
                checkIns.push_back(alert.rule);
            }
            continue;
        }
        if (highest == "none") {
            highest = toId(alert.level); // the highest level comes first
        }
        const RedFlagRule* rule = engine.redFlags().find(alert.rule);
        alerts.push_back(
            {{"id", alert.rule},
             {"level", toId(alert.level)},
             {"state", toId(alert.state)},
             {"because", splitIds(alert.because)},
             {"sources", rule != nullptr ? titles(engine, *rule) : ordered_json::array()}});
    }
    ordered_json closed = ordered_json::array();
    for (const Alert& alert : engine.alerts().closed()) {
        closed.push_back({{"id", alert.rule}, {"how", toId(*alert.closing)}});
    }
    observation["highest"] = highest;
    observation["alerts"] = std::move(alerts);
    observation["closed"] = std::move(closed);
    observation["check_ins"] = std::move(checkIns);
    observation["asks"] = engine.alerts().asking().askedFor;
    const EpisodeCounts counts = countEpisodes(engine.diary(), engine.now().wall.utc);
    observation["episodes"] = {{"open", counts.open},
                               {"total", counts.total},
                               {"distinct_30d", counts.distinct30Days},
                               {"distinct_180d", counts.distinct180Days}};
}

} // namespace unclench::app::replay
