// SPDX-License-Identifier: GPL-3.0-or-later
// How a day of the calendar is drawn: each state has a sign of its own besides its shade, so that a
// month can be read in grey.
#pragma once

#include "ui/widgets/month_view.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QSize>

class QPainter;

namespace unclench::ui {

/// A day in `place`: its worst pain on its shade, "0" without pain, "?" where a spasm lay on it and
/// no pain was told, a dot where something else was, hatched where nothing was written down, plain
/// where it is still to come. Without a number of its own the sign fills the place.
void paintMonthDay(QPainter& painter,
                   const QRectF& place,
                   const MonthDayView& day,
                   const QPalette& palette,
                   const QFont& font);

/// Less than that cuts a number or the sign of an alert.
[[nodiscard]] QSize leastMonthDay(const QFont& font);

} // namespace unclench::ui
