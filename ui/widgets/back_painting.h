// SPDX-License-Identifier: GPL-3.0-or-later
// The back of a body in lines and shapes: drawn alike on the window, in a picture and on paper.
#pragma once

#include "core/diary/details.h"
#include "core/knowledge/vocabulary.h"

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPalette>
#include <QString>
#include <QTransform>

#include <optional>
#include <vector>

class QPainter;

namespace unclench::ui {

/// Where one place lies, in the units of the drawing: the spine at x = 0, seen from behind.
struct BackShape {
    Place place;
    QPainterPath path;
    /// Well within `path`.
    QPointF middle;
};

/// How much there is at a place.
struct BackShade {
    Place place;
    /// 0 to 1.
    double strength = 0;
    /// A number, written on the place.
    QString figure;
    /// The same in a sentence.
    QString said;
};

/// What the drawing is painted with.
struct BackInk {
    /// Base is the ground of the body, Highlight the strongest shade.
    QPalette palette;
    QColor outline;
    /// Around a place with a shade, and around one without.
    QColor line;
    QColor faint;
    /// The width of a hairline in the painter's own units.
    double hairline = 1.0;
};

/// A region that has no shape stands in lists alone.
[[nodiscard]] std::vector<BackShape> backShapes(const Vocabulary& vocabulary);
/// From the drawing onto `area`: as large as it fits, in the middle.
[[nodiscard]] QTransform backOnto(const QRectF& area);
/// Width by height.
[[nodiscard]] double backAspect();

/// The outline. Whoever paints often keeps it, one for each thread: a QPainterPath remembers what
/// it worked out while it was painted.
[[nodiscard]] QPainterPath backBody();

/// These paint in the units of the drawing: `painter` must have `backOnto` in its transform, which
/// made one unit `scale` of its own.
void paintBackBody(QPainter& painter, const QPainterPath& body, double scale, const BackInk& ink);
/// `shade` may be null: nothing there. One of a whole region has a dashed line around it.
void paintBackShade(QPainter& painter,
                    const BackShape& shape,
                    const BackShade* shade,
                    double scale,
                    const BackInk& ink);

/// Whether it is of a region without a side, so that its figure belongs to no place alone.
[[nodiscard]] inline bool isOfWholeRegion(const BackShade& shade, const BackShape& shape)
{
    return shade.place != shape.place;
}

[[nodiscard]] QColor backFill(const BackShade& shade, const QPalette& palette);
/// That of the place, else that of its region where no side was told: it may be on either. Null:
/// there is none.
[[nodiscard]] const BackShade* shadeOf(const Place& place, const std::vector<BackShade>& shades);

/// The figures on their places, in the painter's own units and in the size of other words, however
/// small the drawing is: with a rim of its ground, since a figure may be wider than its place.
void paintBackFigures(QPainter& painter,
                      const std::vector<BackShape>& shapes,
                      const std::vector<BackShade>& shades,
                      const QTransform& onto,
                      const QPalette& palette,
                      const QFont& font);

} // namespace unclench::ui
