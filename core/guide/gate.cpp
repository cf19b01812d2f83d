// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guide/gate.h"

#include <algorithm>

namespace unclench {

namespace {

/// The one that stands for how it is now. nullptr: not known.
const Condition* crampThatCounts(const ExerciseTold& told, const Guide& guide)
{
    const Condition* last = nullptr;
    for (const Condition& condition : told.conditions) {
        if (condition.condition == kCrampNow) {
            last = &condition;
        }
    }
    if (last == nullptr) {
        return nullptr;
    }
    const UtcTime at = last->at.utc;
    const auto isOver = [&](const Bout& bout) { return bout.end && bout.end->utc >= at; };
    const auto isNew = [&](const Bout& bout) { return bout.begin.utc > at; };
    if (last->isPresent) {
        return std::any_of(told.bouts.begin(), told.bouts.end(), isOver) ? nullptr : last;
    }
    const std::chrono::days holds{guide.number(GuideNumber::CrampToldDays)};
    const bool isOld = last->at.localDay() + holds < told.now.localDay();
    return isOld || std::any_of(told.bouts.begin(), told.bouts.end(), isNew) ? nullptr : last;
}

} // namespace

ExerciseGate exerciseGate(const ExerciseTold& told, const Guide& guide)
{
    ExerciseGate gate;
    if (const Condition* cramp = crampThatCounts(told, guide)) {
        gate.isCramping = cramp->isPresent;
        gate.crampTold = cramp->at;
    }
    for (const PainTold& pain : told.pains) {
        gate.pain = pain.pain;
        if (pain.at.localDay() == told.now.localDay() - std::chrono::days{1}) {
            gate.painYesterday = pain.pain;
        }
    }

    const auto bar = [&](ExerciseBar what, bool isThere) {
        if (isThere) {
            gate.because.push_back(what);
        }
    };
    bar(ExerciseBar::Cramp, gate.isCramping == true);
    bar(ExerciseBar::CrampUnknown, !gate.isCramping);
    bar(ExerciseBar::PainAbove3, gate.pain && *gate.pain > guide.number(GuideNumber::MostPain));
    bar(ExerciseBar::HigherThanYesterday,
        gate.pain && gate.painYesterday && *gate.pain > *gate.painYesterday);
    bar(ExerciseBar::AlertOpen, told.highest && *told.highest >= Level::Urgent);
    return gate;
}

} // namespace unclench
