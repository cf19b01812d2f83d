// SPDX-License-Identifier: GPL-3.0-or-later
// The red-flag rules, from resources/knowledge/red_flags.json: when to seek help, and what to ask.
#pragma once

#include "core/knowledge/names.h"
#include "core/knowledge/vocabulary.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// How soon a person should see somebody, in rising order. CheckIn only asks.
enum class Level { CheckIn, Soon, Urgent, Emergency };
template <>
inline constexpr std::array
    kNames<Level> = std::to_array<std::string_view>({"check_in", "soon", "urgent", "emergency"});

/// Facts that are worked out by core/redflags; each is defined there, at `Facts::compute`.
enum class ComputedFact {
    FeverMeasured,
    WeightDrop,
    BothLegs,
    BothThighs,
    LegGettingWeaker,
    MajorInjury,
    ProcedureRecent,
    PainAfterProcedure,
    CannotUpright,
    Pregnant,
    PregnantPreterm,
    ColdSession,
    ThermalSession,
    EpisodeOpen,
    FirstEver,
    Sudden,
    BruiseOverSpine,
    LongLasting,
    InflammatoryItems,
    ThreeDayPatience,
    Improved,
    PainThisWeek,
    NoRecentReading,
    Worsening,
    WorseningFast,
    SevereRest,
    VerySevere,
    Frequent,
    Recurrent,
    DailyInterference,
    HardToWalk,
    SelfcareNotHelping,
    OtcDays
};
template <>
inline constexpr std::array
    kNames<ComputedFact> = std::to_array<std::string_view>({"fever_measured",
                                                            "weight_drop",
                                                            "both_legs",
                                                            "both_thighs",
                                                            "leg_getting_weaker",
                                                            "major_injury",
                                                            "procedure_recent",
                                                            "pain_after_procedure",
                                                            "cannot_upright",
                                                            "pregnant",
                                                            "pregnant_preterm",
                                                            "cold_session",
                                                            "thermal_session",
                                                            "episode_open",
                                                            "first_ever",
                                                            "sudden",
                                                            "bruise_over_spine",
                                                            "long_lasting",
                                                            "inflammatory_items",
                                                            "three_day_patience",
                                                            "improved",
                                                            "pain_this_week",
                                                            "no_recent_reading",
                                                            "worsening",
                                                            "worsening_fast",
                                                            "severe_rest",
                                                            "very_severe",
                                                            "frequent",
                                                            "recurrent",
                                                            "daily_interference",
                                                            "hard_to_walk",
                                                            "selfcare_not_helping",
                                                            "otc_days"});

/// Numbers of the computed facts; what each means stands where it is used (core/redflags).
enum class Threshold {
    FeverCelsius,
    FeverHours,
    WeightLossPercent,
    WeightLossDays,
    TwoWeeksDays,
    KnownForDays,
    OldNewsDays,
    BothLegsDays,
    InjuryDays,
    ProcedureDays,
    CannotAfterHours,
    CannotLastsHours,
    BaselineHours,
    RecentHours,
    ImprovedPoints,
    ImprovedPercent,
    StillThereDays,
    FrequentOnsets,
    FrequentDays,
    RecurrentDays,
    WorseningDays,
    WorseningRise,
    WorseningPain,
    WorseningFastRise,
    WorseningFastPain,
    SevereRestPain,
    VerySeverePain,
    SevereLeastHours,
    SevereMostHours,
    InterferenceDays,
    InterferenceWindowDays,
    InterferenceSpanDays,
    HardToWalkDays,
    SelfcareSessions,
    SelfcareHours,
    SelfcareChange,
    OtcDays,
    OtcWindowDays,
    InflammatoryItems,
    InflammatoryDays,
    InflammatoryAge,
    PretermWeeks,
    PregnancyWeeks
};
template <>
inline constexpr std::array
    kNames<Threshold> = std::to_array<std::string_view>({"fever_celsius",
                                                         "fever_hours",
                                                         "weight_loss_percent",
                                                         "weight_loss_days",
                                                         "two_weeks_days",
                                                         "known_for_days",
                                                         "old_news_days",
                                                         "both_legs_days",
                                                         "injury_days",
                                                         "procedure_days",
                                                         "cannot_after_hours",
                                                         "cannot_lasts_hours",
                                                         "baseline_hours",
                                                         "recent_hours",
                                                         "improved_points",
                                                         "improved_percent",
                                                         "still_there_days",
                                                         "frequent_onsets",
                                                         "frequent_days",
                                                         "recurrent_days",
                                                         "worsening_days",
                                                         "worsening_rise",
                                                         "worsening_pain",
                                                         "worsening_fast_rise",
                                                         "worsening_fast_pain",
                                                         "severe_rest_pain",
                                                         "very_severe_pain",
                                                         "severe_least_hours",
                                                         "severe_most_hours",
                                                         "interference_days",
                                                         "interference_window_days",
                                                         "interference_span_days",
                                                         "hard_to_walk_days",
                                                         "selfcare_sessions",
                                                         "selfcare_hours",
                                                         "selfcare_change",
                                                         "otc_days",
                                                         "otc_window_days",
                                                         "inflammatory_items",
                                                         "inflammatory_days",
                                                         "inflammatory_age",
                                                         "preterm_weeks",
                                                         "pregnancy_weeks"});

/// A node of a condition: and / or / not over facts. Three-valued: yes, no, not known.
struct Clause {
    enum class Kind {
        All,          ///< yes where all parts are
        Any,          ///< yes where one part is
        AtLeast,      ///< yes where `number` parts are
        Not,          ///< not known stays not known
        Unless,       ///< yes unless the part is yes: not known does not keep it from being so
        New,          ///< the part, where some of what was told for it is new or worse
        Question,     ///< answered yes, or one of the question's symptoms is there
        Answered,     ///< one of the questions `ids` was answered yes, in so many words
        Fact,         ///< a fact of the file, by its id
        Computed,     ///< `computed`
        Rule,         ///< another rule, further up in the file, is true
        LevelAtLeast, ///< some rule further up is true at this `level` or higher
        Region,       ///< the current episode hurts in one of the places `ids`
        Trigger,      ///< one of the triggers `ids` came before the current episode
        Symptom,      ///< one of the symptoms `ids` is there
        Condition,    ///< one of the conditions `ids` is there
        Takes,        ///< takes a medicine of one of the classes `ids` regularly
        Took,         ///< the same, or took one in the last 14 days
        Flag,         ///< `ids`: question, flag: ticked with the answer that stands
        AgeAtLeast,   ///< `number` years
        AgeBelow,     ///< `number` years
        PainAtLeast,  ///< some reading of the current episode is at least `number`
        OpenHours     ///< the episode is open and began at least `number` hours ago
    };
    Kind kind = Kind::All;
    std::vector<Clause> parts{};
    std::vector<std::string> ids{};
    int number = 0;
    ComputedFact computed{};
    Level level{};
    /// Among all conditions of the file, from 0 on.
    std::size_t place = 0;
};

/// The groups in which questions are asked: emergencies one by one, the others as short lists.
enum class QuestionTopic { Emergency, Legs, Illness, Injury, Rest };
template <>
inline constexpr std::array kNames<QuestionTopic> =
    std::to_array<std::string_view>({"emergency", "legs", "illness", "injury", "rest"});

struct Question {
    QuestionTopic topic = QuestionTopic::Emergency;
    /// Asked together with "new, or worse in the last 2 weeks?": what is old is one level lower.
    bool asksTwoWeeks = false;
    /// May be passed over without being asked again.
    bool isOptional = false;
    /// A yes never goes stale.
    bool isLasting = false;
    /// Its symptoms count where they are on one side only.
    bool isOneSided = false;
    /// Symptoms that, once logged, are a yes.
    std::vector<std::string> symptoms;
    /// What may be ticked besides.
    std::vector<std::string> flags;
    /// A yes with this flag is a no.
    std::optional<std::string> notIf;
    /// How many examples it has of which the fitting ones are counted; 0: none.
    int items = 0;
    /// Absent: part of every full set; else only while this holds.
    std::optional<Clause> offeredIf;
    /// While this holds and nothing was answered since, a rule asks for an answer.
    std::optional<Clause> askedBy;
};

struct Escalation {
    Level level = Level::Soon;
    Clause when;
};

struct RedFlagRule {
    std::string id;
    /// Where it stands in the clinical document: "1.1".
    std::string section;
    Level level = Level::Soon;
    std::optional<Question> question;
    Clause when;
    std::vector<Escalation> escalations;
    /// Comes again only this many days after it was raised, and in a new episode; 0: no such limit.
    int againAfterDays = 0;
    std::vector<std::string> sources;
    /// Waits for a clinician's word.
    bool isForSignOff = false;

    /// Two or more facts that alone would mean less.
    [[nodiscard]] bool isCombination() const { return id.starts_with("cx_"); }
};

struct ThresholdRow {
    double value = 0;
    std::string unit;
    std::vector<std::string> sources;
    bool isForSignOff = false;
};

/// Read once at start, passed by reference, never changed.
class RedFlags {
public:
    /// The knowledge that was built into the program, read at the first call. Throws
    /// KnowledgeError.
    [[nodiscard]] static const RedFlags& builtIn();

    /// Throws KnowledgeError, naming the file, the row and the field, on anything but the
    /// documented form (docs/architecture.md, Knowledge): rather no program than some red flags.
    [[nodiscard]] static RedFlags parse(std::string_view bytes, const Vocabulary& vocabulary);

    /// In the order in which they are evaluated.
    [[nodiscard]] std::span<const RedFlagRule> rules() const { return m_rules; }
    /// nullptr: no such rule.
    [[nodiscard]] const RedFlagRule* find(std::string_view id) const;
    /// nullptr: no rule with this id has a question.
    [[nodiscard]] const Question* question(std::string_view id) const;
    /// nullptr: no such fact in the file.
    [[nodiscard]] const Clause* fact(std::string_view id) const;
    /// How many conditions there are, with all parts of each.
    [[nodiscard]] std::size_t clauseCount() const { return m_clauseCount; }
    [[nodiscard]] double value(Threshold threshold) const
    {
        return m_thresholds[static_cast<std::size_t>(threshold)].value;
    }
    [[nodiscard]] const ThresholdRow& row(Threshold threshold) const
    {
        return m_thresholds[static_cast<std::size_t>(threshold)];
    }
    /// The questions that a logged symptom is a yes to.
    [[nodiscard]] const std::vector<std::string>& questionsOf(std::string_view symptom) const;
    /// Ids of the matters that a clinician must decide before a release.
    [[nodiscard]] std::span<const std::string> signOff() const { return m_signOff; }

private:
    /// Gives each condition its place.
    void placeClauses();

    std::vector<RedFlagRule> m_rules;
    /// By id, where each stands in m_rules.
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::map<std::string, std::vector<std::string>, std::less<>> m_questionsOf;
    std::map<std::string, Clause, std::less<>> m_facts;
    std::size_t m_clauseCount = 0;
    std::array<ThresholdRow, kNames<Threshold>.size()> m_thresholds;
    std::vector<std::string> m_signOff;
};

} // namespace unclench
