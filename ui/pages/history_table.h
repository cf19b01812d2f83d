// SPDX-License-Identifier: GPL-3.0-or-later
// The table of *History*: how it looks, which of its columns show, and how it is sorted.
#pragma once

#include "core/diary/history.h"

#include <QTableView>

class QToolButton;

namespace unclench::ui {

class HistoryModel;

class HistoryTable : public QTableView {
    Q_OBJECT
public:
    /// `model` must outlive it. Shows at first that it is sorted by `sort`.
    HistoryTable(HistoryModel& model, const HistorySort& sort, QWidget* parent = nullptr);

    /// Columns and order, behind `button`. `sort`, as it is at any time, must outlive it.
    void buildMenu(QToolButton& button, const HistorySort& sort);

    /// Widths, order and choice of the columns.
    [[nodiscard]] QByteArray state() const;
    /// Anything that is no such state changes nothing.
    void restore(const QByteArray& state);
};

} // namespace unclench::ui
