// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of sitting, and what is asked for, as values.
#pragma once

#include "core/diary/uuid.h"
#include "core/knowledge/modality.h"
#include "core/knowledge/posture.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace unclench::ui {

/// A time of which nobody knows what it was.
struct SeatGapView {
    Uuid span;
    /// "Away 10:05 to 10:20?"
    QString question;
};

/// How somebody sits now.
struct SeatView {
    /// Sitting is measured at all.
    bool isOn = true;
    Posture posture = Posture::Seated;
    /// False: nothing is known yet.
    bool isKnown = true;
    /// Since the last break, and after how much of it the next one is due.
    std::chrono::milliseconds seated{0};
    std::chrono::milliseconds interval{std::chrono::minutes{30}};
    /// "Sitting for 21 min", "Standing for 3 min", "Away since 10:05", "On a break".
    QString stateText;
    /// Why it waits and until when; may be empty.
    QString note;
    bool isDue = false;
    /// Due, but it waits: `note` says for what.
    bool isHeld = false;
    int snoozesLeft = 0;
    /// Of the break that runs; 0 or less: it is over and waits for the return.
    std::optional<std::chrono::milliseconds> breakLeft;
    std::chrono::milliseconds breakLength{std::chrono::minutes{2}};
    bool isPaused = false;
    bool isMeeting = false;
    /// A shorter interval is offered while a spasm is open.
    bool offersShorter = false;
    std::optional<SeatGapView> gap;
    /// "Today: 3 h 10 min sitting, longest 48 min, 5 breaks"; may be empty.
    QString today;
};

/// A stretch of one day. Minutes are those that went by since its midnight: on the two days of a
/// year that are an hour longer or shorter they are not what a clock shows.
struct SeatSpanView {
    Posture posture = Posture::Seated;
    int beginMinute = 0;
    int endMinute = 0;
    /// Nobody told it: the computer was idle or locked.
    bool isInferred = false;
    /// "10:05 to 10:35, sitting, 30 min"
    QString text;
    /// Parts of the same: "10:05 to 10:35", "30 min".
    QString when;
    QString length;
    Uuid id;
    bool canCorrect = false;
};

struct SeatMarkView {
    enum class Kind { Break, Snooze, Skip, Session, Spasm };
    Kind kind = Kind::Break;
    int minute = 0;
    /// As `minute` where it is a point.
    int endMinute = 0;
    QString text;
    /// Of a session.
    std::optional<Modality> modality;
};

/// Where a full hour stands on the line, and what it is called.
struct SeatHourView {
    int minute = 0;
    QString text;
};

struct SeatDayView {
    /// "Today, Sunday 29 November"
    QString title;
    int dayMinutes = 1440;
    /// In the order of time.
    std::vector<SeatSpanView> spans;
    std::vector<SeatMarkView> marks;
    /// Empty: every 60 minutes, counted from midnight.
    std::vector<SeatHourView> hours;
    QString sitting;
    QString longest;
    /// "5 taken, 2 later, 1 skipped"
    QString breaks;
    bool hasNext = false;
    /// What stands there instead, where nothing was recorded.
    QString empty;
};

struct SeatWeekDay {
    /// "Mon 23"
    QString day;
    std::chrono::minutes seated{0};
    std::chrono::minutes longest{0};
    int taken = 0;
    int snoozed = 0;
    int skipped = 0;
    bool isToday = false;
    bool hasAny = false;
    /// The whole of it as a sentence.
    QString text;
};

struct SeatWeekView {
    QString title;
    std::vector<SeatWeekDay> days;
};

/// What asks somebody to get up, and what it shows while the break runs.
struct BreakPromptView {
    /// "Time to get up"
    QString title;
    /// "You have sat for 31 min."
    QString sentence;
    /// "Walk a few steps. Have some water."
    QString what;
    /// An own movement, or one that may be done now; empty: none.
    QString exerciseTitle;
    QString exerciseText;
    /// The id of a drawing, or empty.
    QString drawing;
    /// The file of an own picture, or empty.
    QString picture;
    bool canSnooze = true;
    /// "5 more minutes"
    QString snoozeText;
    /// Of the break that runs. Absent: it has not begun.
    std::optional<std::chrono::milliseconds> left;
    std::chrono::milliseconds length{std::chrono::minutes{2}};
    /// The break is over and waits for the return.
    bool isOver = false;
};

/// A movement that somebody wrote down for their breaks.
struct OwnExerciseView {
    Uuid id; ///< empty: a new one
    QString name;
    QString text;
    QString picture; ///< a file; may be empty
    bool isOn = true;

    friend bool operator==(const OwnExerciseView&, const OwnExerciseView&) = default;
};

} // namespace unclench::ui
