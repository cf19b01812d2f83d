// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the insights as a table of texts.
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace unclench::ui {

struct InsightRows {
    QStringList heads;
    /// Each as long as `heads`.
    std::vector<QStringList> rows;

    friend bool operator==(const InsightRows&, const InsightRows&) = default;
};

class InsightTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit InsightTableModel(QObject* parent = nullptr);

    void display(InsightRows rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    InsightRows m_rows;
};

} // namespace unclench::ui
