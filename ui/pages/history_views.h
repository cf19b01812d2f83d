// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to look at the same history: table, timeline, calendar, and what either of the last two
// shows as a list. One of them shows.
#pragma once

#include <QWidget>

#include <array>

class QPushButton;

namespace unclench::ui {

/// Ctrl+T on timeline or calendar shows the list, which has the same numbers; elsewhere it shows
/// again the one of the two that was shown before.
class HistoryViews : public QWidget {
    Q_OBJECT
public:
    enum class Which { Table, Timeline, Calendar, List };

    /// In the order of Which.
    using Views = std::array<QWidget*, 4>;
    /// Takes all of them over. `first` stands before the buttons, in their row.
    HistoryViews(QWidget* first, const Views& views, QWidget* parent = nullptr);

    [[nodiscard]] Which shown() const { return m_shown; }
    /// What the list is of: Timeline or Calendar.
    [[nodiscard]] Which listed() const { return m_before; }
    void show(Which which);

Q_SIGNALS:
    void switched(unclench::ui::HistoryViews::Which which);

private:
    /// No group: in one the keyboard would stop at the chosen one alone.
    std::array<QPushButton*, 4> m_buttons{};
    /// Only what shows takes room: a stack would be as high as its highest page.
    Views m_views;
    Which m_shown = Which::Table;
    Which m_before = Which::Timeline;
};

} // namespace unclench::ui
