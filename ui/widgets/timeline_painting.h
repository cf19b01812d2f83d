// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline is drawn: on the window, in a picture, on paper. Ten years cost little more than
// one, because what falls into one column of pixels is drawn once. Each kind has a shape or a
// pattern of its own besides its colour.
#pragma once

#include "ui/widgets/timeline_items.h"
#include "ui/widgets/timeline_scale.h"

#include <QFont>
#include <QPalette>
#include <QRectF>

class QPainter;

namespace unclench::ui {

/// Where the lanes lie.
struct TimelinePlaces {
    QRectF lanes[kTimelineLanes];
    QRectF axis;
    /// What is beside the lanes: their names.
    double left = 0;

    [[nodiscard]] const QRectF& of(TimelineLane lane) const
    {
        return lanes[static_cast<std::size_t>(lane)];
    }
};

/// The lane of the spasms takes the height that is left.
[[nodiscard]] TimelinePlaces timelinePlaces(const QRectF& area, const QFont& font);
[[nodiscard]] int timelineLeastHeight(const QFont& font);

/// Where one thing stands; at least a few pixels wide, so that it can be seen and pressed.
[[nodiscard]] QRectF timelinePlaceOf(const TimelineItem& item,
                                     TimelineLane lane,
                                     const TimelineScale& scale,
                                     const TimelinePlaces& places,
                                     const QFont& font);

/// Whether the readings of a spasm are drawn one by one.
[[nodiscard]] bool showsReadings(const TimelineScale& scale);

/// `scale` lies over the lanes of `places`.
void paintTimeline(QPainter& painter,
                   const TimelineItems& items,
                   const TimelineScale& scale,
                   const TimelinePlaces& places,
                   const QPalette& palette,
                   const QFont& font);

[[nodiscard]] QString timelineLaneName(TimelineLane lane);

} // namespace unclench::ui
