// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sitting/seat_clock.h"

#include <algorithm>

namespace unclench {

using namespace sitting;
using std::chrono::milliseconds;

namespace {

/// Sitting since the last break that counted.
struct Sat {
    struct Piece {
        milliseconds begin; // ago
        milliseconds end;   // ago
    };
    std::vector<Piece> pieces;
    /// How long ago that break was over, or counted where it goes on; what was done with a reminder
    /// before it is past. Absent: none is known.
    std::optional<milliseconds> since;

    /// How long had been sat so long ago.
    [[nodiscard]] milliseconds upTo(milliseconds ago) const
    {
        milliseconds sum{0};
        for (const Piece& piece : pieces) {
            sum += std::max(milliseconds{0}, piece.begin - std::max(piece.end, ago));
        }
        return sum;
    }
};

Sat satSince(const std::vector<SeatPast::Span>& spans)
{
    Sat sat;
    Absence absence;
    std::optional<milliseconds> before;
    const auto rest = [&](Posture posture, SeatCause cause, milliseconds begin, milliseconds end) {
        if (absence.add(posture, cause, begin - end)) {
            sat.pieces.clear();
            sat.since = end;
        }
    };
    for (const SeatPast::Span& span : spans) {
        // Two that overlap after an import count once.
        const milliseconds begin = std::min(span.begin, before.value_or(span.begin));
        const milliseconds end = std::min(span.end, begin);
        if (before && *before > begin) {
            rest(Posture::Away, SeatCause::Idle, *before, begin);
        }
        if (span.posture == Posture::Seated) {
            absence = {};
            sat.pieces.push_back({begin, end});
        } else {
            rest(span.posture, span.cause, begin, end);
        }
        before = end;
    }
    if (before && *before > milliseconds{0}) {
        rest(Posture::Away, SeatCause::Idle, *before, milliseconds{0});
    }
    return sat;
}

void takeDeeds(SeatClock& clock, const SeatPast& past, const Sat& sat, milliseconds interval)
{
    clock.dueAt = interval;
    int snoozes = 0;
    std::optional<milliseconds> paused;
    std::optional<milliseconds> meeting;
    for (const SeatPast::Deed& deed : past.deeds) {
        const bool isCurrent = !sat.since || deed.ago < *sat.since;
        switch (deed.deed) {
        case SeatDeed::Snoozed:
            if (isCurrent) {
                clock.dueAt = sat.upTo(deed.ago) + kSnooze;
                ++snoozes;
            }
            break;
        case SeatDeed::Skipped:
            if (isCurrent) {
                clock.dueAt = sat.upTo(deed.ago) + interval;
                snoozes = 0;
            }
            break;
        case SeatDeed::Paused: paused = deed.length - deed.ago; break;
        case SeatDeed::Meeting: meeting = deed.length - deed.ago; break;
        case SeatDeed::MeetingOver: meeting.reset(); break;
        case SeatDeed::Resumed:
            paused.reset();
            meeting.reset();
            break;
        case SeatDeed::ShorterOffered: break;
        }
    }
    clock.snoozesLeft = std::max(0, kMostSnoozes - snoozes);
    const auto running = [](std::optional<milliseconds> left) {
        return left && *left > milliseconds{0} ? left : std::nullopt;
    };
    clock.pauseLeft = running(paused);
    clock.meetingLeft = running(meeting);
}

std::vector<SeatHold> holdsOf(const SeatClock& clock, const SeatAround& around)
{
    std::vector<SeatHold> holds;
    const auto add = [&](bool isSo, SeatHold hold) {
        if (isSo) {
            holds.push_back(hold);
        }
    };
    add(around.isSessionRunning, SeatHold::Session);
    add(around.isDoNotDisturb, SeatHold::DoNotDisturb);
    add(clock.meetingLeft.has_value(), SeatHold::Meeting);
    add(clock.pauseLeft.has_value(), SeatHold::Pause);
    add(around.isOutsideHours, SeatHold::OutsideHours);
    add(clock.posture != Posture::Seated, SeatHold::NotSeated);
    return holds;
}

} // namespace

bool Absence::add(Posture posture, SeatCause cause, milliseconds length)
{
    switch (posture) {
    case Posture::Seated: *this = {}; return false;
    case Posture::Standing: return false; // neither counts nor adds
    case Posture::Walking: m_walking += length; break;
    case Posture::Lying: m_lying += length; break;
    case Posture::Away:
    case Posture::Suspended: break;
    }
    m_gone += length;
    return cause == SeatCause::GotUp || m_walking >= kWalkingCounts ||
           m_lying + m_walking >= kLyingCounts || m_gone >= kAbsenceCounts;
}

bool SeatClock::isSoon() const
{
    return posture == Posture::Seated && holds.empty() && !isOwed && dueAt - seated <= kEarly;
}

SeatClock seatClock(const SeatPast& past, const Settings& settings, const SeatAround& around)
{
    SeatClock clock;
    const Sat sat = satSince(past.spans);
    clock.seated = sat.upTo(milliseconds{0});
    if (!past.spans.empty() && past.spans.back().isOpen) {
        const SeatPast::Span& now = past.spans.back();
        clock.posture = now.posture;
        clock.cause = now.cause;
        clock.inPosture = now.begin;
    }
    takeDeeds(clock, past, sat, std::chrono::minutes{settings.sittingMinutes});
    clock.isOwed = clock.seated >= clock.dueAt;
    clock.holds = holdsOf(clock, around);
    if (clock.posture == Posture::Walking && clock.cause == SeatCause::GotUp) {
        clock.breakLeft = std::chrono::minutes{settings.breakMinutes} - clock.inPosture;
    }
    const std::chrono::minutes standing{settings.standMinutes};
    clock.isStandingOver = clock.posture == Posture::Standing && standing.count() > 0 &&
                           clock.inPosture >= standing && !clock.pauseLeft && !clock.meetingLeft &&
                           !around.isSessionRunning && !around.isDoNotDisturb &&
                           !around.isOutsideHours;
    return clock;
}

std::optional<milliseconds>
nextChange(const SeatClock& clock, const Settings& settings, const SeatAround& around)
{
    std::optional<milliseconds> next;
    const auto offer = [&](std::optional<milliseconds> wait) {
        if (wait && *wait > milliseconds{0}) {
            next = std::min(next.value_or(*wait), *wait);
        }
    };
    if (clock.posture == Posture::Seated) {
        offer(clock.dueAt - clock.seated);
        offer(clock.dueAt - clock.seated - kEarly);
    }
    if (clock.posture == Posture::Standing && settings.standMinutes > 0) {
        offer(std::chrono::minutes{settings.standMinutes} - clock.inPosture);
    }
    offer(clock.breakLeft);
    offer(clock.pauseLeft);
    offer(clock.meetingLeft);
    if (clock.isOwed) {
        offer(around.untilHoursChange);
    }
    return next;
}

} // namespace unclench
