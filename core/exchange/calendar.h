// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments, and on request sessions and breaks, as a calendar file (docs/calendar.md).
#pragma once

#include "core/exchange/rows.h"
#include "core/store/progress.h"
#include "core/time/period.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace unclench {

/// What stands near the beginning of each calendar that is ours (lookAtMarkedTarget).
inline constexpr std::string_view kCalendarMark = "-//Unclench//Diary//EN";

struct CalendarWishes {
    Period period{};
    /// Heat and cold that is over.
    bool hasSessions = false;
    /// Breaks from sitting.
    bool hasBreaks = false;
    /// Whom a visit is with, and what was written for it.
    bool hasNotes = false;
};

/// What the events are called. A calendar is carried to other machines and seen by others, so it
/// says nothing of pain, heat or sitting.
struct CalendarWords {
    std::string appointment;
    std::string entry;
    /// What the file as a whole says of itself.
    std::string notice{};
};

struct CalendarCounts {
    std::int64_t visits = 0;
    std::int64_t sessions = 0;
    std::int64_t breaks = 0;

    [[nodiscard]] std::int64_t events() const { return visits + sessions + breaks; }
    friend bool operator==(const CalendarCounts&, const CalendarCounts&) = default;
};

/// Visits after `now` remind of themselves. Where there is nothing to write, nothing is written and
/// what was there stays: a calendar without an event is none. Requires: `lookAtMarkedTarget` says
/// Free or OwnExport. All of it or nothing; a calendar that was there is replaced. Throws FileError
/// for the target, StorageError for the diary, and Cancelled.
CalendarCounts exportCalendar(RowSource& source,
                              const Moment& now,
                              const CalendarWishes& wishes,
                              const CalendarWords& words,
                              const std::filesystem::path& target,
                              const Progress& progress);

} // namespace unclench
