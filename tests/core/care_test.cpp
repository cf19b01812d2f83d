// SPDX-License-Identifier: GPL-3.0-or-later
// The door to heat and cold on a diary in memory.
#include "tests/support/diary.h"

#include <gmock/gmock.h>

namespace unclench {

namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::Diary;
using tests::done;
using tests::refusalOf;

/// Fails the test where it was refused.
void must(const auto& result)
{
    static_cast<void>(done(result));
}

class CareTest : public testing::Test {
protected:
    CareTest() { diary.log(5); }

    Care& care() { return diary.engine.care(); }
    CareStarted heat(int minutes = 15)
    {
        return done(care().start({Modality::Heat, minutes, {}, {}}));
    }
    CareEnded stop(CareOutcome outcome = {}) { return done(care().stop(outcome)); }

    Diary diary;
};

TEST_F(CareTest, RunsUntilItIsStoppedAndRingsWhenItsTimeIsUp)
{
    heat();
    diary.clock.pass(14min);
    EXPECT_EQ(care().running()->left, 1min);
    diary.clock.pass(3min);
    EXPECT_TRUE(care().running()->isOverdue());
    EXPECT_EQ(care().running()->left, -2min);

    const CareEnded ended = stop();

    EXPECT_EQ(ended.lasted, 17min);
    EXPECT_FALSE(care().running());
}

TEST_F(CareTest, OneAtATimeAlsoForAnotherProgram)
{
    heat();
    Engine other{*diary.database, diary.clock, diary.vocabulary, diary.uuids};

    const auto refused = other.care().start({Modality::Cold, 10, {}, {}});

    ASSERT_TRUE(std::holds_alternative<Problems>(refused));
    EXPECT_EQ(std::get<Problems>(refused).front().given, "session_running");
}

TEST_F(CareTest, RefusesMoreThanTwentyMinutesAndLessThanOne)
{
    EXPECT_EQ(refusalOf(care().start({Modality::Heat, 21, {}, {}})),
              ProblemKind::OverTwentyMinutes);
    EXPECT_EQ(refusalOf(care().start({Modality::Heat, 0, {}, {}})), ProblemKind::OutOfRange);
    EXPECT_EQ(refusalOf(care().start({Modality::Heat, 10, {}, 11})), ProblemKind::OutOfRange);
    EXPECT_EQ(refusalOf(care().start({Modality::Heat, 10, CareKind::Wrap, {}})),
              ProblemKind::UnknownId);
    EXPECT_FALSE(care().running());
}

TEST_F(CareTest, ShortensWhatIsLongerThanAllowedAndSaysSo)
{
    must(diary.journal().tell(Condition{{}, {}, "diabetes", true}, std::nullopt));

    const CareStarted started = heat(20);

    EXPECT_EQ(started.planned, 15min);
    EXPECT_TRUE(started.wasShortened);
    EXPECT_TRUE(started.needsCaution);
}

TEST_F(CareTest, AsksForALookAtTheSkinWhereCareIsNeeded)
{
    must(diary.journal().tell(Condition{{}, {}, "diabetes", true}, std::nullopt));
    heat();
    diary.clock.pass(5min - 1ms);
    EXPECT_FALSE(care().running()->isSkinCheckDue);
    EXPECT_EQ(care().nextChange(), 1ms);
    diary.clock.pass(1ms);
    EXPECT_TRUE(care().running()->isSkinCheckDue);

    must(care().checkSkin(Skin::Normal));

    EXPECT_FALSE(care().running()->isSkinCheckDue);
    EXPECT_EQ(care().nextChange(), 10min);
}

TEST_F(CareTest, SaysFromWhenItMayStartAgain)
{
    heat();
    diary.clock.pass(15min);
    stop({.pain = {}, .skin = Skin::Normal, .felt = {}});

    const auto refused = care().start({Modality::Cold, 10, {}, {}});

    ASSERT_TRUE(std::holds_alternative<Problems>(refused));
    const Problem& problem = std::get<Problems>(refused).front();
    EXPECT_EQ(problem.kind, ProblemKind::CareBlocked);
    EXPECT_EQ(problem.moment->utc, (diary.clock.now().wall + 30min).utc);
}

TEST_F(CareTest, NothingToStopOrToLookAtIsSaid)
{
    EXPECT_EQ(refusalOf(care().stop({})), ProblemKind::NoSession);
    EXPECT_EQ(refusalOf(care().checkSkin(Skin::Normal)), ProblemKind::NoSession);
}

TEST_F(CareTest, AnEmergencyEndsItAtThatMoment)
{
    heat();
    diary.clock.pass(4min);
    Answer yes;
    yes.question = "rf_saddle_numbness";
    yes.value = AnswerValue::Yes;
    yes.change = Change::New;

    must(diary.engine.alerts().answer(yes, std::nullopt));

    EXPECT_FALSE(care().running());
    EXPECT_EQ(care().last()->end, diary.clock.now().wall);
    EXPECT_THAT(care().decide().heat.because, Contains("emergency_open"));
}

TEST_F(CareTest, WhatIsToldLaterJoinsWhatWasTold)
{
    must(care().start({Modality::Heat, 15, {}, 6}));
    diary.clock.pass(15min);
    const CareEnded ended = stop();

    must(care().tellAfter(ended.id, {.pain = 4, .skin = {}, .felt = {}}));
    must(care().tellAfter(ended.id, {.pain = {}, .skin = Skin::Pink, .felt = Effect::Better}));

    const CareSession told = *care().last();
    EXPECT_EQ(told.painAfter, 4);
    EXPECT_EQ(told.skin, Skin::Pink);
    EXPECT_EQ(told.felt, Effect::Better);
}

TEST_F(CareTest, SkinThatWasHurtRaisesItsAlertAndAMistakeTakesItBack)
{
    heat();
    diary.clock.pass(15min);
    stop({.pain = {}, .skin = Skin::Blister, .felt = {}});
    ASSERT_THAT(diary.engine.alerts().active(), SizeIs(1));
    EXPECT_EQ(diary.engine.alerts().active().front().rule, "rf_skin_injury");
    diary.clock.pass(1min);

    must(diary.engine.alerts().close("rf_skin_injury", Closing::Mistake));
    diary.clock.pass(1min);
    must(care().tellAfter(care().last()->stamp.id, {.pain = 4, .skin = {}, .felt = {}}));

    EXPECT_THAT(diary.engine.alerts().active(), IsEmpty());
}

TEST_F(CareTest, APastOneIsWrittenDownUnlessItLiesInTheFutureOrOverAnother)
{
    const Moment now = diary.clock.now().wall;
    CareTold told{{Modality::Heat, 40, CareKind::Bath, 6}, now - 5h, {4, Skin::Normal, {}}};
    must(care().tell(told));
    EXPECT_EQ(care().last()->planned, 40min);

    told.begin = now - 4h - 30min;
    EXPECT_EQ(refusalOf(care().tell(told)), ProblemKind::SessionsOverlap);
    told.begin = now - 39min;
    EXPECT_EQ(refusalOf(care().tell(told)), ProblemKind::InTheFuture);
    told.begin = now - 40min;
    must(care().tell(told));
    EXPECT_EQ(care().decide().heat.wait, 30min);
}

TEST_F(CareTest, ARunningOneCannotBeDeletedAnEndedOneCan)
{
    const CareStarted started = heat();
    EXPECT_EQ(refusalOf(diary.journal().remove(RecordKind::CareSession, started.id)),
              ProblemKind::SessionRunning);
    stop();

    must(diary.journal().remove(RecordKind::CareSession, started.id));

    EXPECT_FALSE(care().last());
}

TEST_F(CareTest, DeletingTheEpisodeShortensNoRest)
{
    heat();
    diary.clock.pass(15min);
    stop();

    must(diary.journal().remove(RecordKind::Episode, diary.engine.diary().openBout()->episode));

    EXPECT_THAT(care().decide().heat.because, Contains("skin_rest"));
}

TEST_F(CareTest, AClockThatWasSetBackBlocksUntilItIsConfirmed)
{
    heat();
    diary.clock.pass(15min);
    stop({.pain = {}, .skin = Skin::Normal, .felt = {}});
    diary.clock.pass(1h);
    diary.clock.setWall(diary.clock.now().wall - 6h);
    EXPECT_THAT(care().decide().heat.because, Contains("clock_check"));

    must(care().confirmClock());

    EXPECT_THAT(care().decide().heat.because, Not(Contains("clock_check")));
}

TEST_F(CareTest, AClockSetAheadBeforeTheMachineRestartsShortensNoRest)
{
    heat();
    diary.clock.pass(15min);
    stop({.pain = {}, .skin = Skin::Normal, .felt = {}});
    diary.clock.setWall(diary.clock.now().wall + 3h);
    care().noteClock();
    diary.clock.pass(5min);

    diary.clock.restartMachine();
    diary.clock.pass(1min);

    EXPECT_EQ(care().decide().cold.wait, 24min);
}

TEST_F(CareTest, AsksOnlyOfWhatWasNeverTold)
{
    EXPECT_THAT(care().toAsk(Modality::Cold), Contains("raynaud"));
    EXPECT_THAT(care().toAsk(Modality::Heat), Not(Contains("raynaud")));

    must(diary.journal().tell(Condition{{}, {}, "raynaud", false}, std::nullopt));

    EXPECT_THAT(care().toAsk(Modality::Cold), Not(Contains("raynaud")));
}

TEST_F(CareTest, PlansNothingWhileOneRuns)
{
    EXPECT_THAT(care().plan(9h, 5), Not(IsEmpty()));
    heat();
    EXPECT_THAT(care().plan(9h, 5), IsEmpty());
}

} // namespace

} // namespace unclench
