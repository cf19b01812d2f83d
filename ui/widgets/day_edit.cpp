// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/day_edit.h"

#include "ui/theme.h"

#include <QWheelEvent>

namespace unclench::ui {

namespace {

constexpr qint64 kDayEditJulian1970 = 2440588;

QDate dayEditDate(std::chrono::local_days day)
{
    return QDate::fromJulianDay(day.time_since_epoch().count() + kDayEditJulian1970);
}

} // namespace

DayEdit::DayEdit(const QString& name, const QString& purpose, QWidget* parent) : QDateEdit(parent)
{
    setObjectName(name);
    setAccessibleName(purpose);
    setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
    setDateRange(QDate{1970, 1, 1}, QDate{9999, 12, 31}); // what the diary can keep
    setMinimumHeight(theme::grid(font(), 4.5));
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QDateEdit::editingFinished, this, &DayEdit::commit);
}

void DayEdit::display(std::chrono::local_days day)
{
    if (hasFocus() && date() != dayEditDate(m_shown)) {
        m_shown = day;
    } else {
        displayAnew(day);
    }
}

void DayEdit::displayAnew(std::chrono::local_days day)
{
    m_shown = day;
    setDate(dayEditDate(day));
}

void DayEdit::commit()
{
    interpretText();
    if (date() != dayEditDate(m_shown)) {
        Q_EMIT entered(
            std::chrono::local_days{std::chrono::days{date().toJulianDay() - kDayEditJulian1970}});
    }
}

QSize DayEdit::sizeHint() const
{
    return QDateEdit::sizeHint() + QSize{theme::grid(font(), 1.5), 0}; // Qt forgets our padding
}

bool DayEdit::focusNextPrevChild(bool isNext)
{
    return QWidget::focusNextPrevChild(isNext);
}

void DayEdit::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QDateEdit::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace unclench::ui
