// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the diary: periods are half open, the latest comes first, deleted counts nowhere.
#include "core/store/diary_store.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::Diary;
using tests::done;

/// Four episodes, two days apart, the last one open; the first has two bouts, the third is deleted.
std::vector<Uuid> fourEpisodes(Diary& diary)
{
    std::vector<Uuid> ids;
    for (int i = 0; i < 4; ++i) {
        ids.push_back(done(diary.journal().logSpasm(
                               tests::spasm(3 + i, {}, tests::regions({{"hip", std::nullopt}}))))
                          .episode);
        diary.clock.pass(1h);
        static_cast<void>(done(diary.journal().addReading(tests::reading(1))));
        if (i == 0) {
            diary.end();
            diary.clock.pass(1h);
            diary.log(9);
        }
        if (i < 3) {
            diary.end();
        }
        diary.clock.pass(days{2});
    }
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, ids[2])));
    return ids;
}

EpisodeLine lineOf(const Course& course)
{
    return {.id = course.id,
            .onset = course.onset(),
            .end = course.end(),
            .worstPain = course.worstPain(),
            .lastPain = course.lastPain(),
            .regions = course.details.regions.value_or(std::vector<Place>{})};
}

TEST(DiaryStore, GivesTheSameEpisodesAsCoursesAndAsLines)
{
    Diary diary;
    const auto ids = fourEpisodes(diary);
    DiaryStore& store = diary.engine.diary();

    const auto courses = store.courses({});
    const auto lines = store.lines({}, 10);

    ASSERT_THAT(courses, SizeIs(3));
    ASSERT_THAT(lines, SizeIs(3));
    EXPECT_EQ(courses[0].id, ids[3]);
    EXPECT_EQ(courses[2].id, ids[0]);
    for (std::size_t i = 0; i < courses.size(); ++i) {
        EXPECT_EQ(lines[i], lineOf(courses[i])) << i;
        const auto single = store.course(courses[i].id);
        ASSERT_TRUE(single);
        EXPECT_EQ(single->bouts, courses[i].bouts);
        EXPECT_EQ(single->readings, courses[i].readings);
        EXPECT_EQ(single->reports, courses[i].reports);
        EXPECT_EQ(single->details, courses[i].details);
    }
    EXPECT_EQ(lines[2].worstPain, 9);
    EXPECT_FALSE(lines[0].end);
}

TEST(DiaryStore, GivesTheLatestLinesWithinTheLimit)
{
    Diary diary;
    const auto ids = fourEpisodes(diary);

    const auto lines = diary.engine.diary().lines({}, 2);

    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[0].id, ids[3]);
    EXPECT_EQ(lines[1].id, ids[1]);
    EXPECT_THAT(diary.engine.diary().lines({}, 0), IsEmpty());
}

TEST(DiaryStore, PicksEpisodesByTheirFirstOnsetInAHalfOpenPeriod)
{
    Diary diary;
    const auto ids = fourEpisodes(diary);
    DiaryStore& store = diary.engine.diary();
    const UtcTime first = store.course(ids[0])->onset().utc;
    const UtcTime second = store.course(ids[1])->onset().utc;

    const auto picked = [&](const Period& period) {
        std::vector<Uuid> found;
        for (const EpisodeLine& line : store.lines(period, 10)) {
            found.push_back(line.id);
        }
        EXPECT_EQ(found.size(), store.courses(period).size());
        return found;
    };
    EXPECT_THAT(picked({first, second}), ElementsAre(ids[0]));
    EXPECT_THAT(picked({first, second + 1ms}), ElementsAre(ids[1], ids[0]));
    EXPECT_THAT(picked({first + 1ms, second}), IsEmpty()); // its second bout lies in there
    EXPECT_THAT(picked({second, std::nullopt}), ElementsAre(ids[3], ids[1]));
    EXPECT_THAT(picked({std::nullopt, second}), ElementsAre(ids[0]));
}

TEST(DiaryStore, GivesDatedRecordsOfAHalfOpenPeriodInTheOrderOfTime)
{
    Diary diary;
    const Moment now = diary.clock.now().wall;
    for (const auto ago : {0min, 20min, 10min}) {
        static_cast<void>(done(diary.journal().tell(tests::symptom("fever"), now - ago)));
    }

    const auto found = diary.engine.diary().dated<Symptom>({now.utc - 20min, now.utc});

    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].at, now - 20min);
    EXPECT_EQ(found[1].at, now - 10min);
}

TEST(DiaryStore, KnowsNothingOfAnEpisodeThatIsNotThere)
{
    Diary diary;
    const Uuid nobody = *Uuid::parse("01958a3e-0000-7000-8000-000000000000");

    EXPECT_FALSE(diary.engine.diary().course(nobody));
    EXPECT_THAT(diary.engine.diary().boutsOf(nobody), IsEmpty());
    EXPECT_FALSE(diary.engine.diary().lastReport(nobody, DetailField::Note));
    EXPECT_FALSE(diary.engine.diary().openBout());
    EXPECT_FALSE(diary.engine.diary().lastEndedBout());
    EXPECT_THAT(diary.engine.diary().spans(), IsEmpty());
}

TEST(DiaryStore, SaysThatTheFileIsDamagedWhereAReportCannotBeRead)
{
    Diary diary;
    const auto ids = fourEpisodes(diary);
    diary.database->script("UPDATE report SET value = '[1]'");

    EXPECT_THROW(static_cast<void>(diary.engine.diary().course(ids[0])), StorageError);
    EXPECT_THROW(static_cast<void>(diary.engine.diary().courses({})), StorageError);
}

} // namespace
} // namespace unclench
