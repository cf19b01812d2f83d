// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/back_map.h"

#include "ui/theme.h"
#include "ui/widgets/places.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace unclench::ui {

namespace {

// The drawing is 260 by 516 units with the spine at x = 0; what follows is its right half.
constexpr double kHalfWidth = 118.0;
constexpr double kTop = 0.0;
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

QPainterPath body()
{
    const QPainterPath half = halfTorso().united(arm());
    return half.united(mirrored(half)).united(head()).simplified();
}

/// A soft box of the right half, cut out of what `within` draws.
QPainterPath band(const QPainterPath& within, const QRectF& box)
{
    QPainterPath path;
    path.addRoundedRect(box, 7, 7);
    return path.intersected(within);
}

QPainterPath middleBand(const QRectF& box)
{
    QPainterPath path;
    path.addRoundedRect(box, 7, 7);
    return path;
}

struct Drawn {
    std::string_view region;
    QPainterPath side;
    QPainterPath middle;
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
        return middleBand({-kMiddle, top, 2 * kMiddle, height});
    };
    return {
        {"neck", band(torso, {12, 64, 36, 29}), middleBand({-9, 62, 18, 31})},
        {"upper_back", across(96, 42), middle(96, 42)},
        {"mid_back", across(141, 38), middle(141, 38)},
        {"lower_back", across(182, 42), middle(182, 42)},
        {"buttock", band(torso, {2, 227, 38, 36}), {}},
        {"hip", band(torso, {43, 227, 30, 63}), {}},
        {"groin_saddle", band(torso, {13, 266, 27, 25}), middleBand({-10, 266, 20, 28})},
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
    QPointF best = box.center();
    double nearest = -1;
    for (int i = 0; i <= kSteps * kSteps; ++i) {
        const QPointF at{box.left() + box.width() * (i % kSteps + 0.5) / kSteps,
                         box.top() + box.height() * (i / kSteps + 0.5) / kSteps};
        const double distance = QLineF{at, box.center()}.length();
        if ((nearest < 0 || distance < nearest) &&
            path.contains(QRectF{at.x() - kSpot, at.y() - kSpot, 2 * kSpot, 2 * kSpot})) {
            best = at;
            nearest = distance;
        }
    }
    return best;
}

bool has(const Term& term, Side side)
{
    return std::find(term.sides.begin(), term.sides.end(), side) != term.sides.end();
}

} // namespace

BackMap::BackMap(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_words(words)
{
    setObjectName(QStringLiteral("backMap"));
    setAccessibleName(tr("Back map"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    for (const Drawn& drawn : drawing()) {
        const Term* term = vocabulary.find(Topic::Region, drawn.region);
        if (term == nullptr) {
            continue;
        }
        if (has(*term, Side::Left)) {
            m_shapes.push_back({{term->id, Side::Left}, mirrored(drawn.side), {}});
        }
        if (has(*term, Side::Middle)) {
            m_shapes.push_back({{term->id, Side::Middle}, drawn.middle, {}});
        }
        if (has(*term, Side::Right)) {
            m_shapes.push_back({{term->id, Side::Right}, drawn.side, {}});
        }
    }
    for (Shape& shape : m_shapes) {
        shape.middle = middleOf(shape.path);
    }
    display({});
}

void BackMap::display(const std::vector<Place>& places)
{
    m_places = places::separated(places);
    QStringList named;
    for (const Place& place : m_places) {
        named << m_words.place(place.region, place.side);
    }
    setAccessibleDescription(named.isEmpty()
                                 ? tr("Nothing is marked. The list beside it has the same places.")
                                 : tr("Marked: %1. The list beside it has the same places.")
                                       .arg(named.join(QStringLiteral("; "))));
    update();
}

void BackMap::displayShades(std::vector<Shade> shades)
{
    m_shades = std::move(shades);
    QStringList said;
    for (const Shade& shade : *m_shades) {
        said << shade.said;
    }
    setAccessibleDescription(said.isEmpty() ? tr("Nothing is shaded.")
                                            : said.join(QStringLiteral("; ")));
    update();
}

const BackMap::Shade* BackMap::shadeOf(const Place& place) const
{
    const auto found = std::find_if(m_shades->begin(), m_shades->end(),
                                    [&](const Shade& shade) { return shade.place == place; });
    return found == m_shades->end() ? nullptr : &*found;
}

QColor BackMap::fillOf(const Shade& shade) const
{
    constexpr int kShades = 10;
    return theme::painFill(
        palette(), std::clamp(static_cast<int>(std::lround(shade.strength * kShades)), 1, kShades));
}

QSize BackMap::sizeHint() const
{
    return {theme::grid(font(), 32), theme::grid(font(), 64)};
}

QSize BackMap::minimumSizeHint() const
{
    return {theme::grid(font(), 18), theme::grid(font(), 38)};
}

QTransform BackMap::toWidget() const
{
    const double scale = std::min(width() / (2 * kHalfWidth), height() / kBodyHeight);
    QTransform transform;
    transform.translate(width() / 2.0, (height() - kBodyHeight * scale) / 2.0);
    transform.scale(scale, scale);
    transform.translate(0, -kTop);
    return transform;
}

std::optional<QPoint> BackMap::centreOf(const Place& place) const
{
    for (const Shape& shape : m_shapes) {
        if (shape.place == place) {
            return toWidget().map(shape.middle).toPoint();
        }
    }
    return std::nullopt;
}

const BackMap::Shape* BackMap::shapeAt(const QPointF& position) const
{
    const QPointF at = toWidget().inverted().map(position);
    for (const Shape& shape : m_shapes) {
        if (shape.path.contains(at)) {
            return &shape;
        }
    }
    return nullptr;
}

void BackMap::hover(const Shape* shape)
{
    const auto place = shape == nullptr ? std::nullopt : std::optional{shape->place};
    if (place != m_hovered) {
        m_hovered = place;
        setCursor(shape == nullptr || m_shades ? Qt::ArrowCursor : Qt::PointingHandCursor);
        update();
    }
}

bool BackMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (const Shape* shape = shapeAt(help->pos())) {
            const Shade* shade = m_shades ? shadeOf(shape->place) : nullptr;
            QToolTip::showText(help->globalPos(),
                               shade != nullptr
                                   ? shade->said
                                   : m_words.place(shape->place.region, shape->place.side),
                               this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

void BackMap::mouseMoveEvent(QMouseEvent* event)
{
    hover(shapeAt(event->position()));
}

void BackMap::leaveEvent(QEvent*)
{
    hover(nullptr);
}

void BackMap::mousePressEvent(QMouseEvent* event)
{
    const Shape* shape = event->button() == Qt::LeftButton ? shapeAt(event->position()) : nullptr;
    if (shape != nullptr && !m_shades) {
        Q_EMIT placesChanged(places::toggled(m_places, shape->place));
    }
}

void BackMap::paintShape(QPainter& painter, const Shape& shape, double scale) const
{
    const bool isMarked = places::contains(m_places, shape.place);
    const bool isSideOpen = places::contains(m_places, {shape.place.region, std::nullopt});
    const QColor accent = palette().color(QPalette::Highlight);
    QColor fill = accent;
    fill.setAlphaF(isMarked ? 1.0F : isSideOpen ? 0.25F : 0.08F);
    QPen pen{palette().color(QPalette::PlaceholderText), 1.0 / scale};
    pen.setCosmetic(false);
    if (isSideOpen && !isMarked) {
        pen = QPen{accent, 1.5 / scale, Qt::DashLine};
    }
    if (m_hovered == shape.place) {
        pen = QPen{palette().color(QPalette::WindowText), 2.0 / scale};
    } else if (!isMarked && !isSideOpen) {
        QColor line = palette().color(QPalette::PlaceholderText);
        line.setAlphaF(0.55F);
        pen.setColor(line);
    }
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawPath(shape.path);
    if (isMarked) {
        const QPointF centre = shape.middle;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{palette().color(QPalette::HighlightedText), 2.4, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolyline(QPolygonF{
            {centre + QPointF{-5, 0}, centre + QPointF{-1.5, 4}, centre + QPointF{5.5, -4.5}}});
    }
}

void BackMap::paintShade(QPainter& painter, const Shape& shape, double scale) const
{
    const Shade* shade = shadeOf(shape.place);
    const bool isHovered = m_hovered == shape.place;
    QColor line = palette().color(isHovered ? QPalette::WindowText : QPalette::PlaceholderText);
    line.setAlphaF(isHovered || shade != nullptr ? 1.0F : 0.55F);
    painter.setPen(QPen{line, (isHovered ? 2.0 : 1.0) / scale});
    painter.setBrush(shade == nullptr ? QBrush{Qt::NoBrush} : QBrush{fillOf(*shade)});
    painter.drawPath(shape.path);
}

/// In the size of other words, however small the drawing is: with a rim of its ground, since a
/// figure may be wider than its place.
void BackMap::paintFigures(QPainter& painter, const QTransform& transform) const
{
    constexpr double kRim = 4.0;
    QFont small = theme::font(font(), theme::Size::Caption);
    small.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics{small};
    painter.resetTransform();
    for (const Shape& shape : m_shapes) {
        const Shade* shade = shadeOf(shape.place);
        if (shade == nullptr) {
            continue;
        }
        const QPointF middle = transform.map(shape.middle);
        QPainterPath figure;
        figure.addText(middle + QPointF{-metrics.horizontalAdvance(shade->figure) / 2,
                                        metrics.capHeight() / 2},
                       small, shade->figure);
        const QColor ground = fillOf(*shade);
        painter.strokePath(figure, QPen{ground, kRim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.fillPath(figure, theme::textOn(ground));
    }
}

void BackMap::paintEvent(QPaintEvent*)
{
    static const QPainterPath kBody = body();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform transform = toWidget();
    painter.setTransform(transform);
    const double scale = transform.m11();
    painter.setPen(QPen{palette().color(QPalette::PlaceholderText), 1.6 / scale, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawPath(kBody);
    for (const Shape& shape : m_shapes) {
        if (m_shades) {
            paintShade(painter, shape, scale);
        } else {
            paintShape(painter, shape, scale);
        }
    }
    if (m_shades) {
        paintFigures(painter, transform);
    }
}

} // namespace unclench::ui
