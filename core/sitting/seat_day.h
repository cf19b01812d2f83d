// SPDX-License-Identifier: GPL-3.0-or-later
// A day at the desk: what was, how long, and which breaks there were.
#pragma once

#include "core/diary/seat.h"
#include "core/time/moment.h"

#include <chrono>
#include <span>
#include <vector>

namespace unclench {

/// A local day, or a part of it that has passed: [begin, end).
struct DayBounds {
    UtcTime begin;
    UtcTime end;
};

struct SeatDay {
    DayBounds bounds;
    /// A span as far as it lies in the day.
    struct Piece {
        Uuid id;
        Posture posture = Posture::Seated;
        SeatCause cause = SeatCause::Told;
        Moment begin;
        Moment end;
        bool isOpen = false;
    };
    /// A rest that counted as a break.
    struct Break {
        Moment begin;
        Moment end;
        bool isInferred = false;
    };
    std::vector<Piece> pieces;
    std::vector<Break> breaks;
    /// Answers to reminders: *later* and *skip*.
    std::vector<Moment> snoozes;
    std::vector<Moment> skips;
    std::chrono::milliseconds seated{0};
    /// The longest sitting without a break that counted.
    std::chrono::milliseconds longest{0};
};

/// `spans` and `events` in the order of time, as far as they touch the day. What goes on counts
/// until `day.end`. A rest from which nobody came back on that day is no break, unless the person
/// got up for one.
[[nodiscard]] SeatDay
seatDay(std::span<const SeatSpan> spans, std::span<const SeatEvent> events, const DayBounds& day);

/// The local day `day` as it was there and then: its midnights by the offsets that the spans of
/// that day have, else by that of `now`. It ends at `now` at the latest.
[[nodiscard]] DayBounds
boundsOf(std::chrono::local_days day, std::span<const SeatSpan> spans, const Moment& now);

} // namespace unclench
