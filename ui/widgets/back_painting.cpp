// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/back_painting.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace unclench::ui {

namespace {

// The drawing is 260 by 516 units with the spine at x = 0; what follows is its right half.
constexpr double kHalfWidth = 118.0;
constexpr double kBodyHeight = 516.0;

QPainterPath mirrored(const QPainterPath& path)
{
    return QTransform::fromScale(-1.0, 1.0).map(path);
}

QPainterPath halfTorso()
{
    QPainterPath path{{0, 40}};
    path.lineTo(15, 46);
    path.cubicTo(15, 70, 17, 80, 32, 85);
    path.cubicTo(46, 89, 62, 91, 66, 112);
    path.lineTo(58, 136);
    path.cubicTo(56, 156, 46, 172, 47, 192);
    path.cubicTo(48, 212, 62, 226, 63, 256);
    path.cubicTo(64, 292, 52, 326, 48, 360);
    path.cubicTo(56, 392, 46, 428, 36, 466);
    path.cubicTo(36, 480, 44, 492, 42, 499);
    path.cubicTo(38, 506, 18, 506, 15, 499);
    path.cubicTo(14, 490, 20, 480, 20, 466);
    path.cubicTo(14, 428, 10, 392, 15, 360);
    path.cubicTo(12, 326, 6, 300, 3, 280);
    path.lineTo(0, 277);
    path.closeSubpath();
    return path;
}

QPainterPath arm()
{
    QPainterPath path{{50, 92}};
    path.cubicTo(68, 93, 78, 104, 79, 126);
    path.cubicTo(80, 156, 88, 172, 92, 196);
    path.cubicTo(97, 216, 100, 232, 103, 250);
    path.cubicTo(110, 264, 110, 280, 103, 291);
    path.cubicTo(97, 294, 90, 284, 90, 268);
    path.cubicTo(88, 256, 84, 240, 79, 222);
    path.cubicTo(72, 202, 66, 180, 62, 152);
    path.lineTo(58, 136);
    path.lineTo(66, 112);
    path.closeSubpath();
    return path;
}

QPainterPath head()
{
    QPainterPath path;
    path.addEllipse(QPointF{0, 34}, 22, 28);
    return path;
}

QPainterPath softBox(const QRectF& box)
{
    constexpr double kRound = 7;
    QPainterPath path;
    path.addRoundedRect(box, kRound, kRound);
    return path;
}

/// A soft box of the right half, cut out of what `within` draws.
QPainterPath band(const QPainterPath& within, const QRectF& box)
{
    return softBox(box).intersected(within);
}

struct Drawn {
    std::string_view region;
    QPainterPath side;
    QPainterPath middle;

    /// Left or right, else the middle.
    [[nodiscard]] QPainterPath on(Side at) const
    {
        return at == Side::Left ? mirrored(side) : at == Side::Right ? side : middle;
    }
};

/// Where each region lies. A region that is not here stands in the list alone.
std::vector<Drawn> drawing()
{
    const QPainterPath torso = halfTorso();
    const QPainterPath upperArm = arm();
    constexpr double kMiddle = 12;
    const auto across = [&](double top, double height) {
        return band(torso, {kMiddle + 3, top, 64, height});
    };
    const auto middle = [&](double top, double height) {
        return softBox({-kMiddle, top, 2 * kMiddle, height});
    };
    return {
        {"neck", band(torso, {12, 64, 36, 29}), softBox({-9, 62, 18, 31})},
        {"upper_back", across(96, 42), middle(96, 42)},
        {"mid_back", across(141, 38), middle(141, 38)},
        {"lower_back", across(182, 42), middle(182, 42)},
        {"buttock", band(torso, {2, 227, 38, 36}), {}},
        {"hip", band(torso, {43, 227, 30, 63}), {}},
        {"groin_saddle", band(torso, {13, 266, 27, 25}), softBox({-10, 266, 20, 28})},
        {"leg_thigh", band(torso, {4, 294, 66, 62}), {}},
        {"leg_below_knee", band(torso, {4, 362, 66, 102}), {}},
        {"foot", band(torso, {4, 468, 66, 40}), {}},
        {"arm_hand", band(upperArm, {69, 96, 60, 210}), {}},
    };
}

/// A point well within `path`, near the middle of its box: shapes along a slope do not hold that.
QPointF middleOf(const QPainterPath& path)
{
    constexpr int kSteps = 12;
    constexpr double kSpot = 3;
    const QRectF box = path.boundingRect();
    std::vector<QPointF> spots;
    for (int i = 0; i < kSteps * kSteps; ++i) {
        spots.emplace_back(box.left() + box.width() * (i % kSteps + 0.5) / kSteps,
                           box.top() + box.height() * (i / kSteps + 0.5) / kSteps);
    }
    // The nearest first: asking a path whether it holds something takes long.
    std::stable_sort(spots.begin(), spots.end(), [&](const QPointF& one, const QPointF& other) {
        return QLineF{one, box.center()}.length() < QLineF{other, box.center()}.length();
    });
    const auto found = std::find_if(spots.begin(), spots.end(), [&](const QPointF& at) {
        return path.contains(QRectF{at.x() - kSpot, at.y() - kSpot, 2 * kSpot, 2 * kSpot});
    });
    return found == spots.end() ? box.center() : *found;
}

bool has(const Term& term, Side side)
{
    return std::find(term.sides.begin(), term.sides.end(), side) != term.sides.end();
}

} // namespace

std::vector<BackShape> backShapes(const Vocabulary& vocabulary)
{
    std::vector<BackShape> shapes;
    for (const Drawn& drawn : drawing()) {
        const Term* term = vocabulary.find(Topic::Region, drawn.region);
        if (term == nullptr) {
            continue;
        }
        for (const Side side : {Side::Left, Side::Middle, Side::Right}) {
            if (has(*term, side)) {
                const QPainterPath path = drawn.on(side);
                shapes.push_back({{term->id, side}, path, middleOf(path)});
            }
        }
    }
    return shapes;
}

QTransform backOnto(const QRectF& area)
{
    const double scale = std::min(area.width() / (2 * kHalfWidth), area.height() / kBodyHeight);
    QTransform transform;
    transform.translate(area.center().x(), area.center().y() - kBodyHeight * scale / 2);
    transform.scale(scale, scale);
    return transform;
}

double backAspect()
{
    return 2 * kHalfWidth / kBodyHeight;
}

QPainterPath backBody()
{
    const QPainterPath half = halfTorso().united(arm());
    return half.united(mirrored(half)).united(head()).simplified();
}

void paintBackBody(QPainter& painter, const QPainterPath& body, double scale, const BackInk& ink)
{
    painter.setPen(
        QPen{ink.outline, 1.6 * ink.hairline / scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(ink.palette.color(QPalette::Base));
    painter.drawPath(body);
}

void paintBackShade(QPainter& painter,
                    const BackShape& shape,
                    const BackShade* shade,
                    double scale,
                    const BackInk& ink)
{
    const bool isDashed = shade != nullptr && isOfWholeRegion(*shade, shape);
    painter.setPen(QPen{shade == nullptr ? ink.faint : ink.line, ink.hairline / scale,
                        isDashed ? Qt::DashLine : Qt::SolidLine});
    painter.setBrush(shade == nullptr ? QBrush{Qt::NoBrush}
                                      : QBrush{backFill(*shade, ink.palette)});
    painter.drawPath(shape.path);
}

QColor backFill(const BackShade& shade, const QPalette& palette)
{
    constexpr int kShades = 10;
    return theme::painFill(
        palette, std::clamp(static_cast<int>(std::lround(shade.strength * kShades)), 1, kShades));
}

const BackShade* shadeOf(const Place& place, const std::vector<BackShade>& shades)
{
    for (const Place& wanted : {place, Place{place.region, std::nullopt}}) {
        const auto found = std::find_if(shades.begin(), shades.end(), [&](const BackShade& shade) {
            return shade.place == wanted;
        });
        if (found != shades.end()) {
            return &*found;
        }
    }
    return nullptr;
}

void paintBackFigures(QPainter& painter,
                      const std::vector<BackShape>& shapes,
                      const std::vector<BackShade>& shades,
                      const QTransform& onto,
                      const QPalette& palette,
                      const QFont& font)
{
    constexpr double kRim = 4.0;
    const QFontMetricsF metrics{font};
    for (const BackShape& shape : shapes) {
        const BackShade* shade = shadeOf(shape.place, shades);
        if (shade == nullptr || isOfWholeRegion(*shade, shape)) {
            continue;
        }
        const QPointF middle = onto.map(shape.middle);
        QPainterPath figure;
        figure.addText(middle + QPointF{-metrics.horizontalAdvance(shade->figure) / 2,
                                        metrics.capHeight() / 2},
                       font, shade->figure);
        const QColor ground = backFill(*shade, palette);
        painter.strokePath(figure, QPen{ground, kRim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.fillPath(figure, theme::textOn(ground));
    }
}

} // namespace unclench::ui
