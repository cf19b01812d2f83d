// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendar_breaks.h"

#include "core/sitting/seat_day.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace unclench {

namespace {

using std::chrono::days;
using std::chrono::local_days;

/// One that lasts for longer says nothing about breaks.
constexpr days kLongestSeatSpan{7};

/// Whether it can be counted with: over, and by both clocks neither backwards nor without end.
bool isSoundSpan(const SeatSpan& span)
{
    constexpr UtcTime kSeatYears{std::chrono::sys_days{std::chrono::year{3000} / 1 / 1}};
    const auto isLength = [](std::chrono::milliseconds length) {
        return length.count() >= 0 && length <= kLongestSeatSpan;
    };
    return span.end && span.end->utc < kSeatYears && span.begin.utc >= UtcTime{} &&
           isLength(span.end->utc - span.begin.utc) && span.beginBoot.count() >= 0 &&
           (!span.endBoot ||
            (*span.endBoot >= span.beginBoot && isLength(*span.endBoot - span.beginBoot)));
}

using SpansOfDay = std::map<std::pair<std::string, local_days>, std::vector<SeatSpan>>;

SpansOfDay spansByDay(const std::vector<SeatSpan>& spans)
{
    SpansOfDay byDay;
    for (const SeatSpan& span : spans) {
        if (!isSoundSpan(span)) {
            continue;
        }
        const local_days last = span.end->localDay();
        for (local_days day = span.begin.localDay(); day <= last; day += days{1}) {
            byDay[{span.stamp.machine, day}].push_back(span);
        }
    }
    return byDay;
}

/// Of the span that a break begins with; where none does, of the one before it.
Stamp stampOfBreak(const SeatDay::Break& pause,
                   const std::vector<SeatDay::Piece>& pieces,
                   const std::vector<SeatSpan>& spans)
{
    const auto begins = [&](const SeatDay::Piece& piece) {
        return piece.begin.utc == pause.begin.utc && piece.posture != Posture::Seated;
    };
    const auto ends = [&](const SeatDay::Piece& piece) { return piece.end.utc == pause.begin.utc; };
    auto piece = std::find_if(pieces.begin(), pieces.end(), begins);
    if (piece == pieces.end()) {
        piece = std::find_if(pieces.begin(), pieces.end(), ends);
    }
    if (piece == pieces.end()) {
        return {};
    }
    const auto span = std::find_if(spans.begin(), spans.end(), [&](const SeatSpan& each) {
        return each.stamp.id == piece->id;
    });
    return span == spans.end() ? Stamp{} : span->stamp;
}

} // namespace

std::vector<SittingBreak> sittingBreaks(std::vector<SeatSpan> spans, const Moment& now)
{
    std::sort(spans.begin(), spans.end(), [](const SeatSpan& one, const SeatSpan& other) {
        return std::tie(one.begin.utc, one.stamp.id) < std::tie(other.begin.utc, other.stamp.id);
    });
    std::vector<SittingBreak> breaks;
    for (const auto& [key, ofDay] : spansByDay(spans)) {
        const SeatDay day = seatDay(ofDay, {}, boundsOf(key.second, ofDay, now));
        for (const SeatDay::Break& pause : day.breaks) {
            if (Stamp stamp = stampOfBreak(pause, day.pieces, ofDay); !stamp.id.isEmpty()) {
                breaks.push_back({pause.begin.utc, pause.end.utc, std::move(stamp)});
            }
        }
    }
    std::sort(breaks.begin(), breaks.end(), [](const SittingBreak& one, const SittingBreak& other) {
        return std::tie(one.begin, one.stamp.id) < std::tie(other.begin, other.stamp.id);
    });
    return breaks;
}

} // namespace unclench
