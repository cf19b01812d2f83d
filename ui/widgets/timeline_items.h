// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the timeline: each thing with its local times, ready to be painted and gone
// through.
#pragma once

#include "ui/widgets/glance_view.h"

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

namespace unclench::ui {

/// From above. Readings lie in the lane of the spasms.
enum class TimelineLane { Alerts, Spasms, Readings, Care, Medicines, Tried, Sitting };
inline constexpr int kTimelineLanes = 7;

struct TimelineItem {
    LocalTime begin;
    /// Of a moment the same as `begin`; of what is open, the moment it was read.
    LocalTime end;
    /// Into the list of the chronicle; for Sitting into `sittingDays`.
    int index = 0;
    /// Of a spasm and a reading; -1: none.
    int pain = -1;
};

struct SittingDay {
    std::chrono::local_days day;
    std::chrono::milliseconds seated{0};
};

struct TimelineItems {
    std::shared_ptr<const Chronicle> chronicle;
    /// By lane, in the order of their begins.
    std::vector<TimelineItem> lanes[kTimelineLanes];
    /// The readings of one spasm after the other: (first, count) in `lanes[Readings]` order by
    /// episode of the chronicle.
    std::vector<TimelineItem> curves;
    std::vector<std::pair<int, int>> curveOf;
    /// Stretches of one posture.
    std::vector<TimelineItem> postures;
    std::vector<SittingDay> sittingDays;
    /// Stretches of days that nobody told anything about, between the first and the last one told.
    std::vector<std::pair<LocalTime, LocalTime>> unrecorded;
    LocalTime first{};
    LocalTime last{};

    [[nodiscard]] const std::vector<TimelineItem>& of(TimelineLane lane) const
    {
        return lanes[static_cast<std::size_t>(lane)];
    }
    [[nodiscard]] bool isEmpty() const;
};

/// Requires: `view.chronicle`.
[[nodiscard]] TimelineItems timelineItems(const GlanceView& view);

} // namespace unclench::ui
