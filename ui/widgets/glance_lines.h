// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline or the calendar shows, line by line in words: the same as a table.
#pragma once

#include "ui/widgets/month_view.h"
#include "ui/widgets/timeline_items.h"
#include "ui/widgets/timeline_scale.h"
#include "ui/wording/timeline.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace unclench::ui {

/// Ten years are more than 100,000 lines: a line is put into words when it is looked at.
struct GlanceLines {
    /// What part of time it is: "1 Jan 2026 to 31 Mar 2026".
    QString title;
    /// Three; empty where there is nothing.
    QStringList heads;
    int count = 0;
    /// Takes 0 to `count` - 1, as the others do.
    std::function<wording::GlanceCells(int)> cells;
    /// The spasm that it is, or belongs to. Absent: to none. Empty function: to none at all.
    std::function<std::optional<Uuid>(int)> spasm;
    /// The day that can be looked at. Absent: none. Empty function: none at all.
    std::function<std::optional<std::chrono::local_days>(int)> day;
    /// The line of what the keyboard was on.
    int current = 0;
};

/// One thing as the pointer and the keyboard tell it. `index` as in TimelineItem.
[[nodiscard]] QString
timelineText(const TimelineItems& items, TimelineLane lane, int index, const Words& words);

/// All of the stretch that `scale` shows, in the order of time. `atLane` and `at`, an index as in
/// TimelineItem: where the keyboard is; -1: nowhere. `words` must outlive what comes back.
[[nodiscard]] GlanceLines timelineLines(const TimelineItems& items,
                                        const TimelineScale& scale,
                                        const Words& words,
                                        TimelineLane atLane,
                                        int at);

/// A line for each day of the month.
[[nodiscard]] GlanceLines monthLines(const MonthView& view,
                                     std::optional<std::chrono::local_days> at);

} // namespace unclench::ui
