// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"
#include "ui/report/pictures.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace unclench::ui::report {

namespace {

/// Between the body and the counts beside it.
constexpr double kLeader = 3.5 * kMillimetre;
constexpr double kGapAtFigure = 1.0 * kPoint;

QFont figureFont()
{
    return paperFont(kLeastPoints, true, {});
}

/// A count beside the body, with a line to its place: on the places themselves, which are narrow,
/// counts of three digits would run into each other.
struct Callout {
    const BackShape* shape;
    QString figure;
    /// The height of its middle.
    double y = 0;
};

double gutter(const Contents& contents)
{
    const QFontMetricsF metrics{figureFont()};
    double widest = 0;
    for (const BackShade& shade : contents.shades) {
        widest = std::max(widest, metrics.horizontalAdvance(shade.figure));
    }
    return widest + kLeader;
}

/// As many as have room: those that stand first in `shades`. The list beside has more.
void keepMost(std::vector<Callout>& all, const std::vector<BackShade>& shades, double room)
{
    const auto rank = [&](const Callout& one) { return shadeOf(one.shape->place, shades); };
    std::sort(all.begin(), all.end(),
              [&](const Callout& a, const Callout& b) { return rank(a) < rank(b); });
    all.resize(std::min(all.size(), static_cast<std::size_t>(room)));
}

/// Moves them apart, in their order, within `top` and `bottom`.
void spread(std::vector<Callout>& all, double top, double bottom, double each)
{
    std::sort(all.begin(), all.end(), [](const Callout& a, const Callout& b) { return a.y < b.y; });
    double least = top + each / 2;
    for (Callout& one : all) {
        one.y = std::max(one.y, least);
        least = one.y + each;
    }
    double most = bottom - each / 2;
    for (auto one = all.rbegin(); one != all.rend(); ++one) {
        one->y = std::min(one->y, most);
        most = one->y - each;
    }
}

void paintOnPlace(QPainter& painter, const QPointF& middle, const QString& figure, QColor ground)
{
    const QFont font = figureFont();
    const QFontMetricsF metrics{font};
    QPainterPath path;
    path.addText(middle + QPointF{-metrics.horizontalAdvance(figure) / 2, metrics.capHeight() / 2},
                 font, figure);
    painter.strokePath(path, QPen{ground, 2 * kPoint, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    constexpr int kMidGrey = 140;
    painter.fillPath(path, qGray(ground.rgb()) > kMidGrey ? Qt::black : Qt::white);
}

void paintBeside(QPainter& painter,
                 const std::vector<Callout>& all,
                 const QTransform& onto,
                 double figureEdge,
                 bool isLeft)
{
    const QFont font = figureFont();
    const QFontMetricsF metrics{font};
    painter.setFont(font);
    for (const Callout& one : all) {
        const double wide = metrics.horizontalAdvance(one.figure);
        const double from = isLeft ? figureEdge + kGapAtFigure : figureEdge - kGapAtFigure;
        const QPointF place = onto.map(one.shape->middle);
        painter.setPen(QPen{ink::kText, kHairline});
        painter.drawLine(QPointF{from, one.y}, place);
        painter.setBrush(ink::kText);
        painter.drawEllipse(place, kPoint, kPoint);
        painter.drawText(
            QPointF{isLeft ? figureEdge - wide : figureEdge, one.y + metrics.capHeight() / 2},
            one.figure);
    }
}

} // namespace

double backPictureWidth(double height, const Contents& contents)
{
    return height * backAspect() + 2 * gutter(contents);
}

void paintBackPicture(QPainter& painter, const QRectF& area, const Contents& contents)
{
    const double beside = gutter(contents);
    const QRectF body = area.adjusted(beside, 0, -beside, 0);
    const QTransform onto = backOnto(body);
    const double scale = onto.m11();
    const BackInk ink{paperPalette(), ink::kMuted, ink::kText, ink::kRule, kHairline};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setTransform(onto, true);
    paintBackBody(painter, backBody(), scale, ink);
    for (const BackShape& shape : contents.shapes) {
        paintBackShade(painter, shape, shadeOf(shape.place, contents.shades), scale, ink);
    }
    painter.restore();

    std::vector<Callout> left;
    std::vector<Callout> right;
    for (const BackShape& shape : contents.shapes) {
        const BackShade* shade = shadeOf(shape.place, contents.shades);
        if (shade == nullptr || isOfWholeRegion(*shade, shape)) {
            continue; // the list beside says how many
        }
        const QPointF middle = onto.map(shape.middle);
        if (shape.place.side == Side::Middle) {
            paintOnPlace(painter, middle, shade->figure, backFill(*shade, ink.palette));
        } else {
            (shape.place.side == Side::Left ? left : right)
                .push_back({&shape, shade->figure, middle.y()});
        }
    }
    const double each = QFontMetricsF{figureFont()}.height();
    keepMost(left, contents.shades, area.height() / each);
    keepMost(right, contents.shades, area.height() / each);
    spread(left, area.top(), area.bottom(), each);
    spread(right, area.top(), area.bottom(), each);
    const double halfWidth = backAspect() * body.height() / 2;
    const double middle = area.center().x();
    const double edge = std::min(halfWidth, body.width() / 2) + kLeader;
    paintBeside(painter, left, onto, middle - edge, true);
    paintBeside(painter, right, onto, middle + edge, false);
    painter.restore();
}

} // namespace unclench::ui::report
