// SPDX-License-Identifier: GPL-3.0-or-later
// The insights on small diaries told through the journal; tests/insights counts large ones again.
#include "core/insight/insights.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using tests::done;

TEST(Median, IsTheMiddleOrBetweenTheTwo)
{
    EXPECT_EQ(median({3, 1, 2}), 2);
    EXPECT_EQ(median({4, 1, 3, 2}), 2.5);
    EXPECT_EQ(median({7}), 7);
}

TEST(Quartiles, LeaveOutTheValueInTheMiddle)
{
    const Interval odd = quartiles({1, 2, 3, 4, 5});

    EXPECT_EQ(odd.low, 1.5);
    EXPECT_EQ(odd.high, 4.5);
}

TEST(MedianInterval, NeedsSixValuesAndThenGoesFromEndToEnd)
{
    EXPECT_FALSE(medianInterval({}));
    EXPECT_FALSE(medianInterval({1, 2, 3, 4, 5}));
    const auto six = medianInterval({6, 5, 4, 3, 2, 1});
    ASSERT_TRUE(six);
    EXPECT_EQ(six->low, 1);
    EXPECT_EQ(six->high, 6);
}

TEST(MedianInterval, HasTheRanksOfTheTables)
{
    // Conover 1999, table A3 with p = 1/2: n and the rank of the lower end at 95 %.
    for (const auto& [n, rank] : {std::pair{8, 1}, {9, 2}, {12, 3}, {20, 6}, {50, 18}, {100, 40}}) {
        std::vector<double> values;
        for (int i = 1; i <= n; ++i) {
            values.push_back(i);
        }
        const auto interval = medianInterval(values);
        ASSERT_TRUE(interval) << n;
        EXPECT_EQ(interval->low, rank) << n;
        EXPECT_EQ(interval->high, n + 1 - rank) << n;
    }
}

TEST(MedianInterval, HoldsForTenThousandValues)
{
    std::vector<double> values(10'000, 1.0);
    const auto interval = medianInterval(std::move(values));

    ASSERT_TRUE(interval);
    EXPECT_EQ(interval->low, 1.0);
}

TEST(ShareInterval, IsWilsons)
{
    const Interval none = shareInterval(0, 10);
    const Interval half = shareInterval(5, 10);

    EXPECT_NEAR(none.low, 0.0, 1e-9);
    EXPECT_NEAR(none.high, 0.2775, 1e-4);
    EXPECT_NEAR(half.low, 0.2366, 1e-4);
    EXPECT_NEAR(half.high, 0.7634, 1e-4);
}

/// Each spasm begins a week after the last one, at 08:00 on a Monday.
class InsightDiary : public testing::Test {
protected:
    void spasm(int pain, std::vector<std::string> triggers = {"twisting"})
    {
        Details details = tests::regions({{"lower_back", Side::Both}});
        details.triggers = std::move(triggers);
        static_cast<void>(done(diary.journal().logSpasm(tests::spasm(pain, {}, details))));
        diary.clock.pass(2h);
        static_cast<void>(done(diary.journal().addReading(tests::reading(pain / 2))));
        diary.clock.pass(4h);
        diary.end();
        diary.clock.pass(162h);
    }
    void spasms(int count)
    {
        for (int i = 0; i < count; ++i) {
            spasm(6 + i % 2);
        }
    }
    Insights insights(const Period& period = {})
    {
        return insightsOf(diary.engine.chronicle(), period);
    }

    tests::Diary diary;
};

TEST_F(InsightDiary, AreSilentOnAnEmptyDiary)
{
    const Insights none = insights();

    EXPECT_EQ(none.episodes, 0);
    EXPECT_FALSE(none.hours.isShown());
    EXPECT_FALSE(none.places.isShown());
    EXPECT_FALSE(none.course.lengths);
    EXPECT_FALSE(none.course.toHalf);
    EXPECT_TRUE(none.helped.empty());
    EXPECT_FALSE(none.triggers.isShown());
    EXPECT_FALSE(none.twoHours.minutes);
    EXPECT_EQ(none.comparisons(), 0);
}

TEST_F(InsightDiary, SpeakFromTheirMinimumOn)
{
    spasms(7);
    EXPECT_FALSE(insights().hours.isShown());
    EXPECT_EQ(insights().hours.n, 7);
    spasms(1);

    const Insights all = insights();

    EXPECT_TRUE(all.hours.isShown());
    EXPECT_EQ(all.hours.counts[0][8], 8); // Monday, 08:00
    EXPECT_TRUE(all.triggers.isShown());
    EXPECT_EQ(all.triggers.rows.front().id, "twisting");
    EXPECT_EQ(all.triggers.rows.front().share, 1.0);
    EXPECT_EQ(all.comparisons(), 1);
}

TEST_F(InsightDiary, CountBothSidesOnEachSide)
{
    spasms(3);

    const PlaceCounts places = insights().places;

    ASSERT_EQ(places.rows.size(), 2U);
    EXPECT_EQ(places.rows[0].place, (Place{"lower_back", Side::Left}));
    EXPECT_EQ(places.rows[1].place, (Place{"lower_back", Side::Right}));
    EXPECT_EQ(places.rows[0].episodes, 3);
    EXPECT_EQ(places.rows[0].medianWorst, 6);
}

TEST_F(InsightDiary, TellHowASpasmGoes)
{
    spasms(5);

    const TypicalCourse course = insights().course;

    ASSERT_TRUE(course.lengths);
    EXPECT_EQ(course.lengths->median, TypicalCourse::Length{6h});
    EXPECT_EQ(course.halving, 5);
    EXPECT_EQ(course.reached, 5);
    EXPECT_EQ(course.toHalf, TypicalCourse::Length{2h});
}

TEST_F(InsightDiary, DoNotSayWhenHalfThePainIsReachedWhereMostNeverCameToIt)
{
    spasms(3);
    for (int i = 0; i < 4; ++i) {
        diary.log(8);
        diary.clock.pass(1h);
        static_cast<void>(done(diary.journal().addReading(tests::reading(5))));
        diary.end();
        diary.clock.pass(168h);
    }

    const TypicalCourse course = insights().course;

    EXPECT_EQ(course.halving, 7);
    EXPECT_EQ(course.reached, 3);
    EXPECT_FALSE(course.toHalf);
}

TEST_F(InsightDiary, SetPainBeforeAgainstPainAfter)
{
    for (int i = 0; i < 6; ++i) {
        diary.log(7);
        Relief relief;
        relief.method = "walk";
        relief.effect = Effect::Better;
        static_cast<void>(done(diary.journal().tell(relief, {})));
        diary.clock.pass(1h);
        static_cast<void>(done(diary.journal().addReading(tests::reading(4))));
        diary.end();
        diary.clock.pass(168h);
    }

    const auto helped = insights().helped;

    ASSERT_EQ(helped.size(), 1U);
    EXPECT_EQ(helped[0].kind, UseKind::Tried);
    EXPECT_EQ(helped[0].id, "walk");
    EXPECT_EQ(helped[0].n, 6);
    EXPECT_EQ(helped[0].better, 6);
    ASSERT_TRUE(helped[0].pain);
    EXPECT_EQ(helped[0].pain->change, -3);
    EXPECT_EQ(helped[0].pain->interval.low, -3);
    EXPECT_EQ(helped[0].pain->noticed, Noticed::Better);
}

TEST_F(InsightDiary, KeepToThePeriod)
{
    const UtcTime begin = diary.engine.now().wall.utc;
    spasms(8);

    EXPECT_EQ(insights({begin + 1ms, std::nullopt}).episodes, 7);
    EXPECT_EQ(insights({begin, begin + 168h}).episodes, 1);
    EXPECT_EQ(insights({begin + 168h, begin}).episodes, 0);
}

TEST_F(InsightDiary, LeaveOutWhatWasDeleted)
{
    spasms(8);
    const auto first = diary.engine.chronicle().episodes.front().id;
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, first)));

    EXPECT_EQ(insights().episodes, 7);
    EXPECT_EQ(diary.engine.chronicle().readings.size(), 14U);
}

// Sitting, on values: what the seat clock writes is tested elsewhere.
class SittingBeforeSpasms : public testing::Test {
protected:
    /// Nine to eleven each day from `first` on: `minutes` of it seated, the rest away.
    void sit(int first, int days, int minutes)
    {
        for (int day = first; day < first + days; ++day) {
            const Moment begin = start + std::chrono::days{day};
            const UtcTime change = begin.utc + std::chrono::minutes{minutes};
            chronicle.sitting.push_back({begin, change, Posture::Seated});
            chronicle.sitting.push_back({{change, begin.offset}, begin.utc + 2h, Posture::Away});
        }
    }
    /// At eleven, over at once.
    void spasm(int day)
    {
        const Moment onset = start + (std::chrono::days{day} + 2h);
        chronicle.episodes.push_back({{}, onset, onset.utc + 1h, 5, {}, {}});
    }

    Chronicle chronicle;
    Moment start = tests::at("2026-01-05T09:00:00+01:00");
};

TEST_F(SittingBeforeSpasms, AreSetAgainstTheSameHoursOfOtherWeeks)
{
    for (int week = 0; week < 16; ++week) {
        sit(week * 7, 1, week % 2 == 0 ? 100 : 40);
        if (week % 2 == 0) {
            spasm(week * 7);
        }
    }

    const SittingBefore before = sittingTwoHoursBefore(chronicle, {});

    EXPECT_EQ(before.episodes, 8);
    EXPECT_EQ(before.otherDays, 8);
    ASSERT_TRUE(before.minutes);
    EXPECT_EQ(before.minutes->own, 100);
    EXPECT_EQ(before.minutes->other, 40);
    EXPECT_EQ(before.minutes->difference, 60);
    EXPECT_EQ(before.minutes->interval.low, 60);
}

TEST_F(SittingBeforeSpasms, NeedEnoughThatIsKnown)
{
    for (int week = 0; week < 16; ++week) {
        if (week % 2 == 0) {
            spasm(week * 7);
        }
    }
    EXPECT_EQ(sittingTwoHoursBefore(chronicle, {}).episodes, 0);

    sit(0, 112, 30);
    EXPECT_TRUE(sittingTwoHoursBefore(chronicle, {}).minutes);
    EXPECT_FALSE(sittingDayBefore(chronicle, {}).minutes); // two hours of a day are not four
}

TEST_F(SittingBeforeSpasms, DoNotCountDaysOnWhichASpasmWasGoingOn)
{
    sit(0, 112, 60);
    for (int week = 0; week < 16; week += 2) {
        spasm(week * 7);
    }
    chronicle.episodes.front().end.reset(); // open since the first day

    EXPECT_EQ(sittingTwoHoursBefore(chronicle, {}).episodes, 0);
}

TEST_F(SittingBeforeSpasms, CountOverlappingSpansOnce)
{
    for (int week = 0; week < 16; ++week) {
        sit(week * 7, 1, 90);
        sit(week * 7, 1, 90); // after an import
        if (week % 2 == 0) {
            spasm(week * 7);
        }
    }
    std::stable_sort(chronicle.sitting.begin(), chronicle.sitting.end(),
                     [](const auto& a, const auto& b) { return a.begin.utc < b.begin.utc; });

    const auto before = sittingTwoHoursBefore(chronicle, {});

    ASSERT_TRUE(before.minutes);
    EXPECT_EQ(before.minutes->own, 90);
}

} // namespace
} // namespace unclench
