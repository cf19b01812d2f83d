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

} // namespace

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128}) {
        QPixmap pixmap{size, size};
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / kCanvas, size / kCanvas);
        draw(painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace unclench::ui
