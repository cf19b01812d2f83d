// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/episode_model.h"

#include "ui/wording/times.h"

namespace unclench::ui {

EpisodeModel::EpisodeModel(const Words& words, QObject* parent)
    : QAbstractTableModel(parent), m_words(words)
{
}

void EpisodeModel::display(std::vector<EpisodeLine> lines, const Moment& now)
{
    if (lines == m_lines && now.localDay() == m_now.localDay()) {
        return; // a minute passed: whoever stands in the list stays where they are
    }
    beginResetModel();
    m_lines = std::move(lines);
    m_now = now;
    endResetModel();
}

int EpisodeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int EpisodeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EpisodeModel::text(const EpisodeLine& line, int column) const
{
    switch (column) {
    case Began: return wording::moment(line.onset, m_now);
    case Lasted: return line.end ? wording::length(line.end->utc - line.onset.utc) : tr("open");
    case Worst: return line.worstPain ? QString::number(*line.worstPain) : QString{};
    default: break;
    }
    QStringList places;
    for (const Place& place : line.regions) {
        places << m_words.place(place.region, place.side);
    }
    return places.join(QLatin1String("; "));
}

QVariant EpisodeModel::data(const QModelIndex& index, int role) const
{
    const EpisodeLine& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(line, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            text(line, index.column()));
    default: return {};
    }
}

QVariant EpisodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Began: return tr("Began");
    case Lasted: return tr("Lasted");
    case Worst: return tr("Worst pain");
    default: return tr("Where");
    }
}

} // namespace unclench::ui
