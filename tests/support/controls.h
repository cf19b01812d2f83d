// SPDX-License-Identifier: GPL-3.0-or-later
// Every control of a widget has a name: one for tests, one for screen readers.
#pragma once

#include <QAccessible>
#include <QWidget>

#include <gtest/gtest.h>

namespace unclench::tests {

/// Fails for each control without an object name or an accessible name; returns how many there are.
inline int expectNamedControls(const QWidget& parent)
{
    int controls = 0;
    for (QWidget* widget : parent.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr ||
            widget->objectName().startsWith(QLatin1String("qt_"))) {
            continue;
        }
        ++controls;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        EXPECT_NE(interface, nullptr);
        EXPECT_FALSE(widget->objectName().isEmpty()) << widget->metaObject()->className();
        EXPECT_TRUE(interface != nullptr && !interface->text(QAccessible::Name).isEmpty())
            << qPrintable(widget->objectName());
    }
    return controls;
}

} // namespace unclench::tests
