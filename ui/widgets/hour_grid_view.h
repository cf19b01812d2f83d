// SPDX-License-Identifier: GPL-3.0-or-later
// When spasms begin: a row for each weekday, a field for each hour, darker where there were more.
#pragma once

#include "core/insight/insights.h"

#include <QWidget>

#include <optional>

namespace unclench::ui {

/// The arrow keys go from field to field, Home and End to the ends of a day; what is there becomes
/// its accessible name.
class HourGridView : public QWidget {
    Q_OBJECT
public:
    explicit HourGridView(QWidget* parent = nullptr);

    void display(const HourGrid& grid);
    /// What stands where the keyboard is.
    [[nodiscard]] QString said() const;
    /// The field of an hour, in this widget; `day`: 0 is Monday.
    [[nodiscard]] QRectF placeOf(int day, int hour) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void moved(const QString& said);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Field {
        int day = 0;
        int hour = 0;
    };
    [[nodiscard]] int countOf(const Field& field) const;
    [[nodiscard]] QString textOf(const Field& field) const;
    [[nodiscard]] std::optional<Field> fieldAt(const QPointF& at) const;
    [[nodiscard]] double daysWidth() const;
    void moveTo(const Field& field);
    void paintField(QPainter& painter, const Field& field) const;
    void paintNames(QPainter& painter) const;
    void paintRing(QPainter& painter) const;

    HourGrid m_grid;
    int m_most = 0;
    Field m_at;
};

} // namespace unclench::ui
