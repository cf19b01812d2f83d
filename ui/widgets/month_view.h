// SPDX-License-Identifier: GPL-3.0-or-later
// A month as the calendar shows it, as values.
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace unclench::ui {

struct MonthDayView {
    /// Of the month, from 1 on; 0: a sign in the key, which has no number.
    int day = 0;
    /// Worst pain that was told, 0 to 10.
    std::optional<int> worst;
    /// Spasms that lay on it, the open one too.
    int episodes = 0;
    /// Something was told on it: of all others nobody knows how they were.
    bool isTold = false;
    /// "No pain today".
    bool isPainFree = false;
    bool hasAlert = false;
    bool isToday = false;
    /// It is still to come, and nothing stands there.
    bool isFuture = false;
    /// "Tuesday 3 March" and "worst pain 7, 2 spasms"
    QString when;
    QString told;
    /// Both: "Tuesday 3 March: worst pain 7, 2 spasms"
    QString text;
};

struct MonthView {
    std::chrono::year_month month{std::chrono::year{1970}, std::chrono::January};
    /// "March 2026"
    QString title;
    /// Seven, in the order of the columns: "Mon", and in a letter where there is no room.
    QStringList weekdays;
    QStringList narrowWeekdays;
    /// Of the first day, 0 to 6.
    int firstColumn = 0;
    /// All of the month; empty: nothing was read yet.
    std::vector<MonthDayView> days;
    std::chrono::local_days today{};
    /// A filter left spasms out, so that a day without one may have had some.
    bool isNarrowed = false;
    /// There is something to see before and after it.
    bool hasEarlier = false;
    bool hasLater = false;

    [[nodiscard]] std::chrono::local_days firstDay() const
    {
        return std::chrono::local_days{month / std::chrono::day{1}};
    }
};

} // namespace unclench::ui
