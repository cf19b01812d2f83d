// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/back_map.h"

#include "ui/theme.h"
#include "ui/widgets/places.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace unclench::ui {

BackMap::BackMap(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_words(words), m_shapes(backShapes(vocabulary))
{
    setObjectName(QStringLiteral("backMap"));
    setAccessibleName(tr("Back map"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
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
    return backOnto(QRectF{QPointF{}, QSizeF{size()}});
}

std::optional<QPoint> BackMap::centreOf(const Place& place) const
{
    for (const BackShape& shape : m_shapes) {
        if (shape.place == place) {
            return toWidget().map(shape.middle).toPoint();
        }
    }
    return std::nullopt;
}

const BackShape* BackMap::shapeAt(const QPointF& position) const
{
    const QPointF at = toWidget().inverted().map(position);
    for (const BackShape& shape : m_shapes) {
        if (shape.path.contains(at)) {
            return &shape;
        }
    }
    return nullptr;
}

void BackMap::hover(const BackShape* shape)
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
        if (const BackShape* shape = shapeAt(help->pos())) {
            const Shade* shade = m_shades ? shadeOf(shape->place, *m_shades) : nullptr;
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
    const BackShape* shape =
        event->button() == Qt::LeftButton ? shapeAt(event->position()) : nullptr;
    if (shape != nullptr && !m_shades) {
        Q_EMIT placesChanged(places::toggled(m_places, shape->place));
    }
}

void BackMap::paintShape(QPainter& painter, const BackShape& shape, double scale) const
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

void BackMap::paintEvent(QPaintEvent*)
{
    static const QPainterPath kBody = backBody();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QTransform transform = toWidget();
    painter.setTransform(transform);
    const double scale = transform.m11();
    const QColor muted = palette().color(QPalette::PlaceholderText);
    QColor faint = muted;
    faint.setAlphaF(0.55F);
    const BackInk ink{palette(), muted, muted, faint};
    paintBackBody(painter, kBody, scale, ink);
    if (!m_shades) {
        for (const BackShape& shape : m_shapes) {
            paintShape(painter, shape, scale);
        }
        return;
    }
    for (const BackShape& shape : m_shapes) {
        BackInk own = ink;
        if (m_hovered == shape.place) {
            own.line = own.faint = palette().color(QPalette::WindowText);
            own.hairline = 2.0;
        }
        paintBackShade(painter, shape, shadeOf(shape.place, *m_shades), scale, own);
    }
    painter.resetTransform();
    QFont figures = theme::font(font(), theme::Size::Caption);
    figures.setWeight(QFont::DemiBold);
    paintBackFigures(painter, m_shapes, *m_shades, transform, palette(), figures);
}

} // namespace unclench::ui
