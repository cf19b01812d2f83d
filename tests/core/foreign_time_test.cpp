// SPDX-License-Identifier: GPL-3.0-or-later
// Dates, times of day and lengths as other programs write them, and which way round a date is
// meant.
#include "core/exchange/foreign_time.h"
#include "core/time/iso8601.h"
#include "tests/support/case_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;

/// "2026-03-02 08:00:00.000 +01:00", "2026-03-02", "utc 1000"; "none".
std::string writtenOut(const std::optional<ForeignTime>& time)
{
    if (!time) {
        return "none";
    }
    if (time->utc) {
        return "utc " + std::to_string(time->utc->time_since_epoch().count());
    }
    std::string text = toIsoDay(time->day);
    if (time->timeOfDay) {
        text += " " + std::to_string(time->timeOfDay->count());
    }
    if (time->offset) {
        text += " " + toIsoOffset(*time->offset);
    }
    return text;
}

struct TimeCase {
    const char* name;
    const char* text;
    DateOrder order;
    const char* expected;

    friend void PrintTo(const TimeCase& c, std::ostream* out) { *out << c.name; }
};

class ForeignTimeText : public testing::TestWithParam<TimeCase> {};

TEST_P(ForeignTimeText, IsRead)
{
    EXPECT_EQ(writtenOut(parseForeignTime(GetParam().text, GetParam().order)), GetParam().expected);
}

const TimeCase kTimes[] = {
    {"iso day", "2026-03-02", DateOrder::YearFirst, "2026-03-02"},
    {"iso with offset and milliseconds", "2022-09-14T21:30:41.432+01:00", DateOrder::YearFirst,
     "2022-09-14 77441432 +01:00"},
    {"iso in utc", "2021-02-09T11:07:28Z", DateOrder::YearFirst, "2021-02-09 40048000 +00:00"},
    {"iso with nanoseconds", "2021-02-09T00:00:00.123456789Z", DateOrder::YearFirst,
     "2021-02-09 123 +00:00"},
    {"iso with a zone behind its offset", "2026-03-02T08:00:00+01:00[Europe/Berlin]",
     DateOrder::YearFirst, "2026-03-02 28800000 +01:00"},
    {"iso is read whatever the order is", "2026-03-02 08:00", DateOrder::MonthFirst,
     "2026-03-02 28800000"},
    {"with slashes, year first", "2026/3/2 8:00", DateOrder::YearFirst, "2026-03-02 28800000"},
    {"day first with slashes", "02/03/2026 08:00", DateOrder::DayFirst, "2026-03-02 28800000"},
    {"month first with slashes", "02/03/2026 08:00", DateOrder::MonthFirst, "2026-02-03 28800000"},
    {"day first with points", "2.3.2026, 8:05", DateOrder::DayFirst, "2026-03-02 29100000"},
    {"points and spaces", "2. 3. 2026", DateOrder::DayFirst, "2026-03-02"},
    {"a year of two digits", "2/3/26", DateOrder::DayFirst, "2026-03-02"},
    {"a month with its name", "3rd Mar 2021", DateOrder::YearFirst, "2021-03-03"},
    {"the American way", "March 3, 2021 9:05 PM", DateOrder::DayFirst, "2021-03-03 75900000"},
    {"with the day of the week", "Mon, 2 March 2026", DateOrder::YearFirst, "2026-03-02"},
    {"noon on a clock of 12 hours", "03/02/2026 12:00 pm", DateOrder::MonthFirst,
     "2026-03-02 43200000"},
    {"midnight on a clock of 12 hours", "03/02/2026 12:00 AM", DateOrder::MonthFirst,
     "2026-03-02 0"},
    {"a narrow space before PM", "03/02/2026 1:30\xE2\x80\xAFPM", DateOrder::MonthFirst,
     "2026-03-02 48600000"},
    {"Unix seconds", "1767225600", DateOrder::UnixSeconds, "utc 1767225600000"},
    {"Unix milliseconds", "1767225600000", DateOrder::UnixMilliseconds, "utc 1767225600000"},
    {"milliseconds are no seconds", "1767225600000", DateOrder::UnixSeconds, "none"},
    {"no such day", "2026-02-30", DateOrder::YearFirst, "none"},
    {"no such month", "2026-13-01", DateOrder::YearFirst, "none"},
    {"day first, but there is no 13th month", "02/13/2026", DateOrder::DayFirst, "none"},
    {"slashes without an order", "02/03/2026", DateOrder::YearFirst, "none"},
    {"no such hour", "2026-03-02 24:00", DateOrder::YearFirst, "none"},
    {"13 pm", "03/02/2026 13:00 pm", DateOrder::MonthFirst, "none"},
    {"before 1970", "1969-12-31", DateOrder::YearFirst, "none"},
    {"something behind it", "2026-03-02 08:00 or so", DateOrder::YearFirst, "none"},
    {"two separators", "02/03.2026", DateOrder::DayFirst, "none"},
    {"a word", "soon", DateOrder::DayFirst, "none"},
    {"nothing", "", DateOrder::YearFirst, "none"},
};
INSTANTIATE_TEST_SUITE_P(All,
                         ForeignTimeText,
                         testing::ValuesIn(kTimes),
                         tests::caseName<TimeCase>);

TEST(ForeignTimeOfDay, IsReadOnBothClocks)
{
    EXPECT_EQ(parseTimeOfDay("9:30"), 9h + 30min);
    EXPECT_EQ(parseTimeOfDay("09:30:15"), 9h + 30min + 15s);
    EXPECT_EQ(parseTimeOfDay("9:30 pm"), 21h + 30min);
    EXPECT_EQ(parseTimeOfDay("9 p.m."), 21h);
    EXPECT_EQ(parseTimeOfDay("12:15 a.m."), 15min);
    EXPECT_FALSE(parseTimeOfDay("9"));
    EXPECT_FALSE(parseTimeOfDay("9:5"));
    EXPECT_FALSE(parseTimeOfDay("2026-03-02"));
}

TEST(ForeignLength, IsReadWithAndWithoutUnits)
{
    EXPECT_EQ(parseLength("90", LengthUnit::Minutes), 90min);
    EXPECT_EQ(parseLength("90", LengthUnit::Seconds), 90s);
    EXPECT_EQ(parseLength("1.5", LengthUnit::Hours), 90min);
    EXPECT_EQ(parseLength("1,5 h", LengthUnit::Seconds), 90min);
    EXPECT_EQ(parseLength("2h 30m", LengthUnit::Seconds), 150min);
    EXPECT_EQ(parseLength("1 hour, 5 minutes", LengthUnit::Seconds), 65min);
    EXPECT_EQ(parseLength("1:30", LengthUnit::Seconds), 90min);
    EXPECT_EQ(parseLength("12345:18:20", LengthUnit::Seconds), 12345h + 18min + 20s);
    EXPECT_EQ(parseLength("0", LengthUnit::Minutes), 0min);
    for (const char* text : {"", "-5", "5 parsecs", "5 6", "1:75", "30 min 4", "999999999 h"}) {
        EXPECT_FALSE(parseLength(text, LengthUnit::Minutes)) << text;
    }
}

DateEvidence::Verdict verdictOn(const std::vector<std::string>& dates)
{
    DateEvidence evidence{*parseIsoDay("2026-03-02")};
    std::int64_t line = 1;
    for (const std::string& date : dates) {
        evidence.see(date, ++line);
    }
    return evidence.verdict();
}

TEST(DateEvidence, OneDayAfterThe12thTellsTheOrder)
{
    EXPECT_EQ(verdictOn({"02/01/2026", "13/01/2026"}).order, DateOrder::DayFirst);
    EXPECT_EQ(verdictOn({"01/02/2026", "01/13/2026"}).order, DateOrder::MonthFirst);
    EXPECT_TRUE(verdictOn({"01/02/2026", "01/13/2026"}).isSure);
}

TEST(DateEvidence, NobodyWritesPointsMonthFirst)
{
    const auto verdict = verdictOn({"2.3.2025", "3.4.2025"});

    EXPECT_EQ(verdict.order, DateOrder::DayFirst);
    EXPECT_TRUE(verdict.isSure);
}

TEST(DateEvidence, ADayThatHasNotComeYetTellsTheOrder)
{
    const auto verdict = verdictOn({"03/02/2025", "02/05/2026"}); // 2 May 2026 is ahead

    EXPECT_EQ(verdict.order, DateOrder::MonthFirst);
    EXPECT_TRUE(verdict.isSure);
}

TEST(DateEvidence, RowsInOrderTellTheOrder)
{
    const auto verdict =
        verdictOn({"01/10/2024", "02/10/2024", "01/11/2024", "02/11/2024", "01/12/2024",
                   "02/12/2024", "01/01/2025", "02/01/2025", "01/02/2025"});

    EXPECT_EQ(verdict.order, DateOrder::DayFirst);
    EXPECT_TRUE(verdict.isSure);
}

TEST(DateEvidence, WhatCanBeBothIsUnsure)
{
    EXPECT_FALSE(verdictOn({"01/02/2025", "02/02/2025"}).isSure);
}

TEST(DateEvidence, BothOrdersInOneFileAreNamedByTheirLines)
{
    const auto verdict = verdictOn({"13/01/2025", "01/02/2025", "01/14/2025"});

    ASSERT_TRUE(verdict.mixed);
    EXPECT_THAT(*verdict.mixed, testing::ElementsAre(2, 4));
}

TEST(DateEvidence, NumbersAreCountsSince1970)
{
    EXPECT_EQ(verdictOn({"1767225600"}).order, DateOrder::UnixSeconds);
    EXPECT_EQ(verdictOn({"1767225600000"}).order, DateOrder::UnixMilliseconds);
    EXPECT_EQ(verdictOn({"2026-01-02", "2026-01-03T08:00"}).order, DateOrder::YearFirst);
}

} // namespace
} // namespace unclench
