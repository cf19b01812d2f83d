// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_time.h"

#include "core/exchange/foreign_walk.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace unclench {

using namespace std::chrono;

namespace {

/// So many days must be out of order in one reading, and none in the other, to tell them apart.
constexpr int kTellingDisorder = 3;
/// A count since 1970 above this is one of milliseconds; as seconds it lies in the year 5138.
constexpr std::int64_t kFirstMilliseconds = 100'000'000'000;
constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> kLongMonths{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

std::optional<local_days> dayOf(int y, int m, int d)
{
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                              day{static_cast<unsigned>(d)}};
    return date.ok() && y >= 1970 && y <= 9999 ? std::optional{local_days{date}} : std::nullopt;
}

/// 1 to 12; 0: no month is called so.
int monthNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (name == kMonths[i] || name == kLongMonths[i]) {
            return static_cast<int>(i) + 1;
        }
    }
    return name == "sept" ? 9 : 0;
}

/// A date as it stands: which of the three numbers are known by their form.
struct WrittenDate {
    bool isYearFirst = false;
    /// The year in front, or a month with a name: `day` is set, whatever the order.
    std::optional<local_days> known;
    int first = 0;
    int second = 0;
    int year = 0;
    char separator = 0;

    [[nodiscard]] std::optional<local_days> in(DateOrder order) const
    {
        if (known || isYearFirst) {
            return known;
        }
        return order == DateOrder::DayFirst     ? dayOf(year, second, first)
               : order == DateOrder::MonthFirst ? dayOf(year, first, second)
                                                : std::nullopt;
    }
};

/// "march 3, 2021", from behind its month; "3rd mar 2021", from behind its day.
std::optional<WrittenDate>
readNamed(ForeignWalk& walk, int monthNumber, std::optional<int> dayNumber)
{
    if (!dayNumber) {
        walk.skip(" .");
        dayNumber = walk.number(2);
        static_cast<void>(walk.letters()); // "3rd"
    }
    walk.skip(" .,-/");
    const auto yearNumber = walk.number(4);
    if (!dayNumber || !yearNumber) {
        return std::nullopt;
    }
    WrittenDate date;
    date.known = dayOf(*yearNumber, monthNumber, *dayNumber);
    return date.known ? std::optional{date} : std::nullopt;
}

std::optional<WrittenDate> readDate(ForeignWalk& walk)
{
    if (const std::string_view name = walk.letters(); !name.empty()) {
        if (const int named = monthNamed(name)) {
            return readNamed(walk, named, std::nullopt);
        }
        walk.skip(" .,"); // the day of the week
        if (const int named = monthNamed(walk.letters())) {
            return readNamed(walk, named, std::nullopt);
        }
    }
    std::size_t digits = 0;
    WrittenDate date;
    const auto first = walk.number(4, &digits);
    if (!first) {
        return std::nullopt;
    }
    const bool isYear = digits == 4;
    if (!isYear) {
        const ForeignWalk before = walk;
        static_cast<void>(walk.word("st") || walk.word("nd") || walk.word("rd") || walk.word("th"));
        walk.skip(" .-/");
        if (const int named = monthNamed(walk.letters())) {
            return readNamed(walk, named, first);
        }
        walk = before;
    }
    date.separator = walk.oneOf("-/.");
    walk.skip(" "); // "2. 3. 2026"
    const auto second = date.separator == 0 ? std::nullopt : walk.number(2);
    if (!second) {
        return std::nullopt;
    }
    if (walk.oneOf({&date.separator, 1}) == 0) {
        return std::nullopt;
    }
    walk.skip(" ");
    const auto third = walk.number(isYear ? 2 : 4, &digits);
    if (!third || (!isYear && digits != 4 && digits != 2)) {
        return std::nullopt;
    }
    if (isYear) {
        date.isYearFirst = true;
        date.known = dayOf(*first, *second, *third);
        return date.known ? std::optional{date} : std::nullopt;
    }
    date.first = *first;
    date.second = *second;
    date.year = digits == 2 ? 2000 + *third : *third;
    return date;
}

std::optional<milliseconds> readTimeOfDay(ForeignWalk& walk)
{
    const auto hour = walk.number(2);
    if (!hour) {
        return std::nullopt;
    }
    milliseconds time{0};
    bool hasMinutes = false;
    if (walk.oneOf(":") != 0) {
        std::size_t digits = 0;
        const auto minute = walk.number(2, &digits);
        if (!minute || digits != 2 || *minute > 59) {
            return std::nullopt;
        }
        time += minutes{*minute};
        hasMinutes = true;
        if (walk.oneOf(":") != 0) {
            const auto second = walk.number(2, &digits);
            if (!second || digits != 2 || *second > 59) {
                return std::nullopt;
            }
            time += seconds{*second};
            if (walk.oneOf(".,") != 0) {
                const auto fraction = walk.number(9, &digits);
                if (!fraction) {
                    return std::nullopt;
                }
                time += milliseconds{
                    static_cast<std::int64_t>(*fraction * std::pow(10.0, 3.0 - double(digits)))};
            }
        }
    }
    const ForeignWalk before = walk;
    walk.skip(" ");
    const char half = walk.oneOf("ap");
    if (half != 0) {
        walk.skip(".");
        if (walk.oneOf("m") == 0 || *hour < 1 || *hour > 12) {
            return std::nullopt;
        }
        walk.skip(".");
        return time + hours{*hour % 12 + (half == 'p' ? 12 : 0)};
    }
    walk = before;
    if (!hasMinutes || *hour > 23) {
        return std::nullopt;
    }
    return time + hours{*hour};
}

/// An offset from UTC, or nothing. False: something else stands there.
bool readOffset(ForeignWalk& walk, std::optional<minutes>& offset)
{
    walk.skip(" ");
    if (walk.isAtEnd()) {
        return true;
    }
    const bool isNamed = walk.word("utc") || walk.word("gmt") || walk.word("z");
    offset = minutes{0};
    const char sign = walk.oneOf("+-");
    if (sign == 0 && !isNamed) {
        return false;
    }
    if (sign != 0) {
        std::size_t digits = 0;
        const auto number = walk.number(4, &digits);
        if (!number) {
            return false;
        }
        int hour = *number;
        int minute = 0;
        if (digits > 2) {
            hour = *number / 100;
            minute = *number % 100;
        } else if (walk.oneOf(":") != 0) {
            const auto behind = walk.number(2);
            if (!behind) {
                return false;
            }
            minute = *behind;
        }
        offset = (hours{hour} + minutes{minute}) * (sign == '-' ? -1 : 1);
        if (minute > 59 || abs(*offset) > hours{18}) {
            return false;
        }
    }
    // "[europe/berlin]" behind an offset says nothing more.
    return walk.isAtEnd() || (walk.rest().front() == '[' && walk.rest().back() == ']');
}

/// A whole number of 9 to 15 digits. Absent: something else.
std::optional<std::int64_t> countOf(std::string_view text)
{
    text = trimmed(text);
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool isCount = error == std::errc{} && end == text.data() + text.size() && count >= 0 &&
                         text.size() >= 9 && text.size() <= 15;
    return isCount ? std::optional{count} : std::nullopt;
}

} // namespace

std::optional<milliseconds> parseTimeOfDay(std::string_view text)
{
    const std::string plain = plainly(text);
    ForeignWalk walk{plain};
    const auto time = readTimeOfDay(walk);
    return walk.isAtEnd() ? time : std::nullopt;
}

std::optional<ForeignTime> parseForeignTime(std::string_view text, DateOrder order)
{
    ForeignTime time;
    if (order == DateOrder::UnixSeconds || order == DateOrder::UnixMilliseconds) {
        const auto count = countOf(text);
        if (!count || (order == DateOrder::UnixSeconds && *count >= kFirstMilliseconds)) {
            return std::nullopt;
        }
        time.utc = UtcTime{milliseconds{order == DateOrder::UnixSeconds ? *count * 1000 : *count}};
        return time;
    }
    const std::string plain = plainly(text);
    ForeignWalk walk{plain};
    const auto date = readDate(walk);
    const auto day = date ? date->in(order) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    time.day = *day;
    if (walk.isAtEnd()) {
        return time;
    }
    const std::string_view before = walk.rest();
    if (walk.oneOf("t") == 0) {
        walk.skip(" ,");
        if (walk.word("at ")) {
            walk.skip(" ");
        }
    }
    if (walk.rest().size() == before.size()) {
        return std::nullopt; // something is glued to the date
    }
    time.timeOfDay = readTimeOfDay(walk);
    return time.timeOfDay && readOffset(walk, time.offset) ? std::optional{time} : std::nullopt;
}

void DateEvidence::Reading::take(local_days day)
{
    if (last && day != *last) {
        ++(day > *last ? rising : falling);
    }
    last = day;
}

void DateEvidence::see(std::string_view text, std::int64_t line)
{
    if (const auto count = countOf(text)) {
        ++(*count >= kFirstMilliseconds ? m_milliseconds : m_seconds);
        return;
    }
    const std::string plain = plainly(text);
    ForeignWalk walk{plain};
    const auto date = readDate(walk);
    if (!date) {
        return;
    }
    if (date->known) {
        ++m_yearFirst;
        return;
    }
    const auto dayFirst = date->in(DateOrder::DayFirst);
    const auto monthFirst = date->in(DateOrder::MonthFirst);
    if (!dayFirst && !monthFirst) {
        return; // no day at all
    }
    ++m_numeric;
    m_hasPoints = m_hasPoints || date->separator == '.';
    if (!monthFirst && m_dayOnly == 0) {
        m_dayOnly = line;
    }
    if (!dayFirst && m_monthOnly == 0) {
        m_monthOnly = line;
    }
    if (dayFirst) {
        m_dayFirst.isPossible = m_dayFirst.isPossible && *dayFirst <= m_today;
        m_dayFirst.take(*dayFirst);
    }
    if (monthFirst) {
        m_monthFirst.isPossible = m_monthFirst.isPossible && *monthFirst <= m_today;
        m_monthFirst.take(*monthFirst);
    }
}

DateEvidence::Verdict DateEvidence::verdict() const
{
    if (m_numeric == 0) {
        const std::int64_t most = std::max({m_yearFirst, m_seconds, m_milliseconds});
        return {most == m_yearFirst ? DateOrder::YearFirst
                : most == m_seconds ? DateOrder::UnixSeconds
                                    : DateOrder::UnixMilliseconds};
    }
    if (m_dayOnly != 0 && m_monthOnly != 0) {
        return {DateOrder::DayFirst, false, std::array{m_dayOnly, m_monthOnly}};
    }
    if (m_dayOnly != 0 || m_monthOnly != 0) {
        return {m_dayOnly != 0 ? DateOrder::DayFirst : DateOrder::MonthFirst};
    }
    if (m_hasPoints) {
        return {DateOrder::DayFirst};
    }
    if (m_dayFirst.isPossible != m_monthFirst.isPossible) {
        return {m_dayFirst.isPossible ? DateOrder::DayFirst : DateOrder::MonthFirst};
    }
    const int asDays = m_dayFirst.disorder();
    const int asMonths = m_monthFirst.disorder();
    if (std::min(asDays, asMonths) == 0 && std::max(asDays, asMonths) >= kTellingDisorder) {
        return {asDays == 0 ? DateOrder::DayFirst : DateOrder::MonthFirst};
    }
    return {DateOrder::DayFirst, false};
}

} // namespace unclench
