// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sitting/seat_day.h"

#include "core/sitting/seat_clock.h"

#include <algorithm>
#include <optional>

namespace unclench {

using std::chrono::milliseconds;

namespace {

/// Goes over the pieces of a day and finds the breaks between them.
class Breaks {
public:
    explicit Breaks(SeatDay& day) : m_day(day) {}

    void add(const SeatDay::Piece& piece, milliseconds length)
    {
        const milliseconds apart = m_last ? piece.begin.utc - m_last->utc : milliseconds{0};
        if (apart.count() > 0) {
            rest(Posture::Away, SeatCause::Idle, {*m_last, piece.begin}, apart);
        }
        if (piece.posture == Posture::Seated) {
            sit(length);
        } else {
            rest(piece.posture, piece.cause, {piece.begin, piece.end}, length);
        }
        m_last = piece.end;
    }
    void finish()
    {
        if (m_rest && m_rest->isDeclared) {
            count();
        }
    }

private:
    struct Rest {
        Moment begin;
        Moment end;
        bool isInferred = true;
        /// The person pressed *I got up*.
        bool isDeclared = false;
    };

    void sit(milliseconds length)
    {
        if (m_counts) {
            count();
        }
        m_absence = {};
        m_rest.reset();
        m_counts = false;
        m_stretch += length;
        m_day.seated += length;
        m_day.longest = std::max(m_day.longest, m_stretch);
    }
    void rest(Posture posture,
              SeatCause cause,
              const std::pair<Moment, Moment>& fromTo,
              milliseconds length)
    {
        if (posture == Posture::Standing) {
            return; // neither counts nor adds
        }
        if (!m_rest) {
            m_rest = Rest{fromTo.first, fromTo.second};
        }
        m_rest->end = fromTo.second;
        m_rest->isInferred &=
            cause == SeatCause::Idle || cause == SeatCause::Locked || cause == SeatCause::Asleep;
        m_rest->isDeclared |= cause == SeatCause::GotUp;
        m_counts = m_absence.add(posture, cause, length) || m_counts;
    }
    void count()
    {
        if (m_stretch.count() > 0 && m_rest) {
            m_day.breaks.push_back({m_rest->begin, m_rest->end, m_rest->isInferred});
        }
        m_stretch = {};
    }

    SeatDay& m_day;
    Absence m_absence;
    std::optional<Rest> m_rest;
    std::optional<Moment> m_last;
    bool m_counts = false;
    milliseconds m_stretch{0};
};

} // namespace

SeatDay
seatDay(std::span<const SeatSpan> spans, std::span<const SeatEvent> events, const DayBounds& day)
{
    SeatDay found;
    found.bounds = day;
    Breaks breaks{found};
    for (const SeatSpan& span : spans) {
        const UtcTime end = span.end ? span.end->utc : day.end;
        const UtcTime from = std::max(span.begin.utc, day.begin);
        const UtcTime to = std::min(end, day.end);
        if (to < from || to <= day.begin || from >= day.end) {
            continue;
        }
        const SeatDay::Piece piece{span.stamp.id,
                                   span.posture,
                                   span.cause,
                                   {from, span.begin.offset},
                                   {to, span.end ? span.end->offset : span.begin.offset},
                                   !span.end};
        const bool isWhole = span.endBoot && from == span.begin.utc && to == end;
        breaks.add(piece, isWhole ? *span.endBoot - span.beginBoot : milliseconds{to - from});
        found.pieces.push_back(piece);
    }
    breaks.finish();
    for (const SeatEvent& event : events) {
        if (event.at.utc < day.begin || event.at.utc >= day.end) {
            continue;
        }
        if (event.deed == SeatDeed::Snoozed) {
            found.snoozes.push_back(event.at);
        } else if (event.deed == SeatDeed::Skipped) {
            found.skips.push_back(event.at);
        }
    }
    return found;
}

DayBounds boundsOf(std::chrono::local_days day, std::span<const SeatSpan> spans, const Moment& now)
{
    std::chrono::minutes first = now.offset;
    std::chrono::minutes last = now.offset;
    bool isFound = false;
    for (const SeatSpan& span : spans) {
        if (span.begin.localDay() == day) {
            first = isFound ? first : span.begin.offset;
            last = span.end ? span.end->offset : span.begin.offset;
            isFound = true;
        }
    }
    const auto midnight = [](std::chrono::local_days of, std::chrono::minutes offset) {
        return UtcTime{of.time_since_epoch() - offset};
    };
    return {midnight(day, first), std::min(midnight(day + std::chrono::days{1}, last), now.utc)};
}

} // namespace unclench
