// SPDX-License-Identifier: GPL-3.0-or-later
// The seat clock and the scheduler on values: what counts as sitting, what as a break, what holds.
#include "core/sitting/follow.h"
#include "core/sitting/hours.h"
#include "core/sitting/seat_clock.h"
#include "tests/support/case_name.h"
#include "tests/support/test_clock.h"

#include <gmock/gmock.h>

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace unclench {
namespace {

using std::chrono::milliseconds;

/// What somebody did, from the past on; the last of it goes on.
class Done {
public:
    Done& sat(milliseconds length) { return did(Posture::Seated, length); }
    Done& did(Posture posture, milliseconds length, SeatCause cause = SeatCause::Told)
    {
        m_steps.push_back({posture, cause, length});
        return *this;
    }
    Done& nobodyKnows(milliseconds length)
    {
        m_steps.push_back({std::nullopt, SeatCause::Told, length});
        return *this;
    }
    Done& then(SeatDeed deed, std::chrono::minutes length = 0min)
    {
        m_deeds.push_back({total(), deed, length});
        return *this;
    }
    [[nodiscard]] SeatPast past() const
    {
        SeatPast past;
        milliseconds left = total();
        for (const Step& step : m_steps) {
            if (step.posture) {
                past.spans.push_back({*step.posture, step.cause, left, left - step.length, false});
            }
            left -= step.length;
        }
        if (!past.spans.empty() && m_steps.back().posture) {
            past.spans.back().isOpen = true;
        }
        for (const auto& [at, deed, length] : m_deeds) {
            past.deeds.push_back({deed, total() - at, length});
        }
        return past;
    }
    [[nodiscard]] SeatClock clock(const Settings& settings = {},
                                  const SeatAround& around = {}) const
    {
        return seatClock(past(), settings, around);
    }

private:
    struct Step {
        std::optional<Posture> posture;
        SeatCause cause;
        milliseconds length;
    };
    struct Told {
        milliseconds at;
        SeatDeed deed;
        std::chrono::minutes length;
    };
    [[nodiscard]] milliseconds total() const
    {
        milliseconds sum{0};
        for (const Step& step : m_steps) {
            sum += step.length;
        }
        return sum;
    }
    std::vector<Step> m_steps;
    std::vector<Told> m_deeds;
};

struct RestCase {
    const char* name;
    Done done;
    milliseconds seated;
};

class SeatRest : public testing::TestWithParam<RestCase> {};

TEST_P(SeatRest, CountsOrDoesNot)
{
    EXPECT_EQ(GetParam().done.clock().seated, GetParam().seated);
}

const RestCase kRests[] = {
    {"sitting adds up", Done{}.sat(20min).sat(9min), 29min},
    {"standing neither counts nor adds", Done{}.sat(20min).did(Posture::Standing, 2h).sat(1min),
     21min},
    {"away just under five minutes", Done{}.sat(20min).did(Posture::Away, 5min - 1ms).sat(1min),
     21min},
    {"away five minutes", Done{}.sat(20min).did(Posture::Away, 5min).sat(1min), 1min},
    {"asleep just under five minutes",
     Done{}.sat(20min).did(Posture::Suspended, 5min - 1ms, SeatCause::Asleep).sat(1min), 21min},
    {"asleep five minutes",
     Done{}.sat(20min).did(Posture::Suspended, 5min, SeatCause::Asleep).sat(1min), 1min},
    {"away and asleep together",
     Done{}.sat(20min).did(Posture::Away, 3min).did(Posture::Suspended, 2min).sat(1min), 1min},
    {"lying just under two minutes", Done{}.sat(20min).did(Posture::Lying, 2min - 1ms).sat(1min),
     21min},
    {"lying two minutes", Done{}.sat(20min).did(Posture::Lying, 2min).sat(1min), 1min},
    {"walking just under a minute", Done{}.sat(20min).did(Posture::Walking, 1min - 1ms).sat(1min),
     21min},
    {"walking a minute", Done{}.sat(20min).did(Posture::Walking, 1min).sat(1min), 1min},
    {"walking in two parts",
     Done{}
         .sat(20min)
         .did(Posture::Walking, 30s)
         .did(Posture::Lying, 10s)
         .did(Posture::Walking, 30s)
         .sat(1min),
     1min},
    {"two walks with a stand between",
     Done{}
         .sat(20min)
         .did(Posture::Walking, 40s)
         .did(Posture::Standing, 10s)
         .did(Posture::Walking, 20s)
         .sat(1min),
     1min},
    {"walking and lying two minutes together",
     Done{}.sat(20min).did(Posture::Walking, 30s).did(Posture::Lying, 90s).sat(1min), 1min},
    {"walking and lying just under two minutes together",
     Done{}.sat(20min).did(Posture::Walking, 30s).did(Posture::Lying, 90s - 1ms).sat(1min), 21min},
    {"two walks with a chair between",
     Done{}.sat(20min).did(Posture::Walking, 40s).sat(1s).did(Posture::Walking, 40s).sat(1min),
     21min + 1s},
    {"I got up counts at once",
     Done{}.sat(20min).did(Posture::Walking, 1s, SeatCause::GotUp).sat(1min), 1min},
    {"what nobody knows for four minutes", Done{}.sat(20min).nobodyKnows(4min).sat(1min), 21min},
    {"what nobody knows for five minutes", Done{}.sat(20min).nobodyKnows(5min).sat(1min), 1min},
    {"what nobody knows at the end", Done{}.sat(20min).nobodyKnows(5min), 0min},
    {"a break while it lasts", Done{}.sat(20min).did(Posture::Lying, 2min), 0min},
    {"nothing at all", Done{}, 0min},
};

INSTANTIATE_TEST_SUITE_P(Each, SeatRest, testing::ValuesIn(kRests), tests::caseName<RestCase>);

TEST(SeatClock, IsDueAtTheIntervalAndNotBefore)
{
    EXPECT_FALSE(Done{}.sat(30min - 1ms).clock().isOwed);
    EXPECT_TRUE(Done{}.sat(30min).clock().isDue());
    Settings twenty;
    twenty.sittingMinutes = 20;
    EXPECT_TRUE(Done{}.sat(20min).clock(twenty).isDue());
}

TEST(SeatClock, SaysAMinuteBeforeThatABreakIsNear)
{
    EXPECT_FALSE(Done{}.sat(29min - 1ms).clock().isSoon());
    EXPECT_TRUE(Done{}.sat(29min).clock().isSoon());
    EXPECT_FALSE(Done{}.sat(30min).clock().isSoon());
}

TEST(SeatClock, PutsABreakOffByFiveMinutesTwice)
{
    Done done;
    done.sat(30min).then(SeatDeed::Snoozed).sat(5min - 1ms);
    EXPECT_FALSE(done.clock().isOwed);
    EXPECT_EQ(done.clock().snoozesLeft, 1);

    done.sat(1ms);
    EXPECT_TRUE(done.clock().isDue());

    done.then(SeatDeed::Snoozed).sat(5min);
    EXPECT_TRUE(done.clock().isDue());
    EXPECT_EQ(done.clock().seated, 40min);
    EXPECT_EQ(done.clock().snoozesLeft, 0);
}

TEST(SeatClock, CountsSittingAloneWhileItIsPutOff)
{
    const auto clock =
        Done{}.sat(30min).then(SeatDeed::Snoozed).did(Posture::Standing, 1h).sat(4min).clock();

    EXPECT_FALSE(clock.isOwed);
    EXPECT_EQ(clock.dueAt, 35min);
}

TEST(SeatClock, GivesBothBackAfterABreakOrASkip)
{
    const auto rested = Done{}
                            .sat(30min)
                            .then(SeatDeed::Snoozed)
                            .sat(5min)
                            .did(Posture::Walking, 1min)
                            .sat(1min)
                            .clock();
    EXPECT_EQ(rested.snoozesLeft, 2);
    EXPECT_EQ(rested.dueAt, 30min);

    const auto skipped = Done{}
                             .sat(30min)
                             .then(SeatDeed::Snoozed)
                             .sat(5min)
                             .then(SeatDeed::Skipped)
                             .sat(1min)
                             .clock();
    EXPECT_EQ(skipped.snoozesLeft, 2);
    EXPECT_EQ(skipped.dueAt, 65min);
    EXPECT_EQ(skipped.seated, 36min);
}

TEST(SeatClock, HoldsWhatIsOwedAndNeverCancelsIt)
{
    SeatAround session;
    session.isSessionRunning = true;
    SeatAround quiet;
    quiet.isDoNotDisturb = true;
    const Done done = Done{}.sat(31min);

    EXPECT_TRUE(done.clock({}, session).isHeld());
    EXPECT_FALSE(done.clock({}, session).isDue());
    EXPECT_THAT(done.clock({}, session).holds, ElementsAre(SeatHold::Session));
    EXPECT_THAT(done.clock({}, quiet).holds, ElementsAre(SeatHold::DoNotDisturb));
    EXPECT_TRUE(done.clock().isDue());
    EXPECT_FALSE(Done{}.sat(29min).clock({}, session).isHeld());
}

TEST(SeatClock, CountsOnInAMeetingThatEndsByItself)
{
    Done done;
    done.sat(10min).then(SeatDeed::Meeting, 60min).sat(60min - 1ms);
    EXPECT_TRUE(done.clock().isHeld());
    EXPECT_THAT(done.clock().holds, ElementsAre(SeatHold::Meeting));
    EXPECT_EQ(done.clock().meetingLeft, 1ms);

    done.sat(1ms);
    EXPECT_TRUE(done.clock().isDue());
    EXPECT_FALSE(done.clock().meetingLeft);
    EXPECT_EQ(done.clock().seated, 70min);
}

TEST(SeatClock, EndsAMeetingAndNotThePauseAroundIt)
{
    Done done;
    done.sat(10min).then(SeatDeed::Paused, 120min).then(SeatDeed::Meeting, 60min).sat(30min);
    done.then(SeatDeed::MeetingOver);

    EXPECT_FALSE(done.clock().meetingLeft);
    EXPECT_EQ(done.clock().pauseLeft, 90min);
}

TEST(SeatClock, GoesOnWhenAPauseIsEnded)
{
    Done done;
    done.sat(10min).then(SeatDeed::Paused, 120min).sat(30min);
    EXPECT_THAT(done.clock().holds, ElementsAre(SeatHold::Pause));

    done.then(SeatDeed::Resumed);
    EXPECT_TRUE(done.clock().isDue());
}

TEST(SeatClock, HoldsWhileThePersonDoesNotSit)
{
    const auto standing = Done{}.sat(31min).did(Posture::Standing, 1min).clock();
    EXPECT_TRUE(standing.isHeld());

    EXPECT_TRUE(Done{}.sat(31min).did(Posture::Standing, 1min).sat(0ms).clock().isDue());
}

TEST(SeatClock, AsksForAChangeFromStandingWhereThatIsSet)
{
    Settings cycle;
    cycle.standMinutes = 10;
    const Done ten = Done{}.sat(5min).did(Posture::Standing, 10min);

    EXPECT_FALSE(ten.clock().isStandingOver);
    EXPECT_TRUE(ten.clock(cycle).isStandingOver);
    EXPECT_FALSE(Done{}.did(Posture::Standing, 10min - 1ms).clock(cycle).isStandingOver);
}

TEST(SeatClock, KnowsNothingWhereNothingWasSeen)
{
    const SeatClock clock = Done{}.clock();

    EXPECT_FALSE(clock.posture);
    EXPECT_FALSE(clock.isOwed);
}

TEST(SeatClock, CountsOverlappingSpansOnce)
{
    SeatPast past;
    past.spans = {{Posture::Seated, SeatCause::Told, 30min, 10min, false},
                  {Posture::Seated, SeatCause::Told, 20min, 0min, true}};

    EXPECT_EQ(seatClock(past, {}, {}).seated, 30min);
}

TEST(SeatClock, KnowsWhenItChangesNext)
{
    EXPECT_EQ(nextChange(Done{}.sat(20min).clock(), {}, {}), 9min);
    EXPECT_EQ(nextChange(Done{}.sat(29min).clock(), {}, {}), 1min);
    EXPECT_FALSE(nextChange(Done{}.sat(30min).clock(), {}, {}));
    EXPECT_FALSE(nextChange(Done{}.sat(20min).did(Posture::Away, 1min).clock(), {}, {}));
    EXPECT_EQ(nextChange(Done{}.sat(31min).then(SeatDeed::Meeting, 5min).sat(1min).clock(), {}, {}),
              4min);
}

struct HoursCase {
    const char* name;
    const char* at;
    WorkHours hours;
    bool isWeekdaysOnly;
    bool isOutside;
};
class WorkingHours : public testing::TestWithParam<HoursCase> {};
TEST_P(WorkingHours, AreLocal)
{
    Settings settings;
    settings.workHours = GetParam().hours;
    settings.isWorkWeekdaysOnly = GetParam().isWeekdaysOnly;

    EXPECT_EQ(isOutsideHours(settings, tests::at(GetParam().at)), GetParam().isOutside);
}
const HoursCase kHours[] = {
    {"before", "2026-03-02T08:59:59+01:00", {540, 1020}, true, true},
    {"at the beginning", "2026-03-02T09:00:00+01:00", {540, 1020}, true, false},
    {"before the end", "2026-03-02T16:59:59+01:00", {540, 1020}, true, false},
    {"at the end", "2026-03-02T17:00:00+01:00", {540, 1020}, true, true},
    {"a Saturday", "2026-03-07T10:00:00+01:00", {540, 1020}, true, true},
    {"a Saturday that counts", "2026-03-07T10:00:00+01:00", {540, 1020}, false, false},
    {"a night before midnight", "2026-03-02T23:00:00+01:00", {1320, 360}, true, false},
    {"a night after midnight", "2026-03-03T05:59:00+01:00", {1320, 360}, true, false},
    {"the day between nights", "2026-03-03T12:00:00+01:00", {1320, 360}, true, true},
    {"the night from Friday", "2026-03-07T03:00:00+01:00", {1320, 360}, true, false},
    {"the night from Saturday", "2026-03-08T03:00:00+01:00", {1320, 360}, true, true},
};
INSTANTIATE_TEST_SUITE_P(Each, WorkingHours, testing::ValuesIn(kHours), tests::caseName<HoursCase>);

TEST(WorkingHours, TellWhenTheyChange)
{
    Settings settings;
    settings.workHours = WorkHours{540, 1020};

    EXPECT_EQ(untilHoursChange(settings, tests::at("2026-03-02T08:30:00+01:00")), 30min);
    EXPECT_EQ(untilHoursChange(settings, tests::at("2026-03-02T17:00:00+01:00")), 16h);
}

// What follows from what the machine sees.

constexpr milliseconds kNow = 100min;

OpenPosture
since(milliseconds begin, Posture posture = Posture::Seated, SeatCause cause = SeatCause::Input)
{
    return {posture, cause, begin, Posture::Seated};
}
Presence watched()
{
    Presence presence;
    presence.isWatched = true;
    return presence;
}
std::optional<PostureChange> after(const std::optional<OpenPosture>& open, const Presence& presence)
{
    return follow(open, presence, kNow, 2min);
}

TEST(Follow, BeginsWithTheFirstInput)
{
    const auto change = after(std::nullopt, watched());

    ASSERT_TRUE(change);
    EXPECT_EQ(change->posture, Posture::Seated);
    EXPECT_FALSE(after(std::nullopt, Presence{})); // nobody looks
    Presence plain;
    plain.isPlainTime = true;
    EXPECT_TRUE(after(std::nullopt, plain));
}

TEST(Follow, CreditsAnAbsenceBackToTheLastInput)
{
    Presence presence = watched();
    presence.idleSince = kNow - 3min;
    const auto change = after(since(10min), presence);

    ASSERT_TRUE(change);
    EXPECT_EQ(change->posture, Posture::Away);
    EXPECT_EQ(change->since, kNow - 3min);
    presence.idleSince = kNow - 3min + 1ms;
    EXPECT_FALSE(after(since(10min), presence));
    EXPECT_EQ(nextFollow(since(10min), presence, kNow, 2min), 1ms);
}

TEST(Follow, TakesAFilmForSittingAndCreditsFromItsEnd)
{
    Presence presence = watched();
    presence.idleSince = kNow - 60min;
    presence.isInhibited = true;
    EXPECT_FALSE(after(since(10min), presence));
    EXPECT_TRUE(isPassive(Posture::Seated, presence, kNow));

    presence.isInhibited = false;
    presence.inhibitedUntil = kNow - 1min;
    EXPECT_FALSE(after(since(10min), presence));

    presence.inhibitedUntil = kNow - 4min;
    ASSERT_TRUE(after(since(10min), presence));
    EXPECT_EQ(after(since(10min), presence)->since, kNow - 4min);
}

TEST(Follow, LeavesAtOnceWhenTheScreenIsLocked)
{
    Presence presence = watched();
    presence.lockedSince = kNow - 1s;
    const auto change = after(since(10min), presence);

    ASSERT_TRUE(change);
    EXPECT_EQ(change->posture, Posture::Away);
    EXPECT_EQ(change->cause, SeatCause::Locked);
}

TEST(Follow, CreditsALockThatCameByItselfBackToTheLastInput)
{
    Presence presence = watched();
    presence.idleSince = kNow - 2min;
    presence.lockedSince = kNow;

    ASSERT_TRUE(after(since(10min), presence));
    EXPECT_EQ(after(since(10min), presence)->since, kNow - 2min);
}

TEST(Follow, LetsSomebodyLieWithTheComputerAtHand)
{
    Presence presence = watched();
    presence.inputAt = kNow;
    presence.inputAfter = 3min - 1ms;
    EXPECT_FALSE(after(since(80min, Posture::Lying, SeatCause::Told), presence));

    presence.inputAfter = 3min;
    EXPECT_TRUE(after(since(80min, Posture::Lying, SeatCause::Told), presence));
}

TEST(Follow, ComesBackWithInputAndNeverWhileLocked)
{
    Presence presence = watched();
    presence.inputAt = kNow;
    const auto away = since(90min, Posture::Away, SeatCause::Idle);
    ASSERT_TRUE(after(away, presence));
    EXPECT_EQ(after(away, presence)->posture, Posture::Seated);
    presence.lockedSince = 95min;
    EXPECT_FALSE(after(away, presence));
}

TEST(Follow, GoesOnStandingAfterAShortAbsenceOnly)
{
    Presence presence = watched();
    presence.inputAt = kNow;
    OpenPosture away = since(kNow - 5min + 1ms, Posture::Away, SeatCause::Idle);
    away.before = Posture::Standing;
    EXPECT_EQ(after(away, presence)->posture, Posture::Standing);
    away.begin = kNow - 5min;
    EXPECT_EQ(after(away, presence)->posture, Posture::Seated);
}

TEST(Follow, EndsABreakWithInputAndNotWithThePressThatBeganIt)
{
    Presence presence = watched();
    presence.inputAt = 99min;
    EXPECT_FALSE(after(since(99min, Posture::Walking, SeatCause::GotUp), presence));
    EXPECT_TRUE(after(since(98min, Posture::Walking, SeatCause::GotUp), presence));
}

TEST(Follow, EndsABreakByItselfWhereInputCannotBeSeen)
{
    Presence plain;
    plain.isPlainTime = true;
    EXPECT_FALSE(after(since(kNow - 2min + 1ms, Posture::Walking, SeatCause::GotUp), plain));
    const auto over = after(since(kNow - 3min, Posture::Walking, SeatCause::GotUp), plain);
    ASSERT_TRUE(over);
    EXPECT_EQ(over->since, kNow - 1min);
    EXPECT_EQ(over->cause, SeatCause::BreakOver);
}

TEST(Follow, StaysWithWhatWasToldWhereNobodyLooks)
{
    for (const Posture posture :
         {Posture::Seated, Posture::Standing, Posture::Walking, Posture::Lying, Posture::Away}) {
        EXPECT_FALSE(after(since(0min, posture, SeatCause::Told), Presence{}));
    }
}

} // namespace
} // namespace unclench
