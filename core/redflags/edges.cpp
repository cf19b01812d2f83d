// SPDX-License-Identifier: GPL-3.0-or-later
// The moments at which a rule can change by time alone: where something told enters or leaves a
// window.
#include "core/redflags/findings.h"

#include <algorithm>

namespace unclench {

namespace {

using namespace std::chrono_literals;

/// The least of what is offered that lies after a moment.
class Earliest {
public:
    explicit Earliest(UtcTime after) : m_after(after) {}

    void offer(UtcTime at)
    {
        if (at > m_after && (!m_next || at < *m_next)) {
            m_next = at;
        }
    }
    [[nodiscard]] std::optional<UtcTime> next() const { return m_next; }
    [[nodiscard]] UtcTime after() const { return m_after; }

private:
    UtcTime m_after;
    std::optional<UtcTime> m_next;
};

void offerHours(Earliest& earliest, const Clause& clause, UtcTime onset)
{
    if (clause.kind == Clause::Kind::OpenHours) {
        earliest.offer(onset + std::chrono::hours{clause.number});
    }
    for (const Clause& part : clause.parts) {
        offerHours(earliest, part, onset);
    }
}

void offerCourse(Earliest& earliest, const RedFlags& rules, const Course& course)
{
    const auto after = [&](Threshold threshold, std::chrono::milliseconds unit) {
        return std::chrono::milliseconds{
            static_cast<std::int64_t>(rules.value(threshold) * static_cast<double>(unit.count()))};
    };
    for (const Bout& bout : course.bouts) {
        earliest.offer(bout.begin.utc);
        if (bout.end) {
            earliest.offer(bout.end->utc);
            earliest.offer(bout.end->utc + kSpasmFreeGap);
        }
    }
    if (course.end() && course.end()->utc + kSpasmFreeGap <= earliest.after()) {
        return;
    }
    const UtcTime onset = course.onset().utc;
    for (const RedFlagRule& rule : rules.rules()) {
        offerHours(earliest, rule.when, onset);
        for (const Escalation& escalation : rule.escalations) {
            offerHours(earliest, escalation.when, onset);
        }
    }
    earliest.offer(onset + after(Threshold::CannotAfterHours, 1h));
    earliest.offer(onset + after(Threshold::InflammatoryDays, 24h));
    for (const Reading& reading : course.readings) {
        earliest.offer(reading.at.utc);
        earliest.offer(reading.at.utc + after(Threshold::RecentHours, 1h));
        earliest.offer(reading.at.utc + after(Threshold::StillThereDays, 24h));
    }
    for (const Report& report : course.reports) {
        earliest.offer(report.at.utc);
    }
}

} // namespace

std::optional<UtcTime> nextEdge(const RedFlags& rules, const Told& told, UtcTime after)
{
    Earliest earliest{after};
    const auto span = [&](Threshold threshold, std::chrono::milliseconds unit) {
        return std::chrono::milliseconds{
            static_cast<std::int64_t>(rules.value(threshold) * static_cast<double>(unit.count()))};
    };
    for (const Course& course : told.courses) {
        offerCourse(earliest, rules, course);
    }
    for (const Span& onset : told.spans) {
        earliest.offer(onset.begin + span(Threshold::FrequentDays, 24h));
        earliest.offer(onset.begin + span(Threshold::RecurrentDays, 24h));
    }
    for (const Answer& answer : told.answers) {
        earliest.offer(answer.at.utc);
        earliest.offer(answer.at.utc + span(Threshold::OldNewsDays, 24h) + 1ms);
    }
    for (const Symptom& symptom : told.symptoms) {
        earliest.offer(symptom.at.utc);
        earliest.offer(symptom.at.utc + span(Threshold::OldNewsDays, 24h) + 1ms);
    }
    for (const FunctionLimit& limit : told.functions) {
        earliest.offer(limit.at.utc);
        earliest.offer(limit.at.utc + span(Threshold::CannotAfterHours, 1h));
        earliest.offer(limit.at.utc + span(Threshold::CannotLastsHours, 1h));
        earliest.offer(limit.at.utc + span(Threshold::InterferenceWindowDays, 24h));
    }
    for (const Measurement& measured : told.measurements) {
        earliest.offer(measured.at.utc);
        if (measured.quantity == Quantity::Temperature) {
            earliest.offer(measured.at.utc + span(Threshold::FeverHours, 1h));
        }
    }
    for (const Procedure& procedure : told.procedures) {
        // The local day after the last one that counts; at most a day early is harmless.
        earliest.offer(procedure.at.utc + span(Threshold::ProcedureDays, 24h));
        earliest.offer(procedure.at.utc + span(Threshold::ProcedureDays, 24h) + 24h);
    }
    for (const Condition& condition : told.conditions) {
        earliest.offer(condition.at.utc);
        earliest.offer(condition.at.utc + span(Threshold::ProcedureDays, 24h) + 1ms);
    }
    for (const TakenMedicine& taken : told.taken) {
        earliest.offer(taken.at.utc);
        earliest.offer(taken.at.utc + span(Threshold::OtcWindowDays, 24h));
    }
    for (const CareResult& care : told.sessions) {
        earliest.offer(care.end.utc);
    }
    // Weeks of a pregnancy and the year of birth move on with the local day; so does an age.
    for (const ProfileEntry& entry : told.profile) {
        earliest.offer(entry.at.utc);
        if (entry.key == ProfileKey::PregnantWeeks) {
            for (int week = 1; week <= kMostPregnantWeeks; ++week) {
                earliest.offer(entry.at.utc + std::chrono::days{7 * week});
            }
        }
    }
    const bool isAgeTold =
        std::any_of(told.profile.begin(), told.profile.end(),
                    [](const ProfileEntry& entry) { return entry.key == ProfileKey::BirthYear; });
    if (isAgeTold) {
        const auto year =
            std::chrono::year_month_day{Moment{after, told.now.offset}.localDay()}.year();
        const std::chrono::local_days newYear{(year + std::chrono::years{1}) /
                                              std::chrono::January / 1};
        earliest.offer(UtcTime{newYear.time_since_epoch() - told.now.offset});
    }
    return earliest.next();
}

} // namespace unclench
