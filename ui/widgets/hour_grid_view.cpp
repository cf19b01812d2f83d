// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hour_grid_view.h"

#include "ui/theme.h"
#include "ui/wording/insights.h"
#include "ui/wording/times.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kHourFieldHeight = 3.0;
constexpr double kHourFieldLeast = 0.6;
constexpr double kHourFieldUsual = 3.0;
constexpr double kHourGridGap = 1.0;

constexpr int kGridDays = 7;
constexpr int kGridHours = 24;
constexpr int kHoursNamed = 6; // each sixth one, where there is room
constexpr int kMinutesOfHour = 60;

} // namespace

HourGridView::HourGridView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("hourGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    display({});
}

void HourGridView::display(const HourGrid& grid)
{
    const bool isFirst = m_most == 0;
    m_grid = grid;
    m_most = 0;
    Field fullest;
    for (int day = 0; day < kGridDays; ++day) {
        for (int hour = 0; hour < kGridHours; ++hour) {
            if (const int count = countOf({day, hour}); count > m_most) {
                m_most = count;
                fullest = {day, hour};
            }
        }
    }
    if (isFirst) {
        m_at = fullest; // what most people look for
    }
    setAccessibleName(said());
    setAccessibleDescription(tr("The arrow keys go through days and hours."));
    update();
}

int HourGridView::countOf(const Field& field) const
{
    return m_grid.counts[static_cast<std::size_t>(field.day)][static_cast<std::size_t>(field.hour)];
}

QString HourGridView::textOf(const Field& field) const
{
    return wording::onsetsAt(field.day, field.hour, countOf(field));
}

QString HourGridView::said() const
{
    return textOf(m_at);
}

double HourGridView::daysWidth() const
{
    const QFontMetricsF small{theme::font(font(), theme::Size::Caption)};
    double widest = 0;
    for (int day = 0; day < kGridDays; ++day) {
        widest = std::max(widest, small.horizontalAdvance(wording::shortWeekday(day)));
    }
    return std::ceil(widest) + theme::grid(font(), kHourGridGap);
}

QSize HourGridView::minimumSizeHint() const
{
    const QFontMetrics small{theme::font(font(), theme::Size::Caption)};
    return {static_cast<int>(daysWidth()) + kGridHours * theme::grid(font(), kHourFieldLeast),
            kGridDays * theme::grid(font(), kHourFieldHeight) + small.height() +
                theme::grid(font(), kHourGridGap)};
}

QSize HourGridView::sizeHint() const
{
    return {static_cast<int>(daysWidth()) + kGridHours * theme::grid(font(), kHourFieldUsual),
            minimumSizeHint().height()};
}

QRectF HourGridView::placeOf(int day, int hour) const
{
    const double left = daysWidth();
    const double wide = (width() - left) / kGridHours;
    const double high = theme::grid(font(), kHourFieldHeight);
    return QRectF{left + hour * wide, day * high, wide, high}.adjusted(1, 1, -1, -1);
}

std::optional<HourGridView::Field> HourGridView::fieldAt(const QPointF& at) const
{
    for (int day = 0; day < kGridDays; ++day) {
        for (int hour = 0; hour < kGridHours; ++hour) {
            if (placeOf(day, hour).adjusted(-1, -1, 1, 1).contains(at)) {
                return Field{day, hour};
            }
        }
    }
    return std::nullopt;
}

void HourGridView::moveTo(const Field& field)
{
    m_at = {std::clamp(field.day, 0, kGridDays - 1), std::clamp(field.hour, 0, kGridHours - 1)};
    setAccessibleName(said()); // which tells a screen reader
    update();
    Q_EMIT moved(said());
}

bool HourGridView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto field = fieldAt(help->pos())) {
            QToolTip::showText(help->globalPos(), textOf(*field), this,
                               placeOf(field->day, field->hour).toAlignedRect());
        } else {
            QToolTip::hideText();
            event->ignore();
        }
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        Q_EMIT moved(said());
    }
    return QWidget::event(event);
}

void HourGridView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: moveTo({m_at.day, m_at.hour - 1}); break;
    case Qt::Key_Right: moveTo({m_at.day, m_at.hour + 1}); break;
    case Qt::Key_Up: moveTo({m_at.day - 1, m_at.hour}); break;
    case Qt::Key_Down: moveTo({m_at.day + 1, m_at.hour}); break;
    case Qt::Key_Home: moveTo({m_at.day, 0}); break;
    case Qt::Key_End: moveTo({m_at.day, kGridHours - 1}); break;
    default: QWidget::keyPressEvent(event);
    }
}

void HourGridView::mousePressEvent(QMouseEvent* event)
{
    if (const auto field = fieldAt(event->position())) {
        moveTo(*field);
    }
}

void HourGridView::paintField(QPainter& painter, const Field& field) const
{
    constexpr double kGridShades = 10;
    const QRectF place = placeOf(field.day, field.hour);
    const int count = countOf(field);
    if (count == 0) {
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    const auto step = static_cast<int>(std::lround(kGridShades * count / m_most));
    const QColor fill = theme::painFill(palette(), std::max(step, 1));
    painter.fillRect(place, fill);
    const QString figure = QString::number(count);
    if (painter.fontMetrics().horizontalAdvance(figure) <= place.width()) {
        painter.setPen(theme::textOn(fill));
        painter.drawText(place, Qt::AlignCenter, figure);
    }
}

void HourGridView::paintNames(QPainter& painter) const
{
    const QFontMetricsF metrics = painter.fontMetrics();
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int day = 0; day < kGridDays; ++day) {
        const QRectF row = placeOf(day, 0);
        painter.drawText(QRectF{0, row.top(), daysWidth(), row.height()},
                         Qt::AlignLeft | Qt::AlignVCenter, wording::shortWeekday(day));
    }
    const double top = placeOf(kGridDays - 1, 0).bottom() + theme::grid(font(), kHourGridGap) / 2.0;
    const double wide = placeOf(0, 1).left() - placeOf(0, 0).left();
    const double widest = metrics.horizontalAdvance(QStringLiteral("00:00 "));
    const int step = kHoursNamed * wide >= widest ? kHoursNamed : 2 * kHoursNamed;
    for (int hour = 0; hour < kGridHours; hour += step) {
        painter.drawText(QPointF{placeOf(0, hour).left(), top + metrics.ascent()},
                         wording::minuteOfDay(hour * kMinutesOfHour));
    }
}

void HourGridView::paintRing(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF ring = placeOf(m_at.day, m_at.hour)
                            .adjusted(-2, -2, 2, 2)
                            .intersected(QRectF{rect()}.adjusted(1, 1, -1, -1));
    painter.setPen(QPen{palette().color(QPalette::Base), 5.0});
    painter.drawRoundedRect(ring, 4.0, 4.0);
    painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
    painter.drawRoundedRect(ring, 4.0, 4.0);
}

void HourGridView::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setFont(theme::font(font(), theme::Size::Caption));
    for (int day = 0; day < kGridDays; ++day) {
        for (int hour = 0; hour < kGridHours; ++hour) {
            paintField(painter, {day, hour});
        }
    }
    paintNames(painter);
    if (hasFocus()) {
        paintRing(painter);
    }
}

} // namespace unclench::ui
