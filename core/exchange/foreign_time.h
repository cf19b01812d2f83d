// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, times of day and lengths as other programs and people write them.
#pragma once

#include "core/knowledge/names.h"
#include "core/time/moment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// How dates are written. A year of four digits in front, and a month with its name, are read
/// whatever the order is.
enum class DateOrder { YearFirst, DayFirst, MonthFirst, UnixSeconds, UnixMilliseconds };
template <>
inline constexpr std::array
    kNames<DateOrder> = std::to_array<std::string_view>({"ymd", "dmy", "mdy", "unix", "unix_ms"});

struct ForeignTime {
    /// Where the file counts seconds or milliseconds since 1970; the rest says nothing then.
    std::optional<UtcTime> utc;
    std::chrono::local_days day{};
    /// Absent: it is a day alone.
    std::optional<std::chrono::milliseconds> timeOfDay;
    /// Absent: the writer left it to the place they were in.
    std::optional<std::chrono::minutes> offset;
};

/// Absent: not such a text, or a day that no calendar has, or outside 1970 to 9999.
[[nodiscard]] std::optional<ForeignTime> parseForeignTime(std::string_view text, DateOrder order);

/// "9:30", "21:05:10.250", "9:30 pm", "9pm"; less than a day. Absent: none of these.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseTimeOfDay(std::string_view text);

/// What a number without a unit counts.
enum class LengthUnit { Milliseconds, Seconds, Minutes, Hours };
template <>
inline constexpr std::array kNames<LengthUnit> =
    std::to_array<std::string_view>({"milliseconds", "seconds", "minutes", "hours"});

/// "90", "1.5", "1:30" (hours and minutes), "1:30:00", "2h 30m", "45 min"; never negative, at most
/// 10,000 days. Absent: none of these.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseLength(std::string_view text,
                                                                   LengthUnit unit);

/// Finds out how the dates of a file are written.
class DateEvidence {
public:
    /// `today`: nothing in the file lies after it.
    explicit DateEvidence(std::chrono::local_days today) : m_today(today) {}

    void see(std::string_view text, std::int64_t line);

    struct Verdict {
        DateOrder order = DateOrder::YearFirst;
        /// False: day first and month first read it equally well.
        bool isSure = true;
        /// Set: a line that can only be day first, and one that can only be month first.
        std::optional<std::array<std::int64_t, 2>> mixed{};
    };
    [[nodiscard]] Verdict verdict() const;

private:
    /// How a file looks when it is read in one order.
    struct Reading {
        bool isPossible = true;
        std::optional<std::chrono::local_days> last;
        int rising = 0;
        int falling = 0;

        void take(std::chrono::local_days day);
        [[nodiscard]] int disorder() const { return rising < falling ? rising : falling; }
    };

    std::chrono::local_days m_today;
    std::int64_t m_yearFirst = 0;
    std::int64_t m_seconds = 0;
    std::int64_t m_milliseconds = 0;
    std::int64_t m_numeric = 0; ///< two small numbers and a year
    bool m_hasPoints = false;   ///< "2.3.2026", which nobody writes month first
    std::int64_t m_dayOnly = 0; ///< the first line that cannot be month first; 0: none
    std::int64_t m_monthOnly = 0;
    Reading m_dayFirst;
    Reading m_monthFirst;
};

} // namespace unclench
