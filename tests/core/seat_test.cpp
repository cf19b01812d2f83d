// SPDX-License-Identifier: GPL-3.0-or-later
// The door to sitting on a diary: suspend, set clocks, restarts of program and machine, crashes,
// and what a person says afterwards.
#include "core/engine/seat.h"
#include "core/sitting/rules.h"
#include "core/sitting/seat_day.h"
#include "core/store/storage_error.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"

#include <gmock/gmock.h>

using namespace std::chrono_literals;

namespace unclench {
namespace {

using std::chrono::milliseconds;
using tests::done;
using tests::refusalOf;

Presence watchedPresence()
{
    Presence presence;
    presence.isWatched = true;
    return presence;
}

/// A desk with a program that looks as the real one does: at each change and at its own wake-ups.
class Desk : public tests::Diary {
public:
    Desk()
    {
        seat().begin();
        look();
    }
    [[nodiscard]] Seat& seat() { return engine.seat(); }
    void look() { static_cast<void>(seat().look(presence)); }
    void pass(milliseconds time)
    {
        while (time.count() > 0) {
            const auto next = seat().status().next;
            const milliseconds step = std::clamp(next.value_or(time), 1ms, time);
            clock.pass(step);
            time -= step;
            look();
        }
    }
    void goIdle() { presence.idleSince = clock.now().boot; }
    void input()
    {
        presence.idleSince.reset();
        presence.inputAt = clock.now().boot;
        look();
    }
    /// The lid is closed and opened: `isTold`, whether logind said so in time.
    void sleep(milliseconds time, bool isTold)
    {
        if (isTold) {
            look();
        }
        clock.suspend(time);
        look();
    }
    [[nodiscard]] SeatClock now() { return seat().status().clock; }
    [[nodiscard]] std::vector<Posture> postures()
    {
        std::vector<Posture> postures;
        for (const SeatSpan& span : seat().store().latestSpans()) {
            postures.push_back(span.posture);
        }
        return postures;
    }

    Presence presence = watchedPresence();
};

TEST(Seat, BeginsWithInputAndIsDueAfterHalfAnHour)
{
    Desk desk;

    desk.pass(30min - 1ms);
    EXPECT_FALSE(desk.now().isDue());
    desk.pass(1ms);

    EXPECT_TRUE(desk.now().isDue());
}

TEST(Seat, SitsOnWithoutInputForALittleAndIsGoneAfterThreeMinutes)
{
    Desk desk;
    desk.pass(10min);
    desk.goIdle();

    desk.pass(2min);
    EXPECT_EQ(desk.now().posture, Posture::Seated);
    EXPECT_TRUE(desk.seat().status().isPassive);
    EXPECT_EQ(desk.now().seated, 12min);

    desk.pass(1min);
    EXPECT_EQ(desk.now().posture, Posture::Away);
    EXPECT_EQ(desk.now().seated, 10min);
}

TEST(Seat, KeepsWhatWasSatOverAShortAbsence)
{
    Desk desk;
    desk.pass(10min);
    desk.goIdle();
    desk.pass(5min - 1ms);
    desk.input();

    EXPECT_EQ(desk.now().posture, Posture::Seated);
    EXPECT_EQ(desk.now().seated, 10min);
}

TEST(Seat, ForgetsItOverFiveMinutes)
{
    Desk desk;
    desk.pass(10min);
    desk.goIdle();
    desk.pass(5min);
    desk.input();

    EXPECT_EQ(desk.now().seated, 0ms);
}

TEST(Seat, NeedsNoWakeUpWhileNobodyIsThere)
{
    Desk desk;
    desk.pass(10min);
    desk.goIdle();
    desk.pass(3min);

    EXPECT_FALSE(desk.seat().status().next);
}

struct SleepCase {
    const char* name;
    milliseconds length;
    bool isTold;
};
class SeatSleep : public testing::TestWithParam<SleepCase> {};

TEST_P(SeatSleep, IsMeasuredExactlyInEachPosture)
{
    for (const Posture posture :
         {Posture::Seated, Posture::Standing, Posture::Walking, Posture::Lying, Posture::Away}) {
        Desk desk;
        desk.pass(20min);
        static_cast<void>(done(desk.seat().tell(posture)));
        desk.pass(30s);

        desk.sleep(GetParam().length, GetParam().isTold);

        milliseconds asleep{0};
        for (const SeatSpan& span : desk.seat().store().latestSpans()) {
            asleep += span.posture == Posture::Suspended ? *span.endBoot - span.beginBoot : 0ms;
        }
        EXPECT_EQ(asleep, GetParam().length) << toId(posture);
        const bool isBreak = GetParam().length >= 5min;
        if (posture == Posture::Seated) {
            EXPECT_EQ(desk.now().seated, isBreak ? 0ms : 20min + 30s);
        }
    }
}

const SleepCase kSleeps[] = {
    {"five seconds", 5s, true},          {"five seconds that nobody told", 5s, false},
    {"almost five minutes", 299s, true}, {"five minutes", 5min, true},
    {"ten minutes", 10min, true},        {"ten minutes that nobody told", 10min, false},
    {"three days", 72h, true},           {"three days that nobody told", 72h, false},
    {"forty days", 24h * 40, true},
};
INSTANTIATE_TEST_SUITE_P(Each, SeatSleep, testing::ValuesIn(kSleeps), tests::caseName<SleepCase>);

TEST(Seat, CountsThreeSleepsOfADay)
{
    Desk desk;
    for (int i = 0; i < 3; ++i) {
        desk.pass(10min);
        desk.sleep(1h, i != 1);
        EXPECT_EQ(desk.now().seated, 0ms);
    }

    EXPECT_EQ(std::ranges::count(desk.postures(), Posture::Suspended), 3);
}

TEST(Seat, KeepsAnAbsenceOfANightWhole)
{
    Desk desk;
    desk.pass(20min);
    desk.goIdle();
    desk.pass(14h);
    desk.input();

    const auto spans = desk.seat().store().latestSpans();
    ASSERT_EQ(spans.size(), 3U);
    EXPECT_EQ(*spans[1].endBoot - spans[1].beginBoot, 14h);
}

TEST(Seat, BelievesACommandThatToldOfThePast)
{
    tests::Diary diary;
    static_cast<void>(diary.clock.pass(1h));
    static_cast<void>(
        done(diary.engine.seat().tell(Posture::Seated, diary.clock.now().wall - 20min)));
    static_cast<void>(done(diary.engine.seat().tell(Posture::Seated)));
    diary.clock.pass(10min);

    EXPECT_EQ(diary.engine.seat().status().clock.seated, 30min);
}

TEST(Seat, DoesNotHearOfASetClock)
{
    for (const auto jump : {3h, -3h, 1h, -1h}) {
        Desk desk;
        desk.pass(20min);
        desk.clock.setWall(desk.clock.now().wall + jump);
        desk.look();

        EXPECT_EQ(desk.now().seated, 20min);
        desk.pass(10min);
        EXPECT_TRUE(desk.now().isDue());
        EXPECT_EQ(std::ranges::count(desk.postures(), Posture::Suspended), 0);
    }
}

TEST(Seat, DoesNotHearOfAnotherZone)
{
    Desk desk;
    desk.pass(20min);
    Moment wall = desk.clock.now().wall;
    wall.offset += 9h;
    desk.clock.setWall(wall);
    desk.pass(10min);

    EXPECT_TRUE(desk.now().isDue());
}

TEST(Seat, TakesARestartForNoBreak)
{
    Desk desk;
    desk.pass(20min);
    static_cast<void>(done(desk.seat().tell(Posture::Standing)));
    static_cast<void>(done(desk.seat().tell(Posture::Seated)));
    Seat again{*desk.database, desk.clock, desk.engine.events(), desk.uuids};
    again.begin();

    EXPECT_EQ(again.status().clock.seated, 20min);
    EXPECT_EQ(again.status().clock.posture, Posture::Seated);
}

TEST(Seat, EndsWhatACrashLeftOpenWhenAProgramWasLastThere)
{
    Desk desk;
    desk.pass(20min);
    desk.clock.pass(2h); // killed; nobody looks
    Seat again{*desk.database, desk.clock, desk.engine.events(), desk.uuids};
    EXPECT_EQ(again.status().clock.seated, 0ms);
    EXPECT_FALSE(again.status().clock.posture);
    again.begin();
    static_cast<void>(again.look(watchedPresence()));

    const auto spans = again.store().latestSpans();
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(*spans[0].endBoot - spans[0].beginBoot, 20min);
    EXPECT_EQ(again.status().clock.posture, Posture::Seated);
    EXPECT_EQ(again.status().clock.seated, 0ms);
}

TEST(Seat, EndsItInItsOwnBootOverARestartOfTheMachine)
{
    Desk desk;
    desk.pass(20min);
    desk.clock.pass(10min);
    desk.clock.restartMachine();
    desk.clock.pass(1min);
    Seat again{*desk.database, desk.clock, desk.engine.events(), desk.uuids};
    again.begin();
    static_cast<void>(again.look(watchedPresence()));

    const auto spans = again.store().latestSpans();
    ASSERT_EQ(spans.size(), 2U);
    EXPECT_EQ(*spans[0].endBoot - spans[0].beginBoot, 20min);
    EXPECT_EQ(again.status().clock.seated, 0ms);
}

class SeatInEachPosture : public testing::TestWithParam<Posture> {
public:
    /// As it was told 20 minutes ago, and a program has watched since.
    void told(Desk& desk)
    {
        desk.pass(20min);
        static_cast<void>(done(desk.seat().tell(GetParam())));
        desk.pass(20min);
    }
    [[nodiscard]] static milliseconds known(Seat& seat, const Now& now)
    {
        milliseconds sum{0};
        for (const SeatSpan& span : seat.store().latestSpans()) {
            if (span.bootId != now.bootId && !span.endBoot) {
                ADD_FAILURE() << "open in a boot that is over";
            }
            sum += span.endBoot.value_or(now.boot) - span.beginBoot;
        }
        return sum;
    }
};

TEST_P(SeatInEachPosture, ACrashLosesAtMostAHeartbeat)
{
    Desk desk;
    told(desk);
    const milliseconds before = known(desk.seat(), desk.clock.now());
    desk.clock.pass(6h);
    Seat again{*desk.database, desk.clock, desk.engine.events(), desk.uuids};
    again.begin();
    static_cast<void>(again.look(watchedPresence()));

    EXPECT_LE(before - known(again, desk.clock.now()), sitting::kHeartbeat);
    EXPECT_EQ(again.status().clock.seated, 0ms);
}

TEST_P(SeatInEachPosture, ARestartOfTheMachineToo)
{
    Desk desk;
    told(desk);
    const milliseconds before = known(desk.seat(), desk.clock.now());
    desk.clock.pass(1h);
    desk.clock.restartMachine();
    desk.clock.pass(1min);
    Seat again{*desk.database, desk.clock, desk.engine.events(), desk.uuids};
    again.begin();
    static_cast<void>(again.look(watchedPresence()));

    EXPECT_LE(before - known(again, desk.clock.now()), sitting::kHeartbeat);
    EXPECT_EQ(again.status().clock.seated, 0ms);
}

INSTANTIATE_TEST_SUITE_P(
    Each,
    SeatInEachPosture,
    testing::Values(Posture::Seated, Posture::Standing, Posture::Walking, Posture::Lying),
    [](const auto& row) { return std::string{toId(row.param)}; });

TEST(Seat, TakesBackWhatWasDueWhenTheInputHadStoppedBefore)
{
    Desk desk;
    desk.pass(29min);
    desk.goIdle();
    desk.pass(1min);
    EXPECT_TRUE(desk.now().isDue()); // they may sit and read

    desk.pass(2min);
    EXPECT_FALSE(desk.now().isOwed);
    EXPECT_EQ(desk.now().seated, 29min);
}

TEST(Seat, KeepsWhatWasDueWhenTheInputStopsAfter)
{
    Desk desk;
    desk.pass(30min);
    desk.goIdle();
    desk.pass(4min);
    EXPECT_TRUE(desk.now().isHeld());

    desk.input();
    EXPECT_TRUE(desk.now().isDue());
}

TEST(Seat, HoldsABreakForDoNotDisturbThatBeginsWithIt)
{
    Desk desk;
    desk.pass(30min - 1ms);
    desk.presence.isDoNotDisturb = true;
    desk.pass(1ms);

    EXPECT_TRUE(desk.now().isHeld());
    EXPECT_THAT(desk.now().holds, testing::ElementsAre(SeatHold::DoNotDisturb));
}

TEST(Seat, SaysThatADiaryIsHeldAndGoesOnAfter)
{
    Desk desk;
    desk.pass(10min);
    desk.database->run("PRAGMA query_only = ON");
    desk.presence.lockedSince = desk.clock.now().boot;
    EXPECT_THROW(desk.look(), StorageError);

    desk.database->run("PRAGMA query_only = OFF");
    desk.look();
    EXPECT_EQ(desk.now().posture, Posture::Away);
    EXPECT_EQ(desk.now().seated, 10min);
}

TEST(Seat, ForgetsNothingOverAQuickRestartOfTheMachine)
{
    Desk desk;
    desk.engine.care().noteClock();
    desk.pass(20min);
    Moment wall = desk.clock.now().wall;
    desk.clock.restartMachine();
    desk.clock.setWall(wall + 1min);
    desk.clock.pass(30s);
    Seat again{*desk.database, desk.clock, desk.engine.events(), desk.uuids};
    again.begin();
    static_cast<void>(again.look(watchedPresence()));

    EXPECT_EQ(again.status().clock.seated, 20min);
}

TEST(Seat, BelievesACommandForFourHours)
{
    tests::Diary diary;
    static_cast<void>(done(diary.engine.seat().tell(Posture::Seated)));
    diary.clock.pass(4h - 1ms);
    EXPECT_EQ(diary.engine.seat().status().clock.seated, 4h - 1ms);

    diary.clock.pass(1ms);
    EXPECT_FALSE(diary.engine.seat().status().clock.posture);
}

TEST(Seat, SnoozesTwiceAndRefusesTheThird)
{
    Desk desk;
    EXPECT_EQ(refusalOf(desk.seat().snooze()), ProblemKind::NothingDue);
    EXPECT_EQ(refusalOf(desk.seat().skip()), ProblemKind::NothingDue);
    desk.pass(30min);
    static_cast<void>(done(desk.seat().snooze()));
    desk.pass(5min);
    static_cast<void>(done(desk.seat().snooze()));
    desk.pass(5min);

    EXPECT_TRUE(desk.now().isDue());
    EXPECT_EQ(refusalOf(desk.seat().snooze()), ProblemKind::NoSnoozeLeft);
    static_cast<void>(done(desk.seat().skip()));
    EXPECT_FALSE(desk.now().isDue());
}

TEST(Seat, ExtendsAMeetingToAnHourFromNowAtMost)
{
    Desk desk;
    EXPECT_EQ(refusalOf(desk.seat().meet(61min)), ProblemKind::OutOfRange);
    static_cast<void>(done(desk.seat().meet(60min)));
    desk.pass(45min);
    static_cast<void>(done(desk.seat().meet(30min)));
    EXPECT_EQ(desk.now().meetingLeft, 45min);
    static_cast<void>(done(desk.seat().meet(30min)));
    EXPECT_EQ(desk.now().meetingLeft, 60min);

    desk.pass(60min);
    EXPECT_FALSE(desk.now().meetingLeft);
    EXPECT_TRUE(desk.now().isDue());
    EXPECT_EQ(refusalOf(desk.seat().resume()), ProblemKind::NotPaused);
}

TEST(Seat, PausesUntilFourInTheMorning)
{
    Desk desk;

    static_cast<void>(done(desk.seat().pauseUntilMorning())); // at 08:00

    EXPECT_EQ(desk.now().pauseLeft, 20h);
}

TEST(Seat, HoldsABreakWhileDoNotDisturbLastsAndShowsItAfter)
{
    Desk desk;
    desk.presence.isDoNotDisturb = true;
    desk.pass(30min);
    EXPECT_TRUE(desk.now().isHeld());

    desk.pass(10min);
    desk.presence.isDoNotDisturb = false;
    desk.look();
    EXPECT_TRUE(desk.now().isDue());
    EXPECT_EQ(desk.now().seated, 40min);
}

TEST(Seat, ResetsNothingOnUnlockOrAnotherSetting)
{
    Desk desk;
    desk.pass(20min);
    desk.presence.lockedSince = desk.clock.now().boot;
    desk.look();
    desk.pass(5s);
    desk.presence.lockedSince.reset();
    desk.presence.unlockedAt = desk.clock.now().boot;
    desk.input();
    EXPECT_EQ(desk.now().seated, 20min);

    static_cast<void>(done(desk.journal().set("sitting_minutes", "45")));
    EXPECT_EQ(desk.now().seated, 20min);
    static_cast<void>(done(desk.journal().set("sitting_minutes", "20")));
    EXPECT_TRUE(desk.now().isDue());
}

TEST(Seat, KeepsItsDefaultWhereASettingIsOutOfRange)
{
    Desk desk;
    static_cast<void>(done(desk.journal().set("sitting_minutes", "20")));
    desk.database->run("UPDATE setting SET value = '9999' WHERE key = 'sitting_minutes'");

    desk.pass(30min);

    EXPECT_TRUE(desk.now().isDue());
    EXPECT_THAT(desk.engine.settings().ignored, testing::ElementsAre("sitting_minutes"));
}

TEST(Seat, MeasuresNothingWhereItIsSwitchedOff)
{
    Desk desk;
    desk.pass(5min);
    static_cast<void>(done(desk.journal().set("sitting_on", "no")));
    desk.look();
    desk.pass(1h);

    EXPECT_FALSE(desk.seat().status().isOn);
    EXPECT_FALSE(desk.seat().store().open());
    EXPECT_FALSE(desk.seat().status().next);
}

TEST(Seat, AsksWhatAnAbsenceWasAndTakesItBack)
{
    Desk desk;
    desk.pass(20min);
    desk.goIdle();
    desk.pass(10min);
    desk.input();
    const auto unclear = desk.seat().status().unclear;
    ASSERT_TRUE(unclear);
    EXPECT_EQ(desk.now().seated, 0ms);

    const Saved saved = done(desk.seat().correct(unclear->stamp.id, Posture::Seated));
    EXPECT_EQ(desk.now().seated, 30min);
    EXPECT_FALSE(desk.seat().status().unclear);

    static_cast<void>(done(desk.journal().revert(saved.undo)));
    EXPECT_EQ(desk.now().seated, 0ms);
}

TEST(Seat, DoesNotAskAboutAnAbsenceThatIsClear)
{
    Desk desk;
    desk.pass(20min);
    desk.sleep(10min, true);
    desk.input();
    EXPECT_FALSE(desk.seat().status().unclear);

    desk.goIdle();
    desk.pass(10min);
    desk.input();
    desk.pass(15min);
    EXPECT_FALSE(desk.seat().status().unclear);
}

TEST(Seat, DoesNotCorrectWhatGoesOn)
{
    Desk desk;

    EXPECT_EQ(refusalOf(desk.seat().correct(desk.seat().store().open()->stamp.id, Posture::Away)),
              ProblemKind::NotThere);
}

TEST(Seat, OffersTwentyMinutesOnceInAnEpisodeAndSetsNothing)
{
    Desk desk;
    EXPECT_FALSE(desk.seat().status().offersShorter);
    desk.log(5);
    EXPECT_TRUE(desk.seat().status().offersShorter);

    static_cast<void>(done(desk.seat().noteShorterOffered()));
    EXPECT_FALSE(desk.seat().status().offersShorter);
    EXPECT_EQ(desk.engine.settings().settings.sittingMinutes, 30);

    desk.end();
    desk.clock.pass(48h);
    desk.log(4);
    EXPECT_TRUE(desk.seat().status().offersShorter);
}

TEST(Seat, IsToldForATimeThatHasPassed)
{
    Desk desk;
    desk.pass(20min);
    const Moment then = desk.clock.now().wall - 5min;

    static_cast<void>(done(desk.seat().tell(Posture::Standing, then)));
    EXPECT_EQ(desk.now().seated, 15min);
    EXPECT_EQ(desk.now().inPosture, 5min);

    EXPECT_EQ(refusalOf(desk.seat().tell(Posture::Lying, then - 1min)),
              ProblemKind::EndBeforeBegin);
    EXPECT_EQ(refusalOf(desk.seat().tell(Posture::Lying, then + 1h)), ProblemKind::InTheFuture);
}

TEST(SeatDay, SplitsAtMidnightAndCountsBreaks)
{
    Desk desk;
    desk.clock.setWall(tests::at("2026-03-02T23:30:00+01:00"));
    static_cast<void>(done(desk.seat().tell(Posture::Lying)));
    static_cast<void>(done(desk.seat().tell(Posture::Seated)));
    desk.pass(20min);
    static_cast<void>(done(desk.seat().gotUp()));
    desk.pass(2min);
    desk.input();
    desk.pass(20min);
    const UtcTime midnight = tests::at("2026-03-03T00:00:00+01:00").utc;
    const auto dayOf = [&](UtcTime begin, UtcTime end) {
        return seatDay(desk.seat().store().spansIn({begin, end}),
                       desk.seat().store().eventsIn({begin, end}), {begin, end});
    };

    const SeatDay first = dayOf(midnight - 24h, midnight);
    EXPECT_EQ(first.seated, 28min);
    EXPECT_EQ(first.longest, 20min);
    ASSERT_EQ(first.breaks.size(), 1U);
    EXPECT_FALSE(first.breaks[0].isInferred);

    const SeatDay second = dayOf(midnight, desk.clock.now().wall.utc);
    EXPECT_EQ(second.seated, 12min);
    EXPECT_TRUE(second.breaks.empty());
}

TEST(SeatDay, DoesNotCallTheWayHomeABreak)
{
    Desk desk;
    const UtcTime begin = desk.clock.now().wall.utc;
    desk.pass(20min);
    desk.goIdle();
    desk.pass(4h);
    const UtcTime end = desk.clock.now().wall.utc;

    const SeatDay day = seatDay(desk.seat().store().spansIn({begin, end}), {}, {begin, end});

    EXPECT_EQ(day.seated, 20min);
    EXPECT_TRUE(day.breaks.empty());
}

} // namespace
} // namespace unclench
