// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/insight_table_model.h"

#include <utility>

namespace unclench::ui {

InsightTableModel::InsightTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void InsightTableModel::display(InsightRows rows)
{
    if (rows == m_rows) {
        return; // whoever stands in a row stays there
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int InsightTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows.size());
}

int InsightTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.heads.size());
}

QVariant InsightTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const QString text = m_rows.rows[static_cast<std::size_t>(index.row())].value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(m_rows.heads.value(index.column()), text);
    default: return {};
    }
}

QVariant InsightTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole
               ? QVariant{m_rows.heads.value(section)}
               : QVariant{};
}

} // namespace unclench::ui
