// SPDX-License-Identifier: GPL-3.0-or-later
// Medicines: the person's own list, their classes, and when cautions are due.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::intake;
using tests::medicine;

TEST(Medicine, HasTheClassThatItsNameIsKnownFor)
{
    Diary diary;

    const auto saved = done(diary.journal().took(intake("Ibuprofen")));

    EXPECT_EQ(saved.medicineClass, "nsaid");
    ASSERT_THAT(diary.engine.diary().medicines(), SizeIs(1));
    EXPECT_EQ(diary.engine.diary().medicines().front().medicineClass, "nsaid");
    EXPECT_EQ(diary.engine.diary().medicines().front().name, "Ibuprofen");
}

TEST(Medicine, OfAnUnknownNameHasNoClassAndNoCaution)
{
    Diary diary;

    const auto saved = done(diary.journal().took(intake("Arnica")));

    EXPECT_FALSE(saved.medicineClass);
    EXPECT_FALSE(saved.isFirstOfClass);
}

TEST(Medicine, HasTheClassOfThePersonsOwnList)
{
    Diary diary;
    static_cast<void>(done(diary.journal().listMedicine(medicine("Ibuprofen", "topical"))));

    const auto saved = done(diary.journal().took(intake("IBUPROFEN")));

    EXPECT_EQ(saved.medicineClass, "topical");
    EXPECT_THAT(diary.engine.diary().medicines(), SizeIs(1));
}

TEST(Medicine, IsReclassedByWhoSaysSo)
{
    Diary diary;
    static_cast<void>(done(diary.journal().took(intake("Ibuprofen"))));

    const auto saved = done(diary.journal().took(intake("Ibuprofen", "topical")));

    EXPECT_EQ(saved.medicineClass, "topical");
    ASSERT_THAT(diary.engine.diary().medicines(), SizeIs(1));
    EXPECT_EQ(diary.engine.diary().medicines().front().medicineClass, "topical");
    EXPECT_THAT(saved.undo.edits, SizeIs(2));
}

TEST(Medicine, IsNotWrittenAgainUnderTheSameClass)
{
    Diary diary;
    static_cast<void>(done(diary.journal().took(intake("Ibuprofen"))));

    const auto saved = done(diary.journal().took(intake("ibuprofen", "nsaid")));

    EXPECT_THAT(saved.undo.edits, SizeIs(1));
}

TEST(Medicine, IsCautionedAboutAtTheFirstOfItsClassAlone)
{
    Diary diary;

    const auto first = done(diary.journal().took(intake("Ibuprofen")));
    const auto same = done(diary.journal().took(intake("Ibuprofen")));
    const auto sameClass = done(diary.journal().took(intake("Naproxen")));
    const auto other = done(diary.journal().took(intake("Paracetamol")));

    EXPECT_TRUE(first.isFirstOfClass);
    EXPECT_FALSE(same.isFirstOfClass);
    EXPECT_FALSE(sameClass.isFirstOfClass);
    EXPECT_TRUE(other.isFirstOfClass);
}

TEST(Medicine, IsCautionedAboutAgainAfterTheFirstWasTakenBack)
{
    Diary diary;
    const auto first = done(diary.journal().took(intake("Ibuprofen")));
    static_cast<void>(done(diary.journal().revert(first.undo)));

    EXPECT_TRUE(done(diary.journal().took(intake("Ibuprofen"))).isFirstOfClass);
}

TEST(Medicine, IsCautionedAboutUnderItsNewClass)
{
    Diary diary;
    static_cast<void>(done(diary.journal().took(intake("Ibuprofen"))));

    EXPECT_TRUE(done(diary.journal().took(intake("Ibuprofen", "topical"))).isFirstOfClass);
}

TEST(MedicineList, IsCorrectedByName)
{
    Diary diary;
    const auto first = done(diary.journal().listMedicine(medicine("Naproxen")));
    Medicine daily = medicine("naproxen", "nsaid");
    daily.use = MedicineUse::Regular;
    daily.dose = "one in the morning";

    const auto second = done(diary.journal().listMedicine(daily));

    EXPECT_EQ(first.id, second.id);
    ASSERT_THAT(diary.engine.diary().medicines(), SizeIs(1));
    const Medicine kept = diary.engine.diary().medicines().front();
    EXPECT_EQ(kept.use, MedicineUse::Regular);
    EXPECT_EQ(kept.dose, "one in the morning");
    EXPECT_EQ(kept.name, "naproxen");
}

TEST(MedicineList, IsNotWrittenForWhatStandsInIt)
{
    Diary diary;
    static_cast<void>(done(diary.journal().listMedicine(medicine("Naproxen", "nsaid"))));

    const auto again = done(diary.journal().listMedicine(medicine("Naproxen", "nsaid")));

    EXPECT_TRUE(again.wasThere);
    EXPECT_THAT(again.undo.edits, IsEmpty());
}

TEST(Intake, KeepsDoseTimeSiteAndEpisode)
{
    Diary diary;
    const auto spasm = diary.log(6);
    diary.clock.pass(1h);
    IntakeDraft draft = intake("Lidocaine patch", "topical");
    draft.at = diary.clock.now().wall - 30min;
    draft.dose = "half a patch";
    draft.patchSite = PatchSite::AtSite;

    const auto saved = done(diary.journal().took(draft));

    const auto kept = diary.engine.diary().dated<Intake>({});
    ASSERT_THAT(kept, SizeIs(1));
    EXPECT_EQ(kept.front().stamp.id, saved.id);
    EXPECT_EQ(kept.front().at, *draft.at);
    EXPECT_EQ(kept.front().dose, "half a patch");
    EXPECT_EQ(kept.front().patchSite, PatchSite::AtSite);
    EXPECT_EQ(kept.front().episode, spasm.episode);
}

} // namespace
} // namespace unclench
