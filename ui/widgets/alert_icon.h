// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of an alert, drawn in the colour of the text beside it. Its form tells the level, too.
#pragma once

#include "core/knowledge/red_flags.h"

#include <QPalette>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace unclench::ui {

void paintAlertIcon(QPainter& painter, const QRectF& place, Level level, const QPalette& palette);

/// As wide and high as `units` of the grid. It says nothing to a screen reader: the words do.
class AlertIcon : public QWidget {
    Q_OBJECT
public:
    AlertIcon(double units, QWidget* parent = nullptr);
    void display(Level level);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Level m_level = Level::Soon;
};

} // namespace unclench::ui
