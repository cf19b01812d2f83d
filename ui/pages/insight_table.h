// SPDX-License-Identifier: GPL-3.0-or-later
// A table that is as high as its rows and as wide as its words, on a page that is scrolled as a
// whole.
#pragma once

#include "ui/models/insight_table_model.h"

#include <QTableView>

#include <vector>

namespace unclench::ui {

/// Where it is too narrow for its words it is scrolled sideways itself. Moves the page to the row
/// that the keyboard comes to.
class InsightTable : public QTableView {
    Q_OBJECT
public:
    InsightTable(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    void display(InsightRows rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void stretch();
    [[nodiscard]] int wordsWidth() const;

    InsightTableModel* m_model;
    /// What each column takes, in pixels.
    std::vector<int> m_needs;
};

} // namespace unclench::ui
