// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/moment_edit.h"

#include "ui/theme.h"

#include <QWheelEvent>

namespace unclench::ui {

namespace {

/// The wall time of a moment as the edit shows it: without a zone, so that nothing is converted.
QDateTime wallTime(const Moment& moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.local().time_since_epoch().count(), Qt::UTC);
}

/// The edit knows no seconds: what differs in them alone was not typed.
QDateTime toMinute(const QDateTime& time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch() / 60 * 60, Qt::UTC);
}

} // namespace

MomentEdit::MomentEdit(const QString& name, const QString& purpose, QWidget* parent)
    : QDateTimeEdit(parent)
{
    setObjectName(name);
    setAccessibleName(purpose);
    setTimeSpec(Qt::UTC);
    setDisplayFormat(QStringLiteral("ddd d MMM yyyy HH:mm"));
    setMinimumHeight(theme::grid(font(), 4.5));
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QDateTimeEdit::editingFinished, this, &MomentEdit::commit);
}

void MomentEdit::display(const Moment& moment)
{
    if (hasFocus()) {
        m_shown = moment;
    } else {
        displayAnew(moment);
    }
}

void MomentEdit::displayAnew(const Moment& moment)
{
    m_shown = moment;
    setDateTime(wallTime(moment));
}

void MomentEdit::commit()
{
    interpretText();
    if (toMinute(dateTime()) != toMinute(wallTime(m_shown))) {
        const std::chrono::milliseconds local{dateTime().toMSecsSinceEpoch()};
        Q_EMIT entered({UtcTime{local - m_shown.offset}, m_shown.offset});
    }
}

bool MomentEdit::focusNextPrevChild(bool isNext)
{
    return QWidget::focusNextPrevChild(isNext);
}

void MomentEdit::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QDateTimeEdit::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace unclench::ui
