// SPDX-License-Identifier: GPL-3.0-or-later
// Every control of a widget has a name: one for tests, one for screen readers.
#pragma once

#include <QAccessible>
#include <QWidget>

#include <gtest/gtest.h>

namespace unclench::tests {

/// Fails where a control has no object name or no accessible name.
inline void expectNamed(const QWidget& control)
{
    QAccessibleInterface* interface =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&control));
    EXPECT_FALSE(control.objectName().isEmpty()) << control.metaObject()->className();
    EXPECT_TRUE(interface != nullptr && !interface->text(QAccessible::Name).isEmpty())
        << qPrintable(control.objectName());
}

/// The same for each control in `parent`; returns how many there are.
inline int expectNamedControls(const QWidget& parent)
{
    int controls = 0;
    for (const QWidget* widget : parent.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr ||
            widget->objectName().startsWith(QLatin1String("qt_"))) {
            continue;
        }
        ++controls;
        expectNamed(*widget);
    }
    return controls;
}

} // namespace unclench::tests
