// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline or the calendar shows, as a table under its part of time: to be read, heard and
// gone through by keyboard alone.
#pragma once

#include "ui/widgets/glance_lines.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace unclench::ui {

class GlanceModel;

/// Return opens the spasm or the day of a line; Escape goes back.
class HistoryList : public QWidget {
    Q_OBJECT
public:
    explicit HistoryList(QWidget* parent = nullptr);

    /// Anew: the keyboard goes to the line that `lines` says.
    void display(GlanceLines lines);
    /// The same again after something changed: the keyboard keeps its line.
    void refresh(GlanceLines lines);
    /// Nothing of it stays in memory.
    void clear();

Q_SIGNALS:
    void openRequested(const unclench::Uuid& episode);
    void dayOpened(std::chrono::local_days day);
    /// Back to where it came from.
    void left();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable();
    void setWidths();
    void put(GlanceLines lines, int row);
    void say();
    void open();

    GlanceModel* m_model;
    QTableView* m_table;
    QLabel* m_title;
    QLabel* m_said;
};

} // namespace unclench::ui
