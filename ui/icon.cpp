// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace unclench::ui {

namespace {

constexpr double kCanvas = 128.0; // the units of the drawing

void draw(QPainter& painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor{0x0B, 0x6B, 0x66});
    painter.drawRoundedRect(QRectF{8, 8, 112, 112}, 26, 26);
    QPainterPath spine{{66, 26}};
    spine.cubicTo(50, 36, 50, 50, 62, 62);
    spine.cubicTo(74, 74, 74, 88, 58, 102);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{Qt::white, 11, Qt::SolidLine, Qt::RoundCap});
    painter.drawPath(spine);
}

void drawRing(QPainter& painter, double filled, bool isDue)
{
    painter.save();
    painter.translate(24, 24);
    painter.scale(0.625, 0.625);
    draw(painter);
    painter.restore();
    constexpr int kSixteenths = 16;
    const QRectF ring{9, 9, 110, 110};
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{QColor{0x8A, 0x93, 0x9C}, 12});
    painter.drawEllipse(ring);
    painter.setPen(QPen{QColor{0xF2, 0xA5, 0x5F}, 14, Qt::SolidLine, Qt::FlatCap});
    painter.drawArc(ring, 90 * kSixteenths, -static_cast<int>(filled * 360 * kSixteenths));
    if (isDue) {
        painter.setPen(QPen{Qt::white, 6});
        painter.setBrush(QColor{0xB2, 0x3A, 0x0A});
        painter.drawEllipse(QRectF{72, 72, 52, 52});
    }
}

template <class Draw>
QIcon iconOf(Draw&& drawing)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128}) {
        QPixmap pixmap{size, size};
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / kCanvas, size / kCanvas);
        drawing(painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

QIcon applicationIcon()
{
    return iconOf(draw);
}

QIcon iconWithRing(double filled, bool isDue)
{
    return iconOf([&](QPainter& painter) { drawRing(painter, filled, isDue); });
}

} // namespace unclench::ui
