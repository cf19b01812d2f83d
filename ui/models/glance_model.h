// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline or the calendar shows, as a table: when, what, how it was.
#pragma once

#include "ui/widgets/glance_lines.h"

#include <QAbstractTableModel>

namespace unclench::ui {

class GlanceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit GlanceModel(QObject* parent = nullptr);

    void display(GlanceLines lines);
    [[nodiscard]] const GlanceLines& lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    GlanceLines m_lines;
};

} // namespace unclench::ui
