// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include <QPainter>

namespace unclench::ui {

Card::Card(QWidget* parent) : QFrame(parent) {}

void Card::paintEvent(QPaintEvent*)
{
    constexpr double kRadius = 8.0;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace unclench::ui
