// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline is drawn: on the window, in a picture, on paper. Ten years cost little more than
// one, because what falls into one column of pixels is drawn once. Each kind has a shape or a
// pattern of its own besides its colour.
#pragma once

#include "ui/widgets/timeline_items.h"
#include "ui/widgets/timeline_places.h"
#include "ui/widgets/timeline_scale.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace unclench::ui {

/// `scale` lies over the lanes of `places`.
void paintTimeline(QPainter& painter,
                   const TimelineItems& items,
                   const TimelineScale& scale,
                   const TimelinePlaces& places,
                   const QPalette& palette,
                   const QFont& font);

} // namespace unclench::ui
