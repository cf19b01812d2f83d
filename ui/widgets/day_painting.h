// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of a day are drawn: each has a height and a pattern of its own besides its colour,
// so that a day can be read in grey.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace unclench::ui {

/// Whether somebody was at the desk, as far as is known.
[[nodiscard]] bool isHere(Posture posture);

/// A stretch in `place`, which is as high as the band; it stands on the lower edge.
void paintSpan(QPainter& painter,
               const QRectF& place,
               Posture posture,
               bool isInferred,
               const QPalette& palette);

/// A break, a snooze or a skip as a sign in `place`, a spasm as a flag whose pole is its left edge.
void paintMark(QPainter& painter,
               const QRectF& place,
               SeatMarkView::Kind kind,
               const QPalette& palette);

/// Heat or cold as a bar.
void paintSession(QPainter& painter,
                  const QRectF& place,
                  Modality modality,
                  const QPalette& palette);

} // namespace unclench::ui
