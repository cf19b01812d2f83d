// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting, restoring, taking back and doing again.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;
using tests::deletedRows;
using tests::Diary;
using tests::done;
using tests::liveRows;
using tests::reading;
using tests::refusalOf;
using tests::Rows;

/// An open episode with a report, two readings, a symptom and an intake.
SpasmSaved richEpisode(Diary& diary)
{
    const auto saved = done(
        diary.journal().logSpasm(tests::spasm(7, {}, tests::regions({{"hip", std::nullopt}}))));
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().addReading(reading(8))));
    static_cast<void>(done(diary.journal().tell(tests::symptom("fever"), std::nullopt)));
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    diary.clock.pass(1min);
    return saved;
}

TEST(Removing, AnEpisodeTakesItsPartsAlong)
{
    Diary diary;
    const auto episode = richEpisode(diary);

    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode.episode)));

    EXPECT_FALSE(diary.engine.diary().course(episode.episode));
    EXPECT_FALSE(diary.engine.diary().openBout());
    EXPECT_EQ(diary.engine.diary().episodeCount(), 0);
    EXPECT_THAT(diary.engine.diary().dated<Symptom>({}), IsEmpty());
    EXPECT_THAT(diary.engine.diary().dated<Intake>({}), IsEmpty());
    EXPECT_THAT(diary.engine.diary().medicines(), SizeIs(1));
}

TEST(Restoring, AnEpisodeBringsItsPartsBackAsTheyWere)
{
    Diary diary;
    const auto episode = richEpisode(diary);
    const Rows before = liveRows(*diary.database);
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode.episode)));
    diary.clock.pass(std::chrono::days{29});

    static_cast<void>(done(diary.journal().restore(RecordKind::Episode, episode.episode)));

    EXPECT_EQ(liveRows(*diary.database), before);
    EXPECT_THAT(deletedRows(*diary.database), IsEmpty());
}

TEST(Restoring, LeavesDeletedWhatHadBeenDeletedAloneBefore)
{
    Diary diary;
    const auto episode = richEpisode(diary);
    const Uuid alone = diary.course(episode.episode).readings.back().stamp.id;
    static_cast<void>(done(diary.journal().remove(RecordKind::Reading, alone)));
    const Rows before = liveRows(*diary.database);
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode.episode)));
    diary.clock.pass(1min);

    static_cast<void>(done(diary.journal().restore(RecordKind::Episode, episode.episode)));

    EXPECT_EQ(liveRows(*diary.database), before);
    EXPECT_THAT(deletedRows(*diary.database), SizeIs(1));
}

TEST(Removing, IsRefusedForWhatIsDeletedAlready)
{
    Diary diary;
    const auto episode = diary.log(5);
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode.episode)));

    EXPECT_EQ(refusalOf(diary.journal().remove(RecordKind::Episode, episode.episode)),
              ProblemKind::NotThere);
}

TEST(Removing, LeavesTheOldContentInTheChangeLog)
{
    Diary diary;
    const auto spasm = diary.log(5);

    static_cast<void>(done(diary.journal().remove(RecordKind::Reading, spasm.id)));

    EXPECT_EQ(tests::loggedChangesOf(*diary.database, spasm.id), 1);
}

TEST(Correcting, IsRefusedForWhatIsDeleted)
{
    Diary diary;
    const auto spasm = diary.log(5);
    const Reading before = diary.course(spasm.episode).readings.front();
    static_cast<void>(done(diary.journal().remove(RecordKind::Reading, spasm.id)));

    EXPECT_EQ(refusalOf(diary.journal().correct(before)), ProblemKind::NotThere);
}

TEST(TakingBack, ASpasmLeavesNothingAlive)
{
    Diary diary;
    const auto spasm = done(
        diary.journal().logSpasm(tests::spasm(7, {}, tests::regions({{"hip", std::nullopt}}))));

    static_cast<void>(done(diary.journal().revert(spasm.undo)));

    EXPECT_THAT(liveRows(*diary.database), IsEmpty());
}

TEST(TakingBack, CanItselfBeTakenBackAgainAndAgain)
{
    Diary diary;
    const auto spasm = diary.log(7);
    const Rows with = liveRows(*diary.database);
    Undo next = spasm.undo;

    for (int i = 0; i < 3; ++i) {
        next = done(diary.journal().revert(next)).undo;
        EXPECT_THAT(liveRows(*diary.database), IsEmpty());
        next = done(diary.journal().revert(next)).undo;
        EXPECT_EQ(liveRows(*diary.database), with);
    }
}

TEST(TakingBack, GoesOnFromCommandToCommand)
{
    Diary diary;
    const auto spasm = diary.log(7);
    Reading record = diary.course(spasm.episode).readings.front();
    record.pain = 2;
    const auto corrected = done(diary.journal().correct(record));
    const auto end = diary.end();

    for (const Undo& undo : {end.undo, corrected.undo, spasm.undo}) {
        diary.clock.pass(1min);
        static_cast<void>(done(diary.journal().revert(undo)));
    }

    EXPECT_THAT(liveRows(*diary.database), IsEmpty());
}

TEST(TakingBack, AnEndOpensTheEpisodeAgain)
{
    Diary diary;
    const auto spasm = diary.log(7);
    diary.clock.pass(1h);
    const auto end = diary.end();

    static_cast<void>(done(diary.journal().revert(end.undo)));

    EXPECT_TRUE(diary.course(spasm.episode).isOpen());
}

TEST(TakingBack, ACorrectionBringsTheOldValueBack)
{
    Diary diary;
    const auto spasm = diary.log(7);
    Reading record = diary.course(spasm.episode).readings.front();
    record.pain = 2;
    const auto corrected = done(diary.journal().correct(record));

    static_cast<void>(done(diary.journal().revert(corrected.undo)));

    EXPECT_EQ(diary.course(spasm.episode).lastPain(), 7);
}

TEST(TakingBack, ARemovalRestoresAllThatItHid)
{
    Diary diary;
    const auto episode = richEpisode(diary);
    const Rows before = liveRows(*diary.database);
    const auto removed = done(diary.journal().remove(RecordKind::Episode, episode.episode));

    static_cast<void>(done(diary.journal().revert(removed.undo)));

    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(TakingBack, AnIntakeTakesTheMedicineThatItListedAlong)
{
    Diary diary;
    const auto taken = done(diary.journal().took(tests::intake("Ibuprofen")));

    static_cast<void>(done(diary.journal().revert(taken.undo)));

    EXPECT_THAT(diary.engine.diary().medicines(), IsEmpty());
}

TEST(TakingBack, IsRefusedAfterARecordWasChangedSince)
{
    Diary diary;
    const auto spasm = diary.log(7);
    Reading record = diary.course(spasm.episode).readings.front();
    record.pain = 2;
    static_cast<void>(done(diary.journal().correct(record)));
    const Rows before = liveRows(*diary.database);

    const auto result = diary.journal().revert(spasm.undo);

    EXPECT_EQ(refusalOf(result), ProblemKind::ChangedSince);
    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(TakingBack, IsRefusedWhereItWouldHideWhatAnotherCommandAdded)
{
    Diary diary;
    const auto spasm = diary.log(7);
    static_cast<void>(done(diary.journal().addReading(reading(5))));
    const Rows before = liveRows(*diary.database);

    const auto result = diary.journal().revert(spasm.undo);

    EXPECT_EQ(refusalOf(result), ProblemKind::ChangedSince);
    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(TakingBack, IsRefusedForAMedicineThatWasTakenAgain)
{
    Diary diary;
    const auto first = done(diary.journal().took(tests::intake("Ibuprofen")));
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));

    EXPECT_EQ(refusalOf(diary.journal().revert(first.undo)), ProblemKind::ChangedSince);
    EXPECT_THAT(diary.engine.diary().dated<Intake>({}), SizeIs(2));
}

TEST(TakingBack, OfAnEndIsRefusedWhileAnotherSpasmIsOpen)
{
    Diary diary;
    diary.log(7);
    diary.clock.pass(1h);
    const auto end = diary.end();
    diary.clock.pass(48h);
    diary.log(5);

    EXPECT_EQ(refusalOf(diary.journal().revert(end.undo)), ProblemKind::EpisodeOpen);
    EXPECT_EQ(diary.engine.diary().openBoutCount(), 1);
}

TEST(Restoring, AnOpenSpasmIsRefusedWhileAnotherIsOpen)
{
    Diary diary;
    const auto first = diary.log(7);
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, first.episode)));
    diary.log(5);

    EXPECT_EQ(refusalOf(diary.journal().restore(RecordKind::Episode, first.episode)),
              ProblemKind::EpisodeOpen);
}

TEST(Restoring, APartWithoutItsEpisodeIsRefused)
{
    Diary diary;
    const auto spasm = diary.log(7);
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, spasm.episode)));

    EXPECT_EQ(refusalOf(diary.journal().restore(RecordKind::Reading, spasm.id)),
              ProblemKind::NotThere);
}

TEST(Removing, TheOnlyBoutTakesTheEpisodeAlong)
{
    Diary diary;
    const auto spasm = diary.log(7);
    const Uuid bout = diary.course(spasm.episode).bouts.front().stamp.id;

    static_cast<void>(done(diary.journal().remove(RecordKind::Bout, bout)));

    EXPECT_TRUE(liveRows(*diary.database).empty());
}

TEST(Correcting, ABoutIntoAnotherOfItsEpisodeIsRefused)
{
    Diary diary;
    const auto spasm = diary.log(7);
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(1h);
    diary.log(5);
    Bout second = diary.course(spasm.episode).bouts.back();
    second.begin = second.begin - 90min;

    EXPECT_EQ(refusalOf(diary.journal().correct(second)), ProblemKind::BoutsOverlap);
}

TEST(Correcting, AReadingToBeforeTheOnsetIsRefused)
{
    Diary diary;
    const auto spasm = diary.log(7);
    Reading reading = diary.course(spasm.episode).readings.front();
    reading.at = reading.at - 1min;

    EXPECT_EQ(refusalOf(diary.journal().correct(reading)), ProblemKind::BeforeOnset);
}

TEST(TakingBack, IsRefusedTwice)
{
    Diary diary;
    const auto spasm = diary.log(7);
    static_cast<void>(done(diary.journal().revert(spasm.undo)));

    EXPECT_EQ(refusalOf(diary.journal().revert(spasm.undo)), ProblemKind::ChangedSince);
}

TEST(TakingBack, SayingNothingNewChangesNothing)
{
    Diary diary;
    static_cast<void>(done(diary.journal().painFreeDay(std::nullopt)));
    const auto again = done(diary.journal().painFreeDay(std::nullopt));
    const Rows before = liveRows(*diary.database);

    static_cast<void>(done(diary.journal().revert(again.undo)));

    EXPECT_EQ(liveRows(*diary.database), before);
}

} // namespace
} // namespace unclench
