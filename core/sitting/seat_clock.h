// SPDX-License-Identifier: GPL-3.0-or-later
// How long somebody has sat since the last break that counted, and whether a break is due: sitting,
// not typing. Values in, values out.
#pragma once

#include "core/diary/seat.h"
#include "core/diary/settings.h"
#include "core/sitting/rules.h"

#include <chrono>
#include <optional>
#include <vector>

namespace unclench {

/// What was, as of a moment: each time is how long ago it is, measured by what went by and not by
/// what a clock showed.
struct SeatPast {
    struct Span {
        Posture posture = Posture::Seated;
        SeatCause cause = SeatCause::Told;
        std::chrono::milliseconds begin{0};
        /// At most `begin`; of the one that goes on: 0.
        std::chrono::milliseconds end{0};
        bool isOpen = false;
    };
    struct Deed {
        SeatDeed deed = SeatDeed::Snoozed;
        std::chrono::milliseconds ago{0};
        std::chrono::minutes length{0};
    };
    /// Both from the oldest on. Where two spans are apart, nobody knows what was: nobody sat here.
    std::vector<Span> spans;
    std::vector<Deed> deeds;
};

/// Why a break that is owed is not asked for now.
enum class SeatHold {
    Session,      ///< heat or cold runs
    DoNotDisturb, ///< the desktop holds notices back
    Meeting,
    Pause,
    OutsideHours, ///< outside of the working hours that were set
    NotSeated     ///< the person does not sit
};
template <>
inline constexpr std::array kNames<SeatHold> = std::to_array<std::string_view>(
    {"session", "do_not_disturb", "meeting", "pause", "outside_hours", "not_seated"});

/// What holds reminders back besides what the person did with them.
struct SeatAround {
    bool isSessionRunning = false;
    bool isDoNotDisturb = false;
    /// Until working hours begin or end; absent where none are set.
    bool isOutsideHours = false;
    std::optional<std::chrono::milliseconds> untilHoursChange;
};

/// How things stand.
struct SeatClock {
    /// Absent: not known; nothing was seen or told yet.
    std::optional<Posture> posture;
    SeatCause cause = SeatCause::Told;
    /// In this posture.
    std::chrono::milliseconds inPosture{0};
    /// Sitting since the last break that counted.
    std::chrono::milliseconds seated{0};
    /// Sitting after which the next reminder comes; moved by *later* and *skip*.
    std::chrono::milliseconds dueAt{0};
    int snoozesLeft = sitting::kMostSnoozes;
    /// A break is owed: due, or held back by `holds`.
    bool isOwed = false;
    std::vector<SeatHold> holds;
    /// How long a pause and a meeting still last; absent: there is none.
    std::optional<std::chrono::milliseconds> pauseLeft;
    std::optional<std::chrono::milliseconds> meetingLeft;
    /// Standing for longer than was set for the turn of sitting and standing.
    bool isStandingOver = false;
    /// Of a break that runs because the person got up; 0 or less: it is over, and the clock waits
    /// for them.
    std::optional<std::chrono::milliseconds> breakLeft;

    [[nodiscard]] bool isDue() const { return isOwed && holds.empty(); }
    [[nodiscard]] bool isHeld() const { return isOwed && !holds.empty(); }
    /// The reminder comes within kEarly.
    [[nodiscard]] bool isSoon() const;
};

[[nodiscard]] SeatClock
seatClock(const SeatPast& past, const Settings& settings, const SeatAround& around);

/// How long until something in it changes by itself. Absent: nothing does.
[[nodiscard]] std::optional<std::chrono::milliseconds>
nextChange(const SeatClock& clock, const Settings& settings, const SeatAround& around);

/// Whether what is not sitting amounts to a break: goes over spans from the oldest on.
class Absence {
public:
    /// True: with this one it counts as a break. A span of sitting begins anew.
    bool add(Posture posture, SeatCause cause, std::chrono::milliseconds length);

private:
    std::chrono::milliseconds m_gone{0};
    std::chrono::milliseconds m_walking{0};
    std::chrono::milliseconds m_lying{0};
};

} // namespace unclench
