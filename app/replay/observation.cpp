// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/observation.h"

#include "core/engine/exercise.h"
#include "core/time/duration.h"

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

ordered_json decided(const CareDecision& decision, std::chrono::milliseconds elapsed)
{
    return {{"status", toId(decision.status)},
            {"earliest", decision.wait ? ordered_json(toText(elapsed + *decision.wait))
                                       : ordered_json(nullptr)},
            {"max_minutes", decision.most.count()},
            {"caution", decision.needsCaution},
            {"because", decision.because}};
}

ordered_json care(Engine& engine, std::chrono::milliseconds elapsed)
{
    ordered_json care{{"running", nullptr}};
    if (const auto running = engine.care().running()) {
        care["running"] = {{"modality", toId(running->session.modality)},
                           {"ends", toText(elapsed + running->left)},
                           {"overdue", running->isOverdue()}};
    }
    const CareDecisions decisions = engine.care().decide();
    care["heat"] = decided(decisions.heat, elapsed);
    care["cold"] = decided(decisions.cold, elapsed);
    return care;
}

ordered_json sitting(Engine& engine)
{
    const SeatClock clock = engine.seat().status().clock;
    return {{"state", clock.posture ? ordered_json(toId(*clock.posture)) : ordered_json(nullptr)},
            {"seated", toText(clock.seated)},
            {"due", clock.isDue()},
            {"held", clock.isHeld()},
            {"snoozes_left", clock.snoozesLeft}};
}

} // namespace

void addObserved(ordered_json& observation, Engine& engine, std::chrono::milliseconds elapsed)
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
    observation["care"] = care(engine, elapsed);
    observation["sitting"] = sitting(engine);
    const ExerciseGate exercise = exerciseNow(engine);
    observation["exercise"] = {{"allowed", exercise.isAllowed()},
                               {"because", ordered_json::array()}};
    for (const ExerciseBar bar : exercise.because) {
        observation["exercise"]["because"].push_back(toId(bar));
    }
    const EpisodeCounts counts = countEpisodes(engine.diary(), engine.now().wall.utc);
    observation["episodes"] = {{"open", counts.open},
                               {"total", counts.total},
                               {"distinct_30d", counts.distinct30Days},
                               {"distinct_180d", counts.distinct180Days}};
}

} // namespace unclench::app::replay
