// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting as it was: spans of one posture, and what a person did with the reminders.
#pragma once

#include "core/diary/stamp.h"
#include "core/knowledge/posture.h"
#include "core/time/moment.h"

#include <chrono>
#include <optional>
#include <string>

namespace unclench {

/// How a posture came to be known. All but Told, GotUp and Corrected are inferred.
enum class SeatCause {
    Told,      ///< the person said so
    GotUp,     ///< the person pressed *I got up*: a break that counts at once
    Input,     ///< there was input
    Idle,      ///< there was none
    Locked,    ///< the screen was locked, or another person's session was shown
    Asleep,    ///< the computer slept
    BreakOver, ///< a break came to its end where input cannot be seen
    Corrected  ///< the person said afterwards what it really was
};
template <>
inline constexpr std::array kNames<SeatCause> = std::to_array<std::string_view>(
    {"told", "got_up", "input", "idle", "locked", "asleep", "break_over", "corrected"});

/// One posture from a moment to another, within one boot of the machine. Lengths are measured in
/// boot time; the wall clock says when it was.
struct SeatSpan {
    Stamp stamp;
    Posture posture = Posture::Seated;
    SeatCause cause = SeatCause::Told;
    Moment begin;
    /// Readings of Now::boot, in the boot `bootId`.
    std::chrono::milliseconds beginBoot{0};
    /// Absent: it goes on. At most one of a machine does.
    std::optional<Moment> end;
    std::optional<std::chrono::milliseconds> endBoot;
    std::string bootId;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("posture", self.posture);
        visit("cause", self.cause);
        visit("begin", self.begin);
        visit("begin_boot_ms", self.beginBoot);
        visit("end", self.end);
        visit("end_boot_ms", self.endBoot);
        visit("boot_id", self.bootId);
    }
    friend bool operator==(const SeatSpan&, const SeatSpan&) = default;
};

enum class SeatDeed {
    Snoozed,       ///< later
    Skipped,       ///< not this one
    Paused,        ///< no reminders for `length`; sitting is counted all the same
    Meeting,       ///< the same, in a meeting
    MeetingOver,   ///< ends a meeting
    Resumed,       ///< ends a pause and a meeting
    ShorterOffered ///< the shorter interval was offered for the episode `within`, and answered
};
template <>
inline constexpr std::array kNames<SeatDeed> = std::to_array<std::string_view>(
    {"snoozed", "skipped", "paused", "meeting", "meeting_over", "resumed", "shorter_offered"});

/// What a person did with the reminders, once.
struct SeatEvent {
    /// A pause ends by itself after this at the latest.
    static constexpr std::chrono::minutes kLongestPause{48 * 60};

    Stamp stamp;
    SeatDeed deed = SeatDeed::Snoozed;
    Moment at;
    /// Reading of Now::boot, in the boot `bootId`.
    std::chrono::milliseconds boot{0};
    std::string bootId;
    /// Of a pause and a meeting: 1 min to kLongestPause.
    std::optional<std::chrono::minutes> length;
    /// The episode that was open; no part of it.
    std::optional<Uuid> within;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("deed", self.deed);
        visit("at", self.at);
        visit("at_boot_ms", self.boot);
        visit("at_boot_id", self.bootId);
        visit("length_min", self.length);
        visit("episode_id", self.within);
    }
    friend bool operator==(const SeatEvent&, const SeatEvent&) = default;
};

} // namespace unclench
