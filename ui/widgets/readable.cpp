// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/readable.h"

#include "ui/theme.h"

#include <QPainter>

namespace unclench::ui {

ReadableText::ReadableText(const QString& name, const QString& text, QWidget* parent)
    : QLabel(text, parent)
{
    setObjectName(name);
    setAccessibleName(text);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::StrongFocus);
    setMargin(theme::grid(font(), 0.5)); // the ring must not touch the words
}

void ReadableText::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    if (hasFocus()) {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{palette().color(QPalette::Highlight), 2.0});
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 4.0, 4.0);
    }
}

} // namespace unclench::ui
