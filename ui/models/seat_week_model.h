// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a week as a table.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QAbstractTableModel>

namespace unclench::ui {

class SeatWeekModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Day, Sitting, Longest, Taken, Later, Skipped, ColumnCount };

    explicit SeatWeekModel(QObject* parent = nullptr);

    void display(std::vector<SeatWeekDay> days);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SeatWeekDay> m_days;
};

} // namespace unclench::ui
