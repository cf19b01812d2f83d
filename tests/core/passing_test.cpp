// SPDX-License-Identifier: GPL-3.0-or-later
// When what is said of times is no longer right.
#include "core/time/passing.h"
#include "tests/support/test_clock.h"

#include <gtest/gtest.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using tests::at;

TEST(NextMinute, IsCountedFromTheBeginning)
{
    const Moment begin = at("2026-03-02T08:00:30+01:00");

    EXPECT_EQ(untilNextMinute(begin, begin), 1min);
    EXPECT_EQ(untilNextMinute(begin + 59s, begin), 1s);
    EXPECT_EQ(untilNextMinute(begin + 60s, begin), 1min);
    EXPECT_EQ(untilNextMinute(begin + 3h + 10s, begin), 50s);
}

TEST(NextMinute, IsNeverMoreThanAMinuteAwayWhereTheClockStandsBefore)
{
    const Moment begin = at("2026-03-02T08:00:30+01:00");

    EXPECT_EQ(untilNextMinute(begin - 10s, begin), 10s);
    EXPECT_EQ(untilNextMinute(begin - 1h - 10s, begin), 10s);
}

TEST(NextDay, BeginsAtLocalMidnight)
{
    const Zone zone = Zone::named("Europe/Berlin", 1h);

    EXPECT_EQ(untilNextDay(at("2026-03-02T08:00:00+01:00"), zone), 16h);
    EXPECT_EQ(untilNextDay(at("2026-03-02T00:00:00+01:00"), zone), 24h);
}

TEST(NextDay, IsAnHourNearerOrFartherWhereTheClocksAreChanged)
{
    const Zone zone = Zone::named("Europe/Berlin", 1h);

    EXPECT_EQ(untilNextDay(at("2026-03-29T00:00:00+01:00"), zone), 23h);
    EXPECT_EQ(untilNextDay(at("2026-10-25T00:00:00+02:00"), zone), 25h);
}

TEST(NextDay, KeepsNobodyAwakeWhereTheZoneIsAtOddsWithTheClock)
{
    // By the zone the day that is next by the clock began long ago.
    EXPECT_EQ(untilNextDay(at("2026-03-02T23:00:00-11:00"), Zone::fixed(14h)), 1min);
}

} // namespace
} // namespace unclench
