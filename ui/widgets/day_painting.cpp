// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/day_painting.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace unclench::ui {

namespace {

struct Fill {
    double height; ///< of the band
    Qt::BrushStyle pattern;
};
Fill fillOf(Posture posture)
{
    switch (posture) {
    case Posture::Seated: return {1.0, Qt::SolidPattern};
    case Posture::Standing: return {0.75, Qt::BDiagPattern};
    case Posture::Walking: return {0.75, Qt::Dense6Pattern};
    case Posture::Lying: return {0.45, Qt::HorPattern};
    case Posture::Away: return {0.25, Qt::NoBrush};
    case Posture::Suspended: return {0.25, Qt::VerPattern};
    }
    Q_UNREACHABLE();
}

} // namespace

bool isHere(Posture posture)
{
    return posture != Posture::Away && posture != Posture::Suspended;
}

void paintSpan(QPainter& painter,
               const QRectF& place,
               Posture posture,
               bool isInferred,
               const QPalette& palette)
{
    const Fill fill = fillOf(posture);
    const QColor ink =
        palette.color(isHere(posture) ? QPalette::Highlight : QPalette::PlaceholderText);
    QRectF part = place;
    part.setTop(place.bottom() - place.height() * fill.height);
    part.adjust(0.5, 0.5, -0.5, -0.5);
    if (part.width() < 1.0) {
        part.setWidth(1.0);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(part, palette.color(QPalette::Base));
    painter.setPen(QPen{ink, 1.0, isInferred ? Qt::DashLine : Qt::SolidLine});
    painter.setBrush(QBrush{ink, fill.pattern});
    painter.drawRect(part);
    painter.restore();
}

void paintMark(QPainter& painter,
               const QRectF& place,
               SeatMarkView::Kind kind,
               const QPalette& palette)
{
    const QColor ink = palette.color(QPalette::WindowText);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.4, place.height() / 9.0);
    painter.setPen(QPen{ink, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    const QRectF inner = place.adjusted(line, line, -line, -line);
    switch (kind) {
    case SeatMarkView::Kind::Break: // a tick
        painter.drawPolyline(QPolygonF{
            {QPointF{inner.left(), inner.top() + inner.height() * 0.55},
             QPointF{inner.left() + inner.width() * 0.36, inner.bottom() - inner.height() * 0.08},
             QPointF{inner.right(), inner.top() + inner.height() * 0.12}}});
        break;
    case SeatMarkView::Kind::Snooze: // a clock
        painter.setBrush(palette.color(QPalette::Base));
        painter.drawEllipse(inner);
        painter.drawPolyline(QPolygonF{
            {QPointF{inner.center().x(), inner.top() + inner.height() * 0.22}, inner.center(),
             QPointF{inner.right() - inner.width() * 0.25, inner.center().y()}}});
        break;
    case SeatMarkView::Kind::Skip: // a cross
        painter.drawLine(inner.topLeft(), inner.bottomRight());
        painter.drawLine(inner.topRight(), inner.bottomLeft());
        break;
    case SeatMarkView::Kind::Spasm: {
        const double cloth = std::min(place.height() * 0.6, place.width() * 0.75);
        painter.setPen(
            QPen{ink, std::max(1.6, cloth / 7.0), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin});
        painter.drawLine(QPointF{place.left(), place.top()}, QPointF{place.left(), place.bottom()});
        QPainterPath flag{QPointF{place.left(), place.top()}};
        flag.lineTo(place.left() + cloth * 1.25, place.top() + cloth / 2);
        flag.lineTo(place.left(), place.top() + cloth);
        flag.closeSubpath();
        painter.setBrush(ink);
        painter.drawPath(flag);
        break;
    }
    case SeatMarkView::Kind::Session: break; // a bar, see paintSession
    }
    painter.restore();
}

void paintSession(QPainter& painter,
                  const QRectF& place,
                  Modality modality,
                  const QPalette& palette)
{
    const bool isHeat = modality == Modality::Heat;
    const QColor ink = isHeat ? theme::heat(palette) : theme::cold(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{ink, 1.6});
    painter.setBrush(isHeat ? QBrush{ink} : QBrush{palette.color(QPalette::Base)});
    const QRectF bar = place.adjusted(0.8, 0.8, -0.8, -0.8);
    painter.drawRoundedRect(bar, 2.0, 2.0);
    painter.restore();
}

} // namespace unclench::ui
