// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_button.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace unclench::ui {

MainButton::MainButton(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
}

QSize MainButton::sizeHint() const
{
    const int textWidth = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {std::max(theme::grid(font(), 16), textWidth + theme::grid(font(), 6)),
            theme::grid(font(), 6)};
}

void MainButton::setMain(bool isMain)
{
    m_isMain = isMain;
    update();
}

void MainButton::paintEvent(QPaintEvent*)
{
    constexpr double kRadius = 6.0;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isAccent = isEnabled() && m_isMain;
    const QPalette::ColorRole quiet = isEnabled() ? QPalette::Base : QPalette::Window;
    const QRectF body = QRectF{rect()}.adjusted(3.5, 3.5, -3.5, -3.5);
    painter.setPen(isAccent && !underMouse() ? palette().color(QPalette::Highlight)
                                             : palette().color(QPalette::WindowText));
    painter.setBrush(palette().color(isAccent ? QPalette::Highlight : quiet));
    painter.drawRoundedRect(isDown() ? body.adjusted(1, 1, -1, -1) : body, kRadius, kRadius);
    if (hasFocus()) {
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), kRadius + 2, kRadius + 2);
    }
    painter.setPen(palette().color(isAccent ? QPalette::HighlightedText : QPalette::ButtonText));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

} // namespace unclench::ui
