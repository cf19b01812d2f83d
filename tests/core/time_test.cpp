// SPDX-License-Identifier: GPL-3.0-or-later
// Times and durations as text: what is read, what is refused, what is written.
#include "core/time/duration.h"
#include "core/time/iso8601.h"
#include "tests/support/case_name.h"
#include "tests/support/test_clock.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;
using tests::at;
using tests::caseName;

struct WrittenCase {
    const char* name;
    const char* text;
    LocalTime local;
    std::optional<minutes> offset;

    friend void PrintTo(const WrittenCase& c, std::ostream* out) { *out << c.text; }
};

constexpr LocalTime kMorning = local_days{2026y / March / 2} + 8h;

class ReadTime : public testing::TestWithParam<WrittenCase> {};

TEST_P(ReadTime, GivesLocalTimeAndOffset)
{
    const auto written = parseIso(GetParam().text);

    ASSERT_TRUE(written);
    EXPECT_EQ(written->local, GetParam().local);
    EXPECT_EQ(written->offset, GetParam().offset);
}

const WrittenCase kWritten[] = {
    {"minutes", "2026-03-02T08:00", kMorning, {}},
    {"a space for the T", "2026-03-02 08:00", kMorning, {}},
    {"a small t", "2026-03-02t08:00", kMorning, {}},
    {"seconds", "2026-03-02T08:00:59", kMorning + 59s, {}},
    {"one decimal", "2026-03-02T08:00:00.5", kMorning + 500ms, {}},
    {"two decimals", "2026-03-02T08:00:00.05", kMorning + 50ms, {}},
    {"three decimals", "2026-03-02T08:00:00.125", kMorning + 125ms, {}},
    {"a decimal comma", "2026-03-02T08:00:00,125", kMorning + 125ms, {}},
    {"Z", "2026-03-02T08:00:00Z", kMorning, 0min},
    {"an offset east", "2026-03-02T08:00+01:00", kMorning, 60min},
    {"an offset west with minutes", "2026-03-02T08:00:00-09:30", kMorning, -570min},
    {"an offset of hours", "2026-03-02T08:00+05", kMorning, 300min},
    {"an offset without colon", "2026-03-02T08:00+0545", kMorning, 345min},
    {"the offset furthest east", "2026-03-02T08:00+18:00", kMorning, 18h},
    {"the offset furthest west", "2026-03-02T08:00-18:00", kMorning, -18h},
    {"a leap day", "2024-02-29T08:00", local_days{2024y / February / 29} + 8h, {}},
    {"a leap day of a century", "2000-02-29T08:00", local_days{2000y / February / 29} + 8h, {}},
    {"the first minute", "1970-01-01T00:00Z", LocalTime{0ms}, 0min},
    {"the last millisecond", "9999-12-31T23:59:59.999Z",
     local_days{9999y / December / 31} + 24h - 1ms, 0min},
};
INSTANTIATE_TEST_SUITE_P(All, ReadTime, testing::ValuesIn(kWritten), caseName<WrittenCase>);

struct BadCase {
    const char* name;
    const char* text;

    friend void PrintTo(const BadCase& c, std::ostream* out) { *out << c.text; }
};

class RefuseTime : public testing::TestWithParam<BadCase> {};

TEST_P(RefuseTime, GivesNothing)
{
    EXPECT_FALSE(parseIso(GetParam().text));
}

const BadCase kBadTimes[] = {
    {"nothing", ""},
    {"a day alone", "2026-03-02"},
    {"hours alone", "2026-03-02T08"},
    {"no leap day in a common year", "2026-02-29T08:00"},
    {"no leap day in 1900 rules", "2100-02-29T08:00"},
    {"April has no 31st", "2026-04-31T08:00"},
    {"month 13", "2026-13-01T08:00"},
    {"month 0", "2026-00-01T08:00"},
    {"day 0", "2026-03-00T08:00"},
    {"before 1970", "1969-12-31T23:59"},
    {"a year of five digits", "10000-01-01T00:00"},
    {"hour 24", "2026-03-02T24:00"},
    {"minute 60", "2026-03-02T08:60"},
    {"a leap second", "2026-03-02T23:59:60"},
    {"a point and no digit", "2026-03-02T08:00:00."},
    {"four decimals", "2026-03-02T08:00:00.1234"},
    {"an offset beyond 18 hours", "2026-03-02T08:00+18:01"},
    {"an offset of 60 minutes", "2026-03-02T08:00+01:60"},
    {"half an offset", "2026-03-02T08:00+1"},
    {"an offset cut short", "2026-03-02T08:00+01:"},
    {"two offsets", "2026-03-02T08:00Z+01:00"},
    {"a sign before the year", "-2026-03-02T08:00"},
    {"a sign inside a number", "2026-03-02T-8:00"},
    {"something after it", "2026-03-02T08:00 today"},
    {"something before it", " 2026-03-02T08:00"},
    {"a German date", "02.03.2026 08:00"},
};
INSTANTIATE_TEST_SUITE_P(All, RefuseTime, testing::ValuesIn(kBadTimes), caseName<BadCase>);

TEST(IsoDay, IsReadAlone)
{
    EXPECT_EQ(parseIsoDay("2024-02-29"), local_days{2024y / February / 29});
    EXPECT_FALSE(parseIsoDay("2026-02-29"));
    EXPECT_FALSE(parseIsoDay("2026-03-02T08:00"));
    EXPECT_FALSE(parseIsoDay("1969-12-31"));
}

TEST(IsoTime, IsWrittenWithMillisecondsOnlyWhereThereAreAny)
{
    EXPECT_EQ(toIso(at("2026-03-02T08:00+01:00")), "2026-03-02T08:00:00+01:00");
    EXPECT_EQ(toIso(at("2026-03-02T08:00:00.050Z")), "2026-03-02T08:00:00.050+00:00");
}

TEST(IsoTime, IsWrittenInTheOffsetOfItsMoment)
{
    const Moment moment{UtcTime{local_days{2026y / March / 2}.time_since_epoch()}, -570min};

    EXPECT_EQ(toIso(moment), "2026-03-01T14:30:00-09:30");
    EXPECT_EQ(toIsoDay(moment.localDay()), "2026-03-01");
}

TEST(IsoOffset, IsReadAndWrittenToTheSameMinutes)
{
    for (const minutes offset : {minutes{-1080}, minutes{-570}, minutes{-1}, minutes{0}, minutes{1},
                                 minutes{345}, minutes{1080}}) {
        EXPECT_EQ(parseIsoOffset(toIsoOffset(offset)), offset);
    }
    EXPECT_EQ(toIsoOffset(-1min), "-00:01");
    EXPECT_EQ(parseIsoOffset("-00:00"), 0min);
}

RC_GTEST_PROP(IsoTime, IsReadBackAsWritten, ())
{
    const Moment end = at("9999-12-30T00:00Z");
    const auto utc = *rc::gen::inRange<std::int64_t>(duration_cast<milliseconds>(days{1}).count(),
                                                     end.utc.time_since_epoch().count());
    const Moment moment{UtcTime{milliseconds{utc}}, minutes{*rc::gen::inRange(-1080, 1081)}};

    RC_ASSERT(at(toIso(moment)) == moment);
}

struct DurationCase {
    const char* name;
    const char* text;
    seconds length;

    friend void PrintTo(const DurationCase& c, std::ostream* out) { *out << c.text; }
};

class ReadDuration : public testing::TestWithParam<DurationCase> {};

TEST_P(ReadDuration, GivesItsSeconds)
{
    EXPECT_EQ(parseDuration(GetParam().text), GetParam().length);
}

const DurationCase kDurations[] = {
    {"nothing at all", "0m", 0s},
    {"seconds", "90s", 90s},
    {"minutes", "45m", 45min},
    {"hours and minutes", "2h30m", 150min},
    {"everything", "6d23h59m1s", days{6} + 23h + 59min + 1s},
    {"units left out", "1d1s", days{1} + 1s},
    {"more minutes than an hour has", "600m", 10h},
    {"the longest", "100000d", days{100'000}},
};
INSTANTIATE_TEST_SUITE_P(All, ReadDuration, testing::ValuesIn(kDurations), caseName<DurationCase>);

class RefuseDuration : public testing::TestWithParam<BadCase> {};

TEST_P(RefuseDuration, GivesNothing)
{
    EXPECT_FALSE(parseDuration(GetParam().text));
}

const BadCase kBadDurations[] = {
    {"no text", ""},
    {"a number alone", "45"},
    {"a unit alone", "m"},
    {"units in another order", "30m2h"},
    {"a unit twice", "1h1h"},
    {"a unit that is none", "1w"},
    {"a capital", "1H"},
    {"a minus", "-5m"},
    {"a fraction", "1.5h"},
    {"a gap", "1h 30m"},
    {"longer than the longest", "100001d"},
    {"longer than the longest in sum", "100000d1s"},
    {"more digits than a number holds", "99999999999999999999s"},
};
INSTANTIATE_TEST_SUITE_P(All, RefuseDuration, testing::ValuesIn(kBadDurations), caseName<BadCase>);

TEST(Duration, IsWrittenInItsShortestForm)
{
    EXPECT_EQ(toText(0ms), "0m");
    EXPECT_EQ(toText(999ms), "0m");
    EXPECT_EQ(toText(1h + 45min), "1h45m");
    EXPECT_EQ(toText(days{1}), "1d");
    EXPECT_EQ(toText(90'500ms), "1m30s");
}

RC_GTEST_PROP(Duration, IsReadBackAsWritten, ())
{
    const seconds length{*rc::gen::inRange<std::int64_t>(0, seconds{days{100'000}}.count() + 1)};

    RC_ASSERT(parseDuration(toText(length)) == length);
}

} // namespace
} // namespace unclench
