// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_box.h"

#include "ui/theme.h"

#include <QAbstractItemView>
#include <QStyleOptionComboBox>
#include <QWheelEvent>

#include <algorithm>

namespace unclench::ui {

ChoiceBox::ChoiceBox(const QString& name, const QString& purpose, QWidget* parent)
    : QComboBox(parent)
{
    setObjectName(name);
    setAccessibleName(purpose);
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(16);
    connect(this, &QComboBox::currentIndexChanged, this, &QWidget::updateGeometry);
}

void ChoiceBox::offer(const QList<Entry>& entries)
{
    for (int i = 0; i < entries.size(); ++i) {
        if (i == count()) {
            addItem(entries[i].label, entries[i].value);
        } else if (itemText(i) != entries[i].label || itemData(i) != entries[i].value) {
            setItemText(i, entries[i].label);
            setItemData(i, entries[i].value);
        }
    }
    while (count() > entries.size()) {
        removeItem(count() - 1);
    }
    int widest = 0;
    for (const Entry& entry : entries) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(entry.label));
    }
    view()->setMinimumWidth(widest + theme::grid(font(), 4)); // with a bar to scroll by
    updateGeometry();
}

void ChoiceBox::choose(const QVariant& value)
{
    setCurrentIndex(std::max(findData(value), 0));
}

QSize ChoiceBox::sizeHint() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QSize words{fontMetrics().horizontalAdvance(currentText()) + theme::grid(font(), 1),
                      fontMetrics().height() + 2};
    return style()
        ->sizeFromContents(QStyle::CT_ComboBox, &option, words, this)
        .expandedTo({0, theme::grid(font(), 4.5)});
}

void ChoiceBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus()) {
        QComboBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace unclench::ui
