// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/seat.h"

#include "core/diary/check.h"
#include "core/engine/seat_reader.h"
#include "core/sitting/hours.h"
#include "core/store/care_store.h"
#include "core/store/diary_store.h"
#include "core/store/unsynced.h"

#include <algorithm>

namespace unclench {

using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

/// What a program that is there writes down no more often than this.
constexpr milliseconds kAliveEach = std::chrono::seconds{30};
/// An absence is asked about for so long after its end, and only one that somebody can recall.
constexpr milliseconds kAskFor = minutes{15};
constexpr milliseconds kLongestAsked = std::chrono::hours{4};
/// A pause until tomorrow ends at this local hour.
constexpr std::chrono::hours kMorning{4};

/// The wall clock at an earlier reading of Now::boot in this boot; one that was set to the
/// beginning of its time stays there.
Moment wallAt(const Now& now, milliseconds boot)
{
    const Moment wall = now.wall - (now.boot - boot);
    return {std::max(wall.utc, UtcTime{}), wall.offset};
}

Settings settingsOf(Database& database)
{
    return settingsFrom(DiaryStore{database}.settingRows()).settings;
}

/// What somebody does after the computer slept.
PostureChange afterSleep(const SeatSpan& before, const Presence& presence, milliseconds boot)
{
    if (presence.isPlainTime) {
        return {Posture::Seated, SeatCause::Input, boot};
    }
    if (before.posture != Posture::Walking) {
        return {before.posture, before.cause, boot};
    }
    return presence.isWatched ? PostureChange{Posture::Away, SeatCause::Idle, boot}
                              : PostureChange{Posture::Walking, SeatCause::Told, boot};
}

} // namespace

UnitOfWork Seat::begin(const Now& now)
{
    return {m_database, m_events, m_uuids, now};
}

ClockHistory Seat::history()
{
    return CareStore{m_database}.clockHistory();
}

std::optional<OpenPosture> Seat::openPosture(const SeatSpan& open)
{
    OpenPosture posture{open.posture, open.cause, open.beginBoot, Posture::Seated};
    if (open.posture == Posture::Away) {
        for (const SeatSpan& span : m_store.latestSpans()) {
            if (span.posture == Posture::Seated || span.posture == Posture::Standing) {
                posture.before = span.posture;
            }
        }
    }
    return posture;
}

void Seat::close(UnitOfWork& work, milliseconds boot)
{
    auto open = m_store.open();
    if (!open) {
        return;
    }
    const Now& now = work.now();
    if (open->bootId == now.bootId) {
        open->endBoot = std::clamp(boot, open->beginBoot, std::max(now.boot, open->beginBoot));
        open->end = wallAt(now, *open->endBoot);
    } else {
        // It ended with the boot that it belongs to, when a program was last there.
        const auto alive = m_store.alive();
        const bool isKnown =
            alive && alive->clocks.bootId == open->bootId && alive->clocks.boot > open->beginBoot;
        open->endBoot = isKnown ? alive->clocks.boot : open->beginBoot;
        open->end = isKnown ? alive->clocks.wall : open->begin;
    }
    work.keep(*std::move(open));
}

Uuid Seat::change(UnitOfWork& work, Posture posture, SeatCause cause, milliseconds boot)
{
    close(work, boot);
    SeatSpan span;
    span.posture = posture;
    span.cause = cause;
    span.begin = wallAt(work.now(), boot);
    span.beginBoot = boot;
    span.bootId = work.now().bootId;
    return work.keepNew(span);
}

bool Seat::catchUp(UnitOfWork& work)
{
    const auto open = m_store.open();
    const auto alive = m_store.alive();
    const Now& now = work.now();
    if (open && open->bootId != now.bootId) {
        close(work, now.boot);
        return true;
    }
    if (!open || !alive) {
        return false;
    }
    const bool isSameBoot = alive->clocks.bootId == now.bootId;
    const milliseconds seen =
        std::max(isSameBoot ? alive->clocks.boot : milliseconds{0}, open->beginBoot);
    if (!m_isWatching && unwatchedFor(*open, *alive, now, history())) {
        close(work, seen);
        return true;
    }
    const milliseconds asleep = sleptSince(alive->clocks, now);
    if (asleep.count() == 0) {
        return false;
    }
    const milliseconds begin = std::clamp(now.boot - asleep, seen, now.boot);
    change(work, Posture::Suspended, SeatCause::Asleep, begin);
    const PostureChange after = afterSleep(*open, m_presence, now.boot);
    change(work, after.posture, after.cause, after.since);
    return true;
}

void Seat::begin()
{
    if (m_database.isReadOnly()) {
        return;
    }
    UnitOfWork work = begin(m_clock.now());
    catchUp(work);
    m_isWatching = true;
    m_store.setAlive(aliveAt(work.now()));
    static_cast<void>(work.commit());
}

bool Seat::look(const Presence& presence)
{
    m_presence = presence;
    if (m_database.isReadOnly()) {
        return false; // the window says so; nothing is gained by trying again
    }
    m_isWatching = true;
    const Now now = m_clock.now();
    const Settings settings = settingsOf(m_database);
    const auto open = m_store.open();
    if (!settings.isSittingOn) {
        if (open) {
            UnitOfWork work = begin(now);
            close(work, now.boot);
            static_cast<void>(work.commit());
        }
        return open.has_value();
    }
    const milliseconds length = minutes{settings.breakMinutes};
    const auto alive = m_store.alive();
    const bool isSameBoot = alive && alive->clocks.bootId == now.bootId;
    const bool isBehind = open && (open->bootId != now.bootId ||
                                   (isSameBoot && sleptSince(alive->clocks, now).count() > 0));
    const auto posture = open ? openPosture(*open) : std::nullopt;
    if (!isBehind && !follow(posture, presence, now.boot, length)) {
        if (open &&
            (!isSameBoot || !alive->isWatching || now.boot - alive->clocks.boot >= kAliveEach)) {
            noteAlive();
        }
        return false;
    }
    UnitOfWork work = begin(now);
    catchUp(work);
    const auto current = m_store.open();
    if (const auto next =
            follow(current ? openPosture(*current) : std::nullopt, presence, now.boot, length)) {
        change(work, next->posture, next->cause, next->since);
    }
    m_store.setAlive(aliveAt(now));
    static_cast<void>(work.commit());
    return true;
}

void Seat::noteAlive()
{
    if (m_database.isReadOnly()) {
        return;
    }
    const Unsynced unsynced{m_database}; // a lost one is noted again
    Transaction transaction{m_database};
    m_store.setAlive(aliveAt(m_clock.now()));
    transaction.commit();
}

Result<Saved> Seat::tell(Posture posture, const std::optional<Moment>& since)
{
    return tell(posture, SeatCause::Told, since);
}

Result<Saved> Seat::gotUp()
{
    return tell(Posture::Walking, SeatCause::GotUp, std::nullopt);
}

Result<Saved> Seat::tell(Posture posture, SeatCause cause, const std::optional<Moment>& since)
{
    UnitOfWork work = begin(m_clock.now());
    catchUp(work);
    const Now& now = work.now();
    if (since) {
        if (Problems problems = checkTime("at", *since, now.wall); !problems.empty()) {
            return problems;
        }
    }
    const milliseconds boot = since ? now.boot - (now.wall.utc - since->utc) : now.boot;
    Saved saved{.at = since.value_or(now.wall)};
    const auto open = m_store.open();
    if (boot < milliseconds{0} || (open && since && boot < open->beginBoot)) {
        return refusal(ProblemKind::EndBeforeBegin, "at",
                       open ? open->begin : wallAt(now, milliseconds{0}));
    }
    if (open && open->posture == posture && cause != SeatCause::GotUp) {
        saved.id = open->stamp.id;
        saved.wasThere = true;
    } else {
        saved.id = change(work, posture, cause, boot);
    }
    m_store.setAlive(aliveAt(now));
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Seat::note(SeatDeed deed, std::optional<minutes> length)
{
    UnitOfWork work = begin(m_clock.now());
    SeatEvent event;
    event.deed = deed;
    event.at = work.now().wall;
    event.boot = work.now().boot;
    event.bootId = work.now().bootId;
    event.length = length;
    if (const auto open = DiaryStore{m_database}.openBout()) {
        event.within = open->episode;
    }
    Saved saved{.at = event.at};
    saved.id = work.keepNew(event);
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Seat::snooze()
{
    const SeatClock clock = status().clock;
    if (clock.snoozesLeft == 0) {
        return refusal(ProblemKind::NoSnoozeLeft, "break");
    }
    return clock.isOwed ? note(SeatDeed::Snoozed, std::nullopt)
                        : refusal(ProblemKind::NothingDue, "break");
}

Result<Saved> Seat::skip()
{
    return status().clock.isOwed ? note(SeatDeed::Skipped, std::nullopt)
                                 : refusal(ProblemKind::NothingDue, "break");
}

Result<Saved> Seat::pause(minutes length)
{
    if (length < minutes{1} || length > SeatEvent::kLongestPause) {
        return Problems{{ProblemKind::OutOfRange, "pause", std::to_string(length.count()), {}}};
    }
    return note(SeatDeed::Paused, length);
}

Result<Saved> Seat::pauseUntilMorning()
{
    const LocalTime local = m_clock.now().wall.local();
    const auto day = std::chrono::floor<std::chrono::days>(local - kMorning);
    return pause(std::chrono::ceil<minutes>(day + std::chrono::days{1} + kMorning - local));
}

Result<Saved> Seat::meet(minutes length)
{
    if (length < minutes{1} || length > sitting::kLongestMeeting) {
        return Problems{{ProblemKind::OutOfRange, "pause", std::to_string(length.count()), {}}};
    }
    const auto left = status().clock.meetingLeft.value_or(milliseconds{0});
    return note(SeatDeed::Meeting,
                std::min(std::chrono::ceil<minutes>(left) + length, sitting::kLongestMeeting));
}

Result<Saved> Seat::resume()
{
    const SeatClock clock = status().clock;
    return clock.pauseLeft || clock.meetingLeft ? note(SeatDeed::Resumed, std::nullopt)
                                                : refusal(ProblemKind::NotPaused, "pause");
}

Result<Saved> Seat::endMeeting()
{
    return status().clock.meetingLeft ? note(SeatDeed::MeetingOver, std::nullopt)
                                      : refusal(ProblemKind::NotPaused, "meeting");
}

Result<Saved> Seat::noteShorterOffered()
{
    return note(SeatDeed::ShorterOffered, std::nullopt);
}

Result<Saved> Seat::correct(const Uuid& id, Posture posture)
{
    UnitOfWork work = begin(m_clock.now());
    const auto found = work.find(RecordKind::SeatSpan, id);
    const auto* stored = found ? std::get_if<SeatSpan>(&*found) : nullptr;
    if (stored == nullptr || stored->stamp.isDeleted() || !stored->end) {
        return refusal(ProblemKind::NotThere, "span");
    }
    SeatSpan span = *stored;
    span.posture = posture;
    span.cause = SeatCause::Corrected;
    Saved saved{.id = id, .at = span.begin};
    static_cast<void>(work.replace(std::move(span)));
    saved.undo = work.commit();
    return saved;
}

SeatAround Seat::around(const Settings& settings, const Now& now)
{
    SeatAround around;
    around.isSessionRunning = CareStore{m_database}.running().has_value();
    around.isDoNotDisturb = m_presence.isDoNotDisturb;
    around.isOutsideHours = isOutsideHours(settings, now.wall);
    if (settings.workHours) {
        around.untilHoursChange = untilHoursChange(settings, now.wall);
    }
    return around;
}

std::optional<SeatSpan> Seat::unclear(const Now& now)
{
    const auto spans = m_store.latestSpans();
    if (spans.size() < 2) {
        return std::nullopt;
    }
    const SeatSpan& gap = spans[spans.size() - 2];
    const SeatSpan& open = spans.back();
    const bool isBack = !open.end && open.cause == SeatCause::Input && open.bootId == now.bootId &&
                        now.boot - open.beginBoot < kAskFor;
    if (!isBack || gap.posture != Posture::Away || gap.cause != SeatCause::Idle || !gap.endBoot ||
        *gap.endBoot - gap.beginBoot > kLongestAsked) {
        return std::nullopt;
    }
    return gap;
}

SeatStatus Seat::status()
{
    const Now now = m_clock.now();
    SeatStatus status;
    status.settings = settingsOf(m_database);
    status.isOn = status.settings.isSittingOn;
    status.isWatched = !m_presence.isPlainTime;
    const SeatAround held = around(status.settings, now);
    status.clock =
        seatClock(readSeatPast(m_store, now, history(), m_isWatching), status.settings, held);
    if (!status.isOn) {
        return status;
    }
    status.isPassive =
        status.clock.posture && unclench::isPassive(*status.clock.posture, m_presence, now.boot);
    status.next = unclench::nextChange(status.clock, status.settings, held);
    const auto offer = [&](std::optional<milliseconds> wait) {
        if (wait) {
            status.next = std::min(status.next.value_or(*wait), *wait);
        }
    };
    if (const auto open = m_store.open()) {
        offer(nextFollow(openPosture(*open), m_presence, now.boot,
                         minutes{status.settings.breakMinutes}));
        // Nobody wakes up for somebody who is not there.
        if (!isRest(open->posture) || (!m_presence.idleSince && !m_presence.lockedSince)) {
            const auto alive = m_store.alive();
            const bool isSeen = alive && alive->clocks.bootId == now.bootId;
            offer(std::max(milliseconds{0}, (isSeen ? alive->clocks.boot : now.boot) +
                                                sitting::kHeartbeat - now.boot));
        }
    }
    const auto bout = DiaryStore{m_database}.openBout();
    status.offersShorter = bout &&
                           minutes{status.settings.sittingMinutes} > sitting::kShorterInterval &&
                           !m_store.wasShorterOffered(bout->episode);
    status.unclear = unclear(now);
    return status;
}

SeatDay Seat::day(std::chrono::local_days day)
{
    const Moment now = m_clock.now().wall;
    const UtcTime midnight{day.time_since_epoch() - now.offset};
    // With any offset, all of the day is in it.
    const auto spans =
        m_store.spansIn({midnight - std::chrono::days{1}, midnight + std::chrono::days{2}});
    const DayBounds bounds = boundsOf(day, spans, now);
    return seatDay(spans, m_store.eventsIn({bounds.begin, bounds.end}), bounds);
}

} // namespace unclench
