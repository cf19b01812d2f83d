// SPDX-License-Identifier: GPL-3.0-or-later
// Several records corrected or restored in one step: all of them or none.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::liveRows;
using tests::refusalOf;
using tests::Rows;

/// Episodes that are over, a week apart.
std::vector<Uuid> episodes(Diary& diary, int count)
{
    std::vector<Uuid> ids;
    for (int i = 0; i < count; ++i) {
        ids.push_back(diary.log(i).episode);
        diary.clock.pass(1h);
        static_cast<void>(diary.end());
        diary.clock.pass(168h);
    }
    return ids;
}

TEST(RestoringSeveral, IsOneStepThatCanBeTakenBack)
{
    Diary diary;
    const auto ids = episodes(diary, 3);
    const Rows before = liveRows(*diary.database);
    static_cast<void>(done(diary.journal().removeAll(ids)));
    diary.clock.pass(1min);

    const Saved restored = done(diary.journal().restoreAll(ids));
    EXPECT_EQ(liveRows(*diary.database), before);

    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().revert(restored.undo)));
    EXPECT_THAT(liveRows(*diary.database), IsEmpty());
}

TEST(RestoringSeveral, PassesOverWhatIsBackAndRefusesWhereNothingIsLeft)
{
    Diary diary;
    const auto ids = episodes(diary, 2);
    static_cast<void>(done(diary.journal().removeAll(ids)));
    static_cast<void>(done(diary.journal().restore(RecordKind::Episode, ids.front())));

    static_cast<void>(done(diary.journal().restoreAll(ids)));

    EXPECT_EQ(diary.engine.diary().episodeCount(), 2);
    EXPECT_EQ(refusalOf(diary.journal().restoreAll(ids)), ProblemKind::NotThere);
}

TEST(RestoringSeveral, RestoresNoneWhereTwoWouldBeOpen)
{
    Diary diary;
    const auto over = episodes(diary, 1);
    const Uuid open = diary.log(7).episode;
    static_cast<void>(done(diary.journal().removeAll({over.front(), open})));
    diary.clock.pass(48h);
    diary.log(3);
    const Rows before = liveRows(*diary.database);

    EXPECT_EQ(refusalOf(diary.journal().restoreAll({over.front(), open})),
              ProblemKind::EpisodeOpen);
    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(CorrectingSeveral, IsOneStepThatCanBeTakenBack)
{
    Diary diary;
    const Uuid episode = diary.log(7).episode;
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().addReading(tests::reading(5))));
    const Rows before = liveRows(*diary.database);
    std::vector<AnyRecord> wrong;
    for (Reading reading : diary.course(episode).readings) {
        reading.pain = 2;
        wrong.emplace_back(reading);
    }

    const Saved corrected = done(diary.journal().correctAll(wrong));
    for (const Reading& reading : diary.course(episode).readings) {
        EXPECT_EQ(reading.pain, 2);
    }
    static_cast<void>(done(diary.journal().revert(corrected.undo)));
    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(CorrectingSeveral, CorrectsNoneWhereOneIsRefused)
{
    Diary diary;
    const Uuid episode = diary.log(7).episode;
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().addReading(tests::reading(5))));
    const Rows before = liveRows(*diary.database);
    auto readings = diary.course(episode).readings;
    readings[0].pain = 2;
    readings[1].pain = 11;

    EXPECT_EQ(refusalOf(diary.journal().correctAll({readings.begin(), readings.end()})),
              ProblemKind::OutOfRange);
    EXPECT_EQ(liveRows(*diary.database), before);
    EXPECT_EQ(refusalOf(diary.journal().correctAll({})), ProblemKind::NotThere);
}

TEST(CorrectingSeveral, RemovesWhatNeverWasUnlessItChangedSince)
{
    Diary diary;
    const Uuid episode = diary.log(7).episode;
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().addReading(tests::reading(5))));
    Reading never = diary.course(episode).readings.back();
    never.stamp.deleted = never.stamp.updated;
    Reading changed = diary.course(episode).readings.back();
    changed.pain = 4;
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().correct(changed)));

    EXPECT_EQ(refusalOf(diary.journal().correctAll({never})), ProblemKind::ChangedSince);
    never.stamp.updated = diary.course(episode).readings.back().stamp.updated;
    static_cast<void>(done(diary.journal().correctAll({never})));
    EXPECT_THAT(diary.course(episode).readings, SizeIs(1));
    EXPECT_THAT(tests::deletedRows(*diary.database), SizeIs(1));
}

TEST(Correcting, AReadingIsNotMovedOutOfItsEpisode)
{
    Diary diary;
    const Uuid episode = episodes(diary, 1).front();
    const Course course = diary.course(episode);
    Reading reading = course.readings.front();

    reading.at = *course.end() + 1min;
    EXPECT_EQ(refusalOf(diary.journal().correct(reading)), ProblemKind::AfterEnd);
    reading.at = course.onset() - 1min;
    EXPECT_EQ(refusalOf(diary.journal().correct(reading)), ProblemKind::BeforeOnset);
    reading.at = course.onset() + 20min;
    static_cast<void>(done(diary.journal().correct(reading)));
    EXPECT_EQ(diary.course(episode).readings.front().at, course.onset() + 20min);
}

TEST(Correcting, AReadingThatLiesAfterTheEndCanStillBeChangedOtherwise)
{
    Diary diary;
    const Uuid episode = diary.log(7).episode;
    diary.clock.pass(1h);
    static_cast<void>(done(diary.journal().addReading(tests::reading(5))));
    const Moment earlier = diary.clock.now().wall - 30min;
    static_cast<void>(done(diary.journal().endEpisode(earlier)));
    Reading reading = diary.course(episode).readings.back();

    reading.pain = 4;
    static_cast<void>(done(diary.journal().correct(reading)));

    EXPECT_EQ(diary.course(episode).readings.back().pain, 4);
}

TEST(Correcting, AMedicineDoesNotTakeTheNameOfAnother)
{
    Diary diary;
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    static_cast<void>(done(diary.journal().took(tests::intake("Blue pill"))));
    auto medicine = diary.engine.diary().medicineNamed("Blue pill");
    ASSERT_TRUE(medicine);

    medicine->name = "IBUPROFEN";
    EXPECT_EQ(refusalOf(diary.journal().correct(*medicine)), ProblemKind::NameTaken);
    medicine->name = "blue PILL";
    static_cast<void>(done(diary.journal().correct(*medicine)));
    EXPECT_EQ(diary.engine.diary().medicineNamed("blue pill")->name, "blue PILL");
}

} // namespace
} // namespace unclench
