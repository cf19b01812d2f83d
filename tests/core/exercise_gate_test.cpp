// SPDX-License-Identifier: GPL-3.0-or-later
// The exercise gate on values: each part of it, and both sides of each boundary.
#include "core/engine/exercise.h"
#include "core/guide/gate.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

const Guide& kGuide = Guide::builtIn();
/// Monday, eight in the evening, one hour east.
const Moment kMonday{UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 19h}, 60min};
const Moment kTuesday = kMonday + 24h;

Condition cramp(bool isThere, const Moment& at)
{
    Condition condition;
    condition.at = at;
    condition.condition = kCrampNow;
    condition.isPresent = isThere;
    return condition;
}

Bout bout(const Moment& begin, std::optional<Moment> end = {})
{
    Bout result;
    result.begin = begin;
    result.end = end;
    return result;
}

/// Tuesday evening: no cramp, as much pain as yesterday, no alert.
ExerciseTold open()
{
    ExerciseTold told;
    told.now = kTuesday;
    told.conditions = {cramp(false, kTuesday - 1min)};
    told.bouts = {bout(kMonday)};
    told.pains = {{kMonday, 3}, {kTuesday - 1h, 3}};
    return told;
}

std::vector<ExerciseBar> barsOf(const ExerciseTold& told)
{
    return exerciseGate(told, kGuide).because;
}

TEST(ExerciseGate, IsOpenWithoutCrampWithLittlePainThatIsNotHigherAndWithoutAlert)
{
    const ExerciseGate gate = exerciseGate(open(), kGuide);

    EXPECT_TRUE(gate.isAllowed());
    EXPECT_EQ(gate.isCramping, false);
    EXPECT_EQ(gate.crampTold, kTuesday - 1min);
    EXPECT_EQ(gate.pain, 3);
    EXPECT_EQ(gate.painYesterday, 3);
}

TEST(ExerciseGate, IsClosedAtPainFour)
{
    ExerciseTold told = open();
    told.pains = {{kMonday, 9}, {kTuesday, 4}};

    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::PainAbove3));
}

TEST(ExerciseGate, ComparesWithTheLastReadingOfYesterday)
{
    ExerciseTold told = open();
    told.pains = {{kMonday - 10h, 8}, {kMonday, 2}, {kTuesday, 3}};

    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::HigherThanYesterday));
}

TEST(ExerciseGate, ComparesWithNothingWhereNothingWasToldYesterday)
{
    ExerciseTold told = open();
    told.pains = {{kMonday - 24h, 1}, {kTuesday, 3}};

    EXPECT_THAT(barsOf(told), IsEmpty());
    EXPECT_EQ(exerciseGate(told, kGuide).painYesterday, std::nullopt);
}

TEST(ExerciseGate, TakesTheDayOfAReadingFromWhereItWasTold)
{
    ExerciseTold told = open();
    // 23:30 on Monday in UTC is Tuesday one hour further east: it is today's, not yesterday's.
    told.pains = {{{kMonday.utc + 4h + 30min, 60min}, 1}, {kTuesday, 3}};
    EXPECT_THAT(barsOf(told), IsEmpty());

    told.pains.front().at.offset = 0min;
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::HigherThanYesterday));
}

TEST(ExerciseGate, HasNothingAgainstThePainThatNobodyTold)
{
    ExerciseTold told = open();
    told.pains.clear();

    EXPECT_THAT(barsOf(told), IsEmpty());
    EXPECT_EQ(exerciseGate(told, kGuide).pain, std::nullopt);
}

TEST(ExerciseGate, IsClosedByAnUrgentAlertAndNotByALesserOne)
{
    ExerciseTold told = open();
    told.highest = Level::Soon;
    EXPECT_THAT(barsOf(told), IsEmpty());

    told.highest = Level::Urgent;
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::AlertOpen));
    told.highest = Level::Emergency;
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::AlertOpen));
}

TEST(ExerciseGate, IsClosedWhereNobodySaidWhetherItCramps)
{
    ExerciseTold told = open();
    told.conditions.clear();
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::CrampUnknown));

    Condition other = cramp(false, kTuesday);
    other.condition = "drowsy_now";
    told.conditions = {other};
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::CrampUnknown));
    EXPECT_EQ(exerciseGate(told, kGuide).crampTold, std::nullopt);
}

TEST(ExerciseGate, GoesByWhatWasToldLastOfTheCramp)
{
    ExerciseTold told = open();
    told.conditions = {cramp(false, kTuesday - 2h), cramp(true, kTuesday - 1h)};
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::Cramp));

    told.conditions.push_back(cramp(false, kTuesday - 1h)); // in the same moment, but later
    EXPECT_THAT(barsOf(told), IsEmpty());
}

TEST(ExerciseGate, AsksAnewOnTheSecondDayAfterANo)
{
    ExerciseTold told = open();
    told.pains.clear();
    told.conditions = {cramp(false, kMonday)};
    told.now = kMonday + 27h + 59min; // Tuesday 23:59
    EXPECT_THAT(barsOf(told), IsEmpty());

    told.now = kMonday + 28h;
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::CrampUnknown));
}

TEST(ExerciseGate, AsksAnewWhenASpasmBeginsAfterANo)
{
    ExerciseTold told = open();
    told.bouts = {bout(kTuesday - 1min)}; // in the same moment
    EXPECT_THAT(barsOf(told), IsEmpty());

    told.bouts = {bout(kTuesday - 1min + 1ms)};
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::CrampUnknown));
}

TEST(ExerciseGate, KeepsACrampForDaysUntilTheSpasmIsOver)
{
    ExerciseTold told = open();
    told.pains.clear();
    told.conditions = {cramp(true, kMonday)};
    told.now = kMonday + 24h * 30;
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::Cramp));

    told.bouts = {bout(kMonday - 2h, kMonday - 1h), bout(kMonday - 1h)};
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::Cramp)); // that one was over before
    told.bouts = {bout(kMonday - 1h, kMonday + 1h)};
    EXPECT_THAT(barsOf(told), ElementsAre(ExerciseBar::CrampUnknown));
}

TEST(ExerciseGate, NamesEveryReasonInAFixedOrder)
{
    ExerciseTold told = open();
    told.conditions = {cramp(true, kTuesday)};
    told.pains = {{kMonday, 4}, {kTuesday, 5}};
    told.highest = Level::Urgent;

    EXPECT_THAT(barsOf(told),
                ElementsAre(ExerciseBar::Cramp, ExerciseBar::PainAbove3,
                            ExerciseBar::HigherThanYesterday, ExerciseBar::AlertOpen));
}

TEST(ExerciseNow, CountsADayWithoutPainAsAReadingOfZero)
{
    tests::Diary diary;
    static_cast<void>(tests::done(diary.journal().painFreeDay(std::nullopt)));
    diary.clock.pass(24h);
    diary.log(2);
    static_cast<void>(tests::done(diary.journal().tell(cramp(false, {}), std::nullopt)));

    const ExerciseGate gate = exerciseNow(diary.engine);

    EXPECT_EQ(gate.painYesterday, 0);
    EXPECT_THAT(gate.because, ElementsAre(ExerciseBar::HigherThanYesterday));
}

TEST(ExerciseNow, LooksAtYesterdayAlsoInTheEpisodeBefore)
{
    tests::Diary diary;
    const Moment now = diary.clock.now().wall;
    // It ended yesterday, more than a day before this one began.
    static_cast<void>(tests::done(diary.journal().logSpasm(tests::spasm(1))));
    static_cast<void>(tests::done(diary.journal().endEpisode(std::nullopt)));
    diary.clock.pass(24h + 1min);
    ASSERT_EQ(diary.clock.now().wall.localDay(), now.localDay() + std::chrono::days{1});
    diary.log(3);
    static_cast<void>(tests::done(diary.journal().tell(cramp(false, {}), std::nullopt)));

    EXPECT_EQ(exerciseNow(diary.engine).painYesterday, 1);
}

TEST(ExerciseNow, IsTakenBackWithWhatWasTold)
{
    tests::Diary diary;
    const auto saved = tests::done(diary.journal().tell(cramp(false, {}), std::nullopt));
    ASSERT_TRUE(exerciseNow(diary.engine).isAllowed());

    static_cast<void>(tests::done(diary.journal().revert(saved.undo)));

    EXPECT_THAT(exerciseNow(diary.engine).because, ElementsAre(ExerciseBar::CrampUnknown));
}

} // namespace
} // namespace unclench
