// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"
#include "ui/report/pictures.h"
#include "ui/widgets/timeline_scale.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace unclench::ui::report {

namespace {

using wording::reportLabel;
using wording::ReportLabel;

constexpr double kLeastBar = 1.4 * kPoint;
constexpr double kAxisGap = 3 * kPoint;
constexpr int kMostPain = 10;

QFont axisFont(const QString& text = {})
{
    return paperFont(kLeastPoints, false, text);
}

double heightOf(const QRectF& plot, int pain)
{
    return std::max(plot.height() * pain / kMostPain, kLeastBar);
}

/// What the axes mean, over the plot: many read "up" as better.
void paintAxisWords(QPainter& painter, const QRectF& line, bool hasGaps)
{
    const QString axis =
        QStringLiteral("%1 (0–10, %2)")
            .arg(reportLabel(ReportLabel::Timeline), wording::reportHigherIsWorse());
    painter.setPen(ink::kText);
    painter.setFont(axisFont(axis));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, axis);
    if (!hasGaps) {
        return;
    }
    const QString gaps = wording::reportUnrecorded();
    const QFontMetricsF metrics{axisFont(gaps)};
    const double side = metrics.capHeight();
    const double wide = metrics.horizontalAdvance(gaps);
    if (metrics.horizontalAdvance(axis) + wide + 3 * side > line.width()) {
        return; // the shading stands beside what is bare; the sentence in HTML and text names it
    }
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, gaps);
    const QRectF patch{line.right() - wide - 1.6 * side, line.center().y() - side / 2, side, side};
    painter.fillRect(patch, ink::kShade);
}

void paintPainAxis(QPainter& painter, const QRectF& plot, double left)
{
    painter.setFont(axisFont());
    const double high = QFontMetricsF{axisFont()}.height();
    for (const int pain : {0, 5, kMostPain}) {
        const double y = plot.bottom() - plot.height() * pain / kMostPain;
        painter.setPen(QPen{pain == 0 ? ink::kText : ink::kRule, kHairline});
        painter.drawLine(QPointF{plot.left(), y}, QPointF{plot.right(), y});
        painter.setPen(ink::kText);
        painter.drawText(QRectF{left, y - high / 2, plot.left() - left - kAxisGap, high},
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(pain));
    }
}

void paintDays(QPainter& painter, const QRectF& plot, const TimelineScale& scale)
{
    const QFont font = axisFont();
    const QFontMetricsF metrics{font};
    painter.setFont(font);
    double free = plot.left() - 2 * kPoint;
    for (const TimelineTick& tick : scale.ticks(QFontMetrics{font})) {
        const double x = scale.x(tick.at);
        painter.setPen(QPen{ink::kText, kHairline});
        painter.drawLine(QPointF{x, plot.bottom()}, QPointF{x, plot.bottom() + kAxisGap});
        const double wide = metrics.horizontalAdvance(tick.text);
        const double from = std::clamp(x - wide / 2, plot.left(), plot.right() - wide);
        if (from < free) {
            continue;
        }
        free = from + wide + metrics.averageCharWidth();
        painter.drawText(QRectF{from, plot.bottom() + kAxisGap, wide + kPoint, metrics.height()},
                         Qt::AlignLeft | Qt::AlignTop, tick.text);
    }
}

void paintBar(
    QPainter& painter, const QRectF& plot, double from, double until, const Bars::Bar& bar)
{
    from = std::clamp(from, plot.left(), plot.right() - kLeastBar);
    until = std::clamp(until, from + kLeastBar, plot.right());
    if (bar.worst < 0) {
        painter.setPen(QPen{ink::kAccent, kHairline});
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF{from, plot.bottom() - 4 * kPoint, until - from, 4 * kPoint});
        return;
    }
    const double high = heightOf(plot, bar.worst);
    painter.fillRect(QRectF{from, plot.bottom() - high, until - from, high}, ink::kAccent);
}

} // namespace

void paintTimelinePicture(QPainter& painter, const QRectF& area, const Contents& contents)
{
    const Bars& bars = contents.bars;
    const QFontMetricsF metrics{axisFont()};
    const double left = metrics.horizontalAdvance(QString::number(kMostPain)) + kAxisGap;
    const double high = metrics.height();
    const QRectF plot{area.left() + left, area.top() + high * 1.6, area.width() - left,
                      area.height() - 2.7 * high - kAxisGap};
    TimelineScale scale;
    scale.setBounds(bars.begin, bars.end + (bars.end - bars.begin));
    scale.setPlace(plot.left(), plot.width());
    scale.show(bars.begin, bars.end);

    painter.save();
    for (const auto& [begin, end] : bars.unrecorded) {
        const double from = std::max(scale.x(begin), plot.left());
        painter.fillRect(
            QRectF{from, plot.top(), std::min(scale.x(end), plot.right()) - from, plot.height()},
            ink::kShade);
    }
    paintPainAxis(painter, plot, area.left());
    for (const Bars::Bar& bar : bars.bars) {
        paintBar(painter, plot, scale.x(bar.begin), scale.x(bar.end), bar);
    }
    paintDays(painter, plot, scale);
    paintAxisWords(painter, {area.left(), area.top(), area.width(), high},
                   !bars.unrecorded.empty());
    painter.restore();
}

void paintPicture(QPainter& painter,
                  Picture::Kind kind,
                  const QRectF& area,
                  const Contents& contents)
{
    switch (kind) {
    case Picture::Kind::Back: paintBackPicture(painter, area, contents); return;
    case Picture::Kind::Timeline: paintTimelinePicture(painter, area, contents); return;
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::report
