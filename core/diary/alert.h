// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to red-flag questions, and the alerts that the rules raised.
#pragma once

#include "core/diary/observations.h"
#include "core/diary/stamp.h"
#include "core/knowledge/names.h"
#include "core/knowledge/red_flags.h"

#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// `TakenBack` is no answer of a person: an alert was closed as a mistake, and what had been told
/// for the question until then counts no longer. It stays in the diary, struck through.
enum class AnswerValue { Yes, No, Unsure, Skipped, TakenBack };
template <>
inline constexpr std::array kNames<AnswerValue> =
    std::to_array<std::string_view>({"yes", "no", "unsure", "skipped", "taken_back"});

/// One answer to one question of the rules. The latest stands; the earlier ones stay.
struct Answer {
    Stamp stamp;
    std::optional<Uuid> episode;
    Moment at;
    /// The id of a rule that has a question.
    std::string question;
    AnswerValue value = AnswerValue::Skipped;
    /// Absent: new.
    std::optional<Change> change;
    /// For how many days it has been so, 0 to 36,500.
    std::optional<int> sinceDays;
    std::optional<bool> clinicianKnows;
    /// How many of a question's examples fit.
    std::optional<int> items;
    /// What was ticked besides, ids with a comma between: "confused".
    std::string flags;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("question", self.question);
        visit("value", self.value);
        visit("change", self.change);
        visit("since_days", self.sinceDays);
        visit("clinician_knows", self.clinicianKnows);
        visit("items", self.items);
        visit("flags", self.flags);
    }
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// "a,b" as a list, and back.
[[nodiscard]] std::vector<std::string> splitIds(std::string_view text);
[[nodiscard]] std::string joinIds(const std::vector<std::string>& ids);

enum class AlertState { Open, Snoozed, Closed };
template <>
inline constexpr std::array kNames<AlertState> = std::to_array<std::string_view>({"open", "snoozed",
                                                                                  "closed"});

/// How an alert came to its end. `Ended`: its condition no longer held; the rest are a person's.
enum class Closing { Seen, Mistake, Dismissed, Ended };
template <>
inline constexpr std::array
    kNames<Closing> = std::to_array<std::string_view>({"seen", "mistake", "dismissed", "ended"});

/// One raising of one rule, as it stands now. What happened to it on the way: AlertStep.
struct Alert {
    Stamp stamp;
    std::string rule;
    Level level = Level::CheckIn;
    AlertState state = AlertState::Open;
    /// When it was raised.
    Moment at;
    /// Since when it is in this state.
    Moment since;
    /// The episode that was current at the last change of state. It is no part of that episode: who
    /// deletes an episode deletes no alert.
    std::optional<Uuid> within;
    /// Set while it is snoozed.
    std::optional<Moment> until;
    /// How often it was snoozed as urgent: once is allowed.
    int urgentSnoozes = 0;
    /// Set where it is closed.
    std::optional<Closing> closing;
    /// The ids of what made the rule true, with a comma between.
    std::string because;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("rule", self.rule);
        visit("level", self.level);
        visit("state", self.state);
        visit("at", self.at);
        visit("since", self.since);
        visit("episode_id", self.within);
        visit("until", self.until);
        visit("urgent_snoozes", self.urgentSnoozes);
        visit("closing", self.closing);
        visit("because", self.because);
    }
    [[nodiscard]] bool isClosed() const { return state == AlertState::Closed; }
    friend bool operator==(const Alert&, const Alert&) = default;
};

enum class AlertChange { Raised, LevelChanged, Shown, Snoozed, Reopened, Closed };
template <>
inline constexpr std::array kNames<AlertChange> = std::to_array<std::string_view>(
    {"raised", "level_changed", "shown", "snoozed", "reopened", "closed"});

/// One thing that happened to an alert: its history, never changed.
struct AlertStep {
    Stamp stamp;
    Uuid alert;
    Moment at;
    AlertChange change = AlertChange::Raised;
    Level level = Level::CheckIn;
    std::optional<Closing> closing;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("alert_id", self.alert);
        visit("at", self.at);
        visit("change", self.change);
        visit("level", self.level);
        visit("closing", self.closing);
    }
    friend bool operator==(const AlertStep&, const AlertStep&) = default;
};

} // namespace unclench
