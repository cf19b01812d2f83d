// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seat_span_model.h"

#include "ui/wording/seat.h"

#include <algorithm>
#include <utility>

namespace unclench::ui {

SeatSpanModel::SeatSpanModel(QObject* parent) : QAbstractTableModel(parent) {}

void SeatSpanModel::display(std::vector<SeatSpanView> spans)
{
    const auto isSame = [](const SeatSpanView& a, const SeatSpanView& b) {
        return a.id == b.id && a.text == b.text && a.canCorrect == b.canCorrect &&
               a.isInferred == b.isInferred;
    };
    if (spans.size() == m_spans.size() &&
        std::equal(spans.begin(), spans.end(), m_spans.begin(), isSame)) {
        return; // whoever stands in the list stays where they are
    }
    beginResetModel();
    m_spans = std::move(spans);
    endResetModel();
}

const SeatSpanView& SeatSpanModel::at(int row) const
{
    return m_spans[static_cast<std::size_t>(row)];
}

int SeatSpanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_spans.size());
}

int SeatSpanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SeatSpanModel::text(const SeatSpanView& span, int column) const
{
    switch (column) {
    case When: return span.when;
    case What: return wording::posture(span.posture);
    case Lasted: return span.length;
    default: return span.isInferred ? tr("a guess") : tr("yes");
    }
}

QVariant SeatSpanModel::data(const QModelIndex& index, int role) const
{
    const SeatSpanView& span = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(span, index.column());
    case Qt::ToolTipRole: return span.text;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(span, index.column()));
    default: return {};
    }
}

QVariant SeatSpanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When: return tr("When");
    case What: return tr("What");
    case Lasted: return tr("How long");
    default: return tr("Sure");
    }
}

} // namespace unclench::ui
