// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_model.h"

#include "ui/wording/times.h"

#include <algorithm>
#include <utility>

namespace unclench::ui {

namespace {

constexpr int kBlock = 64;
/// A few thousand rows: more than anybody looks at without scrolling far.
constexpr std::size_t kBlocksKept = 32;

} // namespace

HistoryModel::HistoryModel(const Words& words, QObject* parent)
    : QAbstractTableModel(parent), m_words(words)
{
}

void HistoryModel::display(std::vector<Uuid> ids, const Moment& now, HistoryRows rows)
{
    m_now = now;
    m_rows = std::move(rows);
    if (ids == m_ids) {
        m_blocks.clear();
        if (!m_ids.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_blocks.clear();
    m_ids = std::move(ids);
    endResetModel();
}

Uuid HistoryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : Uuid{};
}

int HistoryModel::rowOf(const Uuid& id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kHistoryColumns;
}

const HistoryRow& HistoryModel::rowAt(int row) const
{
    static const HistoryRow kUnread{};
    const int block = row / kBlock;
    auto read = m_blocks.find(block);
    if (read == m_blocks.end()) {
        if (m_blocks.size() >= kBlocksKept) {
            m_blocks.clear();
        }
        const auto begin = m_ids.begin() + block * kBlock;
        const auto end = m_ids.begin() + std::min((block + 1) * kBlock, rowCount());
        auto rows = m_rows ? m_rows({begin, end}) : std::vector<HistoryRow>{};
        read = m_blocks.emplace(block, std::move(rows)).first;
    }
    const auto place = static_cast<std::size_t>(row % kBlock);
    return place < read->second.size() ? read->second[place] : kUnread;
}

QString HistoryModel::text(const HistoryRow& row, HistoryColumn column) const
{
    if (row.line.id.isEmpty()) {
        return {};
    }
    const auto pain = [](const std::optional<int>& value) {
        return value ? QString::number(*value) : QString{};
    };
    QStringList parts;
    switch (column) {
    case HistoryColumn::Began: return wording::moment(row.line.onset, m_now);
    case HistoryColumn::Lasted: {
        const QString lasted =
            row.line.end ? wording::length(row.line.end->utc - row.line.onset.utc) : tr("open");
        //: %1 how long a spasm lasted; another one was there at the same time
        return row.isBesideAnother ? tr("%1, beside another").arg(lasted) : lasted;
    }
    case HistoryColumn::Worst: return pain(row.line.worstPain);
    case HistoryColumn::LastPain: return pain(row.line.lastPain);
    case HistoryColumn::Where:
        for (const Place& place : row.line.regions) {
            parts << m_words.place(place.region, place.side);
        }
        return parts.join(QLatin1String("; "));
    case HistoryColumn::Triggers:
        for (const std::string& trigger : row.triggers) {
            parts << m_words.label(Topic::Trigger, trigger);
        }
        return parts.join(QLatin1String("; "));
    case HistoryColumn::Notes: return QString::fromStdString(row.note).simplified();
    }
    Q_UNREACHABLE();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<HistoryColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(rowAt(index.row()), column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(rowAt(index.row()), column));
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 ||
        section >= kHistoryColumns) {
        return {};
    }
    switch (static_cast<HistoryColumn>(section)) {
    case HistoryColumn::Began: return tr("Began");
    case HistoryColumn::Lasted: return tr("Lasted");
    //: The strongest pain of a spasm: a short head of a column
    case HistoryColumn::Worst: return tr("Worst");
    case HistoryColumn::LastPain: return tr("Last pain");
    case HistoryColumn::Where: return tr("Where");
    case HistoryColumn::Triggers: return tr("What came before");
    case HistoryColumn::Notes: return tr("Note");
    }
    Q_UNREACHABLE();
}

void HistoryModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < kHistoryColumns) {
        Q_EMIT sortRequested(static_cast<HistoryColumn>(column), order == Qt::DescendingOrder);
    }
}

} // namespace unclench::ui
