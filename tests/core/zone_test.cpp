// SPDX-License-Identifier: GPL-3.0-or-later
// Local times into moments: hours that clocks skip or show twice, days without a midnight.
#include "core/time/zone.h"
#include "tests/support/test_clock.h"

#include <gtest/gtest.h>

namespace unclench {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;
using tests::at;

Zone berlin()
{
    return Zone::named("Europe/Berlin", 0min);
}

WrittenTime written(std::string_view text)
{
    const auto time = parseIso(text);
    EXPECT_TRUE(time) << text;
    return time.value_or(WrittenTime{});
}

TEST(Zone, ResolvesAPlainTimeWithTheOffsetOfItsSeason)
{
    EXPECT_EQ(std::get<Moment>(berlin().resolve(written("2026-01-15T08:00"))),
              at("2026-01-15T08:00+01:00"));
    EXPECT_EQ(std::get<Moment>(berlin().resolve(written("2026-07-15T08:00"))),
              at("2026-07-15T08:00+02:00"));
}

TEST(Zone, SaysThatAnHourWasSkipped)
{
    const Resolved resolved = berlin().resolve(written("2026-03-29T02:30"));

    ASSERT_TRUE(std::holds_alternative<SkippedTime>(resolved));
    EXPECT_EQ(std::get<SkippedTime>(resolved).before, 60min);
    EXPECT_EQ(std::get<SkippedTime>(resolved).after, 120min);
}

TEST(Zone, SaysThatAnHourWasShownTwice)
{
    const Resolved resolved = berlin().resolve(written("2026-10-25T02:30"));

    ASSERT_TRUE(std::holds_alternative<DoubledTime>(resolved));
    EXPECT_EQ(std::get<DoubledTime>(resolved).first, 120min);
    EXPECT_EQ(std::get<DoubledTime>(resolved).second, 60min);
}

TEST(Zone, ResolvesTheEdgesOfASkippedHour)
{
    EXPECT_EQ(std::get<Moment>(berlin().resolve(written("2026-03-29T01:59:59.999"))),
              at("2026-03-29T01:59:59.999+01:00"));
    EXPECT_EQ(std::get<Moment>(berlin().resolve(written("2026-03-29T03:00"))),
              at("2026-03-29T03:00+02:00"));
}

TEST(Zone, LetsAWrittenOffsetDecideAlone)
{
    EXPECT_EQ(std::get<Moment>(berlin().resolve(written("2026-10-25T02:30+01:00"))),
              at("2026-10-25T02:30+01:00"));
    EXPECT_EQ(std::get<Moment>(berlin().resolve(written("2026-03-29T02:30-05:00"))),
              at("2026-03-29T02:30-05:00"));
}

TEST(Zone, KnowsItsOffsetOnBothSidesOfAChange)
{
    const UtcTime change = at("2026-03-29T01:00Z").utc;

    EXPECT_EQ(berlin().offsetAt(change - 1ms), 60min);
    EXPECT_EQ(berlin().offsetAt(change), 120min);
}

TEST(Zone, BeginsADayAtMidnight)
{
    EXPECT_EQ(berlin().startOf(local_days{2026y / March / 29}), at("2026-03-29T00:00+01:00"));
    EXPECT_EQ(berlin().startOf(local_days{2026y / March / 30}), at("2026-03-30T00:00+02:00"));
}

TEST(Zone, BeginsADayWithoutMidnightAtItsFirstMoment)
{
    const Zone saoPaulo = Zone::named("America/Sao_Paulo", 0min);
    const Zone beirut = Zone::named("Asia/Beirut", 0min);

    EXPECT_EQ(saoPaulo.startOf(local_days{2018y / November / 4}), at("2018-11-04T01:00-02:00"));
    EXPECT_EQ(beirut.startOf(local_days{2022y / March / 27}), at("2022-03-27T01:00+03:00"));
}

TEST(Zone, BeginsADayWithTwoMidnightsAtTheFirst)
{
    const Zone havana = Zone::named("America/Havana", 0min);

    EXPECT_EQ(havana.startOf(local_days{2024y / November / 3}), at("2024-11-03T00:00-04:00"));
}

TEST(Zone, OfAnUnknownNameKeepsTheOtherOffset)
{
    for (const char* name : {"", "Middle/Earth", "../etc/passwd"}) {
        const Zone zone = Zone::named(name, -210min);

        EXPECT_EQ(zone.offsetAt(at("2026-07-01T00:00Z").utc), -210min) << name;
        EXPECT_EQ(std::get<Moment>(zone.resolve(written("2026-03-29T02:30"))),
                  at("2026-03-29T02:30-03:30"))
            << name;
    }
}

TEST(Zone, OfAFixedOffsetNeitherSkipsNorDoubles)
{
    const Zone zone = Zone::fixed(60min);

    EXPECT_EQ(std::get<Moment>(zone.resolve(written("2026-10-25T02:30"))),
              at("2026-10-25T02:30+01:00"));
    EXPECT_EQ(zone.startOf(local_days{2026y / March / 29}), at("2026-03-29T00:00+01:00"));
}

} // namespace
} // namespace unclench
