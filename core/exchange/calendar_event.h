// SPDX-License-Identifier: GPL-3.0-or-later
// One event of a calendar file (RFC 5545), written by libical.
#pragma once

#include "core/diary/stamp.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

struct CalendarEvent {
    Uuid id;
    /// Of the record behind it. When the file is written plays no part: what did not change comes
    /// out as it was, and a calendar that took it in before sees that.
    Stamp stamp;
    UtcTime begin{};
    /// Absent: nobody said how long it takes.
    std::optional<UtcTime> end;
    std::string title;
    /// More about it; may be empty.
    std::string text;
    /// Whether the person cannot do anything else then.
    bool isBusy = false;
    /// So long before it a calendar reminds of it.
    std::vector<std::chrono::minutes> reminders;
};

/// Its lines. Empty: its times lie outside of the years 1970 to 2999, which only a broken clock
/// gives.
[[nodiscard]] std::string calendarLines(const CalendarEvent& event);

/// What stands before the events and after them. `notice`: the description of the whole calendar.
[[nodiscard]] std::string calendarBegin(const std::string& notice);
[[nodiscard]] std::string calendarEnd();

} // namespace unclench
