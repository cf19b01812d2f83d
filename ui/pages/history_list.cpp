// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_list.h"

#include "ui/models/glance_model.h"
#include "ui/theme.h"
#include "ui/widgets/wrapped_label.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kListRow = 4.0;
constexpr double kListLeast = 16.0;
constexpr std::array kListColumns{24.0, 22.0};

} // namespace

HistoryList::HistoryList(QWidget* parent)
    : QWidget(parent), m_model(new GlanceModel{this}), m_table(new QTableView{this}),
      m_title(wrapped(QStringLiteral("listTitle"), {}, theme::Size::Heading, this)),
      m_said(wrapped(QStringLiteral("listSaid"), {}, this))
{
    setObjectName(QStringLiteral("historyList"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    buildTable();
    m_said->setMinimumHeight(2 * m_said->fontMetrics().lineSpacing()); // nothing jumps
    m_said->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    column->addWidget(m_said);
    QLabel* keys = caption(
        tr("Up and Down go through the lines. Return opens a spasm or a day. Esc goes back."),
        this);
    keys->setObjectName(QStringLiteral("listKeys"));
    column->addWidget(keys);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryList::say);
    connect(m_table, &QTableView::activated, this, &HistoryList::open);
    connect(new QShortcut{QKeySequence{Qt::Key_Escape}, this, nullptr, nullptr,
                          Qt::WidgetWithChildrenShortcut},
            &QShortcut::activated, this, &HistoryList::left);
    clear();
}

void HistoryList::buildTable()
{
    m_table->setObjectName(QStringLiteral("glanceTable"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(theme::grid(font(), kListLeast));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme::grid(font(), kListRow));
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setStyleSheet(theme::flatHeader());
}

/// The last column takes what is left, but no less than its head.
void HistoryList::setWidths()
{
    QHeaderView* header = m_table->horizontalHeader();
    header->ensurePolished(); // its style sheet counts
    int widest = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        widest = std::max(widest, header->sectionSizeHint(column));
    }
    header->setMinimumSectionSize(widest);
    for (std::size_t i = 0; i < kListColumns.size() && m_model->columnCount() > 0; ++i) {
        header->resizeSection(static_cast<int>(i),
                              std::max(theme::grid(font(), kListColumns[i]), widest));
    }
}

void HistoryList::display(GlanceLines lines)
{
    const int row = lines.current;
    put(std::move(lines), row);
}

void HistoryList::refresh(GlanceLines lines)
{
    const QModelIndex at = m_table->currentIndex();
    const int row = at.isValid() ? at.row() : lines.current;
    const int top = m_table->verticalScrollBar()->value();
    put(std::move(lines), row);
    if (at.isValid()) {
        m_table->verticalScrollBar()->setValue(top);
    }
}

void HistoryList::clear()
{
    put({}, 0);
}

void HistoryList::put(GlanceLines lines, int row)
{
    m_title->setText(lines.title);
    //: %1 a part of time: "March 2026"
    m_table->setAccessibleName(lines.title.isEmpty() ? tr("List: nothing is written down yet")
                                                     : tr("List: %1").arg(lines.title));
    m_model->display(std::move(lines));
    setWidths();
    // Somewhere to stop only where there is something to read.
    m_table->setFocusPolicy(m_model->rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
        m_table->scrollTo(m_table->currentIndex());
    }
    say();
}

/// In a lower window the line at which the keyboard is stays in view.
void HistoryList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_table->scrollTo(m_table->currentIndex());
}

/// The whole of a line, which a narrow table cuts.
void HistoryList::say()
{
    const QModelIndex at = m_table->currentIndex();
    if (!at.isValid()) {
        m_said->setText(tr("Nothing stands in this part of time."));
        return;
    }
    const wording::GlanceCells cells = m_model->lines().cells(at.row());
    //: A line of a table: when, what, and how it was
    m_said->setText(cells.value.isEmpty()
                        ? tr("%1: %2").arg(cells.when, cells.what)
                        : tr("%1: %2, %3").arg(cells.when, cells.what, cells.value));
}

void HistoryList::open()
{
    const QModelIndex at = m_table->currentIndex();
    const GlanceLines& lines = m_model->lines();
    if (!at.isValid()) {
        return;
    }
    if (const auto spasm = lines.spasm ? lines.spasm(at.row()) : std::nullopt) {
        Q_EMIT openRequested(*spasm);
    } else if (const auto day = lines.day ? lines.day(at.row()) : std::nullopt) {
        Q_EMIT dayOpened(*day);
    }
}

} // namespace unclench::ui
