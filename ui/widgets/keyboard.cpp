// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyboard.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>

namespace unclench::ui {

ReturnPresses::ReturnPresses()
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ReturnPresses::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    auto* button = qobject_cast<QPushButton*>(watched);
    const auto* press = static_cast<QKeyEvent*>(event);
    const bool isReturn = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (button == nullptr || !isReturn ||
        (press->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    if (!press->isAutoRepeat()) { // held down, it would press what the next page has there
        button->click();
    }
    return true;
}

void takeKeyboard(QWidget& widget, Qt::FocusReason reason)
{
    // In a window that was never shown everything is hidden; what lies behind was hidden by name.
    for (const QWidget* part = &widget; part != nullptr && !part->isWindow();
         part = part->parentWidget()) {
        if (part->isHidden() && part->testAttribute(Qt::WA_WState_ExplicitShowHide)) {
            return;
        }
    }
    widget.setFocus(reason);
}

} // namespace unclench::ui
