// SPDX-License-Identifier: GPL-3.0-or-later
// How spasms become episodes: begin, go on, end, merge (clinical document 1.4).
#include "tests/support/diary.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;
using tests::Diary;

TEST(Episode, BeginsWithOneReadingAndStaysOpen)
{
    Diary diary;

    const auto saved = diary.log(7);

    EXPECT_EQ(saved.outcome, SpasmOutcome::Began);
    const Course course = diary.course(saved.episode);
    EXPECT_TRUE(course.isOpen());
    ASSERT_THAT(course.readings, SizeIs(1));
    EXPECT_EQ(course.readings.front().pain, 7);
}

TEST(Episode, GoesOnWhenItReturnsAMillisecondBeforeADayIsOver)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.end();

    diary.clock.pass(24h - 1ms);
    const auto second = diary.log(5);

    EXPECT_EQ(second.outcome, SpasmOutcome::WentOn);
    EXPECT_EQ(second.episode, first.episode);
    EXPECT_THAT(diary.course(first.episode).bouts, SizeIs(2));
}

TEST(Episode, IsAnotherOneWhenItReturnsAfterExactlyADay)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.end();

    diary.clock.pass(24h);
    const auto second = diary.log(5);

    EXPECT_EQ(second.outcome, SpasmOutcome::Began);
    EXPECT_NE(second.episode, first.episode);
}

} // namespace
} // namespace unclench
