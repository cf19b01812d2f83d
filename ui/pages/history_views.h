// SPDX-License-Identifier: GPL-3.0-or-later
// The three ways to look at the same history: table, timeline, calendar. One of them shows.
#pragma once

#include <QWidget>

#include <array>

class QPushButton;

namespace unclench::ui {

/// Ctrl+T shows the table, which has the same numbers, and again what was shown before.
class HistoryViews : public QWidget {
    Q_OBJECT
public:
    enum class Which { Table, Timeline, Calendar };

    /// Takes them over. The keyboard goes to the part of each that has this object name.
    HistoryViews(QWidget* table, QWidget* timeline, QWidget* calendar, QWidget* parent = nullptr);

    [[nodiscard]] Which shown() const { return m_shown; }
    void show(Which which);

Q_SIGNALS:
    void switched(unclench::ui::HistoryViews::Which which);

private:
    /// No group: in one the keyboard would stop at the chosen one alone.
    std::array<QPushButton*, 3> m_buttons{};
    /// Only what shows takes room: a stack would be as high as its highest page.
    std::array<QWidget*, 3> m_views;
    Which m_shown = Which::Table;
    Which m_before = Which::Timeline;
};

} // namespace unclench::ui
