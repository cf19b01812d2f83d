// SPDX-License-Identifier: GPL-3.0-or-later
// A month as seven columns of days, each with its worst pain. The keyboard goes from day to day and
// over into other months.
#pragma once

#include "ui/widgets/glance_lines.h"
#include "ui/widgets/month_view.h"

#include <QWidget>

#include <chrono>
#include <optional>

namespace unclench::ui {

/// Arrows go by day and week, Home and End to the ends of the month, Page Up and Page Down by
/// month, with Ctrl by year. What lies outside of the month shown is asked for; the keyboard then
/// stands on the day that it went to. What is there becomes its accessible name.
class MonthCalendar : public QWidget {
    Q_OBJECT
public:
    explicit MonthCalendar(QWidget* parent = nullptr);

    void display(const MonthView& view);
    /// Puts the keyboard there, and asks for its month where that is another one.
    void goTo(std::chrono::local_days day);
    /// The same day of the month that lies `months` away; nothing where there is no such month.
    void goBy(std::chrono::months months);

    /// Where the keyboard is; absent: nothing was displayed yet.
    [[nodiscard]] std::optional<std::chrono::local_days> day() const;
    /// Whether that day is still to come.
    [[nodiscard]] bool isAhead() const;
    /// What stands there.
    [[nodiscard]] QString said() const;
    /// The same as a table, with a line for each day.
    [[nodiscard]] GlanceLines lines() const { return monthLines(m_view, m_day); }
    /// Where a day of the month shown is painted.
    [[nodiscard]] QRectF placeOf(std::chrono::local_days day) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void monthRequested(std::chrono::year_month month);
    /// Return, or a double click; never for a day that is still to come.
    void dayOpened(std::chrono::local_days day);
    /// The keyboard or the mouse came to a day, or what stands there is another thing now.
    void daySaid(const QString& text);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool isShown(std::chrono::local_days day) const;
    [[nodiscard]] const MonthDayView* viewOf(std::chrono::local_days day) const;
    [[nodiscard]] std::optional<std::chrono::local_days> dayAt(const QPointF& at) const;
    [[nodiscard]] double headHeight() const;
    void moveTo(std::chrono::local_days day);
    void say();
    void open();
    void paintHead(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;

    MonthView m_view;
    std::optional<std::chrono::local_days> m_day;
    /// Where the keyboard goes when the month that was asked for comes.
    std::optional<std::chrono::local_days> m_wanted;
};

} // namespace unclench::ui
