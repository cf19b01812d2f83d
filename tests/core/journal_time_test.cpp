// SPDX-License-Identifier: GPL-3.0-or-later
// Telling about the past, across daylight saving, and under a clock that was set back.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using testing::IsEmpty;
using testing::SizeIs;
using tests::at;
using tests::Diary;
using tests::done;
using tests::reading;
using tests::refusalOf;
using tests::spasm;

/// An episode from 08:00 to 10:00 of the diary's first day; now is 11:00.
SpasmSaved pastEpisode(Diary& diary)
{
    const auto saved = diary.log(5);
    diary.clock.pass(2h);
    diary.end();
    diary.clock.pass(1h);
    return saved;
}

TEST(PastTime, InsideAnEpisodeThatIsOverAddsAReadingToIt)
{
    Diary diary;
    const auto episode = pastEpisode(diary);
    const Moment inside = at("2026-03-02T09:00+01:00");

    const auto saved = done(diary.journal().logSpasm(spasm(8, inside)));

    EXPECT_EQ(saved.outcome, SpasmOutcome::AddedToPast);
    EXPECT_EQ(saved.episode, episode.episode);
    EXPECT_EQ(saved.onset, at("2026-03-02T08:00+01:00"));
    const Course course = diary.course(episode.episode);
    EXPECT_FALSE(course.isOpen());
    EXPECT_EQ(course.lastPain(), 8);
    EXPECT_EQ(course.readings.back().at, inside);
}

TEST(PastTime, OnTheEdgesOfAnEpisodeStillLiesInIt)
{
    Diary diary;
    const auto episode = pastEpisode(diary);

    for (const char* edge : {"2026-03-02T08:00+01:00", "2026-03-02T10:00+01:00"}) {
        EXPECT_EQ(done(diary.journal().logSpasm(spasm(8, at(edge)))).outcome,
                  SpasmOutcome::AddedToPast)
            << edge;
    }
    EXPECT_THAT(diary.course(episode.episode).readings, SizeIs(3));
}

TEST(PastTime, OfAReadingFindsTheEpisodeThatIsOver)
{
    Diary diary;
    const auto episode = pastEpisode(diary);

    static_cast<void>(done(diary.journal().addReading(reading(2, at("2026-03-02T09:30+01:00")))));
    const auto outside = diary.journal().addReading(reading(2, at("2026-03-02T10:30+01:00")));

    EXPECT_THAT(diary.course(episode.episode).readings, SizeIs(2));
    EXPECT_EQ(refusalOf(outside), ProblemKind::NoEpisode);
}

TEST(PastTime, BetweenEpisodesBeginsItsOwn)
{
    Diary diary;
    const auto first = pastEpisode(diary);
    diary.clock.pass(days{20});
    const auto last = diary.log(5);
    diary.end();
    diary.clock.pass(1h);
    const Moment between = at("2026-03-10T12:00+01:00");

    const auto saved = done(diary.journal().logSpasm(spasm(6, between)));

    EXPECT_EQ(saved.outcome, SpasmOutcome::Began);
    EXPECT_NE(saved.episode, first.episode);
    EXPECT_NE(saved.episode, last.episode);
    EXPECT_EQ(diary.course(saved.episode).onset(), between);
}

TEST(PastTime, WithinADayAfterAnEndContinuesThatEpisode)
{
    Diary diary;
    const auto first = pastEpisode(diary);
    diary.clock.pass(days{20});

    const auto saved =
        done(diary.journal().logSpasm(spasm(6, at("2026-03-03T09:59:59.999+01:00"))));

    EXPECT_EQ(saved.outcome, SpasmOutcome::WentOn);
    EXPECT_EQ(saved.episode, first.episode);
}

TEST(PastTime, KeepsTheReadingsInTheOrderOfTheirTimes)
{
    Diary diary;
    const auto episode = diary.log(5);
    diary.clock.pass(3h);
    static_cast<void>(done(diary.journal().addReading(reading(7))));

    static_cast<void>(done(diary.journal().addReading(reading(9, at("2026-03-02T09:00+01:00")))));

    const Course course = diary.course(episode.episode);
    ASSERT_THAT(course.readings, SizeIs(3));
    EXPECT_EQ(course.readings[1].pain, 9);
    EXPECT_EQ(course.lastPain(), 7);
}

struct ClockChange {
    const char* before;
    const char* after;
};

TEST(DaylightSaving, KeepsAnHourAnHourAndBothOffsets)
{
    const ClockChange changes[] = {{"2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00"},
                                   {"2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"}};
    for (const ClockChange& change : changes) {
        Diary diary;
        diary.clock.setWall(at(change.before));
        const auto episode = diary.log(5);
        diary.clock.setWall(at(change.after));

        static_cast<void>(done(diary.journal().addReading(reading(6))));

        const auto readings = diary.course(episode.episode).readings;
        ASSERT_THAT(readings, SizeIs(2));
        EXPECT_EQ(readings[1].at.utc - readings[0].at.utc, 1h) << change.before;
        EXPECT_EQ(readings[0].at, at(change.before));
        EXPECT_EQ(readings[1].at, at(change.after));
    }
}

TEST(DaylightSaving, CountsADayAsTwentyFourHours)
{
    Diary diary;
    diary.clock.setWall(at("2026-03-28T12:00+01:00"));
    const auto first = diary.log(5);
    diary.end();
    diary.clock.setWall(at("2026-03-29T12:00+02:00")); // 23 hours later

    const auto second = diary.log(5);

    EXPECT_EQ(second.outcome, SpasmOutcome::WentOn);
    EXPECT_EQ(second.episode, first.episode);
}

TEST(ClockSetBack, SavesAReadingAtTheBeginningOfTheOpenEpisode)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    const auto episode = diary.log(5);
    diary.clock.setWall(onset - days{2});

    const auto added = done(diary.journal().addReading(reading(9)));
    const auto logged = diary.log(8);

    EXPECT_TRUE(added.isClockBehind);
    EXPECT_EQ(added.at, onset);
    EXPECT_TRUE(logged.isClockBehind);
    EXPECT_EQ(logged.outcome, SpasmOutcome::ReadingAdded);
    const Course course = diary.course(episode.episode);
    EXPECT_THAT(course.readings, SizeIs(3));
    EXPECT_EQ(course.onset(), onset);
}

TEST(ClockSetBack, StillRefusesWhatCannotBe)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    diary.log(5);
    diary.clock.setWall(onset - 1h);

    EXPECT_EQ(refusalOf(diary.journal().addReading(reading(11))), ProblemKind::OutOfRange);
    EXPECT_EQ(refusalOf(diary.journal().logSpasm(spasm(-1))), ProblemKind::OutOfRange);
    EXPECT_EQ(refusalOf(diary.journal().addReading(tests::noted("\xFF"))), ProblemKind::NotUtf8);
    EXPECT_EQ(refusalOf(diary.journal().addReading(reading(5, onset))), ProblemKind::InTheFuture);
}

TEST(ClockSetBack, EndsTheOpenEpisodeAtItsBeginning)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    const auto episode = diary.log(5);
    diary.clock.setWall(onset - 1h);

    const auto saved = diary.end();

    EXPECT_TRUE(saved.isClockBehind);
    EXPECT_EQ(diary.course(episode.episode).end(), onset);
}

TEST(ClockSetBack, TellsOfAnOpenEpisodeAtItsBeginning)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    const auto episode = diary.log(5);
    diary.clock.setWall(onset - 1h);

    const auto saved = done(diary.journal().updateEpisode(
        episode.episode, tests::regions({{"hip", std::nullopt}}), std::nullopt, std::nullopt));

    EXPECT_TRUE(saved.isClockBehind);
    EXPECT_EQ(diary.course(episode.episode).reports.front().at, onset);
}

TEST(ClockSetBack, ContinuesWhatEndedLaterThanNow)
{
    Diary diary;
    const auto first = diary.log(5);
    diary.clock.pass(2h);
    diary.end();
    const Moment end = diary.clock.now().wall;
    diary.clock.setWall(end - 5h);

    const auto second = diary.log(7);

    EXPECT_TRUE(second.isClockBehind);
    EXPECT_EQ(second.outcome, SpasmOutcome::WentOn);
    EXPECT_EQ(second.episode, first.episode);
    EXPECT_EQ(second.at, end);
    EXPECT_TRUE(diary.course(first.episode).isOpen());
}

TEST(ClockSetBack, TakesAGivenTimeAsItIs)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    const auto first = diary.log(5);
    diary.clock.pass(2h);
    diary.end();
    diary.clock.setWall(onset + 1h);

    const auto saved = done(diary.journal().logSpasm(spasm(7, onset + 30min)));

    EXPECT_FALSE(saved.isClockBehind);
    EXPECT_EQ(saved.at, onset + 30min);
    EXPECT_EQ(saved.outcome, SpasmOutcome::AddedToPast);
    EXPECT_EQ(saved.episode, first.episode);
}

TEST(ClockSetBack, MakesANewVersionNewerAllTheSame)
{
    Diary diary;
    const auto episode = diary.log(5);
    Reading before = diary.course(episode.episode).readings.front();
    diary.clock.setWall(diary.clock.now().wall - days{365});
    Reading after = before;
    after.pain = 6;

    static_cast<void>(done(diary.journal().correct(after)));

    const Reading stored = diary.course(episode.episode).readings.front();
    EXPECT_EQ(stored.pain, 6);
    EXPECT_EQ(stored.stamp.updated, before.stamp.updated + 1ms);
    EXPECT_EQ(stored.stamp.created, before.stamp.created);
}

TEST(ClockSetBack, RefusesToCorrectIntoTheFuture)
{
    Diary diary;
    const auto episode = diary.log(5);
    Reading reading = diary.course(episode.episode).readings.front();
    diary.clock.setWall(diary.clock.now().wall - 1h);
    reading.at = reading.at + 1ms;

    EXPECT_EQ(refusalOf(diary.journal().correct(reading)), ProblemKind::InTheFuture);
}

TEST(ClockSetBack, KeepsIdsInTheOrderMade)
{
    UuidSource uuids;
    const UtcTime now = at("2026-03-02T08:00+01:00").utc;

    const Uuid first = uuids.next(now);
    const Uuid second = uuids.next(now - days{1});
    const Uuid third = uuids.next(now);

    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
    EXPECT_EQ(Uuid::parse(first.text()), first);
    EXPECT_EQ(first.text()[14], '7');
}

TEST(Uuid, IsReadInItsCanonicalFormAlone)
{
    EXPECT_TRUE(Uuid::parse("01958a3e-0000-7000-8000-0123456789ab"));
    for (const char* text :
         {"", "01958a3e-0000-7000-8000-0123456789a", "01958A3E-0000-7000-8000-0123456789AB",
          "01958a3e00000-7000-8000-0123456789ab", "01958a3g-0000-7000-8000-0123456789ab",
          "{1958a3e-0000-7000-8000-0123456789a}"}) {
        EXPECT_FALSE(Uuid::parse(text)) << text;
    }
}

} // namespace
} // namespace unclench
