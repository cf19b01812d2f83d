// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/seat_reader.h"

#include "core/sitting/rules.h"

#include <algorithm>

namespace unclench {

using std::chrono::milliseconds;

bool isRest(Posture posture)
{
    return posture != Posture::Seated && posture != Posture::Standing;
}

milliseconds sleptSince(const Now& before, const Now& now)
{
    if (before.bootId != now.bootId) {
        return milliseconds{0};
    }
    const milliseconds slept = (now.boot - now.monotonic) - (before.boot - before.monotonic);
    return slept >= std::chrono::seconds{1} ? slept : milliseconds{0};
}

std::optional<milliseconds> unwatchedFor(const SeatSpan& open,
                                         const SeatAlive& alive,
                                         const Now& now,
                                         const ClockHistory& history)
{
    const Now& then = alive.clocks;
    const milliseconds gone = elapsedSince({then.wall, then.boot, then.bootId}, now, history);
    // Nobody wakes up while there is nobody there, and what a command told nobody watches.
    const bool holds = open.bootId == now.bootId && (isRest(open.posture) || !alive.isWatching);
    const milliseconds most = holds ? sitting::kToldHolds : sitting::kAbsenceCounts;
    return gone - sleptSince(then, now) >= most ? std::optional{gone} : std::nullopt;
}

SeatPast
readSeatPast(SeatStore& store, const Now& now, const ClockHistory& history, bool isWatching)
{
    SeatPast past;
    const auto alive = isWatching ? std::nullopt : store.alive();
    for (const SeatSpan& span : store.latestSpans()) {
        SeatPast::Span read{span.posture, span.cause, {}, {}, !span.end};
        read.begin = elapsedSince({span.begin, span.beginBoot, span.bootId}, now, history);
        if (span.end) {
            read.end = elapsedSince({*span.end, span.endBoot, span.bootId}, now, history);
        } else if (alive && !isRest(span.posture)) {
            const milliseconds slept = sleptSince(alive->clocks, now);
            if (const auto unwatched = unwatchedFor(span, *alive, now, history)) {
                read.end = std::min(*unwatched, read.begin);
                read.isOpen = false;
            } else if (slept.count() > 0) { // nobody has looked since the computer woke up
                read.end = std::min(slept, read.begin);
                read.isOpen = false;
                past.spans.push_back(read);
                read = {Posture::Suspended, SeatCause::Asleep, read.end, {}, true};
            }
        }
        past.spans.push_back(read);
    }
    std::stable_sort(past.spans.begin(), past.spans.end(),
                     [](const SeatPast::Span& one, const SeatPast::Span& other) {
                         return one.begin > other.begin;
                     });
    for (const SeatEvent& event : store.latestEvents()) {
        past.deeds.push_back({event.deed,
                              elapsedSince({event.at, event.boot, event.bootId}, now, history),
                              event.length.value_or(std::chrono::minutes{0})});
    }
    std::stable_sort(
        past.deeds.begin(), past.deeds.end(),
        [](const SeatPast::Deed& one, const SeatPast::Deed& other) { return one.ago > other.ago; });
    return past;
}

} // namespace unclench
