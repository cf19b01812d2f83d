// SPDX-License-Identifier: GPL-3.0-or-later
// A week of sitting: a bar for each day, its longest stretch marked in it, the breaks below.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QWidget>

namespace unclench::ui {

/// For the eye: the same stands in a table. Words that do not fit are left out.
class WeekBars : public QWidget {
    Q_OBJECT
public:
    explicit WeekBars(QWidget* parent = nullptr);

    void display(const SeatWeekView& view);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintDay(QPainter& painter, const SeatWeekDay& day, const QRectF& place, double perMinute);

    SeatWeekView m_view;
};

} // namespace unclench::ui
