// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a report, and what its timeline draws.
#include "ui/report/content.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>

namespace unclench::ui::report {

namespace {

using namespace std::chrono;

/// Its offset here on this computer.
minutes offsetHere(UtcTime time)
{
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    return duration_cast<minutes>(seconds{here.offsetFromUtc()});
}

/// The day that begins at `time`, or in which it lies. A period's bounds are midnights by the
/// offset of the entries near them, else by that of this computer.
local_days dayAt(UtcTime time, const Chronicle& chronicle)
{
    const auto& episodes = chronicle.episodes;
    const auto next = std::lower_bound(
        episodes.begin(), episodes.end(), time,
        [](const Chronicle::Episode& episode, UtcTime t) { return episode.onset.utc < t; });
    std::vector<minutes> offsets;
    if (next != episodes.end()) {
        offsets.push_back(next->onset.offset);
    }
    if (next != episodes.begin()) {
        offsets.push_back(std::prev(next)->onset.offset);
    }
    offsets.push_back(offsetHere(time));
    offsets.push_back(chronicle.now.offset);
    for (const minutes offset : offsets) {
        const LocalTime local = Moment{time, offset}.local();
        if (local == LocalTime{floor<days>(local)}) {
            return floor<days>(local);
        }
    }
    return Moment{time, offsetHere(time)}.localDay();
}

} // namespace

wording::ReportDays daysOf(const Summary& summary, const Chronicle& chronicle)
{
    wording::ReportDays found;
    const local_days today = summary.now.localDay();
    const std::optional<UtcTime>& end = summary.period.end;
    if (!end || *end >= summary.now.utc) {
        found.to = today;
    } else {
        // A midnight ends the day before it.
        found.to = std::min(today, dayAt(*end, chronicle));
        const local_days before = dayAt(*end - milliseconds{1}, chronicle);
        found.to = std::min(found.to, before);
    }
    if (summary.period.begin) {
        found.from = std::min(dayAt(*summary.period.begin, chronicle), found.to);
    } else if (!chronicle.toldDays.empty() && chronicle.toldDays.front() <= found.to) {
        found.from = chronicle.toldDays.front();
    }
    return found;
}

Bars barsOf(const Chronicle& chronicle, const wording::ReportDays& shown)
{
    Bars bars;
    bars.begin = LocalTime{shown.from.value_or(shown.to)};
    bars.end = LocalTime{shown.to + days{1}};
    for (const Chronicle::Episode& episode : chronicle.episodes) {
        const UtcTime until = std::max(episode.end.value_or(chronicle.now.utc), episode.onset.utc);
        const Bars::Bar bar{episode.onset.local(), Moment{until, episode.onset.offset}.local(),
                            episode.worst.value_or(-1), !episode.end};
        if (bar.begin < bars.end && bar.end >= bars.begin) {
            bars.bars.push_back(bar);
        }
    }
    local_days next = floor<days>(bars.begin);
    const local_days end = shown.to + days{1};
    const auto gap = [&](local_days until) {
        if (until > next) {
            bars.unrecorded.emplace_back(LocalTime{next}, LocalTime{until});
            bars.unrecordedDays += static_cast<int>((until - next).count());
        }
    };
    for (const local_days told : chronicle.toldDays) {
        if (told >= next && told < end) {
            gap(told);
            next = told + days{1};
        }
    }
    gap(end);
    return bars;
}

} // namespace unclench::ui::report
