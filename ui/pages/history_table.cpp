// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_table.h"

#include "ui/models/history_model.h"
#include "ui/theme.h"
#include "ui/widgets/table_heads.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace unclench::ui {

HistoryTable::HistoryTable(HistoryModel& model, const HistorySort& sort, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("historyTable"));
    setAccessibleName(tr("Your spasms"));
    setModel(&model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setMinimumHeight(theme::grid(font(), 20));
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme::grid(font(), 4));
    QHeaderView* header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStyleSheet(theme::flatHeader());
    header->setStretchLastSection(true);
    constexpr std::array kWidths{24.0, 12.0, 8.0, 11.0, 20.0, 18.0};
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        header->resizeSection(static_cast<int>(i), theme::grid(font(), kWidths[i]));
    }
    widenToHeads(*header);
    header->setSortIndicator(static_cast<int>(sort.by), Qt::DescendingOrder);
}

void HistoryTable::buildMenu(QToolButton& button, const HistorySort& sort)
{
    auto* menu = new QMenu{&button};
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->addSection(tr("Columns"));
    QHeaderView* header = horizontalHeader();
    const auto nameOf = [this](int column) {
        return model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    for (int column = 0; column < kHistoryColumns; ++column) {
        QAction* action = menu->addAction(nameOf(column));
        action->setCheckable(true);
        action->setChecked(true);
        // Without the first a row could not be told from another.
        action->setEnabled(column != static_cast<int>(HistoryColumn::Began));
        connect(action, &QAction::toggled, this,
                [header, column](bool isOn) { header->setSectionHidden(column, !isOn); });
        connect(menu, &QMenu::aboutToShow, action,
                [header, action, column] { action->setChecked(!header->isSectionHidden(column)); });
    }
    menu->addSection(tr("Order"));
    auto* orders = new QActionGroup{menu};
    for (int column = 0; column < kHistoryColumns; ++column) {
        QAction* action = menu->addAction(tr("Sort by “%1”").arg(nameOf(column)));
        action->setCheckable(true);
        orders->addAction(action);
        connect(action, &QAction::triggered, this, [&sort, header, column] {
            // Again the same: the other way round.
            const bool isDescending =
                static_cast<int>(sort.by) == column ? !sort.isDescending : true;
            header->setSortIndicator(column,
                                     isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
        connect(menu, &QMenu::aboutToShow, action, [&sort, action, column] {
            action->setChecked(static_cast<int>(sort.by) == column);
        });
    }
    button.setMenu(menu);
}

QByteArray HistoryTable::state() const
{
    return horizontalHeader()->saveState();
}

void HistoryTable::restore(const QByteArray& state)
{
    QHeaderView* header = horizontalHeader();
    if (!header->restoreState(state)) {
        return;
    }
    // What a file says is no promise: without the first column a row could not be told from
    // another, and no column is narrower than can be taken hold of.
    header->setSectionHidden(static_cast<int>(HistoryColumn::Began), false);
    for (int column = 0; column < kHistoryColumns; ++column) {
        if (!header->isSectionHidden(column)) {
            header->resizeSection(column,
                                  std::max(header->sectionSize(column), theme::grid(font(), 3)));
        }
    }
}

} // namespace unclench::ui
