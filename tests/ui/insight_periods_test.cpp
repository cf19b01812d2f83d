// SPDX-License-Identifier: GPL-3.0-or-later
// The period of the insights, and what is counted anew when.
#include "tests/support/diary.h"
#include "tests/support/test_clock.h"
#include "ui/insights_bridge.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;

TEST(InsightPeriods, BeginAndEndAtMidnight)
{
    Chronicle chronicle;
    chronicle.now = tests::at("2026-03-02T00:30:00+01:00");
    const auto day = [](const char* iso) { return tests::at(iso).localDay(); };
    const auto utc = [](const char* iso) { return tests::at(iso).utc; };
    using Span = InsightPeriod::Span;

    EXPECT_FALSE(toPeriod({}, chronicle).begin);
    EXPECT_EQ(toPeriod({Span::LastYear, {}, {}}, chronicle).begin,
              utc("2025-03-03T00:00:00+01:00"));
    EXPECT_EQ(toPeriod({Span::Last90Days, {}, {}}, chronicle).begin,
              utc("2025-12-03T00:00:00+01:00"));
    EXPECT_FALSE(toPeriod({Span::Last90Days, {}, {}}, chronicle).end);
    const Period own =
        toPeriod({Span::FromTo, day("2026-02-01T00:00:00+00:00"), day("2026-02-03T00:00:00+00:00")},
                 chronicle);
    EXPECT_EQ(own.begin, utc("2026-02-01T00:00:00+01:00"));
    EXPECT_EQ(own.end, utc("2026-02-04T00:00:00+01:00"));
}

TEST(InsightPeriods, GoByTheLocalDaysThatWereThereAndThen)
{
    Chronicle chronicle;
    chronicle.now = tests::at("2026-12-02T12:00:00+01:00"); // winter
    for (const char* onset : {"2026-06-30T23:30:00+02:00", "2026-07-01T00:30:00+02:00",
                              "2026-07-01T23:30:00+02:00", "2026-07-02T00:30:00+02:00"}) {
        chronicle.episodes.push_back({{}, tests::at(onset), {}, {}, {}, {}});
    }
    const auto day = tests::at("2026-07-01T12:00:00+02:00").localDay();
    const Period period = toPeriod({InsightPeriod::Span::FromTo, day, day}, chronicle);

    EXPECT_EQ(insightsOf(chronicle, period).episodes, 2);
}

class InsightsBridges : public testing::Test {
protected:
    [[nodiscard]] InsightsView last() const { return told.last()[0].value<InsightsView>(); }

    tests::Diary diary;
    InsightsBridge bridge{
        diary.engine, [](const StorageError& error) { return QString::fromUtf8(error.what()); }};
    QSignalSpy told{&bridge, &InsightsBridge::viewChanged};
};

TEST_F(InsightsBridges, ReadNothingWhileHiddenAndThenWhatChanged)
{
    diary.log(5);
    bridge.refresh();
    EXPECT_EQ(told.count(), 0);

    bridge.setShown(true);
    ASSERT_EQ(told.count(), 1);
    EXPECT_EQ(last().insights.episodes, 1);
    EXPECT_TRUE(last().hasAny);

    bridge.setShown(false);
    bridge.setShown(true);
    EXPECT_EQ(told.count(), 2); // read anew: hidden, nothing of it stays in memory

    diary.clock.pass(1h);
    diary.end();
    EXPECT_EQ(last().insights.course.ended, 1);
}

TEST_F(InsightsBridges, CountAgainForAnotherPeriodAndAnotherDay)
{
    diary.log(5);
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(24h * 100);
    diary.log(4);
    bridge.setShown(true);
    EXPECT_EQ(last().insights.episodes, 2);

    bridge.setPeriod({InsightPeriod::Span::Last90Days, {}, {}});
    EXPECT_EQ(last().insights.episodes, 1);

    const int before = static_cast<int>(told.count());
    bridge.passTime();
    EXPECT_EQ(told.count(), before);
    diary.clock.pass(24h * 91);
    bridge.passTime();
    EXPECT_EQ(last().insights.episodes, 0);
    EXPECT_TRUE(last().hasAny);
}

TEST_F(InsightsBridges, SayThatTheOrderOfTheDaysIsWrong)
{
    diary.log(5);
    bridge.setShown(true);
    const auto today = diary.clock.now().wall.localDay();

    bridge.setPeriod({InsightPeriod::Span::FromTo, today, today - std::chrono::days{1}});

    EXPECT_TRUE(last().isDateOrderWrong);
    EXPECT_EQ(last().insights.episodes, 0);
}

} // namespace
} // namespace unclench::ui
