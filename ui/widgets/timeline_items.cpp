// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_items.h"

#include <algorithm>

namespace unclench::ui {

namespace {

using namespace std::chrono;

LocalTime localOf(UtcTime time, minutes offset)
{
    return Moment{time, offset}.local();
}

/// How long somebody sat on each local day; what goes over midnight is shared out.
std::vector<SittingDay> sittingDaysOf(const Chronicle& chronicle)
{
    std::vector<SittingDay> found;
    UtcTime latest{}; // where spans overlap, time counts once
    for (const Chronicle::Sitting& span : chronicle.sitting) {
        const UtcTime begin = std::max(span.begin.utc, latest);
        if (span.end <= begin) {
            continue;
        }
        latest = span.end;
        if (span.posture != Posture::Seated) {
            continue;
        }
        LocalTime from = localOf(begin, span.begin.offset);
        const LocalTime to = localOf(span.end, span.begin.offset);
        while (from < to) {
            const local_days day = floor<days>(from);
            const LocalTime until = std::min(to, LocalTime{day + days{1}});
            if (found.empty() || found.back().day < day) {
                found.push_back({day, {}});
            }
            // A clock that was set back: it counts on the day that stands there already.
            found.back().seated += until - from;
            from = until;
        }
    }
    return found;
}

void addUnrecorded(TimelineItems& items)
{
    const auto& told = items.chronicle->toldDays;
    for (std::size_t i = 1; i < told.size(); ++i) {
        if (told[i] - told[i - 1] > days{1}) {
            items.unrecorded.emplace_back(LocalTime{told[i - 1] + days{1}}, LocalTime{told[i]});
        }
    }
    const local_days today = items.chronicle->now.localDay();
    if (!told.empty() && today - told.back() > days{1}) {
        items.unrecorded.emplace_back(LocalTime{told.back() + days{1}}, LocalTime{today});
    }
}

} // namespace

bool TimelineItems::isEmpty() const
{
    return std::all_of(std::begin(lanes), std::end(lanes),
                       [](const auto& lane) { return lane.empty(); });
}

TimelineItems timelineItems(const GlanceView& view)
{
    const Chronicle& chronicle = *view.chronicle;
    TimelineItems items;
    items.chronicle = view.chronicle;
    const auto lane = [&](TimelineLane which) -> std::vector<TimelineItem>& {
        return items.lanes[static_cast<std::size_t>(which)];
    };
    const auto isLeft = [&](const Uuid& id) {
        return !view.only || std::binary_search(view.only->begin(), view.only->end(), id);
    };
    std::vector<bool> isShown(chronicle.episodes.size());
    for (std::size_t i = 0; i < chronicle.episodes.size(); ++i) {
        const Chronicle::Episode& episode = chronicle.episodes[i];
        isShown[i] = isLeft(episode.id);
        if (isShown[i]) {
            const UtcTime end =
                std::max(episode.end.value_or(chronicle.now.utc), episode.onset.utc);
            lane(TimelineLane::Spasms)
                .push_back({episode.onset.local(), localOf(end, episode.onset.offset),
                            static_cast<int>(i), episode.worst.value_or(-1)});
        }
    }
    std::vector<int> counts(chronicle.episodes.size());
    lane(TimelineLane::Readings).reserve(chronicle.readings.size());
    for (std::size_t i = 0; i < chronicle.readings.size(); ++i) {
        const Chronicle::Reading& reading = chronicle.readings[i];
        if (isShown[static_cast<std::size_t>(reading.episode)]) {
            const LocalTime at = reading.at.local();
            lane(TimelineLane::Readings).push_back({at, at, static_cast<int>(i), reading.pain});
            ++counts[static_cast<std::size_t>(reading.episode)];
        }
    }
    items.curveOf.resize(counts.size());
    int next = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        items.curveOf[i] = {next, 0};
        next += counts[i];
    }
    items.curves.resize(static_cast<std::size_t>(next));
    for (const TimelineItem& item : lane(TimelineLane::Readings)) {
        auto& [first, count] = items.curveOf[static_cast<std::size_t>(
            chronicle.readings[static_cast<std::size_t>(item.index)].episode)];
        items.curves[static_cast<std::size_t>(first + count++)] = item;
    }
    for (std::size_t i = 0; i < chronicle.uses.size(); ++i) {
        const Chronicle::Use& use = chronicle.uses[i];
        const LocalTime at = use.at.local();
        const bool isSession = use.kind == UseKind::Heat || use.kind == UseKind::Cold;
        const UtcTime end =
            isSession ? std::max(use.end.value_or(chronicle.now.utc), use.at.utc) : use.at.utc;
        lane(isSession                    ? TimelineLane::Care
             : use.kind == UseKind::Taken ? TimelineLane::Medicines
                                          : TimelineLane::Tried)
            .push_back({at, localOf(end, use.at.offset), static_cast<int>(i), -1});
    }
    for (std::size_t i = 0; i < chronicle.alerts.size(); ++i) {
        const LocalTime at = chronicle.alerts[i].at.local();
        lane(TimelineLane::Alerts).push_back({at, at, static_cast<int>(i), -1});
    }
    items.postures.reserve(chronicle.sitting.size());
    for (std::size_t i = 0; i < chronicle.sitting.size(); ++i) {
        const Chronicle::Sitting& span = chronicle.sitting[i];
        items.postures.push_back(
            {span.begin.local(), localOf(span.end, span.begin.offset), static_cast<int>(i), -1});
    }
    items.sittingDays = sittingDaysOf(chronicle);
    for (std::size_t i = 0; i < items.sittingDays.size(); ++i) {
        const LocalTime day{items.sittingDays[i].day};
        lane(TimelineLane::Sitting).push_back({day, day + days{1}, static_cast<int>(i), -1});
    }
    addUnrecorded(items);

    items.first = items.last = chronicle.now.local();
    const auto isSooner = [](const TimelineItem& a, const TimelineItem& b) {
        return a.begin < b.begin; // where people travel, local times go back and forth
    };
    const auto sort = [&](std::vector<TimelineItem>& all) {
        if (!std::is_sorted(all.begin(), all.end(), isSooner)) {
            std::stable_sort(all.begin(), all.end(), isSooner);
        }
    };
    sort(items.postures);
    for (auto& all : items.lanes) {
        sort(all);
        if (!all.empty()) {
            items.first = std::min(items.first, all.front().begin);
        }
    }
    return items;
}

} // namespace unclench::ui
