// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/decision.h"

#include <algorithm>

namespace unclench {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
namespace reason = care_reason;

/// One modality being decided; the steps stand in the order of the procedure.
class Decider {
public:
    Decider(const CareRules& rules,
            const Situation& situation,
            Modality modality,
            std::optional<CareKind> kind)
        : m_rules(rules), m_situation(situation), m_last(lastEnded(situation)),
          m_modality(modality), m_kind(kind)
    {
    }

    CareDecision decide()
    {
        chooseProtocol();
        if (m_situation.isEmergencyOpen) {
            block(reason::kEmergencyOpen);
        }
        if (isRunning(m_situation)) {
            block(reason::kSessionRunning);
        }
        applyLimits();
        lookAtSkin();
        if (hasRaisedPain(m_situation, m_modality)) {
            block(m_modality == Modality::Heat ? reason::kHeatRaisedPain : reason::kColdRaisedPain);
        }
        keepRest();
        lookAtClock();
        return finish();
    }

    [[nodiscard]] bool isAfterCold() const
    {
        return m_last != nullptr && m_last->modality == Modality::Cold;
    }

private:
    void block(std::string_view id, std::optional<milliseconds> wait = std::nullopt)
    {
        m_blockers.emplace_back(id);
        m_isTimed = m_isTimed && wait.has_value();
        m_wait = std::max(m_wait, wait.value_or(milliseconds{0}));
    }

    void chooseProtocol()
    {
        std::string_view id = "heat_recurrent";
        const auto& episode = m_situation.episode;
        if (m_modality == Modality::Cold) {
            const bool isFirstDay =
                episode && episode->age < m_rules.hours(CareThreshold::FirstDayHours);
            id = hasRaisedPain(m_situation, Modality::Heat) ? "cold_only"
                 : isFirstDay                               ? "cold_day1"
                                                            : "cold_days2";
        } else if (isAfterCold()) {
            id = "heat_after_cold";
        }
        const Protocol& own = m_rules.protocol(id);
        const Protocol* chosen = m_rules.protocolOf(m_situation.pace);
        const Protocol& paced = chosen != nullptr ? *chosen : own;
        m_decision.protocol = paced.id;
        m_decision.most = std::min(own.most, paced.most);
        m_decision.usual = paced.usual;
        m_decision.due = untilDue(paced.interval);
    }

    [[nodiscard]] milliseconds untilDue(minutes interval) const
    {
        milliseconds due = untilRested();
        for (const PastSession& session : m_situation.sessions) {
            if (session.modality == m_modality) {
                due = std::max(due, interval - session.begin);
            }
        }
        return due;
    }

    /// What is left of the rest that the skin needs after any session.
    [[nodiscard]] milliseconds untilRested() const
    {
        return m_last == nullptr
                   ? milliseconds{0}
                   : std::max(milliseconds{0},
                              milliseconds{m_rules.minutes(CareThreshold::RestMinutes)} -
                                  *m_last->end);
    }

    void applyLimits()
    {
        for (const Limit& limit : m_rules.limits()) {
            const LimitLevel level = limit.level(m_modality, m_kind);
            if (level == LimitLevel::Free) {
                continue;
            }
            for (const std::string& id : reasonsOf(limit, m_rules, m_situation)) {
                const std::string ok = std::string{toId(m_modality)} + ":" + id;
                if (level == LimitLevel::Blocked) {
                    block(id, limit.fact == CareFact::FreshSwelling ? untilSwellingCounts()
                                                                    : std::nullopt);
                } else if (level == LimitLevel::NeedsOk && !m_situation.clinicianOk.contains(ok)) {
                    block(id);
                } else {
                    m_decision.needsCaution = true;
                    m_limits.push_back(id);
                }
            }
        }
    }

    /// Until it may be gone; from then on, until it counts less although it is not.
    [[nodiscard]] std::optional<milliseconds> untilSwellingCounts() const
    {
        const auto fresh = m_rules.hours(CareThreshold::FreshInjuryHours);
        const auto swollen = m_rules.hours(CareThreshold::SwollenHours);
        return (*m_situation.swelling < fresh ? fresh : swollen) - *m_situation.swelling;
    }

    void lookAtSkin()
    {
        if (m_situation.skin && *m_situation.skin != Skin::Normal) {
            block(reason::kSkinNotNormal);
        }
        if (m_situation.skinInjury) {
            const milliseconds left =
                m_rules.hours(CareThreshold::SkinInjuryHours) - *m_situation.skinInjury;
            if (left.count() > 0) {
                block(reason::kSkinInjury, left);
            }
        }
    }

    void keepRest()
    {
        const milliseconds rest = untilRested();
        if (rest.count() > 0) {
            block(reason::kSkinRest, rest);
        } else if (m_modality == Modality::Heat && isAfterCold() && !m_last->isFeelingNormal) {
            block(reason::kFeelingNotConfirmed);
        }
    }

    void lookAtClock()
    {
        if (m_last != nullptr && m_last->isClockBehind) {
            block(reason::kClockCheck);
        }
    }

    CareDecision finish()
    {
        if (m_decision.needsCaution) {
            m_decision.most =
                std::min(m_decision.most, m_rules.minutes(CareThreshold::CautionMinutes));
        }
        m_decision.usual = std::min(m_decision.usual, m_decision.most);
        if (m_blockers.empty()) {
            m_decision.because = std::move(m_limits);
            return std::move(m_decision);
        }
        m_decision.status = CareStatus::Blocked;
        m_decision.because = std::move(m_blockers);
        if (m_isTimed) {
            m_decision.wait = m_wait;
        }
        return std::move(m_decision);
    }

    const CareRules& m_rules;
    const Situation& m_situation;
    const PastSession* m_last;
    Modality m_modality;
    std::optional<CareKind> m_kind;
    CareDecision m_decision;
    std::vector<std::string> m_blockers;
    std::vector<std::string> m_limits;
    bool m_isTimed = true;
    milliseconds m_wait{0};
};

/// Whether so many sessions of `modality` began within a day that the skin should rest longer.
bool isOftenEnough(const CareRules& rules, const Situation& situation, Modality modality)
{
    const auto day = rules.hours(CareThreshold::MostSessionsHours);
    const auto count = std::count_if(situation.sessions.begin(), situation.sessions.end(),
                                     [&](const PastSession& session) {
                                         return session.modality == modality && session.begin < day;
                                     });
    return count >= rules.number(CareThreshold::MostSessions);
}

bool isFreshlySwollen(const CareRules& rules, const Situation& situation)
{
    return situation.swelling && *situation.swelling < rules.hours(CareThreshold::SwollenHours);
}

Modality firstChoice(const CareRules& rules, const Situation& situation)
{
    const OpenEpisode& episode = *situation.episode;
    if (hasRaisedPain(situation, Modality::Heat) || isFreshlySwollen(rules, situation)) {
        return Modality::Cold;
    }
    const bool mayBeFirst = episode.isFirstEver.value_or(true);
    return mayBeFirst && episode.age < rules.hours(CareThreshold::ColdFirstHours) ? Modality::Cold
                                                                                  : Modality::Heat;
}

/// Heat after cold, from the second day on, where the first choice is not due.
bool mayFollowCold(const CareRules& rules, const Situation& situation)
{
    const PastSession* last = lastEnded(situation);
    return situation.episode->age >= rules.hours(CareThreshold::FirstDayHours) &&
           !isFreshlySwollen(rules, situation) && last != nullptr &&
           last->modality == Modality::Cold && last->isFeelingNormal;
}

void recommend(const CareRules& rules, const Situation& situation, CareDecisions& decisions)
{
    const auto canBe = [&](Modality modality) {
        const CareDecision& decision = decisions.of(modality);
        return decision.status == CareStatus::Allowed && decision.due.count() <= 0 &&
               !isOftenEnough(rules, situation, modality);
    };
    const Modality first = firstChoice(rules, situation);
    std::optional<Modality> chosen;
    if (canBe(first)) {
        chosen = first;
    } else if (mayFollowCold(rules, situation) && canBe(Modality::Heat)) {
        chosen = Modality::Heat;
    }
    if (!chosen) {
        return;
    }
    CareDecision& decision = *chosen == Modality::Heat ? decisions.heat : decisions.cold;
    if (situation.isUrgentOpen) {
        decision.because.emplace_back(reason::kUrgentOpen);
        return;
    }
    decision.status = CareStatus::Recommended;
    decision.because.push_back(decision.protocol);
}

} // namespace

CareDecisions
decide(const CareRules& rules, const Situation& situation, std::optional<CareKind> kind)
{
    CareDecisions decisions{Decider{rules, situation, Modality::Heat, kind}.decide(),
                            Decider{rules, situation, Modality::Cold, std::nullopt}.decide()};
    for (const Modality modality : {Modality::Heat, Modality::Cold}) {
        CareDecision& decision = modality == Modality::Heat ? decisions.heat : decisions.cold;
        if (decision.status == CareStatus::Allowed && isOftenEnough(rules, situation, modality)) {
            decision.because.emplace_back(reason::kSoftCap);
        }
    }
    if (situation.episode) {
        recommend(rules, situation, decisions);
    }
    return decisions;
}

std::optional<milliseconds> nextChange(const CareRules& rules, const Situation& situation)
{
    std::optional<milliseconds> next;
    const auto offer = [&](milliseconds in) {
        if (in.count() > 0) {
            next = std::min(next.value_or(in), in);
        }
    };
    const CareDecisions now = decide(rules, situation);
    offer(now.heat.due);
    offer(now.cold.due);
    if (const PastSession* last = lastEnded(situation)) {
        offer(rules.minutes(CareThreshold::RestMinutes) - *last->end);
    }
    for (const PastSession& session : situation.sessions) {
        offer(rules.hours(CareThreshold::MostSessionsHours) - session.begin);
    }
    if (situation.skinInjury) {
        offer(rules.hours(CareThreshold::SkinInjuryHours) - *situation.skinInjury);
    }
    if (situation.episode) {
        offer(rules.hours(CareThreshold::FirstDayHours) - situation.episode->age);
        offer(rules.hours(CareThreshold::ColdFirstHours) - situation.episode->age);
    }
    if (situation.swelling) {
        offer(rules.hours(CareThreshold::FreshInjuryHours) - *situation.swelling);
        offer(rules.hours(CareThreshold::SwollenHours) - *situation.swelling);
    }
    for (const Ago since : situation.sedating) {
        offer(rules.hours(CareThreshold::SedatingHours) - since);
    }
    for (const Ago since : situation.ointments) {
        offer(rules.hours(CareThreshold::OintmentHours) - since);
    }
    for (const WornPatch& patch : situation.patches) {
        offer(rules.hours(CareThreshold::PatchHours) - patch.since);
    }
    return next;
}

std::vector<PlannedCare>
planAhead(const CareRules& rules, const Situation& situation, milliseconds span, std::size_t most)
{
    std::vector<PlannedCare> plan;
    Situation ahead = situation;
    milliseconds at{0};
    while (plan.size() < most) {
        const CareDecisions decisions = decide(rules, ahead);
        std::optional<milliseconds> step;
        for (const Modality modality : {Modality::Heat, Modality::Cold}) {
            const CareDecision& decision = decisions.of(modality);
            if (decision.status == CareStatus::Recommended) {
                plan.push_back({modality, at});
                step = decision.usual;
                PastSession taken{.modality = modality, .end = Ago{0}, .isOfEpisode = true};
                taken.isFeelingNormal = true;
                ahead = later(std::move(ahead), *step);
                taken.begin = *step;
                ahead.sessions.push_back(taken);
            }
        }
        if (!step) {
            step = nextChange(rules, ahead);
            if (!step) {
                break;
            }
            ahead = later(std::move(ahead), *step);
        }
        at += *step;
        if (at > span) {
            break;
        }
    }
    return plan;
}

} // namespace unclench
