// SPDX-License-Identifier: GPL-3.0-or-later
// What is known at a moment: the answers to the conditions of the rules.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/redflags/fact.h"
#include "core/redflags/told.h"
#include "core/redflags/vantage.h"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unclench {

/// Triggers that are injuries.
inline constexpr std::array kMajorInjuries =
    std::to_array<std::string_view>({"vehicle_accident", "fall_from_height", "heavy_blow"});
inline constexpr std::string_view kMinorInjury = "fall_small";

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

/// How a rule stands.
struct HeldRule {
    Lasting<Fact> fact;
    /// Absent: it is not true, or only recorded.
    std::optional<Level> level;
};

/// All arguments must outlive it. `now` is where it is looked from, at most `told.now`; what lies
/// after it is not seen. It may move on: what nothing can have changed is not worked out again.
class Facts {
public:
    Facts(const RedFlags& rules, const Told& told, Vantage& now, Stale stale)
        : m_rules(rules), m_told(told), m_now(now), m_stale(stale), m_clauses(rules.clauseCount())
    {
    }

    /// Requires: a clause of `rules`. What is returned holds until `now` moves.
    [[nodiscard]] const Fact& evaluate(const Clause& clause);
    [[nodiscard]] const QuestionState& question(std::string_view id);
    /// Whether the question was answered with no, or taken back as a mistake, after all that makes
    /// `fact` true.
    [[nodiscard]] bool isContradicted(const Fact& fact, std::string_view question);

    /// The rules further up, for clauses that look at them: for one clause always the same ones.
    /// They must stay as they are while it is evaluated.
    void setRulesAbove(std::span<const HeldRule> rules) { m_above = rules; }

    /// The episode that is open, or that ended less than 24 h ago. nullptr: none.
    [[nodiscard]] const Course* current() { return episode().current; }
    /// The same, open. nullptr: none.
    [[nodiscard]] const Course* open() { return isOpen() ? episode().current : nullptr; }

private:
    /// How the episodes stand.
    struct EpisodeState {
        /// Open, or ended less than 24 h ago. nullptr: none.
        const ToldCourse* current = nullptr;
        bool isOpen = false;
        Details details;
        /// When each field of `details` was told.
        std::map<DetailField, const Report*> toldBy;
    };

    /// Something in a leg at a moment.
    struct LegSign {
        const Moment* at;
        const Stamp* stamp;
        Standing standing;
        /// An aching thigh: on both sides that is asked about, not an alert.
        bool isThigh;
        std::string_view id;
    };
    struct LegSigns {
        std::vector<LegSign> left;
        std::vector<LegSign> right;
    };

    [[nodiscard]] Fact workOut(const Clause& clause);

    [[nodiscard]] const EpisodeState& episode();
    [[nodiscard]] EpisodeState readEpisode();
    [[nodiscard]] bool isOpen() { return episode().isOpen; }
    /// Requires: there is a current episode.
    [[nodiscard]] const Moment& onset() { return episode().current->onset(); }
    [[nodiscard]] const Details& details() { return episode().details; }
    [[nodiscard]] const Profile& profile();

    // Facts of the diary, one function for each kind (facts_told.cpp).
    [[nodiscard]] const Fact& questionFact(const std::string& id);
    [[nodiscard]] QuestionState readAnswers(std::string_view id);
    [[nodiscard]] Fact answeredFact(const std::string& id);
    [[nodiscard]] Fact ruleFact(const std::string& id);
    [[nodiscard]] Fact levelFact(Level level);
    [[nodiscard]] Fact readQuestion(const std::string& id);
    [[nodiscard]] const Fact& symptomFact(const std::string& id, bool isOneSided);
    [[nodiscard]] Fact readSymptom(const std::string& id, bool isOneSided);
    [[nodiscard]] Fact regionFact(const std::vector<std::string>& ids);
    [[nodiscard]] UtcTime injuryTakenBack(std::string_view trigger);
    [[nodiscard]] Fact triggerFact(const std::vector<std::string>& ids);
    [[nodiscard]] Fact conditionFact(const std::string& id);
    [[nodiscard]] Fact medicineFact(const std::vector<std::string>& classes, bool countsOnce);
    [[nodiscard]] Fact flagFact(const std::string& questionId, const std::string& flag);

    // Facts that are worked out; each one's meaning stands at its function (computed_*.cpp).
    [[nodiscard]] const Fact& compute(ComputedFact fact);
    [[nodiscard]] Fact workOut(ComputedFact fact);
    [[nodiscard]] Fact feverMeasured();
    [[nodiscard]] Fact weightDrop();
    /// Those that are there, whenever they were told.
    [[nodiscard]] const std::vector<const Symptom*>& legSymptoms();
    /// When a symptom was last said to be a mistake. The start of time: never.
    [[nodiscard]] UtcTime symptomTakenBack(std::string_view symptom);
    [[nodiscard]] LegSigns legSigns();
    /// Each sign in the left leg with each in the right, told on days at most 14 d apart, and the
    /// later of the two.
    void eachLegPair(auto&& visit);
    [[nodiscard]] Fact bothLegs();
    [[nodiscard]] Fact bothThighs();
    [[nodiscard]] Fact legGettingWeaker();
    [[nodiscard]] Fact majorInjury();
    [[nodiscard]] const Procedure* recentProcedure();
    [[nodiscard]] Fact procedureRecent();
    [[nodiscard]] Fact painAfterProcedure();
    [[nodiscard]] Fact cannotUpright();
    [[nodiscard]] std::optional<int> pregnantWeeks();
    [[nodiscard]] std::optional<bool> isPregnant();
    [[nodiscard]] std::optional<bool> isPreterm();
    [[nodiscard]] bool hadSession(bool isColdOnly);
    [[nodiscard]] std::optional<bool> isFirstEver();
    [[nodiscard]] std::optional<bool> isSudden();
    [[nodiscard]] bool isLongLasting();
    [[nodiscard]] std::optional<bool> hasInflammatoryItems();
    [[nodiscard]] std::optional<bool> hasImproved();
    [[nodiscard]] bool hadPainThisWeek();
    [[nodiscard]] bool hasNoRecentReading();
    [[nodiscard]] bool isWorsening(bool isFast);
    [[nodiscard]] bool hasTwoReadings(int pain, bool isAtRest);
    [[nodiscard]] bool hasOnsets(Threshold window);
    [[nodiscard]] bool interferes();
    [[nodiscard]] bool isHardToWalk();
    [[nodiscard]] bool selfcareHelpsNot();
    [[nodiscard]] bool hasOtcDays();

    [[nodiscard]] std::optional<int> age();
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
    /// Those of `records` that `isMeant` and that were told for now or before, in their order.
    template <class Record>
    void each(const std::vector<Record>& records, auto&& isMeant, auto&& visit)
    {
        for (const Record& record : records) {
            if (isMeant(record) && m_now.hasReached(record.at.utc)) {
                visit(record);
            }
        }
    }
    /// Whether less than `length` has passed since `time`.
    [[nodiscard]] bool isWithin(UtcTime time, std::chrono::milliseconds length)
    {
        return !m_now.hasReached(time + length);
    }
    /// Whether more than `length` has passed since `time`.
    [[nodiscard]] bool isOver(UtcTime time, std::chrono::milliseconds length)
    {
        return m_now.hasReached(time + length + std::chrono::milliseconds{1});
    }
    /// Of the current episode, in the order of time.
    [[nodiscard]] const std::vector<const Reading*>& readings();

    const RedFlags& m_rules;
    const Told& m_told;
    Vantage& m_now;
    Stale m_stale;
    std::span<const HeldRule> m_above;
    // What was worked out already: several rules look at the same.
    Lasting<EpisodeState> m_episode;
    Lasting<Profile> m_profile;
    Lasting<std::vector<const Reading*>> m_readings;
    std::optional<std::vector<const Symptom*>> m_legSymptoms;
    std::map<std::string, Lasting<QuestionState>, std::less<>> m_questions;
    std::array<Lasting<Fact>, kNames<ComputedFact>.size()> m_computed;
    /// By their places.
    std::vector<Lasting<Fact>> m_clauses;
    std::unordered_map<std::string, Lasting<Fact>> m_questionFacts;
    /// On any side; on one side only.
    std::array<std::unordered_map<std::string, Lasting<Fact>>, 2> m_symptomFacts;
};

/// When a record was told: where its moment was told later than it happened, then.
[[nodiscard]] UtcTime toldAt(const Moment& at, const Stamp& stamp);
[[nodiscard]] Rank rankOf(const Moment& at, const Stamp& stamp);

} // namespace unclench
