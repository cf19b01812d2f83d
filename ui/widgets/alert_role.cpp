// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alert_role.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace unclench::ui {

namespace {

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    const bool isAlert = className == QLatin1String("unclench::ui::AlertBanner") ||
                         className == QLatin1String("unclench::ui::EmergencyPage");
    auto* widget = qobject_cast<QWidget*>(object);
    return isAlert && widget != nullptr ? new QAccessibleWidget{widget, QAccessible::AlertMessage}
                                        : nullptr;
}

} // namespace

void announceAsAlert()
{
    QAccessible::installFactory(makeInterface); // Qt keeps one of each
}

void sayAlert(QWidget& widget)
{
    QAccessibleEvent alert{&widget, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

} // namespace unclench::ui
