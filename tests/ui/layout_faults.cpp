// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/layout_faults.h"

#include "ui/theme.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/pain_scale.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStyleOptionComboBox>
#include <QTableView>

#include <algorithm>

namespace unclench::ui {

namespace {

QString described(const QWidget* widget)
{
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        text = label->text();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        text = button->text();
    }
    return QStringLiteral("%1 %2 “%3” %4x%5")
        .arg(QLatin1String{widget->metaObject()->className()}, widget->objectName(), text.left(30))
        .arg(widget->width())
        .arg(widget->height());
}

QString words(const QString& text)
{
    return QString{text}.remove(QLatin1Char('&'));
}

/// Whether `widget` is smaller than its text needs; else empty.
QString tooSmall(const QWidget* widget)
{
    const auto lacks = [&](int width, int height) {
        return widget->width() < width || widget->height() < height
                   ? QStringLiteral("needs %1x%2").arg(width).arg(height)
                   : QString{};
    };
    const QFontMetrics metrics = widget->fontMetrics();
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->text().isEmpty()) {
            return {};
        }
        const QMargins margins = label->contentsMargins();
        const int beside = margins.left() + margins.right();
        if (!label->wordWrap()) {
            return lacks(label->sizeHint().width(), metrics.height());
        }
        int widest = 0;
        for (const QString& line : label->text().split(QLatin1Char('\n'))) {
            widest = std::max(widest, theme::longestWord(metrics, line));
        }
        return lacks(widest + beside, label->heightForWidth(label->width()));
    }
    if (qobject_cast<const PainButton*>(widget) != nullptr) {
        const QFontMetrics large{theme::font(widget->font(), theme::Size::Heading)};
        return lacks(large.horizontalAdvance(QStringLiteral("10")) + 8, large.height() + 8);
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        if (button->text().isEmpty()) {
            return lacks(button->minimumSizeHint().width(), button->minimumSizeHint().height());
        }
        if (qobject_cast<const NavigationButton*>(widget) != nullptr) {
            return lacks(widget->minimumSizeHint().width(), widget->minimumSizeHint().height());
        }
        if (widget->hasHeightForWidth()) {
            return lacks(widget->minimumSizeHint().width(),
                         widget->heightForWidth(widget->width()));
        }
        return lacks(std::max(widget->minimumSizeHint().width(),
                              metrics.horizontalAdvance(words(button->text())) + 8),
                     metrics.height());
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        option.editable = box->isEditable();
        const QRect field = box->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                         QStyle::SC_ComboBoxEditField, box);
        const int lacking = metrics.horizontalAdvance(box->currentText()) - field.width();
        return lacking > 0 ? QStringLiteral("lacks %1").arg(lacking) : QString{};
    }
    if (qobject_cast<const QAbstractSpinBox*>(widget) != nullptr) {
        return lacks(widget->minimumSizeHint().width(), metrics.height());
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
        const QString shown = line->text().isEmpty() ? line->placeholderText() : line->text();
        return lacks(metrics.horizontalAdvance(shown) + 8, metrics.height());
    }
    return {};
}

/// Whether the cells of a table can be read: whole, or by their tool tip.
QStringList cellFaults(const QTableView& table)
{
    QStringList faults;
    const QHeaderView* header = table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const QString head =
            table.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int needed = header->fontMetrics().horizontalAdvance(head) + 6;
        if (!header->isSectionHidden(column) && needed > header->sectionSize(column)) {
            faults << QStringLiteral("%1: head %2 needs %3, has %4")
                          .arg(described(&table))
                          .arg(column)
                          .arg(needed)
                          .arg(header->sectionSize(column));
        }
    }
    const auto* model = table.model();
    for (int row = 0; row < std::min(model->rowCount(), 5); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const QSize needed = table.sizeHintForIndex(index);
            const QSize place{table.columnWidth(column), table.rowHeight(row)};
            const bool hasTip = !index.data(Qt::ToolTipRole).toString().isEmpty();
            const bool wraps = table.wordWrap() && needed.height() <= place.height();
            if (needed.height() > place.height() ||
                (needed.width() > place.width() && !hasTip && !wraps)) {
                faults << QStringLiteral("%1: cell %2,%3 is cut")
                              .arg(described(&table))
                              .arg(row)
                              .arg(column);
            }
        }
    }
    return faults;
}

bool isInnerPart(const QWidget* widget)
{
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QScrollBar*>(widget) != nullptr ||
           qobject_cast<const QHeaderView*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QLineEdit*>(widget->parentWidget()) != nullptr;
}

void addOverlaps(const QWidget* parent, QStringList& faults)
{
    if (parent->layout() == nullptr && qobject_cast<const QSplitter*>(parent) == nullptr) {
        return;
    }
    QWidgetList visible;
    for (QWidget* child : parent->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
        if (child->isVisible() && !child->isWindow()) {
            visible << child;
        }
    }
    for (qsizetype i = 0; i < visible.size(); ++i) {
        for (qsizetype j = i + 1; j < visible.size(); ++j) {
            if (visible[i]->geometry().intersects(visible[j]->geometry())) {
                faults << described(visible[i]) + QStringLiteral(" overlaps ") +
                              described(visible[j]);
            }
        }
    }
}

} // namespace

QStringList layoutFaults(const QWidget& shown)
{
    QStringList faults;
    addOverlaps(&shown, faults);
    for (const QWidget* widget : shown.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &shown || isInnerPart(widget)) {
            continue;
        }
        addOverlaps(widget, faults);
        const QWidget* parent = widget->parentWidget();
        const auto* area = qobject_cast<const QScrollArea*>(parent->parentWidget());
        if (area != nullptr && area->widget() == widget) {
            if (widget->width() > parent->width()) {
                faults << QStringLiteral("%1 is wider than its %2: %3")
                              .arg(described(widget), area->objectName())
                              .arg(parent->width());
            }
        } else if (!parent->rect().contains(widget->geometry())) {
            faults << described(widget) + QStringLiteral(" stands out of ") + described(parent);
        }
        if (const QString fault = tooSmall(widget); !fault.isEmpty()) {
            faults << described(widget) + QLatin1Char(' ') + fault;
        }
        if (const auto* table = qobject_cast<const QTableView*>(widget)) {
            faults << cellFaults(*table);
        }
    }
    return faults;
}

} // namespace unclench::ui
