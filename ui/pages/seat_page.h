// SPDX-License-Identifier: GPL-3.0-or-later
// "Your day": one day of sitting and standing up, what of it can be put right, and its week.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace unclench::ui {

class DayLine;
class SeatSpanModel;
class SeatWeekModel;
class ScrollSheet;
class WeekBars;

class SeatPage : public QWidget {
    Q_OBJECT
public:
    explicit SeatPage(QWidget* parent = nullptr);

    void display(const SeatDayView& view);
    void displayWeek(const SeatWeekView& view);

Q_SIGNALS:
    void shownChanged(bool isShown);
    /// So many days on from the one that is shown; -1 is the day before.
    void dayChanged(int offset);
    void corrected(const unclench::Uuid& span, unclench::Posture posture);
    void closeRequested();
    void exercisesRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFigures();
    QWidget* buildDay();
    QWidget* buildCorrections();
    QWidget* buildWeek();
    QPushButton* addCorrection(Posture posture, const QString& name, QWidget* parent);
    void chooseCorrections();
    void arrange();

    ScrollSheet* m_scroll = nullptr;
    QLabel* m_title = nullptr;
    QPushButton* m_next = nullptr;
    QWidget* m_day = nullptr;
    QLabel* m_empty = nullptr;
    QWidget* m_figures = nullptr;
    QLabel* m_sitting = nullptr;
    QLabel* m_longest = nullptr;
    QLabel* m_breaks = nullptr;
    DayLine* m_line = nullptr;
    QWidget* m_corrections = nullptr;
    SeatSpanModel* m_spans = nullptr;
    QTableView* m_table = nullptr;
    QPushButton* m_wasSitting = nullptr;
    QPushButton* m_wasAway = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_weekTitle = nullptr;
    QBoxLayout* m_weekHalves = nullptr;
    WeekBars* m_bars = nullptr;
    SeatWeekModel* m_week = nullptr;
    QTableView* m_weekTable = nullptr;
};

} // namespace unclench::ui
