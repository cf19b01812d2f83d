// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that are worked out from signs in the legs: clinical document, 1.1 and 1.7.
#include "core/redflags/facts.h"

#include "core/knowledge/ids.h"

#include <algorithm>
#include <array>

namespace unclench {

namespace {

constexpr std::array kLegSymptoms =
    std::to_array<std::string_view>({"leg_tingling", "leg_numbness", "leg_weakness", "foot_drop"});
constexpr std::array kLowerLeg = std::to_array<std::string_view>({"leg_below_knee", "foot"});

} // namespace

const std::vector<const Symptom*>& Facts::legSymptoms()
{
    if (!m_legSymptoms) {
        m_legSymptoms.emplace();
        for (const Symptom& symptom : m_told.symptoms) {
            if (symptom.isPresent && isAmong(kLegSymptoms, symptom.symptom)) {
                m_legSymptoms->push_back(&symptom);
            }
        }
    }
    return *m_legSymptoms;
}

UtcTime Facts::symptomTakenBack(std::string_view symptom)
{
    UtcTime latest{};
    for (const std::string& name : m_rules.questionsOf(symptom)) {
        latest = std::max(latest, question(name).takenBack);
    }
    return latest;
}

Facts::LegSigns Facts::legSigns()
{
    LegSigns signs;
    const auto add = [&](std::optional<Side> side, const LegSign& sign) {
        if (side == Side::Left || side == Side::Both) {
            signs.left.push_back(sign);
        }
        if (side == Side::Right || side == Side::Both) {
            signs.right.push_back(sign);
        }
    };
    for (const Symptom* symptom : legSymptoms()) {
        if (m_now.hasReached(symptom->at.utc) &&
            toldAt(symptom->at, symptom->stamp) > symptomTakenBack(symptom->symptom)) {
            add(symptom->side,
                {&symptom->at, &symptom->stamp,
                 standingOf(symptom->change, symptom->sinceDays, false), false, symptom->symptom});
        }
    }
    for (const ToldCourse& course : m_told.courses) {
        for (std::size_t i = 0; i < course.reports.size(); ++i) {
            const Report& report = course.reports[i];
            if (report.field != DetailField::Regions || !m_now.hasReached(report.at.utc)) {
                continue;
            }
            for (const Place& place : *course.said[i].regions) {
                const bool isThigh = place.region == "leg_thigh";
                if (isThigh || isAmong(kLowerLeg, place.region)) {
                    add(place.side,
                        {&report.at, &report.stamp, Standing::Fresh, isThigh, place.region});
                }
            }
        }
    }
    return signs;
}

void Facts::eachLegPair(auto&& visit)
{
    const LegSigns signs = legSigns();
    for (const LegSign& left : signs.left) {
        for (const LegSign& right : signs.right) {
            const auto apart = std::chrono::abs(left.at->localDay() - right.at->localDay());
            if (apart <= days(Threshold::BothLegsDays)) {
                visit(left, right, left.at->utc < right.at->utc ? right : left);
            }
        }
    }
}

/// Something in the left and in the right leg, told on days at most 14 d apart, whether or not the
/// first has cleared; or in both at once. Two thighs alone are none (clinical document, 1.7).
Fact Facts::bothLegs()
{
    const QuestionState& state = question("rf_legs_both");
    Fact sum;
    eachLegPair([&](const LegSign& left, const LegSign& right, const LegSign& later) {
        if ((left.isThigh && right.isThigh) ||
            std::max(toldAt(*left.at, *left.stamp), toldAt(*right.at, *right.stamp)) <=
                state.takenBack ||
            (state.lastNo && rankOf(*later.at, *later.stamp) < *state.lastNo) ||
            isStale(*later.at, false)) {
            return;
        }
        sum.truth = Truth::Yes;
        Fact fact =
            yes("both_legs", *later.at, *later.stamp, std::min(left.standing, right.standing));
        fact.because.emplace_back(left.id);
        fact.because.emplace_back(right.id);
        addReasons(sum, fact);
    });
    return sum;
}

/// The left and the right thigh ache, told on days at most 14 d apart, the later one in this spasm:
/// asked about, once. `told` is when it first was so.
Fact Facts::bothThighs()
{
    if (!details().regions) {
        return {};
    }
    Fact first{.truth = Truth::No};
    eachLegPair([&](const LegSign& left, const LegSign& right, const LegSign& later) {
        if (!left.isThigh || !right.isThigh || later.at->utc < onset().utc) {
            return;
        }
        const UtcTime told = toldAt(*later.at, *later.stamp);
        if (!first.told || told < *first.told) {
            first = yes("both_thighs", *later.at, *later.stamp, Standing::Fresh);
        }
    });
    return first;
}

/// A foot drop or a weak leg that is told to be worse (1.7: rf_foot_drop getting worse).
Fact Facts::legGettingWeaker()
{
    const QuestionState& state = question("rf_leg_weakness_worse");
    Fact sum;
    const auto add = [&](std::string_view id, const Moment& at, const Stamp& stamp) {
        if (toldAt(at, stamp) > state.takenBack &&
            !(state.lastNo && rankOf(at, stamp) < *state.lastNo) && !isStale(at, false)) {
            sum.truth = Truth::Yes;
            Fact fact = yes("leg_getting_weaker", at, stamp, Standing::Fresh);
            fact.because.emplace_back(id);
            addReasons(sum, fact);
        }
    };
    const auto isMeant = [](const Symptom& symptom) {
        return symptom.isPresent && symptom.change == Change::Worse &&
               (symptom.symptom == "foot_drop" || symptom.symptom == "leg_weakness");
    };
    each(m_told.symptoms, isMeant, [&](const Symptom& symptom) {
        if (toldAt(symptom.at, symptom.stamp) > symptomTakenBack(symptom.symptom)) {
            add(symptom.symptom, symptom.at, symptom.stamp);
        }
    });
    const auto& drop = question("rf_foot_drop").answer;
    if (drop && drop->value == AnswerValue::Yes && drop->change == Change::Worse) {
        add("rf_foot_drop", drop->at, drop->stamp);
    }
    return sum;
}

} // namespace unclench
