// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/situation.h"

#include <algorithm>

namespace unclench {

namespace {

bool holds(CareFact fact, const CareRules& rules, const Situation& s)
{
    const auto hours = [&](CareThreshold threshold) { return rules.hours(threshold); };
    switch (fact) {
    case CareFact::ColdAllergy: return s.hasColdAllergy;
    case CareFact::BandRash: return s.isBandRashOpen;
    case CareFact::FreshSwelling:
        return s.swelling && *s.swelling < hours(CareThreshold::SwollenHours);
    case CareFact::StillSwollen:
        return s.swelling && *s.swelling >= hours(CareThreshold::SwollenHours);
    case CareFact::BloodThinner: return s.hasBloodThinner;
    case CareFact::Patch:
        return std::any_of(s.patches.begin(), s.patches.end(), [&](const WornPatch& patch) {
            return (patch.isOpioid || patch.isAtSite) &&
                   patch.since < hours(CareThreshold::PatchHours);
        });
    case CareFact::Ointment:
        return std::any_of(s.ointments.begin(), s.ointments.end(),
                           [&](Ago since) { return since < hours(CareThreshold::OintmentHours); });
    case CareFact::Sedating:
        return s.takesSedating || std::any_of(s.sedating.begin(), s.sedating.end(), [&](Ago since) {
                   return since < hours(CareThreshold::SedatingHours);
               });
    case CareFact::Child: return s.age && *s.age < rules.number(CareThreshold::ChildYears);
    case CareFact::ThinSkin: return s.age && *s.age >= rules.number(CareThreshold::ThinSkinYears);
    case CareFact::Pregnant: return s.isPregnant;
    case CareFact::FeverAlert: return s.isFeverOpen;
    }
    return false;
}

} // namespace

Situation later(Situation situation, std::chrono::milliseconds by)
{
    const auto add = [&](auto& ago) { ago += by; };
    const auto addIf = [&](std::optional<Ago>& ago) {
        if (ago) {
            *ago += by;
        }
    };
    for (PastSession& session : situation.sessions) {
        add(session.begin);
        addIf(session.end);
    }
    addIf(situation.skinInjury);
    addIf(situation.swelling);
    if (situation.episode) {
        add(situation.episode->age);
    }
    std::for_each(situation.sedating.begin(), situation.sedating.end(), add);
    std::for_each(situation.ointments.begin(), situation.ointments.end(), add);
    for (WornPatch& patch : situation.patches) {
        add(patch.since);
    }
    return situation;
}

const PastSession* lastEnded(const Situation& situation)
{
    const PastSession* last = nullptr;
    for (const PastSession& session : situation.sessions) {
        if (session.end && (last == nullptr || *session.end < *last->end)) {
            last = &session;
        }
    }
    return last;
}

bool isRunning(const Situation& situation)
{
    return std::any_of(situation.sessions.begin(), situation.sessions.end(),
                       [](const PastSession& session) { return !session.end; });
}

bool hasRaisedPain(const Situation& situation, Modality modality)
{
    return std::any_of(
        situation.sessions.begin(), situation.sessions.end(), [&](const PastSession& session) {
            return session.modality == modality && session.isOfEpisode && session.hasRaisedPain;
        });
}

std::vector<std::string>
reasonsOf(const Limit& limit, const CareRules& rules, const Situation& situation)
{
    std::vector<std::string> reasons;
    if (limit.needsInjury && !(situation.episode && situation.episode->hasInjury)) {
        return reasons;
    }
    std::copy_if(limit.conditions.begin(), limit.conditions.end(), std::back_inserter(reasons),
                 [&](const std::string& id) { return situation.conditions.contains(id); });
    if (limit.fact && holds(*limit.fact, rules, situation) &&
        std::find(reasons.begin(), reasons.end(), limit.countsAs) == reasons.end()) {
        reasons.push_back(limit.countsAs);
    }
    return reasons;
}

} // namespace unclench
