// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that are worked out from signs, measures and the person: clinical document, 1.1 to 1.3
// and 1.7. Those of the legs: computed_legs.cpp.
#include "core/redflags/facts.h"

#include "core/knowledge/ids.h"

#include <algorithm>
#include <array>

namespace unclench {

namespace {

constexpr std::array kUpright =
    std::to_array<std::string_view>({"sit", "stand", "stand_upright", "walk"});

} // namespace

const Fact& Facts::compute(ComputedFact fact)
{
    return m_now.keep(m_computed[static_cast<std::size_t>(fact)], [&] { return workOut(fact); });
}

Fact Facts::workOut(ComputedFact fact)
{
    const auto from = [&](std::optional<bool> value) { return Fact::from(value, toId(fact)); };
    switch (fact) {
    case ComputedFact::FeverMeasured: return feverMeasured();
    case ComputedFact::WeightDrop: return weightDrop();
    case ComputedFact::BothLegs: return bothLegs();
    case ComputedFact::BothThighs: return bothThighs();
    case ComputedFact::LegGettingWeaker: return legGettingWeaker();
    case ComputedFact::MajorInjury: return majorInjury();
    case ComputedFact::ProcedureRecent: return procedureRecent();
    case ComputedFact::PainAfterProcedure: return painAfterProcedure();
    case ComputedFact::CannotUpright: return cannotUpright();
    case ComputedFact::Pregnant: return from(isPregnant());
    case ComputedFact::PregnantPreterm: return from(isPreterm());
    case ComputedFact::ColdSession: return from(hadSession(true));
    case ComputedFact::ThermalSession: return from(hadSession(false));
    case ComputedFact::EpisodeOpen:
        return {.truth = isOpen() ? Truth::Yes : Truth::No}; // that is no reason
    case ComputedFact::FirstEver: return from(isFirstEver());
    case ComputedFact::Sudden: return from(isSudden());
    case ComputedFact::BruiseOverSpine: return from(details().bruiseOverSpine);
    case ComputedFact::LongLasting: return from(isLongLasting());
    case ComputedFact::InflammatoryItems: return from(hasInflammatoryItems());
    case ComputedFact::ThreeDayPatience: return from(m_told.settings.patienceDays == 3);
    case ComputedFact::Improved: return from(hasImproved());
    case ComputedFact::PainThisWeek: return from(hadPainThisWeek());
    case ComputedFact::NoRecentReading: return from(hasNoRecentReading());
    case ComputedFact::Worsening: return from(isWorsening(false));
    case ComputedFact::WorseningFast: return from(isWorsening(true));
    case ComputedFact::SevereRest:
        return from(
            hasTwoReadings(static_cast<int>(m_rules.value(Threshold::SevereRestPain)), true));
    case ComputedFact::VerySevere:
        return from(
            hasTwoReadings(static_cast<int>(m_rules.value(Threshold::VerySeverePain)), false));
    case ComputedFact::Frequent: return from(hasOnsets(Threshold::FrequentDays));
    case ComputedFact::Recurrent: return from(hasOnsets(Threshold::RecurrentDays));
    case ComputedFact::DailyInterference: return from(interferes());
    case ComputedFact::HardToWalk: return from(isHardToWalk());
    case ComputedFact::SelfcareNotHelping: return from(selfcareHelpsNot());
    case ComputedFact::OtcDays: return from(hasOtcDays());
    }
    return {};
}

/// A temperature of at least 38.0 C, for 48 h, where an episode was open less than 48 h before the
/// measuring, then, or since (dr_fever: within 48 h of an open episode). A later "no" takes it
/// back.
Fact Facts::feverMeasured()
{
    const QuestionState& state = question("rf_fever");
    Fact sum;
    const auto isFever = [&](const Measurement& measured) {
        return measured.quantity == Quantity::Temperature &&
               measured.value >= m_rules.value(Threshold::FeverCelsius);
    };
    each(m_told.measurements, isFever, [&](const Measurement& measured) {
        if (!isWithin(measured.at.utc, hours(Threshold::FeverHours)) ||
            toldAt(measured.at, measured.stamp) <= state.takenBack ||
            (state.lastNo && rankOf(measured.at, measured.stamp) < *state.lastNo)) {
            return;
        }
        const bool wasOpen =
            std::any_of(m_told.courses.begin(), m_told.courses.end(), [&](const Course& course) {
                return std::any_of(course.bouts.begin(), course.bouts.end(), [&](const Bout& bout) {
                    return m_now.hasReached(bout.begin.utc) &&
                           (!bout.end ||
                            bout.end->utc > measured.at.utc - hours(Threshold::FeverHours));
                });
            });
        if (wasOpen) {
            sum.truth = Truth::Yes;
            addReasons(sum, yes("fever_measured", measured.at, measured.stamp, Standing::Fresh));
        }
    });
    return sum;
}

/// The latest weight is at least 5 % below the highest of the 180 days before it.
Fact Facts::weightDrop()
{
    const auto isWeight = [](const Measurement& measured) {
        return measured.quantity == Quantity::Weight;
    };
    const Measurement* latest = nullptr;
    each(m_told.measurements, isWeight, [&](const Measurement& measured) { latest = &measured; });
    if (latest == nullptr) {
        return {};
    }
    double highest = 0;
    each(m_told.measurements, isWeight, [&](const Measurement& measured) {
        if (latest->at.utc - measured.at.utc < days(Threshold::WeightLossDays)) {
            highest = std::max(highest, measured.value);
        }
    });
    // 53.2 of 56.0 kg is five per cent, whatever binary fractions make of it.
    constexpr double kRounding = 1e-6;
    const double limit = highest * (1 - m_rules.value(Threshold::WeightLossPercent) / 100);
    if (latest->value > limit + kRounding) {
        return {.truth = Truth::No};
    }
    return yes("weight_drop", latest->at, latest->stamp, Standing::Fresh);
}

/// An accident, a fall from height or a hard blow, and the spasm began at most 7 d after it. When
/// it was is not told: then it was just before.
Fact Facts::majorInjury()
{
    if (!details().triggers) {
        return {};
    }
    const Report& report = *episode().toldBy.at(DetailField::Triggers);
    const QuestionState& state = question("rf_major_trauma");
    if (toldAt(report.at, report.stamp) <= state.takenBack ||
        (details().injuryAt &&
         onset().utc - details().injuryAt->utc > days(Threshold::InjuryDays))) {
        return {.truth = Truth::No};
    }
    Fact sum{.truth = Truth::No};
    for (const std::string& trigger : *details().triggers) {
        if (isAmong(kMajorInjuries, trigger)) {
            sum.truth = Truth::Yes;
            addReasons(sum, yes(trigger, report.at, report.stamp, Standing::Fresh));
        }
    }
    return sum;
}

/// Surgery, an injection or an epidural at the spine at most 90 days ago, counted in local days as
/// it was told.
const Procedure* Facts::recentProcedure()
{
    const Procedure* recent = nullptr;
    const UtcTime takenBack = question("cx_recent_procedure").takenBack;
    const auto isRecent = [&](const Procedure& procedure) {
        return toldAt(procedure.told, procedure.stamp) > takenBack &&
               m_now.startOfDay().localDay() - procedure.at.localDay() <=
                   days(Threshold::ProcedureDays);
    };
    each(m_told.procedures, isRecent, [&](const Procedure& procedure) { recent = &procedure; });
    return recent;
}

Fact Facts::procedureRecent()
{
    if (recentProcedure() != nullptr) {
        return Fact::from(true, "procedure_recent");
    }
    Fact fact;
    const auto isMeant = [](const Condition& condition) {
        return condition.condition == "spine_procedure_recent";
    };
    each(m_told.conditions, isMeant, [&](const Condition& condition) {
        const bool isRecent =
            condition.isPresent && !isOver(condition.at.utc, days(Threshold::ProcedureDays));
        fact = Fact::from(isRecent, "procedure_recent");
    });
    return fact;
}

/// A spasm that began after such a procedure: that is new pain.
Fact Facts::painAfterProcedure()
{
    const Procedure* procedure = recentProcedure();
    if (procedure == nullptr || !isOpen() || onset().utc < procedure->at.utc) {
        return {};
    }
    return yes("procedure_recent", procedure->told, procedure->stamp, Standing::Fresh);
}

/// "Cannot" sit, stand or walk, told at most 24 h ago and not told otherwise since, still so an
/// hour after the onset (without an episode: after it was told).
Fact Facts::cannotUpright()
{
    const QuestionState& state = question("rf_cannot_upright");
    Fact sum;
    for (const std::string_view function : kUpright) {
        const FunctionLimit* latest = nullptr;
        each(
            m_told.functions,
            [&](const FunctionLimit& limit) { return limit.function == function; },
            [&](const FunctionLimit& limit) { latest = &limit; });
        if (latest == nullptr || latest->level < FunctionLimit::kCannot ||
            !isWithin(latest->at.utc, hours(Threshold::CannotLastsHours)) ||
            toldAt(latest->at, latest->stamp) <= state.takenBack ||
            (state.lastNo && rankOf(latest->at, latest->stamp) < *state.lastNo)) {
            continue;
        }
        const UtcTime begin = isOpen() ? onset().utc : latest->at.utc;
        if (!isWithin(begin, hours(Threshold::CannotAfterHours))) {
            sum.truth = Truth::Yes;
            Fact fact = yes("cannot_upright", latest->at, latest->stamp, Standing::Fresh);
            addReasons(sum, fact);
        }
    }
    return sum;
}

/// Whole weeks now; they count on from the day they were told. Absent: not told, not pregnant, or
/// past the 42 weeks after which it is asked again.
std::optional<int> Facts::pregnantWeeks()
{
    const auto weeks = profile().pregnantWeeksAt(m_now.startOfDay());
    return weeks && *weeks <= m_rules.value(Threshold::PregnancyWeeks) ? weeks : std::nullopt;
}

std::optional<bool> Facts::isPregnant()
{
    if (pregnantWeeks()) {
        return true;
    }
    const Fact told = conditionFact("pregnancy");
    return told.truth == Truth::NotKnown ? std::nullopt : std::optional{told.isYes()};
}

/// Before 37 weeks; pregnant without weeks told counts as before.
std::optional<bool> Facts::isPreterm()
{
    const auto weeks = pregnantWeeks();
    return weeks ? *weeks < m_rules.value(Threshold::PretermWeeks) : isPregnant();
}

bool Facts::hadSession(bool isColdOnly)
{
    return current() != nullptr &&
           std::any_of(m_told.sessions.begin(), m_told.sessions.end(), [&](const CareResult& care) {
               return (care.isCold || !isColdOnly) && care.begin.utc >= onset().utc &&
                      m_now.hasReached(care.begin.utc);
           });
}

/// As told; not told, and an earlier distinct episode stands in the diary: not the first.
std::optional<bool> Facts::isFirstEver()
{
    if (details().firstEver || current() == nullptr) {
        return details().firstEver;
    }
    const bool hasEarlier =
        std::any_of(m_told.spans.begin(), m_told.spans.end(),
                    [&](const Span& span) { return span.end && *span.end <= onset().utc; });
    return hasEarlier ? std::optional{false} : std::nullopt;
}

std::optional<bool> Facts::isSudden()
{
    if (details().sudden) {
        return details().sudden;
    }
    return details().pattern == "sudden" ? std::optional{true} : std::nullopt;
}

/// Open for at least 90 days, begun before 45 as far as is known: what rf_inflammatory asks for.
bool Facts::isLongLasting()
{
    if (!isOpen() || isWithin(onset().utc, days(Threshold::InflammatoryDays))) {
        return false;
    }
    const auto ageThen = profile().ageAt(onset());
    return !ageThen || *ageThen < m_rules.value(Threshold::InflammatoryAge);
}

/// Enough of the examples fit; a yes without a number means that they do.
std::optional<bool> Facts::hasInflammatoryItems()
{
    const auto& answer = question("rf_inflammatory").answer;
    if (!answer || answer->value != AnswerValue::Yes) {
        return std::nullopt;
    }
    return !answer->items || *answer->items >= m_rules.value(Threshold::InflammatoryItems);
}

} // namespace unclench
