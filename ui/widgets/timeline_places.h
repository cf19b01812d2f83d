// SPDX-License-Identifier: GPL-3.0-or-later
// Where on the timeline each lane and each thing lies, and what is drawn of it at all: for painting
// and for whoever points at it.
#pragma once

#include "ui/widgets/timeline_items.h"
#include "ui/widgets/timeline_scale.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

namespace unclench::ui {

/// Bars are at least so high and wide, in pixels.
inline constexpr double kTimelineLeastBar = 3.0;

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

/// Those of `lane` that may touch what is shown; one of them began long ago at most.
template <class Each>
void eachOnTimeline(const std::vector<TimelineItem>& lane, const TimelineScale& scale, Each each)
{
    const LocalTime end = scale.end();
    for (const TimelineItem& item : lane) {
        if (item.begin >= end) {
            break;
        }
        if (item.end >= scale.begin()) {
            each(item);
        }
    }
}

/// Whether each spasm is drawn as a bar; where there are too many, their outline is drawn instead.
[[nodiscard]] bool
showsBars(const TimelineItems& items, const TimelineScale& scale, const TimelinePlaces& places);
/// Whether the readings of a spasm are drawn one by one: close enough, and on bars.
[[nodiscard]] bool
showsReadings(const TimelineItems& items, const TimelineScale& scale, const TimelinePlaces& places);
/// Whether each stretch of one posture is drawn, and not each day alone.
[[nodiscard]] bool showsPostures(const TimelineScale& scale);

/// How high a pain of 0 to 10 lies in `plot`; less than 0 lies at its foot.
[[nodiscard]] double timelinePainTop(const QRectF& plot, int pain);

[[nodiscard]] QString timelineLaneName(TimelineLane lane);

} // namespace unclench::ui
