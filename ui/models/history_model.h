// SPDX-License-Identifier: GPL-3.0-or-later
// History as a table: it holds the ids of all rows, and reads the rows that are looked at.
#pragma once

#include "core/diary/history.h"
#include "ui/wording/words.h"

#include <QAbstractTableModel>

#include <functional>
#include <unordered_map>

namespace unclench::ui {

/// Reads the lines of the given ids, one for each; an empty list where they cannot be read.
using HistoryRows = std::function<std::vector<HistoryRow>(const std::vector<Uuid>&)>;

/// Columns are those of HistoryColumn, in its order. `sort` only asks: the rows come in the order
/// in which they are displayed.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit HistoryModel(const Words& words, QObject* parent = nullptr);

    /// Resets only where the ids are not the same as before; what was read is read anew.
    void display(std::vector<Uuid> ids, const Moment& now, HistoryRows rows);

    [[nodiscard]] const std::vector<Uuid>& ids() const { return m_ids; }
    /// The empty Uuid where there is no such row.
    [[nodiscard]] Uuid idAt(int row) const;
    /// -1: not among them.
    [[nodiscard]] int rowOf(const Uuid& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortRequested(unclench::HistoryColumn column, bool isDescending);

private:
    [[nodiscard]] const HistoryRow& rowAt(int row) const;
    [[nodiscard]] QString text(const HistoryRow& row, HistoryColumn column) const;

    const Words& m_words;
    std::vector<Uuid> m_ids;
    Moment m_now;
    HistoryRows m_rows;
    /// By number of the block; what was looked at longest ago is not kept.
    mutable std::unordered_map<int, std::vector<HistoryRow>> m_blocks;
};

} // namespace unclench::ui
