// SPDX-License-Identifier: GPL-3.0-or-later
// What was deleted long ago is erased: only that it was stays.
#include "core/store/upkeep_tasks.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::deletedRows;
using tests::Diary;
using tests::done;
using tests::liveRows;
using tests::refusalOf;

void erase(Diary& diary)
{
    const UtcTime now = diary.clock.now().wall.utc;
    Transaction transaction{*diary.database};
    ChangeStore{*diary.database}.eraseDeleted(now - kRestorable, now);
    transaction.commit();
}

bool isErased(Diary& diary, const Uuid& id)
{
    return diary.database->number("SELECT count(*) FROM erased WHERE id = ?", id.text()) == 1;
}

/// A deleted episode with a report, a corrected reading, a symptom and an intake.
SpasmSaved deletedEpisode(Diary& diary)
{
    const auto spasm = done(
        diary.journal().logSpasm(tests::spasm(7, {}, tests::regions({{"hip", std::nullopt}}))));
    Reading reading = diary.course(spasm.episode).readings.front();
    reading.pain = 6;
    static_cast<void>(done(diary.journal().correct(reading)));
    static_cast<void>(done(diary.journal().tell(tests::symptom("fever"), std::nullopt)));
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, spasm.episode)));
    return spasm;
}

TEST(Erasing, HappensThirtyDaysAfterTheDeletion)
{
    Diary diary;
    const auto spasm = deletedEpisode(diary);

    diary.clock.pass(days{30});
    erase(diary);

    EXPECT_THAT(deletedRows(*diary.database), IsEmpty());
    EXPECT_TRUE(isErased(diary, spasm.episode));
    EXPECT_TRUE(isErased(diary, spasm.id));
    EXPECT_EQ(diary.database->number("SELECT count(*) FROM change_log WHERE kind <> 'alert'"), 0);
    EXPECT_EQ(refusalOf(diary.journal().restore(RecordKind::Episode, spasm.episode)),
              ProblemKind::NotThere);
}

TEST(Erasing, DoesNotHappenAMillisecondSooner)
{
    Diary diary;
    const auto spasm = deletedEpisode(diary);
    const auto before = deletedRows(*diary.database);

    diary.clock.pass(days{30} - 1ms);
    erase(diary);

    EXPECT_EQ(deletedRows(*diary.database), before);
    EXPECT_FALSE(isErased(diary, spasm.episode));
    EXPECT_GT(tests::loggedChangesOf(*diary.database, spasm.id), 0);
    EXPECT_EQ(done(diary.journal().restore(RecordKind::Episode, spasm.episode)).id, spasm.episode);
}

TEST(Erasing, KeepsKindAndTimes)
{
    Diary diary;
    const UtcTime created = diary.clock.now().wall.utc;
    const auto spasm = diary.log(5);
    diary.clock.pass(1h);
    static_cast<void>(done(diary.journal().remove(RecordKind::Reading, spasm.id)));
    diary.clock.pass(days{31});

    erase(diary);

    const auto ms = [](UtcTime time) { return std::int64_t{time.time_since_epoch().count()}; };
    EXPECT_EQ(diary.database->number("SELECT count(*) FROM erased WHERE id = ? AND kind = 'reading'"
                                     " AND created_utc_ms = ? AND deleted_utc_ms = ?"
                                     " AND erased_utc_ms = ?",
                                     spasm.id.text(), ms(created), ms(created + 1h),
                                     ms(diary.clock.now().wall.utc)),
              1);
}

TEST(Erasing, LeavesWhatLivesAlone)
{
    Diary diary;
    deletedEpisode(diary);
    diary.clock.pass(1h);
    const auto spasm = diary.log(3);
    static_cast<void>(done(diary.journal().addReading(tests::reading(4))));
    static_cast<void>(done(diary.journal().remove(RecordKind::Reading, spasm.id)));
    const auto before = liveRows(*diary.database);
    diary.clock.pass(days{31});

    erase(diary);
    erase(diary);

    EXPECT_EQ(liveRows(*diary.database), before);
    EXPECT_THAT(deletedRows(*diary.database), IsEmpty());
    EXPECT_TRUE(isErased(diary, spasm.id));
}

TEST(Erasing, KeepsAMedicineThatAnIntakeNames)
{
    Diary diary;
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    const Uuid medicine = diary.engine.diary().medicines().front().stamp.id;
    static_cast<void>(done(diary.journal().remove(RecordKind::Medicine, medicine)));
    diary.clock.pass(days{31});

    erase(diary);

    EXPECT_FALSE(isErased(diary, medicine));
    EXPECT_THAT(deletedRows(*diary.database), SizeIs(1));
}

TEST(Erasing, TakesWhatWasPreparedForTheDoctorToo)
{
    Diary diary;
    Visit visit;
    visit.at = diary.clock.now().wall;
    const Uuid visited = done(diary.journal().keepVisit(visit)).id;
    BackgroundEntry allergy;
    allergy.topic = BackgroundTopic::Allergies;
    allergy.text = "Penicillin";
    const Uuid told = done(diary.journal().tell(allergy, std::nullopt)).id;
    static_cast<void>(done(diary.journal().remove(RecordKind::Visit, visited)));
    static_cast<void>(done(diary.journal().remove(RecordKind::Background, told)));
    diary.clock.pass(days{30});

    erase(diary);

    EXPECT_THAT(deletedRows(*diary.database), IsEmpty());
    EXPECT_TRUE(isErased(diary, visited));
    EXPECT_TRUE(isErased(diary, told));
    EXPECT_EQ(tests::loggedChangesOf(*diary.database, visited), 0);
}

TEST(Erasing, LeavesNoWordOfANoteInTheFile)
{
    const tests::TempFolder folder;
    Diary diary;
    {
        const auto file = Database::open(folder.path(), {});
        Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};
        SpasmDraft draft = tests::spasm(5);
        draft.note = "unmistakable words";
        const auto spasm = done(engine.journal().logSpasm(draft));
        static_cast<void>(done(engine.journal().remove(RecordKind::Episode, spasm.episode)));
        diary.clock.pass(days{30});
        doDailyTasks(*file, diary.clock.now().wall);
    }

    EXPECT_THAT(tests::bytesOf(folder / kDatabaseName),
                Not(testing::HasSubstr("unmistakable words")));
}

} // namespace
} // namespace unclench
