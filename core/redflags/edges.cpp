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
    /// How far what comes again and again is offered.
    [[nodiscard]] UtcTime until() const { return m_after; }

private:
    UtcTime m_after;
    std::optional<UtcTime> m_next;
};

/// All of what is offered that lies between two moments.
class AllBetween {
public:
    AllBetween(UtcTime after, UtcTime before) : m_after(after), m_before(before) {}

    void offer(UtcTime at)
    {
        if (at > m_after && at < m_before) {
            m_found.push_back(at);
        }
    }
    [[nodiscard]] std::vector<UtcTime> inOrder() &&
    {
        std::sort(m_found.begin(), m_found.end());
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        return std::move(m_found);
    }
    [[nodiscard]] UtcTime after() const { return m_after; }
    [[nodiscard]] UtcTime until() const { return m_before; }

private:
    UtcTime m_after;
    UtcTime m_before;
    std::vector<UtcTime> m_found;
};

void collectHours(std::vector<std::chrono::hours>& hours, const Clause& clause)
{
    if (clause.kind == Clause::Kind::OpenHours) {
        hours.emplace_back(clause.number);
    }
    for (const Clause& part : clause.parts) {
        collectHours(hours, part);
    }
}

/// After how many hours of an open episode some rule changes.
std::vector<std::chrono::hours> openHours(const RedFlags& rules)
{
    std::vector<std::chrono::hours> hours;
    for (const RedFlagRule& rule : rules.rules()) {
        collectHours(hours, rule.when);
        for (const Escalation& escalation : rule.escalations) {
            collectHours(hours, escalation.when);
        }
    }
    return hours;
}

template <class Edges>
void offerCourse(Edges& edges,
                 const RedFlags& rules,
                 const std::vector<std::chrono::hours>& openHours,
                 const Course& course)
{
    const auto after = [&](Threshold threshold, std::chrono::milliseconds unit) {
        return std::chrono::milliseconds{
            static_cast<std::int64_t>(rules.value(threshold) * static_cast<double>(unit.count()))};
    };
    for (const Bout& bout : course.bouts) {
        edges.offer(bout.begin.utc);
        if (bout.end) {
            edges.offer(bout.end->utc);
            edges.offer(bout.end->utc + kSpasmFreeGap);
        }
    }
    // What is current no longer changes nothing.
    const UtcTime last = course.end() ? course.end()->utc + kSpasmFreeGap : UtcTime::max();
    if (last <= edges.after()) {
        return;
    }
    const auto offer = [&](UtcTime at) {
        if (at <= last) {
            edges.offer(at);
        }
    };
    const UtcTime onset = course.onset().utc;
    for (const std::chrono::hours hours : openHours) {
        offer(onset + hours);
    }
    offer(onset + after(Threshold::CannotAfterHours, 1h));
    offer(onset + after(Threshold::InflammatoryDays, 24h));
    for (const Reading& reading : course.readings) {
        offer(reading.at.utc);
        offer(reading.at.utc + after(Threshold::RecentHours, 1h));
        offer(reading.at.utc + after(Threshold::StillThereDays, 24h));
    }
    for (const Report& report : course.reports) {
        offer(report.at.utc);
    }
}

template <class Edges>
void offerAll(Edges& edges, const RedFlags& rules, const Told& told)
{
    const auto span = [&](Threshold threshold, std::chrono::milliseconds unit) {
        return std::chrono::milliseconds{
            static_cast<std::int64_t>(rules.value(threshold) * static_cast<double>(unit.count()))};
    };
    const auto hours = openHours(rules);
    for (const Course& course : told.courses) {
        offerCourse(edges, rules, hours, course);
    }
    for (const Span& onset : told.spans) {
        edges.offer(onset.begin + span(Threshold::FrequentDays, 24h));
        edges.offer(onset.begin + span(Threshold::RecurrentDays, 24h));
    }
    for (const Answer& answer : told.answers) {
        edges.offer(answer.at.utc);
        edges.offer(answer.at.utc + span(Threshold::OldNewsDays, 24h) + 1ms);
    }
    for (const Symptom& symptom : told.symptoms) {
        edges.offer(symptom.at.utc);
        edges.offer(symptom.at.utc + span(Threshold::OldNewsDays, 24h) + 1ms);
    }
    for (const FunctionLimit& limit : told.functions) {
        edges.offer(limit.at.utc);
        edges.offer(limit.at.utc + span(Threshold::CannotAfterHours, 1h));
        edges.offer(limit.at.utc + span(Threshold::CannotLastsHours, 1h));
        edges.offer(limit.at.utc + span(Threshold::InterferenceWindowDays, 24h));
    }
    for (const Measurement& measured : told.measurements) {
        edges.offer(measured.at.utc);
        if (measured.quantity == Quantity::Temperature) {
            edges.offer(measured.at.utc + span(Threshold::FeverHours, 1h));
        }
    }
    for (const Procedure& procedure : told.procedures) {
        // The local day after the last one that counts; at most a day early is harmless.
        edges.offer(procedure.at.utc + span(Threshold::ProcedureDays, 24h));
        edges.offer(procedure.at.utc + span(Threshold::ProcedureDays, 24h) + 24h);
    }
    for (const Condition& condition : told.conditions) {
        edges.offer(condition.at.utc);
        edges.offer(condition.at.utc + span(Threshold::ProcedureDays, 24h) + 1ms);
    }
    for (const TakenMedicine& taken : told.taken) {
        edges.offer(taken.at.utc);
        edges.offer(taken.at.utc + span(Threshold::OtcWindowDays, 24h));
    }
    for (const CareResult& care : told.sessions) {
        edges.offer(care.end.utc);
    }
    // Weeks of a pregnancy and the year of birth move on with the local day; so does an age.
    for (const ProfileEntry& entry : told.profile) {
        edges.offer(entry.at.utc);
        if (entry.key == ProfileKey::PregnantWeeks) {
            for (int week = 1; week <= kMostPregnantWeeks; ++week) {
                edges.offer(entry.at.utc + std::chrono::days{7 * week});
            }
        }
    }
    const bool isAgeTold =
        std::any_of(told.profile.begin(), told.profile.end(),
                    [](const ProfileEntry& entry) { return entry.key == ProfileKey::BirthYear; });
    if (isAgeTold) {
        auto year =
            std::chrono::year_month_day{Moment{edges.after(), told.now.offset}.localDay()}.year();
        UtcTime begin{};
        do {
            ++year;
            const std::chrono::local_days newYear{year / std::chrono::January / 1};
            begin = UtcTime{newYear.time_since_epoch() - told.now.offset};
            edges.offer(begin);
        } while (begin < edges.until());
    }
}

} // namespace

std::vector<UtcTime>
edgesBetween(const RedFlags& rules, const Told& told, UtcTime after, UtcTime before)
{
    AllBetween all{after, before};
    offerAll(all, rules, told);
    return std::move(all).inOrder();
}

std::optional<UtcTime> nextEdge(const RedFlags& rules, const Told& told, UtcTime after)
{
    Earliest earliest{after};
    offerAll(earliest, rules, told);
    return earliest.next();
}

} // namespace unclench
