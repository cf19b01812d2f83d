// SPDX-License-Identifier: GPL-3.0-or-later
// The stretches of a day as a table.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QAbstractTableModel>

namespace unclench::ui {

class SeatSpanModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, What, Lasted, Known, ColumnCount };

    explicit SeatSpanModel(QObject* parent = nullptr);

    void display(std::vector<SeatSpanView> spans);
    /// Requires: there is such a row.
    [[nodiscard]] const SeatSpanView& at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const SeatSpanView& span, int column) const;

    std::vector<SeatSpanView> m_spans;
};

} // namespace unclench::ui
