// SPDX-License-Identifier: GPL-3.0-or-later
// How spasms become episodes: begin, go on, end, merge.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::refusalOf;

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

TEST(Episode, TakesAReadingWhileItIsOpen)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.clock.pass(72h);

    const auto second = diary.log(5);

    EXPECT_EQ(second.outcome, SpasmOutcome::ReadingAdded);
    EXPECT_EQ(second.episode, first.episode);
    EXPECT_EQ(second.onset, first.onset);
    EXPECT_THAT(diary.course(first.episode).bouts, SizeIs(1));
}

TEST(Episode, CountsItsGapFromTheLastEndNotFromTheFirst)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.end();
    for (int i = 0; i < 4; ++i) {
        diary.clock.pass(23h);
        EXPECT_EQ(diary.log(5).episode, first.episode);
        diary.end();
    }

    EXPECT_THAT(diary.course(first.episode).bouts, SizeIs(5));
    EXPECT_EQ(diary.engine.diary().episodeCount(), 1);
}

TEST(Episode, GoesOnWhenTheOnsetLiesWithinTheDayThoughItIsToldLater)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.end();
    const Moment onset = diary.clock.now().wall + 23h;
    diary.clock.pass(48h);

    const auto second = done(diary.journal().logSpasm(tests::spasmSince(onset, 5)));

    EXPECT_EQ(second.outcome, SpasmOutcome::WentOn);
    EXPECT_EQ(second.episode, first.episode);
    EXPECT_EQ(diary.course(first.episode).bouts.back().begin, onset);
}

TEST(Episode, GoesOnFromItsEndWhenTheOnsetLiesInsideIt)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.clock.pass(4h);
    diary.end();
    const Moment end = diary.clock.now().wall;
    diary.clock.pass(1h);

    const auto second = done(diary.journal().logSpasm(tests::spasmSince(end - 1h, 5)));

    EXPECT_EQ(second.outcome, SpasmOutcome::WentOn);
    const Course course = diary.course(first.episode);
    ASSERT_THAT(course.bouts, SizeIs(2));
    EXPECT_EQ(course.bouts.back().begin, end);
    EXPECT_TRUE(course.isOpen());
}

TEST(Episode, EndsOnce)
{
    Diary diary;
    diary.log(7);
    diary.end();

    EXPECT_EQ(refusalOf(diary.journal().endEpisode(std::nullopt)), ProblemKind::NoEpisode);
}

TEST(Episode, DoesNotGoOnAfterItWasDeleted)
{
    Diary diary;
    const auto first = diary.log(7);
    diary.end();
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, first.episode)));
    diary.clock.pass(1h);

    const auto second = diary.log(5);

    EXPECT_EQ(second.outcome, SpasmOutcome::Began);
    EXPECT_NE(second.episode, first.episode);
}

} // namespace
} // namespace unclench
