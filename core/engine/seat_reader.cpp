// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/seat_reader.h"

#include "core/sitting/rules.h"

#include <algorithm>

namespace unclench {

using std::chrono::milliseconds;

namespace {

bool isAbsence(Posture posture)
{
    return posture == Posture::Away || posture == Posture::Suspended;
}

} // namespace

milliseconds sleptSince(const Now& before, const Now& now)
{
    if (before.bootId != now.bootId) {
        return milliseconds{0};
    }
    const milliseconds slept = (now.boot - now.monotonic) - (before.boot - before.monotonic);
    return slept >= std::chrono::seconds{1} ? slept : milliseconds{0};
}

std::optional<milliseconds> unwatchedFor(const SeatSpan& open,
                                         const std::optional<Now>& alive,
                                         const Now& now,
                                         const ClockHistory& history)
{
    if (!alive) {
        return std::nullopt;
    }
    const milliseconds gone = elapsedSince({alive->wall, alive->boot, alive->bootId}, now, history);
    // Nobody wakes up while there is nobody there, and what a command told nobody watches.
    const bool wasWatched = alive->bootId != open.bootId || alive->boot > open.beginBoot;
    const bool holds = (isAbsence(open.posture) && open.bootId == now.bootId) ||
                       (open.cause == SeatCause::Told && !wasWatched);
    return gone - sleptSince(*alive, now) >= (holds ? sitting::kToldHolds : sitting::kAbsenceCounts)
               ? std::optional{gone}
               : std::nullopt;
}

SeatPast readSeatPast(SeatStore& store, const Now& now, const ClockHistory& history)
{
    SeatPast past;
    const auto alive = store.alive();
    for (const SeatSpan& span : store.latestSpans()) {
        SeatPast::Span read{span.posture, span.cause, {}, {}, !span.end};
        read.begin = elapsedSince({span.begin, span.beginBoot, span.bootId}, now, history);
        if (span.end) {
            read.end = elapsedSince({*span.end, span.endBoot, span.bootId}, now, history);
        } else if (const auto unwatched = unwatchedFor(span, alive, now, history);
                   unwatched && !isAbsence(span.posture)) {
            read.end = std::min(*unwatched, read.begin);
            read.isOpen = false;
        } else if (alive && sleptSince(*alive, now).count() > 0) {
            // Nobody has looked since the computer woke up.
            read.end = std::min(sleptSince(*alive, now), read.begin);
            read.isOpen = false;
            past.spans.push_back(read);
            read = {Posture::Suspended, SeatCause::Asleep, read.end, {}, true};
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
