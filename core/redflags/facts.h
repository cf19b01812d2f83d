// SPDX-License-Identifier: GPL-3.0-or-later
// What is known at a moment: the answers to the conditions of the rules.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/redflags/fact.h"
#include "core/redflags/told.h"

#include <array>
#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unclench {

/// Where a record stands among others: by its moment, at one moment by when it was told.
struct Rank {
    UtcTime at;
    UtcTime told;
    friend auto operator<=>(const Rank&, const Rank&) = default;
};

/// The yes and no of one question at a moment.
struct QuestionState {
    /// The answer that stands; not `Skipped`. Absent: none, or taken back.
    std::optional<Answer> answer;
    /// The last "no" that no later yes has overturned.
    std::optional<Rank> lastNo;
    /// What was told until then counts no longer. The start of time: nothing was taken back.
    UtcTime takenBack{};
    /// "Not sure", where that does not count as a yes: to be asked again.
    bool isUnsure = false;
};

/// Whether a yes counts that was told in an earlier episode and is older than two weeks. It raises
/// nothing any more, for the questions are asked anew in each episode; an alert that is open stays
/// open on it.
enum class Stale { Counts, CountsNot };

/// All arguments must outlive it. `at` is at most `told.now`; what lies after `at` is not seen.
class Facts {
public:
    Facts(const RedFlags& rules,
          const Vocabulary& vocabulary,
          const Told& told,
          const Moment& at,
          Stale stale);

    [[nodiscard]] Fact evaluate(const Clause& clause);
    [[nodiscard]] const QuestionState& question(std::string_view id);

    /// For clauses that look at rules further up.
    void note(std::string_view rule, const Fact& fact, Level level);

    /// The episode that is open, or that ended less than 24 h ago. nullptr: none.
    [[nodiscard]] const Course* current() const { return m_current; }
    /// The same, open. nullptr: none.
    [[nodiscard]] const Course* open() const { return m_isOpen ? m_current : nullptr; }
    [[nodiscard]] const Moment& at() const { return m_at; }
    /// Whether something was stale among what was looked at so far.
    [[nodiscard]] bool metStale() const { return m_metStale; }

private:
    struct NotedRule {
        Fact fact;
        Level level;
    };

    // Facts of the diary, one function for each kind (facts_told.cpp).
    [[nodiscard]] const Fact& questionFact(const std::string& id);
    [[nodiscard]] Fact answeredFact(const std::string& id);
    [[nodiscard]] const Fact& symptomFact(const std::string& id, bool isOneSided);
    [[nodiscard]] Fact readSymptom(const std::string& id, bool isOneSided);
    [[nodiscard]] Fact regionFact(const std::vector<std::string>& ids) const;
    [[nodiscard]] Fact triggerFact(const std::vector<std::string>& ids) const;
    [[nodiscard]] Fact conditionFact(const std::string& id) const;
    [[nodiscard]] Fact medicineFact(const std::vector<std::string>& classes, bool countsOnce) const;
    [[nodiscard]] Fact flagFact(const std::string& questionId, const std::string& flag);

    // Facts that are worked out; each one's meaning stands at its function (computed_*.cpp).
    [[nodiscard]] Fact compute(ComputedFact fact);
    [[nodiscard]] Fact feverMeasured();
    [[nodiscard]] Fact weightDrop();
    [[nodiscard]] Fact bothLegs();
    [[nodiscard]] std::optional<bool> bothThighs() const;
    [[nodiscard]] Fact legGettingWeaker();
    [[nodiscard]] Fact majorInjury();
    [[nodiscard]] const Procedure* recentProcedure() const;
    [[nodiscard]] Fact procedureRecent() const;
    [[nodiscard]] Fact painAfterProcedure();
    [[nodiscard]] Fact cannotUpright();
    [[nodiscard]] std::optional<int> pregnantWeeks() const;
    [[nodiscard]] std::optional<bool> isPregnant() const;
    [[nodiscard]] std::optional<bool> isPreterm() const;
    [[nodiscard]] bool hadSession(bool isColdOnly) const;
    [[nodiscard]] std::optional<bool> isFirstEver() const;
    [[nodiscard]] std::optional<bool> isSudden() const;
    [[nodiscard]] bool isLongLasting() const;
    [[nodiscard]] std::optional<bool> hasInflammatoryItems();
    [[nodiscard]] std::optional<bool> hasImproved() const;
    [[nodiscard]] bool hadPainThisWeek() const;
    [[nodiscard]] bool hasNoRecentReading() const;
    [[nodiscard]] bool isWorsening(bool isFast) const;
    [[nodiscard]] bool hasTwoReadings(int pain, bool isAtRest) const;
    [[nodiscard]] bool hasOnsets(Threshold window) const;
    [[nodiscard]] bool interferes() const;
    [[nodiscard]] bool isHardToWalk() const;
    [[nodiscard]] bool selfcareHelpsNot() const;
    [[nodiscard]] bool hasOtcDays() const;

    [[nodiscard]] std::optional<int> age() const;
    [[nodiscard]] std::chrono::milliseconds duration(Threshold threshold,
                                                     std::chrono::milliseconds unit) const;
    [[nodiscard]] std::chrono::milliseconds hours(Threshold threshold) const;
    [[nodiscard]] std::chrono::milliseconds days(Threshold threshold) const;
    [[nodiscard]] bool isStale(const Moment& at, bool isLasting);
    [[nodiscard]] Standing
    standingOf(std::optional<Change> change, std::optional<int> sinceDays, bool isKnown) const;
    /// A yes of a person.
    [[nodiscard]] Fact
    yes(std::string_view id, const Moment& at, const Stamp& stamp, Standing standing) const;
    /// The records until now, in the order of time.
    template <class Record>
    void each(const std::vector<Record>& records, auto&& visit) const
    {
        for (const Record& record : records) {
            if (record.at.utc <= m_at.utc) {
                visit(record);
            }
        }
    }
    /// Of the current episode, in the order of time.
    [[nodiscard]] std::vector<const Reading*> readings() const;

    const RedFlags& m_rules;
    const Vocabulary& m_vocabulary;
    const Told& m_told;
    Moment m_at;
    Stale m_stale;
    bool m_metStale = false;
    const ToldCourse* m_current = nullptr;
    bool m_isOpen = false;
    Details m_details;
    /// When each field of m_details was told.
    std::map<DetailField, const Report*> m_toldBy;
    Profile m_profile;
    UtcTime m_latestOnset{};
    std::map<std::string, QuestionState, std::less<>> m_questions;
    std::map<std::string, NotedRule, std::less<>> m_noted;
    // What was worked out already: several rules look at the same.
    std::map<ComputedFact, Fact> m_computed;
    std::unordered_map<std::string, Fact> m_questionFacts;
    /// On any side; on one side only.
    std::array<std::unordered_map<std::string, Fact>, 2> m_symptomFacts;
};

/// When a record was told: where its moment was told later than it happened, then.
[[nodiscard]] UtcTime toldAt(const Moment& at, const Stamp& stamp);
[[nodiscard]] Rank rankOf(const Moment& at, const Stamp& stamp);

} // namespace unclench
