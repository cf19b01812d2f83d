// SPDX-License-Identifier: GPL-3.0-or-later
// The door to sitting: what a person does, what the machine saw of it, and the breaks.
#pragma once

#include "core/diary/seat.h"
#include "core/engine/journal.h"
#include "core/sitting/follow.h"
#include "core/sitting/seat_clock.h"
#include "core/sitting/seat_day.h"
#include "core/store/seat_store.h"
#include "core/time/elapsed.h"

#include <chrono>
#include <optional>
#include <vector>

namespace unclench {

/// How sitting stands, read at one moment.
struct SeatStatus {
    /// Sitting is measured at all.
    bool isOn = true;
    SeatClock clock;
    Settings settings;
    /// Sits, and there is no input.
    bool isPassive = false;
    /// Input can be seen by the program that looked last.
    bool isWatched = false;
    /// How long until it changes by itself. Absent: it does not.
    std::optional<std::chrono::milliseconds> next;
    /// An episode is open, and the shorter interval was not offered in it yet.
    bool offersShorter = false;
    /// An absence that was inferred and has just ended: the person may say what it was.
    std::optional<SeatSpan> unclear;
};

/// Every method that writes is one transaction. What a person did is not undone by a reverse
/// command; `correct` is. Nothing here is held against the rules of warning signs. All throw
/// StorageError.
class Seat {
public:
    Seat(Database& database, const Clock& clock, Events& events, UuidSource& uuids)
        : m_database(database), m_clock(clock), m_events(events), m_uuids(uuids), m_store(database)
    {
    }

    /// To be called once where a program begins that will `look`: what an ended one left open ended
    /// when that was last there.
    void begin();
    /// What the machine sees of the person now. To be called at each change of it, at each wake-up,
    /// right before and right after the computer sleeps. True: something changed.
    bool look(const Presence& presence);
    /// The program that looks is about to end: it was here until now.
    void noteAlive();

    /// The person says what they do, and since when; absent: now. Refused where that is not since
    /// the begin of what goes on, or lies in another boot of the machine.
    [[nodiscard]] Result<Saved> tell(Posture posture,
                                     const std::optional<Moment>& since = std::nullopt);
    /// *I got up*: a break that counts at once.
    [[nodiscard]] Result<Saved> gotUp();
    /// *I'm back*: sits again, unless they do already.
    [[nodiscard]] Result<Saved> comeBack() { return tell(Posture::Seated); }
    /// Refused with NoSnoozeLeft, and where no break is owed with NothingDue.
    [[nodiscard]] Result<Saved> snooze();
    [[nodiscard]] Result<Saved> skip();
    /// No reminders for so long: 1 min to SeatEvent::kLongestPause.
    [[nodiscard]] Result<Saved> pause(std::chrono::minutes length);
    /// The same until four in the morning.
    [[nodiscard]] Result<Saved> pauseUntilMorning();
    /// The same, at most kLongestMeeting from now; again while one lasts: longer, from its end.
    [[nodiscard]] Result<Saved> meet(std::chrono::minutes length);
    /// Refused with NotPaused where there is none.
    [[nodiscard]] Result<Saved> endMeeting();
    /// Ends a pause and a meeting. Refused with NotPaused where there is none.
    [[nodiscard]] Result<Saved> resume();
    /// The shorter interval was offered in the open episode, and answered.
    [[nodiscard]] Result<Saved> noteShorterOffered();
    /// The person says afterwards what a span really was. Undone by its reverse command.
    [[nodiscard]] Result<Saved> correct(const Uuid& span, Posture posture);

    [[nodiscard]] SeatStatus status();
    [[nodiscard]] SeatDay day(std::chrono::local_days day);
    [[nodiscard]] SeatStore& store() { return m_store; }

private:
    [[nodiscard]] UnitOfWork begin(const Now& now);
    [[nodiscard]] ClockHistory history();
    [[nodiscard]] std::optional<OpenPosture> openPosture(const SeatSpan& open);
    [[nodiscard]] SeatAround around(const Settings& settings, const Now& now);
    /// Ends what is open at a reading of Now::boot of this boot, at most `now`.
    void close(UnitOfWork& work, std::chrono::milliseconds boot);
    /// Ends what nobody watched when a program was last there, and writes down sleep since then as
    /// a span of its own. True: something was written.
    bool catchUp(UnitOfWork& work);
    [[nodiscard]] SeatAlive aliveAt(const Now& now) const { return {now, m_isWatching}; }
    Uuid change(UnitOfWork& work, Posture posture, SeatCause cause, std::chrono::milliseconds boot);
    [[nodiscard]] Result<Saved> note(SeatDeed deed, std::optional<std::chrono::minutes> length);
    [[nodiscard]] Result<Saved>
    tell(Posture posture, SeatCause cause, const std::optional<Moment>& since);
    [[nodiscard]] std::optional<SeatSpan> unclear(const Now& now);

    Database& m_database;
    const Clock& m_clock;
    Events& m_events;
    UuidSource& m_uuids;
    SeatStore m_store;
    Presence m_presence;
    /// This program looks, and goes on looking.
    bool m_isWatching = false;
};

} // namespace unclench
