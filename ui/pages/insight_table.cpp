// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insight_table.h"

#include "ui/theme.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <utility>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kInsightRow = 3.5;
constexpr double kInsightColumnGap = 2.0;
constexpr double kInsightTableLeast = 20.0;

} // namespace

InsightTable::InsightTable(const QString& name, const QString& accessibleName, QWidget* parent)
    : QTableView(parent), m_model(new InsightTableModel{this})
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setModel(m_model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(theme::grid(font(), kInsightRow));
    QHeaderView* header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStyleSheet(theme::flatHeader());
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void InsightTable::display(InsightRows rows)
{
    m_model->display(std::move(rows));
    horizontalHeader()->ensurePolished(); // its style sheet counts
    const int gap = theme::grid(font(), kInsightColumnGap);
    m_needs.clear();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_needs.push_back(std::max({sizeHintForColumn(column) + gap,
                                    horizontalHeader()->sectionSizeHint(column) + gap,
                                    horizontalHeader()->minimumSectionSize()}));
    }
    stretch();
    updateGeometry();
}

int InsightTable::wordsWidth() const
{
    return std::accumulate(m_needs.begin(), m_needs.end(), 0);
}

/// The last column takes what is left.
void InsightTable::stretch()
{
    const int left = std::max(viewport()->width() - wordsWidth(), 0);
    for (std::size_t i = 0; i < m_needs.size(); ++i) {
        horizontalHeader()->resizeSection(static_cast<int>(i),
                                          m_needs[i] + (i + 1 == m_needs.size() ? left : 0));
    }
}

int InsightTable::heightForWidth(int width) const
{
    const int bar = wordsWidth() > width ? horizontalScrollBar()->sizeHint().height() : 0;
    return horizontalHeader()->sizeHint().height() +
           std::max(m_model->rowCount(), 1) * verticalHeader()->defaultSectionSize() +
           2 * frameWidth() + theme::grid(font(), 0.5) + bar;
}

QSize InsightTable::sizeHint() const
{
    return {wordsWidth(), heightForWidth(wordsWidth())};
}

QSize InsightTable::minimumSizeHint() const
{
    return {theme::grid(font(), kInsightTableLeast), heightForWidth(wordsWidth())};
}

void InsightTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretch();
}

void InsightTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!hasFocus() || !current.isValid()) {
        return;
    }
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            const QPoint middle{0, visualRect(current).center().y()};
            area->ensureVisible(0, viewport()->mapTo(area->widget(), middle).y(), 0,
                                2 * verticalHeader()->defaultSectionSize());
            return;
        }
    }
}

} // namespace unclench::ui
