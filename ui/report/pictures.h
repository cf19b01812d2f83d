// SPDX-License-Identifier: GPL-3.0-or-later
// The two pictures of the page, in the units of paper.h: painted alike on paper and into SVG.
#pragma once

#include "ui/report/content.h"

class QPainter;

namespace unclench::ui::report {

/// The back, each place shaded by its spasms and their count beside it.
void paintBackPicture(QPainter& painter, const QRectF& area, const Contents& contents);
/// How wide it is at this height.
[[nodiscard]] double backPictureWidth(double height, const Contents& contents);

/// Spasms as bars: as high as their worst pain, as wide as they were long.
void paintTimelinePicture(QPainter& painter, const QRectF& area, const Contents& contents);

void paintPicture(QPainter& painter,
                  Picture::Kind kind,
                  const QRectF& area,
                  const Contents& contents);

} // namespace unclench::ui::report
