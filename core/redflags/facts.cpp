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
    sum.latest = std::max(sum.latest, part.latest);
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

const Facts::EpisodeState& Facts::episode()
{
    return m_now.keep(m_episode, [&] { return readEpisode(); });
}

Facts::EpisodeState Facts::readEpisode()
{
    EpisodeState state;
    for (const ToldCourse& course : m_told.courses) {
        const Bout* last = nullptr;
        for (const Bout& bout : course.bouts) {
            if (m_now.hasReached(bout.begin.utc)) {
                last = &bout;
            }
        }
        if (last == nullptr) {
            continue;
        }
        const bool isOpen = !last->end || !m_now.hasReached(last->end->utc);
        if (isOpen || (isWithin(last->end->utc, kSpasmFreeGap) && !state.isOpen)) {
            state.current = &course;
            state.isOpen = isOpen;
        }
    }
    if (state.current != nullptr) {
        for (std::size_t i = 0; i < state.current->reports.size(); ++i) {
            const Report& report = state.current->reports[i];
            if (m_now.hasReached(report.at.utc)) {
                take(state.details, state.current->said[i], report.field);
                state.toldBy[report.field] = &report;
            }
        }
    }
    return state;
}

const Profile& Facts::profile()
{
    return m_now.keep(m_profile, [&] {
        std::vector<ProfileEntry> entries;
        std::copy_if(m_told.profile.begin(), m_told.profile.end(), std::back_inserter(entries),
                     [&](const ProfileEntry& entry) { return m_now.hasReached(entry.at.utc); });
        return profileFrom(entries);
    });
}

const std::vector<const Reading*>& Facts::readings()
{
    return m_now.keep(m_readings, [&] {
        std::vector<const Reading*> found;
        if (current() != nullptr) {
            each(
                current()->readings, [](const Reading&) { return true; },
                [&](const Reading& reading) { found.push_back(&reading); });
        }
        return found;
    });
}

Fact Facts::ruleFact(const std::string& id)
{
    const auto place = static_cast<std::size_t>(m_rules.find(id) - m_rules.rules().data());
    if (place >= m_above.size()) {
        return {.truth = Truth::No};
    }
    const HeldRule& rule = m_above[place];
    m_now.holdsUntil(rule.fact.until);
    if (!rule.level) {
        return {.truth = Truth::No};
    }
    Fact fact = rule.fact.value;
    fact.because.push_back(id);
    return fact;
}

Fact Facts::levelFact(Level level)
{
    // In the order of their ids.
    std::map<std::string_view, const Fact*> found;
    for (std::size_t place = 0; place < m_above.size(); ++place) {
        const HeldRule& rule = m_above[place];
        m_now.holdsUntil(rule.fact.until);
        if (rule.level && *rule.level >= level) {
            found.emplace(m_rules.rules()[place].id, &rule.fact.value);
        }
    }
    Fact sum{.truth = found.empty() ? Truth::No : Truth::Yes};
    for (const auto& [id, fact] : found) {
        addReasons(sum, *fact);
    }
    return sum;
}

const Fact& Facts::evaluate(const Clause& clause)
{
    // Several clauses may speak of these two, which keep their own.
    if (clause.kind == Kind::Question) {
        return questionFact(clause.ids.front());
    }
    if (clause.kind == Kind::Computed) {
        return compute(clause.computed);
    }
    return m_now.keep(m_clauses[clause.place], [&] { return workOut(clause); });
}

Fact Facts::workOut(const Clause& clause)
{
    const auto count = [&](int needed) {
        Fact sum;
        int isTrue = 0;
        int canBe = static_cast<int>(clause.parts.size()); // yes, not known, or not looked at yet
        for (const Clause& part : clause.parts) {
            const Fact& fact = evaluate(part);
            if (fact.isYes()) {
                ++isTrue;
                addReasons(sum, fact);
            } else if (fact.truth == Truth::No && --canBe < needed) {
                return Fact{.truth = Truth::No};
            }
        }
        sum.truth = isTrue >= needed ? Truth::Yes : Truth::NotKnown;
        return sum.isYes() ? sum : Fact{};
    };
    const auto anyOf = [&](auto&& factOf) {
        Fact sum{.truth = Truth::No};
        for (const std::string& id : clause.ids) {
            const Fact& fact = factOf(id);
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
        const Fact& fact = evaluate(clause.parts.front());
        return fact.isYes() && fact.standing != Standing::Fresh ? Fact{.truth = Truth::No} : fact;
    }
    case Kind::Question:
    case Kind::Computed: return evaluate(clause);
    case Kind::Fact: return evaluate(*m_rules.fact(clause.ids.front()));
    case Kind::Answered: return anyOf([&](const std::string& id) { return answeredFact(id); });
    case Kind::Rule: return ruleFact(clause.ids.front());
    case Kind::LevelAtLeast: return levelFact(clause.level);
    case Kind::Region: return regionFact(clause.ids);
    case Kind::Trigger: return triggerFact(clause.ids);
    case Kind::Symptom:
        return anyOf([&](const std::string& id) -> const Fact& { return symptomFact(id, false); });
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
        return Fact::from(isOpen() && !isWithin(onset().utc, std::chrono::hours{clause.number}),
                          "open_long");
    }
    return {};
}

std::optional<int> Facts::age()
{
    return profile().ageAt(m_now.startOfDay());
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
    if (m_stale == Stale::Counts || isLasting || !isOver(at.utc, days(Threshold::OldNewsDays))) {
        return false;
    }
    const auto later = std::upper_bound(
        m_told.courses.begin(), m_told.courses.end(), at.utc,
        [](UtcTime time, const Course& course) { return time < course.onset().utc; });
    return std::any_of(later, m_told.courses.end(), [&](const Course& course) {
        return std::any_of(course.bouts.begin(), course.bouts.end(),
                           [&](const Bout& bout) { return m_now.hasReached(bout.begin.utc); });
    });
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
    const auto arrival = m_told.arrivals.find(stamp.id);
    const UtcTime heard = arrival == m_told.arrivals.end() ? told : std::max(told, arrival->second);
    return {.truth = Truth::Yes,
            .because = {std::string{id}},
            .told = told,
            .latest = rankOf(at, stamp),
            .standing = standing,
            .isOldNews = std::min(heard, m_told.now.utc) - at.utc > days(Threshold::OldNewsDays)};
}

} // namespace unclench
