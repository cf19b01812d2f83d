// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exercise.h"

#include "core/engine/engine.h"

#include <algorithm>

namespace unclench {

namespace {

/// The readings of the open episode, and whatever else was told since two days ago: with any
/// offset, all of yesterday is in it.
std::vector<PainTold> painsAround(DiaryStore& diary, const Uuid& open, const Moment& now)
{
    std::vector<PainTold> pains;
    const Period lately{now.utc - std::chrono::days{3}, std::nullopt};
    for (const Reading& reading : diary.dated<Reading>(lately)) {
        if (reading.episode != open) {
            pains.push_back({reading.at, reading.pain});
        }
    }
    for (const PainFreeDay& day : diary.dated<PainFreeDay>(lately)) {
        pains.push_back({day.at, 0});
    }
    if (const auto course = diary.course(open)) {
        for (const Reading& reading : course->readings) {
            pains.push_back({reading.at, reading.pain});
        }
    }
    std::stable_sort(pains.begin(), pains.end(), [](const PainTold& one, const PainTold& other) {
        return one.at.utc < other.at.utc;
    });
    return pains;
}

} // namespace

ExerciseGate exerciseNow(Engine& engine)
{
    DiaryStore& diary = engine.diary();
    ExerciseTold told;
    told.now = engine.now().wall;
    told.conditions = diary.dated<Condition>({});
    if (const auto ended = diary.lastEndedBout()) {
        told.bouts.push_back(*ended);
    }
    if (const auto open = diary.openBout()) {
        told.bouts.push_back(*open);
        told.pains = painsAround(diary, open->episode, told.now);
    }
    if (const auto alerts = engine.alerts().active(); !alerts.empty()) {
        told.highest = alerts.front().level; // the highest level comes first
    }
    return exerciseGate(told, engine.guide());
}

} // namespace unclench
