// SPDX-License-Identifier: GPL-3.0-or-later
// What History was narrowed by, kept under a name.
#include "tests/support/diary.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::refusalOf;

SavedFilter garden()
{
    SavedFilter filter;
    filter.name = "Garden";
    filter.search = "garden";
    filter.span = HistorySpan::FromTo;
    filter.fromDay = "2026-01-01";
    filter.toDay = "2026-03-02";
    filter.place = "lower_back:left";
    filter.painAtLeast = 4;
    filter.painAtMost = 9;
    filter.symptom = "leg_tingling";
    filter.trigger = "twisting";
    return filter;
}

SavedFilter named(std::string name)
{
    SavedFilter filter;
    filter.name = std::move(name);
    filter.painAtLeast = 7;
    return filter;
}

TEST(SavedFilters, AreKeptAsTheyWereChosen)
{
    Diary diary;
    const Saved saved = done(diary.journal().keepFilter(garden()));

    const auto kept = diary.engine.diary().filters();
    ASSERT_THAT(kept, SizeIs(1));
    SavedFilter expected = garden();
    expected.stamp = kept.front().stamp;
    EXPECT_EQ(kept.front(), expected);
    EXPECT_EQ(kept.front().stamp.id, saved.id);
}

TEST(SavedFilters, StandInTheOrderOfTheirNamesWhateverTheCase)
{
    Diary diary;
    for (const char* name : {"work", "Bad days", "at night"}) {
        static_cast<void>(done(diary.journal().keepFilter(named(name))));
    }

    const auto kept = diary.engine.diary().filters();
    ASSERT_THAT(kept, SizeIs(3));
    EXPECT_EQ(kept[0].name, "at night");
    EXPECT_EQ(kept[1].name, "Bad days");
    EXPECT_EQ(kept[2].name, "work");
}

TEST(SavedFilters, OneOfTheSameNameIsReplacedAndComesBack)
{
    Diary diary;
    const Saved first = done(diary.journal().keepFilter(garden()));
    const Saved second = done(diary.journal().keepFilter(named("GARDEN")));
    EXPECT_EQ(second.id, first.id);
    ASSERT_THAT(diary.engine.diary().filters(), SizeIs(1));
    EXPECT_EQ(diary.engine.diary().filters().front().painAtLeast, 7);
    EXPECT_EQ(diary.engine.diary().filters().front().search, "");

    static_cast<void>(done(diary.journal().revert(second.undo)));
    EXPECT_EQ(diary.engine.diary().filters().front().search, "garden");
}

TEST(SavedFilters, AreDeletedAndTheNameIsFreeAgain)
{
    Diary diary;
    const Saved first = done(diary.journal().keepFilter(garden()));
    const Saved removed = done(diary.journal().remove(RecordKind::SavedFilter, first.id));
    EXPECT_THAT(diary.engine.diary().filters(), IsEmpty());
    EXPECT_FALSE(diary.engine.diary().filterNamed("Garden"));

    static_cast<void>(done(diary.journal().revert(removed.undo)));
    EXPECT_THAT(diary.engine.diary().filters(), SizeIs(1));
}

TEST(SavedFilters, NeedANameThatIsNotTooLong)
{
    Diary diary;

    EXPECT_EQ(refusalOf(diary.journal().keepFilter(named("  "))), ProblemKind::Empty);
    EXPECT_EQ(refusalOf(diary.journal().keepFilter(named(std::string(1001, 'x')))),
              ProblemKind::TooLong);
    EXPECT_THAT(diary.engine.diary().filters(), IsEmpty());
}

} // namespace
} // namespace unclench
