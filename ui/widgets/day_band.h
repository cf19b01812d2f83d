// SPDX-License-Identifier: GPL-3.0-or-later
// A day as a painted band: how somebody was placed, signs above it, heat and cold below, the hours
// under all. The keyboard goes from one to the next.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QWidget>

#include <vector>

namespace unclench::ui {

/// Shows the hours in which something was recorded, at least eight. Left, Right, Home and End move;
/// what is there becomes its accessible name. Return on what can be corrected asks for it, as does
/// a click.
class DayBand : public QWidget {
    Q_OBJECT
public:
    explicit DayBand(QWidget* parent = nullptr);

    void display(const SeatDayView& view);
    /// What stands where the keyboard is; empty: nothing was recorded.
    [[nodiscard]] QString said() const;
    [[nodiscard]] std::pair<int, int> minutesShown() const { return {m_from, m_to}; }
    /// Where a minute of the day stands, in pixels from the left.
    [[nodiscard]] double across(int minute) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moved(const QString& said);
    /// `at`: where to ask, on the screen.
    void correctionRequested(const unclench::ui::SeatSpanView& span, const QPoint& at);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What the keyboard stops at.
    struct Stop {
        int begin;
        int end;
        QString text;
        const SeatSpanView* span; ///< nullptr: a mark
        SeatMarkView::Kind kind;
    };

    void chooseHours();
    void moveTo(std::size_t stop);
    void askFor(const Stop& stop);
    [[nodiscard]] QRectF placeOf(const Stop& stop) const;
    /// Absent: nothing is there.
    [[nodiscard]] std::optional<std::size_t> stopAt(const QPointF& at) const;
    void paintHours(QPainter& painter) const;
    void paintLength(QPainter& painter, const SeatSpanView& span, const QRectF& place) const;
    // Lanes, from above.
    [[nodiscard]] QRectF signs() const;
    [[nodiscard]] QRectF band() const;
    [[nodiscard]] QRectF sessions() const;

    SeatDayView m_view;
    std::vector<Stop> m_stops;
    std::size_t m_at = 0;
    int m_from = 0;
    int m_to = 0;
};

} // namespace unclench::ui
