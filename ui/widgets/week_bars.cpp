// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/week_bars.h"

#include "ui/theme.h"
#include "ui/wording/times.h"

#include <QPainter>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kBars = 17.0;
constexpr double kWidestBar = 5.0;
constexpr double kLeastDay = 3.0;
constexpr double kUsualDay = 10.0;
constexpr int kDays = 7;
constexpr int kLinesBelow = 2; // the day, and its breaks

/// A bar has at least this for its whole height.
constexpr std::chrono::minutes kLeastScale{120};

} // namespace

WeekBars::WeekBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("weekBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    display({});
}

QSize WeekBars::minimumSizeHint() const
{
    const QFontMetrics small{theme::font(font(), theme::Size::Caption)};
    return {theme::grid(font(), kLeastDay * kDays),
            theme::grid(font(), kBars) + (1 + kLinesBelow) * (small.height() + 2)};
}

QSize WeekBars::sizeHint() const
{
    return {theme::grid(font(), kUsualDay * kDays), minimumSizeHint().height()};
}

void WeekBars::display(const SeatWeekView& view)
{
    m_view = view;
    setAccessibleName(view.title.isEmpty() ? tr("The week") : view.title);
    QStringList said;
    for (const SeatWeekDay& day : view.days) {
        said << day.text;
    }
    setAccessibleDescription(said.join(QLatin1Char(' ')));
    update();
}

void WeekBars::paintDay(QPainter& painter,
                        const SeatWeekDay& day,
                        const QRectF& place,
                        double perMinute)
{
    const QFont small = theme::font(font(), theme::Size::Caption);
    QFont strong = small;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics{small};
    const double line = metrics.height() + 2;
    const QColor accent = palette().color(QPalette::Highlight);
    const double base = place.bottom() - kLinesBelow * line;
    const double wide = std::min<double>(theme::grid(font(), kWidestBar), place.width() * 0.55);
    const auto write = [&](double top, const QString& text, const QFont& with, const QColor& ink) {
        if (QFontMetricsF{with}.horizontalAdvance(text) <= place.width() - 2) {
            painter.setFont(with);
            painter.setPen(ink);
            painter.drawText(QRectF{place.left(), top, place.width(), line}, Qt::AlignCenter, text);
        }
    };
    const QColor muted = palette().color(QPalette::PlaceholderText);
    const QColor plain = palette().color(QPalette::WindowText);
    write(base + 1, day.day, day.isToday ? strong : small, day.isToday ? plain : muted);
    if (!day.hasAny) {
        write(base - line, QStringLiteral("–"), small, muted);
        return;
    }
    const double high = std::max(1.0, static_cast<double>(day.seated.count()) * perMinute);
    const QRectF bar{place.center().x() - wide / 2, base - high, wide, high};
    painter.setPen(QPen{accent, 1.0});
    painter.setBrush(QBrush{accent, Qt::BDiagPattern});
    painter.fillRect(bar, palette().color(QPalette::Base));
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    QRectF longest = bar;
    longest.setTop(base -
                   static_cast<double>(std::min(day.longest, day.seated).count()) * perMinute);
    painter.fillRect(longest, accent);
    write(bar.top() - line, wording::length(day.seated), day.isToday ? strong : small, plain);
    //: Under the bar of a day: breaks taken, put off, skipped
    write(base + line, tr("%1 · %2 · %3").arg(day.taken).arg(day.snoozed).arg(day.skipped), small,
          muted);
}

void WeekBars::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    if (m_view.days.empty()) {
        return;
    }
    std::chrono::minutes most = kLeastScale;
    for (const SeatWeekDay& day : m_view.days) {
        most = std::max(most, day.seated);
    }
    const double line = QFontMetricsF{theme::font(font(), theme::Size::Caption)}.height() + 2;
    const double bars = height() - (1 + kLinesBelow) * line;
    const double each = static_cast<double>(width()) / static_cast<double>(m_view.days.size());
    painter.setPen(palette().color(QPalette::Mid));
    const double base = height() - kLinesBelow * line;
    for (std::size_t i = 0; i < m_view.days.size(); ++i) {
        const QRectF place{each * static_cast<double>(i), 0, each, static_cast<double>(height())};
        paintDay(painter, m_view.days[i], place, bars / static_cast<double>(most.count()));
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(QPointF{0, base}, QPointF{static_cast<double>(width()), base});
}

} // namespace unclench::ui
