// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a person and a machine do: every moment belongs to one posture, a break that was taken
// holds no input, what is owed is not lost, and one alarm speaks.
#include "core/alarms/arbiter.h"
#include "core/engine/seat.h"
#include "core/sitting/seat_day.h"
#include "tests/support/test_clock.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::minutes;

/// A desk, and beside it what really happened, in boot time.
class SeatLife {
public:
    explicit SeatLife(Database& database) : m_database(database)
    {
        for (const char* table : {"seat_span", "seat_event", "setting"}) {
            m_database.run(std::string{"DELETE FROM "} + table);
        }
        m_database.run("DELETE FROM meta WHERE key IN ('seat_alive', 'clock_history')");
        m_presence.isWatched = true;
        start();
    }

    void live()
    {
        switch (*rc::gen::inRange(0, 17)) {
        case 0: pass(std::chrono::seconds{*rc::gen::inRange(1, 4000)}); break;
        case 1: pass(std::chrono::seconds{*rc::gen::inRange(1, 80'000)}); break;
        case 2: pass(*rc::gen::element<milliseconds>(1min, 2min, 3min, 5min, 30min, 60min)); break;
        case 3: m_presence.idleSince = m_presence.idleSince.value_or(boot()); break;
        case 4: input(); break;
        case 5: lock(); break;
        case 6: unlock(); break;
        case 7: inhibit(*rc::gen::arbitrary<bool>()); break;
        case 8: sleep(std::chrono::seconds{*rc::gen::inRange(1, 20'000)}); break;
        case 9: m_clock.setWall(m_clock.now().wall + minutes{*rc::gen::inRange(0, 6000)}); break;
        case 10:
            static_cast<void>(m_seat->tell(static_cast<Posture>(*rc::gen::inRange(0, 5))));
            break;
        case 11: static_cast<void>(m_seat->gotUp()); break;
        case 12: answer(); break;
        case 13: static_cast<void>(m_seat->meet(minutes{*rc::gen::inRange(1, 61)})); break;
        case 14: static_cast<void>(m_seat->resume()); break;
        case 15: start(); break; // killed, and started again
        case 16: crash(std::chrono::seconds{*rc::gen::inRange(1, 20'000)}); break;
        default: break;
        }
        look();
        check();
    }

private:
    [[nodiscard]] milliseconds boot() const { return m_clock.now().boot; }
    void start()
    {
        m_seat.emplace(m_database, m_clock, m_events, m_uuids);
        m_seat->begin();
        look();
    }
    void look() { static_cast<void>(m_seat->look(m_presence)); }
    void pass(milliseconds time)
    {
        while (time.count() > 0) {
            const auto next = m_seat->status().next;
            RC_ASSERT(!next || next->count() >= 0);
            const milliseconds step = std::clamp(next.value_or(time), 1ms, time);
            m_clock.pass(step);
            time -= step;
            look();
        }
    }
    void input()
    {
        if (m_presence.lockedSince) {
            return;
        }
        m_presence.inputAfter = boot() - m_presence.idleSince.value_or(boot());
        m_presence.idleSince.reset();
        m_presence.inputAt = boot();
        m_inputs.push_back(boot());
    }
    void lock()
    {
        m_presence.lockedSince = m_presence.lockedSince.value_or(boot());
        m_presence.idleSince = m_presence.idleSince.value_or(boot());
    }
    void unlock()
    {
        if (m_presence.lockedSince) {
            m_presence.lockedSince.reset();
            m_presence.unlockedAt = boot();
            input();
        }
    }
    void inhibit(bool isOn)
    {
        if (m_presence.isInhibited && !isOn) {
            m_presence.inhibitedUntil = boot();
        }
        m_presence.isInhibited = isOn;
    }
    void sleep(milliseconds time)
    {
        if (*rc::gen::arbitrary<bool>()) {
            look(); // the desktop said so in time
        }
        m_clock.suspend(time);
        m_slept += time;
    }
    void answer()
    {
        const SeatClock before = m_seat->status().clock;
        const bool isLater = *rc::gen::arbitrary<bool>();
        const auto result = isLater ? m_seat->snooze() : m_seat->skip();
        const bool isAllowed = before.isOwed && (!isLater || before.snoozesLeft > 0);
        RC_ASSERT(std::holds_alternative<Saved>(result) == isAllowed);
        RC_ASSERT(!isAllowed || !m_seat->status().clock.isOwed);
    }
    void crash(milliseconds gone)
    {
        m_clock.pass(gone);
        m_off += gone;
        start();
    }

    /// Spans follow each other; only where no program ran is there nothing.
    void checkSum(const std::vector<SeatSpan>& spans)
    {
        milliseconds sum{0};
        milliseconds asleep{0};
        milliseconds unknown{0};
        milliseconds last = spans.front().beginBoot;
        for (const SeatSpan& span : spans) {
            RC_ASSERT(span.beginBoot >= last);
            RC_ASSERT(span.endBoot || span.stamp.id == spans.back().stamp.id);
            unknown += span.beginBoot - last;
            last = span.endBoot.value_or(boot());
            RC_ASSERT(last >= span.beginBoot);
            sum += last - span.beginBoot;
            asleep += span.posture == Posture::Suspended ? last - span.beginBoot : 0ms;
        }
        unknown += boot() - last;
        RC_ASSERT(sum + unknown == boot() - spans.front().beginBoot);
        RC_ASSERT(asleep <= m_slept);
        RC_ASSERT(unknown == 0ms || m_off > 0ms);
        if (m_off == 0ms) {
            RC_ASSERT(asleep == m_slept);
        }
    }
    void checkBreaks(const std::vector<SeatSpan>& spans)
    {
        for (const SeatSpan& span : spans) {
            if (span.posture == Posture::Seated || span.posture == Posture::Standing) {
                continue;
            }
            if (span.posture == Posture::Lying) {
                continue; // with the computer at hand, perhaps
            }
            for (const milliseconds input : m_inputs) {
                RC_ASSERT(input <= span.beginBoot || input >= span.endBoot.value_or(boot()));
            }
        }
    }
    void checkClock(const std::vector<SeatSpan>& spans)
    {
        const SeatStatus status = m_seat->status();
        RC_ASSERT(!(status.clock.isDue() && status.clock.isHeld()));
        RC_ASSERT(status.clock.isDue() + status.clock.isHeld() == status.clock.isOwed);
        RC_ASSERT(!status.clock.isDue() || status.clock.posture == Posture::Seated);
        RC_ASSERT(status.clock.seated <= boot());
        RC_ASSERT(status.clock.snoozesLeft >= 0 && status.clock.snoozesLeft <= 2);
        RC_ASSERT(status.clock.meetingLeft.value_or(0ms) <= 60min);
        const bool isNobodyThere =
            !spans.back().end &&
            (spans.back().posture == Posture::Away || spans.back().posture == Posture::Suspended);
        const bool isSeenToBe = m_presence.idleSince || m_presence.lockedSince;
        RC_ASSERT(!isNobodyThere || !isSeenToBe || !status.next || status.clock.meetingLeft);
    }
    /// The arbiter, with everything else that may want to speak.
    void checkAlarms()
    {
        Arbiter arbiter;
        const bool isFlagged = *rc::gen::arbitrary<bool>();
        const bool isQuiet = *rc::gen::arbitrary<bool>();
        const bool isDue = m_seat->status().clock.isDue();
        if (isDue) {
            arbiter.want({AlarmKind::Sitting, "break"});
        }
        if (*rc::gen::arbitrary<bool>()) {
            arbiter.want({AlarmKind::Offer, "heat"});
        }
        if (isFlagged) {
            arbiter.want({AlarmKind::RedFlag, "alert"});
        }
        arbiter.quietUntil(isQuiet ? boot() + 1h : 0ms);
        const auto speaking = arbiter.speaking(boot());
        RC_ASSERT(!isFlagged || (speaking && speaking->kind == AlarmKind::RedFlag));
        RC_ASSERT(isFlagged || !isDue || isQuiet ||
                  (speaking && speaking->kind == AlarmKind::Sitting));
    }
    void check()
    {
        const auto spans = m_seat->store().latestSpans();
        if (spans.empty() || spans.size() >= 200) {
            return;
        }
        checkSum(spans);
        checkBreaks(spans);
        checkClock(spans);
        checkAlarms();
    }

    Database& m_database;
    tests::TestClock m_clock;
    UuidSource m_uuids;
    Events m_events;
    std::optional<Seat> m_seat;
    Presence m_presence;
    std::vector<milliseconds> m_inputs;
    milliseconds m_slept{0};
    milliseconds m_off{0};
};

RC_GTEST_PROP(AnySequenceOfSitting, KeepsItsSumsAndItsPromises, ())
{
    static const auto kDatabase = Database::inMemory();
    SeatLife life{*kDatabase};
    const int steps = *rc::gen::inRange(1, 30);
    for (int i = 0; i < steps; ++i) {
        life.live();
    }
}

} // namespace
} // namespace unclench
