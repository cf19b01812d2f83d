// SPDX-License-Identifier: GPL-3.0-or-later
// A command is one transaction, and is told only after it was committed.
#include "core/engine/unit_of_work.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;
using tests::Diary;
using tests::done;

UnitOfWork workOn(Diary& diary)
{
    return {*diary.database, diary.engine.events(), diary.uuids, diary.clock.now()};
}

TEST(UnitOfWork, KeepsNothingWithoutACommit)
{
    Diary diary;
    int published = 0;
    const Subscription listening =
        diary.engine.events().subscribe([&](const Event&) { ++published; });

    {
        UnitOfWork work = workOn(diary);
        work.create(Episode{});
    }

    EXPECT_THAT(tests::liveRows(*diary.database), IsEmpty());
    EXPECT_EQ(published, 0);
}

TEST(UnitOfWork, StampsWhatItCreates)
{
    Diary diary;
    UnitOfWork work = workOn(diary);

    const Uuid id = work.create(Episode{});

    const auto stored = work.find(RecordKind::Episode, id);
    ASSERT_TRUE(stored);
    const Stamp& stamp = stampOf(*stored);
    EXPECT_EQ(stamp.id, id);
    EXPECT_EQ(stamp.created, diary.clock.now().wall.utc);
    EXPECT_EQ(stamp.updated, diary.clock.now().wall.utc);
    EXPECT_EQ(stamp.machine, diary.database->machine());
    EXPECT_FALSE(stamp.isDeleted());
}

TEST(UnitOfWork, ReplacesOnlyWhatIsThere)
{
    Diary diary;
    UnitOfWork work = workOn(diary);
    Episode unknown;
    unknown.stamp.id = diary.uuids.next(diary.clock.now().wall.utc);

    EXPECT_FALSE(work.replace(unknown));
    EXPECT_THAT(work.commit().edits, IsEmpty());
}

TEST(UnitOfWork, GrowsUpdatedWithEveryEditOfOneMoment)
{
    Diary diary;
    UnitOfWork work = workOn(diary);
    const Uuid id = work.create(SettingRow{{}, "pace", "default"});
    const UtcTime now = diary.clock.now().wall.utc;

    for (int i = 1; i <= 3; ++i) {
        ASSERT_TRUE(work.replace(*work.find(RecordKind::Setting, id)));
        EXPECT_EQ(stampOf(*work.find(RecordKind::Setting, id)).updated,
                  now + std::chrono::milliseconds{i});
    }
    EXPECT_THAT(work.commit().edits, SizeIs(4));
}

TEST(UnitOfWork, PublishesOnceAfterTheCommitInTheOrderWritten)
{
    const tests::TempFolder folder;
    const auto file = Database::open(folder.path(), {});
    const auto other = Database::open(folder.path(), {});
    Diary diary;
    Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};
    std::vector<RecordsSaved> published;
    std::int64_t seenByOthers = -1;
    const Subscription listening = engine.events().subscribe([&](const Event& event) {
        published.push_back(std::get<RecordsSaved>(event));
        seenByOthers = other->number("SELECT count(*) FROM reading");
    });

    const auto saved = done(engine.journal().logSpasm(tests::spasm(5)));

    EXPECT_EQ(seenByOthers, 1);
    ASSERT_THAT(published, SizeIs(1));
    ASSERT_THAT(published.front().records, SizeIs(3));
    EXPECT_THAT(published.front().records[0], Pair(RecordKind::Episode, saved.episode));
    EXPECT_EQ(published.front().records[1].first, RecordKind::Bout);
    EXPECT_THAT(published.front().records[2], Pair(RecordKind::Reading, saved.id));
}

TEST(UnitOfWork, LetsAListenerGiveACommand)
{
    Diary diary;
    std::vector<std::size_t> sizes;
    const Subscription first = diary.engine.events().subscribe([&](const Event& event) {
        if (std::get<RecordsSaved>(event).records.size() == 3) {
            static_cast<void>(done(diary.journal().addReading(tests::reading(4))));
        }
    });
    const Subscription second = diary.engine.events().subscribe(
        [&](const Event& event) { sizes.push_back(std::get<RecordsSaved>(event).records.size()); });

    diary.log(5);

    EXPECT_THAT(sizes, ElementsAre(3, 1));
}

TEST(UnitOfWork, PublishesNothingWhereTheDiskRefuses)
{
    Diary diary;
    diary.log(5);
    int published = 0;
    const Subscription listening =
        diary.engine.events().subscribe([&](const Event&) { ++published; });
    const auto before = tests::liveRows(*diary.database);
    diary.database->script("PRAGMA max_page_count = 1");

    EXPECT_THROW(
        static_cast<void>(diary.journal().addReading(tests::noted(std::string(1'000'000, 'x')))),
        StorageError);

    EXPECT_EQ(published, 0);
    EXPECT_EQ(tests::liveRows(*diary.database), before);
}

TEST(Engine, NoticesWhatAnotherProgramCommittedOnce)
{
    const tests::TempFolder folder;
    const auto file = Database::open(folder.path(), {});
    const auto other = Database::open(folder.path(), {});
    Diary diary;
    Engine mine{*file, diary.clock, diary.vocabulary, diary.uuids};
    Engine theirs{*other, diary.clock, diary.vocabulary, diary.uuids};
    int noticed = 0;
    const Subscription listening = mine.events().subscribe([&](const Event& event) {
        noticed += std::holds_alternative<ChangedElsewhere>(event) ? 1 : 0;
    });

    mine.noticeOthers();
    EXPECT_EQ(noticed, 0);
    static_cast<void>(done(mine.journal().logSpasm(tests::spasm(5))));
    mine.noticeOthers();
    EXPECT_EQ(noticed, 0);
    static_cast<void>(done(theirs.journal().addReading(tests::reading(6))));
    mine.noticeOthers();
    mine.noticeOthers();

    EXPECT_EQ(noticed, 1);
}

} // namespace
} // namespace unclench
