// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/month_calendar.h"

#include "ui/theme.h"
#include "ui/widgets/month_painting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace unclench::ui {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

namespace {

constexpr int kCalendarColumns = 7;
/// As many as a month can need, so that nothing jumps from one to the next.
constexpr int kCalendarRows = 6;
constexpr months kMonthsOfAYear{12};

// In units of the grid.
constexpr double kUsualColumn = 9.0;
constexpr double kUsualRow = 7.0;
constexpr double kUnderHead = 0.5;

year_month calendarMonth(local_days of)
{
    const year_month_day date{of};
    return date.year() / date.month();
}

/// In a shorter month its last one.
local_days sameDayIn(year_month month, local_days like)
{
    const year_month_day last{month / std::chrono::last};
    return local_days{month / std::min(year_month_day{like}.day(), last.day())};
}

} // namespace

MonthCalendar::MonthCalendar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("monthCalendar"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Calendar"));
    setAccessibleDescription(tr("Arrows go by day and week, Page Up and Page Down by month. Return "
                                "shows the day."));
}

QSize MonthCalendar::minimumSizeHint() const
{
    const QSize each = leastMonthDay(font());
    return {each.width() * kCalendarColumns,
            each.height() * kCalendarRows + static_cast<int>(headHeight()) + 1};
}

QSize MonthCalendar::sizeHint() const
{
    const QSize usual{theme::grid(font(), kUsualColumn * kCalendarColumns),
                      theme::grid(font(), kUsualRow * kCalendarRows) +
                          static_cast<int>(headHeight()) + 1};
    return usual.expandedTo(minimumSizeHint());
}

double MonthCalendar::headHeight() const
{
    return QFontMetricsF{theme::font(font(), theme::Size::Caption)}.height() +
           theme::grid(font(), kUnderHead);
}

void MonthCalendar::display(const MonthView& view)
{
    m_view = view;
    if (m_view.days.empty()) {
        m_day.reset();
        setAccessibleName(tr("Calendar"));
        update();
        return;
    }
    const bool hadDay = m_day.has_value();
    const QString before = accessibleName();
    const local_days to = m_wanted.value_or(m_day.value_or(m_view.today));
    m_wanted.reset();
    m_day = isShown(to) ? to : sameDayIn(m_view.month, to);
    update();
    if (!hadDay || said() != before) {
        say();
    }
}

bool MonthCalendar::isShown(local_days day) const
{
    return !m_view.days.empty() && calendarMonth(day) == m_view.month;
}

const MonthDayView* MonthCalendar::viewOf(local_days day) const
{
    const auto place = static_cast<std::size_t>((day - m_view.firstDay()).count());
    return isShown(day) && place < m_view.days.size() ? &m_view.days[place] : nullptr;
}

std::optional<local_days> MonthCalendar::day() const
{
    return m_day;
}

bool MonthCalendar::isAhead() const
{
    const MonthDayView* view = m_day ? viewOf(*m_day) : nullptr;
    return view != nullptr && view->isFuture;
}

QString MonthCalendar::said() const
{
    const MonthDayView* view = m_day ? viewOf(*m_day) : nullptr;
    return view != nullptr ? view->text : QString{};
}

void MonthCalendar::say()
{
    setAccessibleName(said()); // which tells a screen reader
    Q_EMIT daySaid(said());
}

void MonthCalendar::moveTo(local_days day)
{
    if (day != m_day && viewOf(day) != nullptr) {
        m_day = day;
        update();
        say();
    }
}

void MonthCalendar::goTo(local_days day)
{
    if (isShown(day)) {
        moveTo(day);
        return;
    }
    const bool isThere = calendarMonth(day) < m_view.month ? m_view.hasEarlier : m_view.hasLater;
    if (isThere) {
        m_wanted = day;
        Q_EMIT monthRequested(calendarMonth(day));
    }
}

void MonthCalendar::goBy(months by)
{
    if (m_day) {
        goTo(sameDayIn(m_view.month + by, *m_day));
    }
}

void MonthCalendar::open()
{
    if (m_day && !isAhead()) {
        Q_EMIT dayOpened(*m_day);
    }
}

QRectF MonthCalendar::placeOf(local_days day) const
{
    const int at = m_view.firstColumn + static_cast<int>((day - m_view.firstDay()).count());
    const int column = layoutDirection() == Qt::RightToLeft
                           ? kCalendarColumns - 1 - at % kCalendarColumns
                           : at % kCalendarColumns;
    const double wide = static_cast<double>(width()) / kCalendarColumns;
    const double high = (height() - headHeight()) / kCalendarRows;
    return {column * wide, headHeight() + at / kCalendarColumns * high, wide, high};
}

std::optional<local_days> MonthCalendar::dayAt(const QPointF& at) const
{
    for (std::size_t i = 0; i < m_view.days.size(); ++i) {
        const local_days day = m_view.firstDay() + days{static_cast<int>(i)};
        if (placeOf(day).contains(at)) {
            return day;
        }
    }
    return std::nullopt;
}

bool MonthCalendar::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto day = dayAt(help->pos())) {
            QToolTip::showText(help->globalPos(), viewOf(*day)->text, this,
                               placeOf(*day).toAlignedRect());
        } else {
            QToolTip::hideText();
            event->ignore();
        }
        return true;
    }
    return QWidget::event(event);
}

void MonthCalendar::keyPressEvent(QKeyEvent* event)
{
    if (!m_day) {
        QWidget::keyPressEvent(event);
        return;
    }
    const days forth{layoutDirection() == Qt::RightToLeft ? -1 : 1};
    const months page =
        event->modifiers().testFlag(Qt::ControlModifier) ? kMonthsOfAYear : months{1};
    switch (event->key()) {
    case Qt::Key_Left: goTo(*m_day - forth); break;
    case Qt::Key_Right: goTo(*m_day + forth); break;
    case Qt::Key_Up: goTo(*m_day - days{kCalendarColumns}); break;
    case Qt::Key_Down: goTo(*m_day + days{kCalendarColumns}); break;
    case Qt::Key_Home: moveTo(m_view.firstDay()); break;
    case Qt::Key_End: moveTo(local_days{m_view.month / std::chrono::last}); break;
    case Qt::Key_PageUp: goBy(-page); break;
    case Qt::Key_PageDown: goBy(page); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: open(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void MonthCalendar::mousePressEvent(QMouseEvent* event)
{
    if (const auto day = dayAt(event->position())) {
        moveTo(*day);
    }
}

void MonthCalendar::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_day && dayAt(event->position()) == m_day) {
        open();
    }
}

/// A letter for each where the words have no room.
void MonthCalendar::paintHead(QPainter& painter) const
{
    const QFont small = theme::font(font(), theme::Size::Caption);
    const QFontMetricsF metrics{small};
    const double wide = static_cast<double>(width()) / kCalendarColumns;
    const bool isRoomy =
        std::all_of(m_view.weekdays.begin(), m_view.weekdays.end(), [&](const QString& name) {
            return metrics.horizontalAdvance(name) <= wide - 2;
        });
    const QStringList& names = isRoomy ? m_view.weekdays : m_view.narrowWeekdays;
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto column = layoutDirection() == Qt::RightToLeft ? kCalendarColumns - 1 - i : i;
        painter.drawText(QRectF{static_cast<double>(column) * wide, 0, wide, metrics.height()},
                         Qt::AlignCenter, names[i]);
    }
}

void MonthCalendar::paintCursor(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // Without the keyboard it is still the day that is spoken of.
    painter.setPen(hasFocus() ? QPen{palette().color(QPalette::WindowText), 2.0}
                              : QPen{palette().color(QPalette::PlaceholderText), 1.0, Qt::DotLine});
    painter.drawRoundedRect(placeOf(*m_day).adjusted(1, 1, -1, -1), 6.0, 6.0);
}

void MonthCalendar::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintHead(painter);
    for (std::size_t i = 0; i < m_view.days.size(); ++i) {
        paintMonthDay(painter, placeOf(m_view.firstDay() + days{static_cast<int>(i)}),
                      m_view.days[i], palette(), font());
    }
    if (m_day) {
        paintCursor(painter);
    }
}

} // namespace unclench::ui
