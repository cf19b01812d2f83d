// SPDX-License-Identifier: GPL-3.0-or-later
// Two computers of one person: what comes of it when one diary takes the other in.
#include "core/store/change_store.h"
#include "core/store/file_error.h"
#include "core/store/upkeep_tasks.h"
#include "core/store/verify.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/exchange.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::allRows;
using tests::AllRows;
using tests::Diary;
using tests::done;
using tests::liveRows;
using tests::refusalOf;
using tests::Rows;

/// Fails the test where it was refused.
void mergeStep(const auto& result)
{
    static_cast<void>(done(result));
}

Merged takeIn(Diary& diary, Diary& other)
{
    return diary.engine.merge(*other.database, MergeReason::Merge, {});
}

/// The two machines of one person; time passes on both.
class Merging : public testing::Test {
protected:
    void pass(std::chrono::milliseconds time)
    {
        laptop.clock.pass(time);
        desk.clock.pass(time);
    }
    /// An episode that both have, with one reading.
    SpasmSaved shared()
    {
        const SpasmSaved saved = laptop.log(5);
        pass(1min);
        static_cast<void>(takeIn(desk, laptop));
        return saved;
    }
    static Reading readingIn(Diary& diary, const Uuid& id)
    {
        return RecordTable<Reading>{*diary.database}.find(id).value_or(Reading{});
    }
    static void correct(Diary& diary, const Uuid& id, int pain)
    {
        Reading reading = readingIn(diary, id);
        reading.pain = pain;
        mergeStep(diary.journal().correct(reading));
    }

    Diary laptop;
    Diary desk;
};

TEST_F(Merging, TakesInWhatIsNotHere)
{
    const SpasmSaved spasm = laptop.log(7);
    mergeStep(laptop.journal().took(tests::intake("Ibuprofen")));
    desk.log(2);
    int heard = 0;
    const auto listening = desk.engine.events().subscribe([&](const Event& event) {
        heard += std::holds_alternative<ChangedElsewhere>(event) ? 1 : 0;
    });

    const Merged merged = takeIn(desk, laptop);

    EXPECT_EQ(desk.course(spasm.episode).readings.front().pain, 7);
    EXPECT_EQ(desk.engine.diary().episodeCount(), 2);
    EXPECT_EQ(merged.added, 5) << "episode, bout, reading, medicine, intake";
    EXPECT_EQ(merged.replaced + merged.alike + merged.older, 0);
    EXPECT_EQ(heard, 1);
}

TEST_F(Merging, ChangesNothingTheSecondTime)
{
    shared();
    const AllRows before = allRows(*desk.database);

    const Merged again = takeIn(desk, laptop);

    EXPECT_TRUE(again.isNothingNew());
    EXPECT_EQ(again.alike, 3);
    EXPECT_TRUE(again.undo.isEmpty());
    EXPECT_EQ(allRows(*desk.database), before);
}

TEST_F(Merging, LetsTheLaterEditStandAndKeepsTheOther)
{
    const SpasmSaved spasm = shared();
    correct(laptop, spasm.id, 3);
    pass(1min);
    correct(desk, spasm.id, 8);

    const Merged onLaptop = takeIn(laptop, desk);
    const Merged onDesk = takeIn(desk, laptop);

    EXPECT_EQ(readingIn(laptop, spasm.id).pain, 8);
    EXPECT_EQ(onLaptop.replaced, 1);
    EXPECT_TRUE(onDesk.isNothingNew());
    EXPECT_EQ(allRows(*laptop.database), allRows(*desk.database));
    EXPECT_EQ(laptop.database->number("SELECT count(*) FROM change_log WHERE record_id = ?"
                                      " AND old ->> 'pain' = 3",
                                      spasm.id.text()),
              1);
}

TEST_F(Merging, DeletesWhatWasDeletedLaterElsewhere)
{
    const SpasmSaved spasm = shared();
    mergeStep(laptop.journal().remove(RecordKind::Episode, spasm.episode));

    takeIn(desk, laptop);

    EXPECT_FALSE(desk.engine.diary().course(spasm.episode));
}

TEST_F(Merging, KeepsWhatWasEditedAfterItWasDeletedElsewhere)
{
    const SpasmSaved spasm = shared();
    mergeStep(laptop.journal().remove(RecordKind::Reading, spasm.id));
    pass(1min);
    correct(desk, spasm.id, 8);

    takeIn(desk, laptop);

    EXPECT_EQ(readingIn(desk, spasm.id).pain, 8);
    EXPECT_FALSE(readingIn(desk, spasm.id).stamp.isDeleted());
}

TEST_F(Merging, BringsNothingBackThatWasErased)
{
    const SpasmSaved spasm = shared();
    mergeStep(laptop.journal().addReading(tests::noted("private")));
    pass(1min);
    takeIn(desk, laptop);
    mergeStep(laptop.journal().remove(RecordKind::Episode, spasm.episode));
    pass(kRestorable + 1min);
    ChangeStore{*laptop.database}.eraseDeleted(laptop.clock.now().wall.utc - kRestorable,
                                               laptop.clock.now().wall.utc);

    const Merged merged = takeIn(laptop, desk);

    EXPECT_THAT(RecordTable<Reading>{*laptop.database}.select(""), IsEmpty());
    EXPECT_EQ(laptop.database->number("SELECT count(*) FROM note_text"), 0);
    EXPECT_EQ(laptop.database->number("SELECT count(*) FROM change_log"), 0);
    EXPECT_GT(merged.older, 0);
}

TEST_F(Merging, ErasesWhatWasErasedElsewhereAndTakesThatBack)
{
    const SpasmSaved spasm = shared();
    mergeStep(laptop.journal().remove(RecordKind::Reading, spasm.id));
    pass(kRestorable + 1min);
    ChangeStore{*laptop.database}.eraseDeleted(laptop.clock.now().wall.utc - kRestorable,
                                               laptop.clock.now().wall.utc);
    const Rows before = liveRows(*desk.database);

    const Merged merged = takeIn(desk, laptop);
    EXPECT_FALSE(RecordTable<Reading>{*desk.database}.find(spasm.id));

    const Saved back = done(desk.journal().revert(merged.undo));
    EXPECT_EQ(liveRows(*desk.database), before);
    takeIn(desk, laptop);
    EXPECT_EQ(liveRows(*desk.database), before) << "written after it was erased";
    mergeStep(desk.journal().revert(back.undo));
    EXPECT_TRUE(readingIn(desk, spasm.id).stamp.isDeleted());
}

TEST_F(Merging, KeepsWhatBelongsToWhatWasErasedElsewhere)
{
    mergeStep(laptop.journal().took(tests::intake("Ibuprofen")));
    const Medicine medicine = laptop.engine.diary().medicines().front();
    takeIn(desk, laptop);
    mergeStep(laptop.journal().remove(RecordKind::Intake,
                                      laptop.engine.diary().dated<Intake>({}).front().stamp.id));
    mergeStep(laptop.journal().remove(RecordKind::Medicine, medicine.stamp.id));
    pass(kRestorable + 1min);
    ChangeStore{*laptop.database}.eraseDeleted(laptop.clock.now().wall.utc - kRestorable,
                                               laptop.clock.now().wall.utc);
    ASSERT_FALSE(RecordTable<Medicine>{*laptop.database}.find(medicine.stamp.id));
    mergeStep(desk.journal().took(tests::intake("Ibuprofen")));

    takeIn(laptop, desk);

    EXPECT_THAT(laptop.engine.diary().dated<Intake>({}), SizeIs(1));
    EXPECT_THAT(laptop.engine.diary().medicines(), IsEmpty()) << "it left the list";
    EXPECT_EQ(RecordTable<Medicine>{*laptop.database}.find(medicine.stamp.id)->name, "Ibuprofen");
    takeIn(desk, laptop);
    EXPECT_EQ(allRows(*laptop.database), allRows(*desk.database));
}

TEST_F(Merging, KeepsTwoOpenEpisodesAndSaysSo)
{
    const SpasmSaved one = laptop.log(5);
    pass(1min);
    const SpasmSaved other = desk.log(6);

    const Merged merged = takeIn(desk, laptop);

    EXPECT_EQ(merged.overlaps, 1);
    EXPECT_THAT(
        verify(*desk.database, desk.vocabulary, desk.engine.redFlags(), desk.clock.now().wall, {}),
        Contains(Field(&Finding::check, Finding::Check::SeveralOpen)));
    correct(desk, one.id, 4);
    mergeStep(desk.journal().endEpisode(std::nullopt));
    mergeStep(desk.journal().endEpisode(std::nullopt));
    EXPECT_FALSE(desk.engine.diary().openBout());
    EXPECT_EQ(takeIn(desk, laptop).overlaps, 0);
    EXPECT_EQ(desk.course(other.episode).readings.front().pain, 6);
}

TEST_F(Merging, LetsNobodyOpenAThirdEpisode)
{
    SpasmSaved ended = desk.log(3);
    pass(1h);
    desk.end();
    pass(48h);
    laptop.log(5);
    desk.log(6);
    takeIn(desk, laptop);

    Bout bout = desk.engine.diary().boutsOf(ended.episode).front();
    bout.end.reset();

    EXPECT_EQ(refusalOf(desk.journal().correct(bout)), ProblemKind::EpisodeOpen);
}

TEST_F(Merging, TellsOfAClockThatIsAhead)
{
    const SpasmSaved spasm = shared();
    laptop.clock.pass(std::chrono::days{365});
    correct(laptop, spasm.id, 9);

    const Merged merged = takeIn(desk, laptop);

    EXPECT_GE(merged.fromFuture, 1);
    const UtcTime ahead = readingIn(desk, spasm.id).stamp.updated;
    correct(desk, spasm.id, 2);
    EXPECT_EQ(readingIn(desk, spasm.id).stamp.updated, ahead + 1ms);
    takeIn(laptop, desk);
    EXPECT_EQ(readingIn(laptop, spasm.id).pain, 2);
}

TEST_F(Merging, LeavesNothingBehindWhereItIsCancelled)
{
    laptop.log(5);
    desk.log(6);
    const AllRows before = allRows(*desk.database);
    double furthest = 0;

    const auto stopAtTheEnd = [&](double share) {
        furthest = std::max(furthest, share);
        return share < 0.5;
    };

    EXPECT_THROW(
        static_cast<void>(desk.engine.merge(*laptop.database, MergeReason::Merge, stopAtTheEnd)),
        Cancelled);
    EXPECT_GE(furthest, 0.5) << "it was stopped after it had written";
    EXPECT_EQ(allRows(*desk.database), before);
    takeIn(desk, laptop);
    EXPECT_EQ(desk.engine.diary().episodeCount(), 2) << "and it can be done afterwards";
}

TEST_F(Merging, RefusesADiaryWithLooseEnds)
{
    laptop.log(5);
    laptop.database->script("PRAGMA foreign_keys = OFF");
    laptop.database->run("DELETE FROM episode");
    const AllRows before = allRows(*desk.database);

    EXPECT_THROW(static_cast<void>(takeIn(desk, laptop)), FileError);
    EXPECT_EQ(allRows(*desk.database), before);
}

TEST_F(Merging, IsTakenBackAndDoneAgain)
{
    const SpasmSaved spasm = shared();
    correct(laptop, spasm.id, 9);
    mergeStep(laptop.journal().took(tests::intake("Ibuprofen")));
    laptop.end();
    pass(1min);
    const Rows before = liveRows(*desk.database);

    const Merged merged = takeIn(desk, laptop);
    const Rows after = liveRows(*desk.database);
    ASSERT_NE(after, before);

    const Saved undone = done(desk.journal().revert(merged.undo));
    EXPECT_EQ(liveRows(*desk.database), before);
    const Saved redone = done(desk.journal().revert(undone.undo));
    EXPECT_EQ(liveRows(*desk.database), after);
    mergeStep(desk.journal().revert(redone.undo));
    EXPECT_EQ(liveRows(*desk.database), before);
}

TEST_F(Merging, IsNotTakenBackOverWhatWasToldSince)
{
    const SpasmSaved spasm = laptop.log(5);
    const Merged merged = takeIn(desk, laptop);
    pass(1min);
    const Saved own = done(desk.journal().addReading(tests::reading(6)));
    const Rows before = liveRows(*desk.database);

    EXPECT_EQ(refusalOf(desk.journal().revert(merged.undo)), ProblemKind::ChangedSince);
    EXPECT_EQ(liveRows(*desk.database), before);

    mergeStep(desk.journal().revert(own.undo));
    correct(desk, spasm.id, 8);
    EXPECT_EQ(refusalOf(desk.journal().revert(merged.undo)), ProblemKind::ChangedSince);
    correct(desk, spasm.id, 5);
    mergeStep(desk.journal().revert(merged.undo));
    EXPECT_EQ(desk.engine.diary().episodeCount(), 0);
}

TEST_F(Merging, LetsTheLatestOfEachNameStandAndRemovesThemTogether)
{
    Medicine mine = tests::medicine("Ibuprofen", "nsaid");
    mergeStep(laptop.journal().listMedicine(mine));
    mergeStep(laptop.journal().set("sitting_minutes", "40"));
    mergeStep(laptop.journal().painFreeDay(std::nullopt));
    pass(1min);
    mine.name = "ibuprofen";
    mine.dose = "400 mg";
    mergeStep(desk.journal().listMedicine(mine));
    mergeStep(desk.journal().set("sitting_minutes", "50"));
    mergeStep(desk.journal().painFreeDay(std::nullopt));

    takeIn(laptop, desk);

    EXPECT_THAT(laptop.engine.diary().medicines(),
                ElementsAre(Field(&Medicine::dose, std::string{"400 mg"})));
    EXPECT_EQ(laptop.engine.diary().medicineNamed("IBUPROFEN")->dose, "400 mg");
    EXPECT_EQ(laptop.engine.settings().settings.sittingMinutes, 50);
    mergeStep(laptop.journal().set("sitting_minutes", "45"));
    EXPECT_EQ(laptop.engine.settings().settings.sittingMinutes, 45);
    EXPECT_THAT(laptop.engine.chronicle().painFreeDays, SizeIs(1));

    mergeStep(laptop.journal().remove(RecordKind::Medicine,
                                      laptop.engine.diary().medicines().front().stamp.id));
    mergeStep(laptop.journal().remove(
        RecordKind::PainFreeDay, laptop.engine.diary().dated<PainFreeDay>({}).front().stamp.id));
    EXPECT_THAT(laptop.engine.diary().medicines(), IsEmpty());
    EXPECT_THAT(laptop.engine.diary().dated<PainFreeDay>({}), IsEmpty());
}

TEST_F(Merging, CountsAMedicineOfTwoListsAsOneOnThePage)
{
    mergeStep(laptop.journal().took(tests::intake("Ibuprofen")));
    pass(1h);
    mergeStep(desk.journal().took(tests::intake("ibuprofen")));
    pass(1h);

    takeIn(laptop, desk);

    const Summary summary = laptop.engine.summary({});
    ASSERT_THAT(summary.medicines, SizeIs(1));
    EXPECT_EQ(summary.medicines.front().times, 2);
}

TEST_F(Merging, RunsNoSessionHereThatRunsElsewhere)
{
    laptop.log(5);
    mergeStep(laptop.engine.care().start({Modality::Heat, 15, {}, {}}));
    pass(5min);

    takeIn(desk, laptop);

    EXPECT_FALSE(desk.engine.care().running());
    EXPECT_EQ(desk.engine.care().decide().heat.status, CareStatus::Blocked) << "skin is warm there";
    const auto next = desk.engine.care().nextChange();
    ASSERT_TRUE(next);
    EXPECT_LE(*next, 10min);
    EXPECT_EQ(refusalOf(desk.engine.care().stop({})), ProblemKind::NoSession);
    pass(std::chrono::days{2});
    EXPECT_NE(desk.engine.care().decide().heat.status, CareStatus::Blocked);
    const CareSession theirs = desk.engine.care().store().runningElsewhere().front();
    mergeStep(desk.journal().remove(RecordKind::CareSession, theirs.stamp.id));
}

} // namespace
} // namespace unclench
