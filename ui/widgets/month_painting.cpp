// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/month_painting.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace unclench::ui {

namespace {

// In pixels: the ring of the keyboard lies outermost, then the outline of today.
constexpr double kOutline = 2.0;
constexpr double kToOutline = 3.0;
constexpr double kToFill = 4.0;
constexpr double kToFillOfToday = 6.0;
constexpr double kDayCorner = 4.0;

// In units of the grid.
constexpr double kDayPadding = 0.375;

QFont dayNumberFont(const QFont& font, bool isStrong)
{
    QFont number = theme::font(font, theme::Size::Caption);
    if (isStrong) {
        number.setWeight(QFont::Bold);
    }
    return number;
}

double markSide(const QFont& font)
{
    return QFontMetricsF{dayNumberFont(font, false)}.ascent();
}

/// What stands large on a day; empty: no number does.
QString figureOf(const MonthDayView& day)
{
    if (day.worst) {
        return QString::number(*day.worst);
    }
    if (day.episodes > 0) {
        return QStringLiteral("?");
    }
    return day.isPainFree ? QStringLiteral("0") : QString{};
}

/// A triangle with "!" left out of it.
void paintAlertMark(QPainter& painter, const QRectF& place, const QColor& ink, const QColor& ground)
{
    const double unit = place.width() / 24.0;
    QPainterPath triangle{place.topLeft() + QPointF{12, 1} * unit};
    triangle.lineTo(place.topLeft() + QPointF{23.5, 22.5} * unit);
    triangle.lineTo(place.topLeft() + QPointF{0.5, 22.5} * unit);
    triangle.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPath(triangle);
    painter.setPen(QPen{ground, 2.6 * unit, Qt::SolidLine, Qt::RoundCap});
    painter.drawLine(place.topLeft() + QPointF{12, 9} * unit,
                     place.topLeft() + QPointF{12, 14.5} * unit);
    painter.drawPoint(place.topLeft() + QPointF{12, 19} * unit);
}

/// The largest that fits.
void paintFigure(QPainter& painter, const QRectF& place, const QString& figure, const QFont& font)
{
    for (const theme::Size size : {theme::Size::Title, theme::Size::Heading, theme::Size::Body}) {
        const QFont with = theme::font(font, size);
        const QFontMetricsF metrics{with};
        if (size == theme::Size::Body || (metrics.height() <= place.height() &&
                                          metrics.horizontalAdvance(figure) <= place.width())) {
            painter.setFont(with);
            painter.drawText(place, Qt::AlignCenter, figure);
            return;
        }
    }
}

} // namespace

QSize leastMonthDay(const QFont& font)
{
    const QFontMetricsF number{dayNumberFont(font, true)};
    const QFontMetricsF figure{theme::font(font, theme::Size::Heading)};
    const double padding = theme::grid(font, kDayPadding);
    const double first = number.horizontalAdvance(QStringLiteral("30")) + padding + markSide(font);
    const double second = figure.horizontalAdvance(QStringLiteral("10"));
    const double beside = 2 * (kToFill + padding);
    return {static_cast<int>(std::max(first, second) + beside) + 1,
            static_cast<int>(number.height() + figure.height() + 2 * kToFillOfToday + padding) + 1};
}

void paintMonthDay(QPainter& painter,
                   const QRectF& place,
                   const MonthDayView& day,
                   const QPalette& palette,
                   const QFont& font)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double toFill = day.isToday ? kToFillOfToday : kToFill;
    const QRectF body = place.adjusted(toFill, toFill, -toFill, -toFill);
    const QFont number = dayNumberFont(font, day.isToday);
    const double padding = theme::grid(font, kDayPadding);
    QRectF room = body;
    if (day.day > 0) {
        room.setTop(body.top() + QFontMetricsF{number}.height());
    }

    const QColor card = palette.color(QPalette::Base);
    const bool isShaded = day.worst.has_value();
    const QColor ground = isShaded ? theme::painFill(palette, *day.worst) : card;
    const QColor ink = isShaded       ? theme::textOn(ground)
                       : day.isFuture ? palette.color(QPalette::PlaceholderText)
                                      : palette.color(QPalette::WindowText);
    painter.setPen(day.isFuture ? QPen{Qt::NoPen} : QPen{palette.color(QPalette::Mid), 1.0});
    painter.setBrush(ground);
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), kDayCorner, kDayCorner);

    const QString figure = figureOf(day);
    if (!figure.isEmpty()) {
        painter.setPen(ink);
        paintFigure(painter, room, figure, font);
    } else if (day.isTold) {
        const double radius = std::max<double>(2, theme::grid(font, 0.375));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(room.center(), radius, radius);
    } else if (!day.isFuture) {
        // Not behind the number, which would be hard to read.
        painter.fillRect(room.adjusted(kDayCorner, 1, -kDayCorner, -kDayCorner),
                         QBrush{palette.color(QPalette::PlaceholderText), Qt::BDiagPattern});
    }

    if (day.day > 0) {
        const QRectF line{body.left() + padding, body.top(), body.width() - 2 * padding,
                          QFontMetricsF{number}.height()};
        painter.setFont(number);
        painter.setPen(ink);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QLocale{}.toString(day.day));
    }
    if (day.hasAlert) {
        const double side = markSide(font);
        QRectF mark{0, 0, side, side};
        if (day.day > 0) {
            mark.moveTopRight(body.topRight() + QPointF{-padding, padding / 2});
        } else {
            mark.moveCenter(body.center());
        }
        paintAlertMark(painter, mark, ink, ground);
    }
    if (day.isToday) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{palette.color(QPalette::Highlight), kOutline});
        painter.drawRoundedRect(place.adjusted(kToOutline, kToOutline, -kToOutline, -kToOutline),
                                kDayCorner, kDayCorner);
    }
    painter.restore();
}

} // namespace unclench::ui
