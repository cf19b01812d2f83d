// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seat_week_model.h"

#include "ui/wording/times.h"

#include <utility>

namespace unclench::ui {

namespace {

QString textOf(const SeatWeekDay& day, int column)
{
    if (column != SeatWeekModel::Day && !day.hasAny) {
        return QStringLiteral("–");
    }
    switch (column) {
    case SeatWeekModel::Day: return day.day;
    case SeatWeekModel::Sitting: return wording::length(day.seated);
    case SeatWeekModel::Longest: return wording::length(day.longest);
    case SeatWeekModel::Taken: return QString::number(day.taken);
    case SeatWeekModel::Later: return QString::number(day.snoozed);
    default: return QString::number(day.skipped);
    }
}

} // namespace

SeatWeekModel::SeatWeekModel(QObject* parent) : QAbstractTableModel(parent) {}

void SeatWeekModel::display(std::vector<SeatWeekDay> days)
{
    if (days.size() != m_days.size()) {
        beginResetModel();
        m_days = std::move(days);
        endResetModel();
        return;
    }
    m_days = std::move(days); // the rows are the same, whoever stands in one stays there
    if (!m_days.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int SeatWeekModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_days.size());
}

int SeatWeekModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeatWeekModel::data(const QModelIndex& index, int role) const
{
    const SeatWeekDay& day = m_days[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return textOf(day, index.column());
    case Qt::ToolTipRole: return day.text;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            textOf(day, index.column()));
    default: return {};
    }
}

QVariant SeatWeekModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Day: return tr("Day");
    case Sitting: return tr("Sitting");
    case Longest: return tr("Longest");
    case Taken: return tr("Taken");
    case Later: return tr("Later");
    default: return tr("Skipped");
    }
}

} // namespace unclench::ui
