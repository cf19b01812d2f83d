// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/glance_model.h"

#include <utility>

namespace unclench::ui {

namespace {

QString glanceCell(const wording::GlanceCells& cells, int column)
{
    return column == 0 ? cells.when : column == 1 ? cells.what : cells.value;
}

} // namespace

GlanceModel::GlanceModel(QObject* parent) : QAbstractTableModel(parent) {}

void GlanceModel::display(GlanceLines lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int GlanceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_lines.count;
}

int GlanceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.heads.size());
}

QVariant GlanceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return glanceCell(m_lines.cells(index.row()), index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(m_lines.heads.value(index.column()),
                                            glanceCell(m_lines.cells(index.row()), index.column()));
    default: return {};
    }
}

QVariant GlanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole
               ? QVariant{m_lines.heads.value(section)}
               : QVariant{};
}

} // namespace unclench::ui
