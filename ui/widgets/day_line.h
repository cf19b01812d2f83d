// SPDX-License-Identifier: GPL-3.0-or-later
// A day as a band, with what its signs mean and, in words, what the keyboard or the mouse is on.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QWidget>

class QLabel;

namespace unclench::ui {

class DayBand;

class DayLine : public QWidget {
    Q_OBJECT
public:
    explicit DayLine(QWidget* parent = nullptr);

    void display(const SeatDayView& view);

Q_SIGNALS:
    void corrected(const unclench::Uuid& span, unclench::Posture posture);

private:
    void displayLegend(const SeatDayView& view);
    void ask(const SeatSpanView& span, const QPoint& at);

    DayBand* m_band;
    QLabel* m_said;
    QWidget* m_legend;
    std::vector<int> m_legendShown;
};

} // namespace unclench::ui
