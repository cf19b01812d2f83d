// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with something a person asked for: a value, never an exception.
#pragma once

#include "core/knowledge/names.h"
#include "core/time/moment.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace unclench {

enum class ProblemKind {
    // What was written cannot be meant.
    OutOfRange,
    UnknownId,
    UnknownKey,
    Unreadable,
    NotUtf8,
    HoldsNul,
    TooLong,
    Empty,
    // Understood, and refused.
    InTheFuture,
    BeforeOnset,
    AfterEnd,
    EndBeforeBegin,
    BoutsOverlap,
    NoEpisode,
    EpisodeOpen,
    PainThatDay,
    NameTaken,
    NotThere,
    ChangedSince,
    CloseEmergency,
    SnoozeEmergency,
    SnoozeTwice,
    SnoozeTooLong,
    OverTwentyMinutes,
    CareBlocked, ///< `given`: the ids of the reasons; `moment`: the earliest start, where known
    SessionRunning,
    NoSession,
    SessionsOverlap,
    NoSnoozeLeft,
    NothingDue,
    NotPaused
};
template <>
inline constexpr std::array kNames<ProblemKind> = std::to_array<std::string_view>(
    {"out_of_range",     "unknown_id",      "unknown_key",     "unreadable",
     "not_utf8",         "holds_nul",       "too_long",        "empty",
     "in_the_future",    "before_onset",    "after_end",       "end_before_begin",
     "bouts_overlap",    "no_episode",      "episode_open",    "pain_that_day",
     "name_taken",       "not_there",       "changed_since",   "close_emergency",
     "snooze_emergency", "snooze_twice",    "snooze_too_long", "over_20_minutes",
     "care_blocked",     "session_running", "no_session",      "sessions_overlap",
     "no_snooze_left",   "nothing_due",     "not_paused"});

struct Problem {
    ProblemKind kind;
    /// The field it is about, as on the command line: "pain", "region", "at".
    std::string field;
    /// What was given, where that helps to find it; never a whole note.
    std::string given;
    /// The moment that stands in the way: an onset, a beginning, a reading.
    std::optional<Moment> moment;

    /// False: what was written cannot be meant. True: it was understood and is refused.
    [[nodiscard]] bool isRefusal() const { return kind >= ProblemKind::InTheFuture; }
};

using Problems = std::vector<Problem>;

/// One problem, and nothing given to quote.
[[nodiscard]] inline Problems
refusal(ProblemKind kind, std::string field, std::optional<Moment> moment = std::nullopt)
{
    return {{kind, std::move(field), {}, moment}};
}

/// Either what was done, or why nothing was.
template <class Done>
using Result = std::variant<Done, Problems>;

} // namespace unclench
