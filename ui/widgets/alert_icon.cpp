// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alert_icon.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace unclench::ui {

namespace {

/// In a square of 24 units: a disc, a triangle, an octagon.
QPainterPath formOf(Level level)
{
    QPainterPath path;
    switch (level) {
    case Level::CheckIn:
    case Level::Soon: path.addEllipse(QPointF{12, 12}, 11, 11); break;
    case Level::Urgent:
        path.moveTo(12, 1.5);
        path.lineTo(23, 22);
        path.lineTo(1, 22);
        path.closeSubpath();
        break;
    case Level::Emergency:
        for (int i = 0; i < 8; ++i) {
            const double angle = std::numbers::pi * (2 * i + 1) / 8;
            const QPointF corner{12 + 11.8 * std::cos(angle), 12 + 11.8 * std::sin(angle)};
            i == 0 ? path.moveTo(corner) : path.lineTo(corner);
        }
        path.closeSubpath();
        break;
    }
    return path;
}

} // namespace

void paintAlertIcon(QPainter& painter, const QRectF& place, Level level, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(place.topLeft());
    painter.scale(place.width() / 24.0, place.height() / 24.0);
    const QColor ink = palette.color(QPalette::WindowText);
    painter.setPen(QPen{ink, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(ink);
    painter.drawPath(formOf(level));
    // The stroke and the dot of "!", lower in the triangle, which is narrow above.
    const double top = level == Level::Urgent ? 8.5 : 6.0;
    painter.setPen(
        QPen{palette.color(QPalette::Window), 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.drawLine(QPointF{12, top}, QPointF{12, top + 6.5});
    painter.drawPoint(QPointF{12, top + 10.8});
    painter.restore();
}

AlertIcon::AlertIcon(double units, QWidget* parent) : QWidget(parent)
{
    setFixedSize(theme::grid(font(), units), theme::grid(font(), units));
}

void AlertIcon::display(Level level)
{
    m_level = level;
    update();
}

void AlertIcon::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintAlertIcon(painter, rect(), m_level, palette());
}

} // namespace unclench::ui
