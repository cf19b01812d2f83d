// SPDX-License-Identifier: GPL-3.0-or-later
// Movements that a person adds for their breaks.
#include "tests/support/diary.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using tests::Diary;
using tests::done;
using tests::refusalOf;

OwnExercise shoulders()
{
    OwnExercise exercise;
    exercise.name = "Shoulder rolls";
    exercise.text = "Ten slow circles back.";
    return exercise;
}

TEST(OwnExercises, AreKeptByName)
{
    Diary diary;
    static_cast<void>(done(diary.journal().keepExercise(shoulders())));
    OwnExercise arms = shoulders();
    arms.name = "arms up";
    static_cast<void>(done(diary.journal().keepExercise(arms)));

    const auto kept = diary.engine.seat().store().exercises();
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].name, "arms up");
    EXPECT_EQ(kept[1].text, "Ten slow circles back.");
}

TEST(OwnExercises, AreChangedAndTakenBack)
{
    Diary diary;
    const Saved added = done(diary.journal().keepExercise(shoulders()));
    OwnExercise changed = diary.engine.seat().store().exercises().front();
    changed.isOn = false;
    const Saved saved = done(diary.journal().keepExercise(changed));
    EXPECT_EQ(saved.id, added.id);
    EXPECT_FALSE(diary.engine.seat().store().exercises().front().isOn);

    static_cast<void>(done(diary.journal().revert(saved.undo)));
    EXPECT_TRUE(diary.engine.seat().store().exercises().front().isOn);
}

TEST(OwnExercises, NeedAName)
{
    Diary diary;
    OwnExercise exercise = shoulders();
    exercise.name = "  ";

    EXPECT_EQ(refusalOf(diary.journal().keepExercise(exercise)), ProblemKind::Empty);
}

} // namespace
} // namespace unclench
