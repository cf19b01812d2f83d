// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of *History*: a month with its head, what its signs mean and, in words, the day that
// the keyboard or the mouse is on.
#pragma once

#include "ui/widgets/glance_lines.h"
#include "ui/widgets/month_view.h"

#include <QWidget>

#include <chrono>

class QLabel;
class QPushButton;

namespace unclench::ui {

class MonthCalendar;

class HistoryCalendar : public QWidget {
    Q_OBJECT
public:
    explicit HistoryCalendar(QWidget* parent = nullptr);

    void display(const MonthView& view);
    /// The same as a table.
    [[nodiscard]] GlanceLines lines() const;

Q_SIGNALS:
    /// A month within what there is, or a year further: the nearest that there is answers it.
    void monthRequested(std::chrono::year_month month);
    void dayOpened(std::chrono::local_days day);

protected:
    bool event(QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    QWidget* buildKey();
    void say(const QString& text);
    void fit();

    MonthCalendar* m_month = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_said = nullptr;
    /// Of the key: days on which something was written down, but no spasm shows.
    QLabel* m_without = nullptr;
    QPushButton* m_before = nullptr;
    QPushButton* m_after = nullptr;
    QPushButton* m_today = nullptr;
    QPushButton* m_open = nullptr;
    std::chrono::local_days m_todayIs{};
};

} // namespace unclench::ui
