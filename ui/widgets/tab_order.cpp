// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace unclench::ui {

namespace {

void collect(QWidget* widget, QWidgetList& order);

void collect(QLayout* layout, QWidgetList& order)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->layout() != nullptr) {
            collect(item->layout(), order);
        } else if (item->widget() != nullptr) {
            collect(item->widget(), order);
        }
    }
}

void collect(QWidget* widget, QWidgetList& order)
{
    // Tab also stops at a field that hands the keyboard on to a line inside it: it goes before.
    if (widget->focusPolicy() != Qt::NoFocus || widget->focusProxy() != nullptr) {
        order << widget;
    }
    if (auto* area = qobject_cast<QScrollArea*>(widget)) {
        collect(area->widget(), order);
    } else if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
        for (int i = 0; i < splitter->count(); ++i) {
            collect(splitter->widget(i), order);
        }
    } else if (widget->layout() != nullptr) {
        collect(widget->layout(), order);
    }
}

} // namespace

void orderTabs(QWidget& page)
{
    QWidgetList order;
    collect(&page, order);
    for (qsizetype i = 1; i < order.size(); ++i) {
        QWidget::setTabOrder(order[i - 1], order[i]);
    }
}

} // namespace unclench::ui
