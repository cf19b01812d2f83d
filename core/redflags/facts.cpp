// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redflags/facts.h"

#include <algorithm>
#include <type_traits>

namespace unclench {

using Kind = Clause::Kind;

namespace {

/// Puts what `said` tells of one field into `details`.
void take(Details& details, const Details& said, DetailField wanted)
{
    Details::fields(details, [&](DetailField field, auto& member) {
        if (field != wanted) {
            return;
        }
        Details::fields(said, [&](DetailField other, const auto& value) {
            if constexpr (std::is_assignable_v<decltype(member), decltype(value)>) {
                if (other == wanted) {
                    member = value;
                }
            }
        });
    });
}

} // namespace

void addReasons(Fact& sum, const Fact& part)
{
    for (const std::string& id : part.because) {
        if (std::find(sum.because.begin(), sum.because.end(), id) == sum.because.end()) {
            sum.because.push_back(id);
        }
    }
    if (!part.told) {
        return;
    }
    if (sum.told) {
        sum.told = std::max(*sum.told, *part.told);
        sum.standing = std::min(sum.standing, part.standing);
        sum.isOldNews = sum.isOldNews && part.isOldNews;
    } else {
        sum.told = part.told;
        sum.standing = part.standing;
        sum.isOldNews = part.isOldNews;
    }
}

UtcTime toldAt(const Moment& at, const Stamp& stamp)
{
    return std::max(at.utc, stamp.created);
}

Rank rankOf(const Moment& at, const Stamp& stamp)
{
    return {at.utc, toldAt(at, stamp)};
}

Facts::Facts(const RedFlags& rules,
             const Vocabulary& vocabulary,
             const Told& told,
             const Moment& at,
             Stale stale)
    : m_rules(rules), m_vocabulary(vocabulary), m_told(told), m_at(at), m_stale(stale)
{
    for (const ToldCourse& course : told.courses) {
        const Bout* last = nullptr;
        for (const Bout& bout : course.bouts) {
            if (bout.begin.utc <= at.utc) {
                last = &bout;
            }
        }
        if (last == nullptr) {
            continue;
        }
        m_latestOnset = std::max(m_latestOnset, course.onset().utc);
        const bool isOpen = !last->end || last->end->utc > at.utc;
        if (isOpen || (at.utc - last->end->utc < kSpasmFreeGap && !m_isOpen)) {
            m_current = &course;
            m_isOpen = isOpen;
        }
    }
    if (m_current != nullptr) {
        for (std::size_t i = 0; i < m_current->reports.size(); ++i) {
            const Report& report = m_current->reports[i];
            if (report.at.utc <= at.utc) {
                take(m_details, m_current->said[i], report.field);
                m_toldBy[report.field] = &report;
            }
        }
    }
    std::vector<ProfileEntry> entries;
    std::copy_if(told.profile.begin(), told.profile.end(), std::back_inserter(entries),
                 [&](const ProfileEntry& entry) { return entry.at.utc <= at.utc; });
    m_profile = profileFrom(entries);
}

void Facts::note(std::string_view rule, const Fact& fact, Level level)
{
    m_noted[std::string{rule}] = {fact, level};
}

Fact Facts::evaluate(const Clause& clause)
{
    const auto count = [&](int needed) {
        Fact sum;
        int isTrue = 0;
        int isOpenStill = 0;
        for (const Clause& part : clause.parts) {
            const Fact fact = evaluate(part);
            if (fact.isYes()) {
                ++isTrue;
                addReasons(sum, fact);
            } else if (fact.truth == Truth::NotKnown) {
                ++isOpenStill;
            }
        }
        if (isTrue >= needed) {
            sum.truth = Truth::Yes;
            return sum;
        }
        return Fact{.truth = isTrue + isOpenStill >= needed ? Truth::NotKnown : Truth::No};
    };
    const auto anyOf = [&](auto&& factOf) {
        Fact sum{.truth = Truth::No};
        for (const std::string& id : clause.ids) {
            const Fact fact = factOf(id);
            sum.truth = std::max(sum.truth, fact.truth);
            if (fact.isYes()) {
                addReasons(sum, fact);
            }
        }
        return sum;
    };
    const auto compared = [&](std::optional<int> value, bool isBelow, std::string_view id) {
        return Fact::from(value ? std::optional{(*value < clause.number) == isBelow} : std::nullopt,
                          id);
    };

    switch (clause.kind) {
    case Kind::All: return count(static_cast<int>(clause.parts.size()));
    case Kind::Any: return count(1);
    case Kind::AtLeast: return count(clause.number);
    case Kind::Not: {
        const Truth truth = evaluate(clause.parts.front()).truth;
        return {.truth = truth == Truth::Yes  ? Truth::No
                         : truth == Truth::No ? Truth::Yes
                                              : Truth::NotKnown};
    }
    case Kind::Unless:
        return {.truth = evaluate(clause.parts.front()).isYes() ? Truth::No : Truth::Yes};
    case Kind::New: {
        Fact fact = evaluate(clause.parts.front());
        return fact.isYes() && fact.standing != Standing::Fresh ? Fact{.truth = Truth::No} : fact;
    }
    case Kind::Question: return questionFact(clause.ids.front());
    case Kind::Answered: return anyOf([&](const std::string& id) { return answeredFact(id); });
    case Kind::Fact: return evaluate(*m_rules.fact(clause.ids.front()));
    case Kind::Computed: return compute(clause.computed);
    case Kind::Rule: {
        const auto noted = m_noted.find(clause.ids.front());
        if (noted == m_noted.end()) {
            return {.truth = Truth::No};
        }
        Fact fact = noted->second.fact;
        if (fact.isYes()) {
            fact.because.push_back(clause.ids.front());
        }
        return fact;
    }
    case Kind::LevelAtLeast: {
        Fact sum{.truth = Truth::No};
        for (const auto& [rule, noted] : m_noted) {
            if (noted.fact.isYes() && noted.level >= clause.level) {
                sum.truth = Truth::Yes;
                addReasons(sum, noted.fact);
            }
        }
        return sum;
    }
    case Kind::Region: return regionFact(clause.ids);
    case Kind::Trigger: return triggerFact(clause.ids);
    case Kind::Symptom: return anyOf([&](const std::string& id) { return symptomFact(id, false); });
    case Kind::Condition: return anyOf([&](const std::string& id) { return conditionFact(id); });
    case Kind::Takes: return medicineFact(clause.ids, false);
    case Kind::Took: return medicineFact(clause.ids, true);
    case Kind::Flag: return flagFact(clause.ids[0], clause.ids[1]);
    case Kind::AgeAtLeast: return compared(age(), false, "age");
    case Kind::AgeBelow: return compared(age(), true, "age");
    case Kind::PainAtLeast: {
        std::optional<int> worst;
        for (const Reading* reading : readings()) {
            worst = std::max(worst.value_or(0), reading->pain);
        }
        return compared(worst, false, "pain");
    }
    case Kind::OpenHours:
        return Fact::from(m_isOpen && m_at.utc - m_current->onset().utc >=
                                          std::chrono::hours{clause.number},
                          "open_long");
    }
    return {};
}

std::optional<int> Facts::age() const
{
    return m_profile.ageAt(m_at);
}

std::chrono::milliseconds Facts::duration(Threshold threshold, std::chrono::milliseconds unit) const
{
    return std::chrono::milliseconds{
        static_cast<std::int64_t>(m_rules.value(threshold) * static_cast<double>(unit.count()))};
}
std::chrono::milliseconds Facts::hours(Threshold threshold) const
{
    return duration(threshold, std::chrono::hours{1});
}
std::chrono::milliseconds Facts::days(Threshold threshold) const
{
    return duration(threshold, std::chrono::days{1});
}

bool Facts::isStale(const Moment& at, bool isLasting)
{
    const bool isOld =
        !isLasting && at.utc < m_latestOnset && m_at.utc - at.utc > days(Threshold::OldNewsDays);
    m_metStale = m_metStale || isOld;
    return isOld && m_stale == Stale::CountsNot;
}

Standing
Facts::standingOf(std::optional<Change> change, std::optional<int> sinceDays, bool isKnown) const
{
    // "Worse" is a change of these two weeks, however long the thing itself is there.
    const bool isOld =
        change != Change::Worse && (sinceDays ? *sinceDays > m_rules.value(Threshold::TwoWeeksDays)
                                              : change == Change::Unchanged);
    if (!isOld) {
        return Standing::Fresh;
    }
    const bool isLong = !sinceDays || *sinceDays > m_rules.value(Threshold::KnownForDays);
    return isKnown && isLong ? Standing::Known : Standing::Old;
}

Fact Facts::yes(std::string_view id, const Moment& at, const Stamp& stamp, Standing standing) const
{
    const UtcTime told = toldAt(at, stamp);
    return {.truth = Truth::Yes,
            .because = {std::string{id}},
            .told = told,
            .standing = standing,
            .isOldNews = std::min(told, m_told.now.utc) - at.utc > days(Threshold::OldNewsDays)};
}

} // namespace unclench
