// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_page.h"

#include "ui/pages/history_calendar.h"
#include "ui/pages/history_filter_bar.h"
#include "ui/pages/history_summary.h"
#include "ui/pages/history_timeline.h"
#include "ui/pages/history_views.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/table_heads.h"
#include "ui/wording/search.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace unclench::ui {

namespace {

enum ListState { Rows, Empty, NoMatch };
/// In units of the grid: where the table beside the summary would show next to nothing.
constexpr double kHistoryNarrow = 90;
/// As many selected rows are found again after a change; more are a passing choice.
constexpr std::size_t kSelectionKept = 50;

QLabel* makeMuted(const QString& name, const QString& text, QWidget* parent)
{
    auto* label = new QLabel{text, parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

HistoryPage::HistoryPage(const Words& words, const Vocabulary& vocabulary, QWidget* parent)
    : QWidget(parent), m_words(words), m_vocabulary(vocabulary),
      m_filterBar(new HistoryFilterBar{words, vocabulary, this}),
      m_summary(new HistorySummary{words}), m_model(new HistoryModel{words, this})
{
    setObjectName(QStringLiteral("historyPage"));
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new ScrollSheet{QStringLiteral("historyScroll"), tr("History"), this};
    whole->addWidget(scroll);
    auto* column = new QVBoxLayout{scroll->sheet()};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    column->setSpacing(theme::grid(font(), 2));
    auto* title = new QLabel{tr("History"), this};
    title->setObjectName(QStringLiteral("historyTitle"));
    title->setFont(theme::font(title->font(), theme::Size::Title));
    column->addWidget(title);
    column->addWidget(m_filterBar);

    m_views = buildViews();
    column->addWidget(m_views, 1);
    connectAll();
}

QWidget* HistoryPage::buildSplitter()
{
    m_splitter = new QSplitter{Qt::Horizontal, this};
    m_splitter->setObjectName(QStringLiteral("historySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(theme::grid(font(), 2));
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(m_summary);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_summary->setMinimumWidth(theme::grid(font(), 30));
    return m_splitter;
}

HistoryViews* HistoryPage::buildViews()
{
    const auto inCard = [this](QWidget* view) {
        auto* card = new Card{this};
        auto* column = new QVBoxLayout{card};
        const int padding = theme::grid(font(), 2);
        column->setContentsMargins(padding, padding, padding, padding);
        column->addWidget(view);
        return card;
    };
    m_timeline = new HistoryTimeline{m_words, this};
    m_calendar = new HistoryCalendar{this};
    auto* views = new HistoryViews{buildSplitter(), inCard(m_timeline), inCard(m_calendar), this};
    connect(views, &HistoryViews::switched, this, [this] { tellGlance(isVisible()); });
    connect(m_timeline, &HistoryTimeline::openRequested, this, &HistoryPage::openRequested);
    connect(m_calendar, &HistoryCalendar::monthRequested, this, &HistoryPage::monthRequested);
    connect(m_calendar, &HistoryCalendar::dayOpened, this, [this](std::chrono::local_days day) {
        m_timeline->showDays(day, day);
        m_views->show(HistoryViews::Which::Timeline);
    });
    return views;
}

QWidget* HistoryPage::buildList()
{
    auto* card = new Card{this};
    auto* column = new QVBoxLayout{card};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1));
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 1)};
    m_count = new QLabel{card};
    m_count->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_count->setObjectName(QStringLiteral("historyCount"));
    m_count->setFont(theme::font(m_count->font(), theme::Size::Heading));
    auto* columns = new QToolButton{card};
    columns->setObjectName(QStringLiteral("columnsButton"));
    columns->setText(tr("Columns and order"));
    columns->setAccessibleName(tr("Columns and order"));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setFocusPolicy(Qt::StrongFocus);
    m_deleteAll = new QPushButton{tr("Delete all shown"), card};
    m_deleteAll->setObjectName(QStringLiteral("deleteAllButton"));
    m_deleteAll->setAccessibleName(tr("Delete all shown"));
    auto* alerts = new QPushButton{tr("Alerts"), card};
    alerts->setObjectName(QStringLiteral("alertHistoryButton"));
    alerts->setAccessibleName(tr("Alerts: what became of each"));
    alerts->setMinimumHeight(theme::grid(font(), 4.5));
    connect(alerts, &QPushButton::clicked, this, &HistoryPage::alertsRequested);
    row->addWidget(m_count);
    row->addWidget(alerts);
    row->addWidget(columns);
    row->addWidget(m_deleteAll);
    for (QWidget* control : {static_cast<QWidget*>(columns), static_cast<QWidget*>(m_deleteAll)}) {
        control->setMinimumHeight(theme::grid(font(), 4.5));
    }
    column->addLayout(row);

    m_stack = new QStackedWidget{card};
    m_stack->addWidget(buildTable());
    m_empty = makeMuted(QStringLiteral("historyEmptyLabel"), {}, m_stack);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildNoMatch());
    column->addWidget(m_stack, 1);
    buildColumnsMenu(columns);
    return card;
}

QWidget* HistoryPage::buildTable()
{
    m_table = new QTableView{m_stack};
    m_table->setObjectName(QStringLiteral("historyTable"));
    m_table->setAccessibleName(tr("Your spasms"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(theme::grid(font(), 20));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme::grid(font(), 4));
    QHeaderView* header = m_table->horizontalHeader();
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
    header->setSortIndicator(static_cast<int>(m_sort.by), Qt::DescendingOrder);
    return m_table;
}

QWidget* HistoryPage::buildNoMatch()
{
    auto* page = new QWidget{m_stack};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(0, 0, 0, 0);
    m_noMatch = makeMuted(QStringLiteral("noMatchLabel"), {}, page);
    column->addWidget(m_noMatch);
    auto* clear = new QPushButton{tr("Clear filters"), page};
    clear->setObjectName(QStringLiteral("clearAllButton"));
    clear->setAccessibleName(tr("Clear filters"));
    clear->setMinimumHeight(theme::grid(font(), 4.5));
    connect(clear, &QPushButton::clicked, m_filterBar, &HistoryFilterBar::clear);
    column->addWidget(clear, 0, Qt::AlignLeft);
    column->addStretch(1);
    return page;
}

void HistoryPage::buildColumnsMenu(QToolButton* button)
{
    auto* menu = new QMenu{button};
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->addSection(tr("Columns"));
    QHeaderView* header = m_table->horizontalHeader();
    const auto nameOf = [this](int column) {
        return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
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
        connect(action, &QAction::triggered, this, [this, header, column] {
            // Again the same: the other way round.
            const bool isDescending =
                static_cast<int>(m_sort.by) == column ? !m_sort.isDescending : true;
            header->setSortIndicator(column,
                                     isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
        connect(menu, &QMenu::aboutToShow, action, [this, action, column] {
            action->setChecked(static_cast<int>(m_sort.by) == column);
        });
    }
    button->setMenu(menu);
}

void HistoryPage::connectAll()
{
    m_table->setSortingEnabled(true);
    connect(m_model, &HistoryModel::sortRequested, this,
            [this](HistoryColumn column, bool isDescending) {
                m_sort = {.by = column, .isDescending = isDescending, .order = {}};
                if (column == HistoryColumn::Where) {
                    m_sort.order = wording::idsByLabel(Topic::Region, m_words, m_vocabulary);
                } else if (column == HistoryColumn::Triggers) {
                    m_sort.order = wording::idsByLabel(Topic::Trigger, m_words, m_vocabulary);
                }
                ask();
            });
    connect(m_filterBar, &HistoryFilterBar::changed, this, &HistoryPage::ask);
    connect(m_filterBar, &HistoryFilterBar::keepFilterRequested, this,
            &HistoryPage::keepFilterRequested);
    connect(m_filterBar, &HistoryFilterBar::forgetFilterRequested, this,
            &HistoryPage::forgetFilterRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                Q_EMIT entryChosen(m_model->idAt(current.isValid() ? current.row() : -1));
            });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (!m_filterBar->filter().isDeleted) {
            Q_EMIT openRequested(m_model->idAt(index.row()));
        }
    });
    connect(m_summary, &HistorySummary::openRequested, this,
            [this] { Q_EMIT openRequested(m_model->idAt(m_table->currentIndex().row())); });
    connect(m_summary, &HistorySummary::deleteRequested, this, &HistoryPage::deleteSelected);
    connect(m_summary, &HistorySummary::restoreRequested, this, &HistoryPage::restoreSelected);
    connect(m_deleteAll, &QPushButton::clicked, this,
            [this] { Q_EMIT deleteRequested(std::vector<Uuid>{m_model->ids()}); });
    connect(
        new QShortcut{QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut},
        &QShortcut::activated, m_filterBar, &HistoryFilterBar::focusSearch);
    connect(new QShortcut{QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut},
            &QShortcut::activated, this, &HistoryPage::deleteSelected);
}

void HistoryPage::ask()
{
    m_isNewQuestion = true;
    Q_EMIT filterChanged(m_filterBar->filter(), m_sort);
    showPeriod();
}

void HistoryPage::tellGlance(bool isPageShown)
{
    Q_EMIT glanceShown(isPageShown && m_views->shown() != HistoryViews::Which::Table);
}

/// What the filter leaves of time, on the timeline.
void HistoryPage::showPeriod()
{
    using std::chrono::days;
    HistoryFilter filter;
    std::tie(filter.span, filter.from, filter.to) = m_periodShown;
    const HistoryFilter now = m_filterBar->filter();
    if (filter.span == now.span && filter.from == now.from && filter.to == now.to) {
        return; // whoever zoomed stays there
    }
    filter = now;
    m_periodShown = {filter.span, filter.from, filter.to};
    switch (filter.span) {
    case HistorySpan::Ever: break;
    case HistorySpan::Days30: m_timeline->showDays(m_today - days{29}, m_today); break;
    case HistorySpan::Year: m_timeline->showDays(m_today - days{364}, m_today); break;
    case HistorySpan::FromTo:
        if (filter.from && filter.to && *filter.from <= *filter.to) {
            m_timeline->showDays(*filter.from, *filter.to);
        }
        break;
    }
}

void HistoryPage::displayGlance(const GlanceView& view)
{
    m_timeline->display(view);
}

void HistoryPage::displayMonth(const MonthView& view)
{
    m_calendar->display(view);
}

std::vector<Uuid> HistoryPage::selected() const
{
    std::vector<Uuid> ids;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        ids.push_back(m_model->idAt(index.row()));
    }
    if (ids.empty() && m_table->currentIndex().isValid()) {
        ids.push_back(m_model->idAt(m_table->currentIndex().row()));
    }
    return ids;
}

void HistoryPage::deleteSelected()
{
    const auto ids = selected();
    if (!ids.empty() && !m_filterBar->filter().isDeleted) {
        Q_EMIT deleteRequested(ids);
    }
}

void HistoryPage::restoreSelected()
{
    if (const std::vector<Uuid> ids = selected(); !ids.empty()) {
        Q_EMIT restoreRequested(ids);
    }
}

void HistoryPage::display(const HistoryView& view)
{
    m_today = view.now.localDay();
    m_filterBar->setToday(m_today);
    keepPlace(view);
    displayState(view);
    Q_EMIT entryChosen(m_model->idAt(m_table->currentIndex().row()));
}

void HistoryPage::keepPlace(const HistoryView& view)
{
    const bool isNew = std::exchange(m_isNewQuestion, false);
    const QModelIndex current = m_table->currentIndex();
    const int currentRow = current.isValid() ? current.row() : 0;
    const Uuid currentId = m_model->idAt(current.row());
    const Uuid topId = m_model->idAt(m_table->rowAt(0));
    const int topRow = m_table->verticalScrollBar()->value();
    std::vector<Uuid> chosen;
    if (m_table->selectionModel()->selectedRows().size() <=
        static_cast<qsizetype>(kSelectionKept)) {
        chosen = selected();
    }
    m_model->display(view.ids, view.now, view.rows);
    if (view.ids.empty()) {
        return;
    }

    int row = currentId.isEmpty() ? -1 : m_model->rowOf(currentId);
    if (row < 0) {
        // What stood here is gone: what took its place is next.
        row = isNew ? 0 : std::min(currentRow, m_model->rowCount() - 1);
    }
    auto* selection = m_table->selectionModel();
    selection->setCurrentIndex(m_model->index(row, 0),
                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (const Uuid& id : chosen) {
        if (const int kept = m_model->rowOf(id); kept >= 0) {
            selection->select(m_model->index(kept, 0),
                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    if (isNew) {
        m_table->scrollTo(m_model->index(row, 0));
        return;
    }
    const int top = topId.isEmpty() ? -1 : m_model->rowOf(topId);
    m_table->verticalScrollBar()->setValue(top >= 0 ? top : topRow);
}

void HistoryPage::displayState(const HistoryView& view)
{
    const HistoryFilter filter = m_filterBar->filter();
    const int shown = m_model->rowCount();
    const QLocale locale;
    if (filter.isDeleted) {
        m_count->setText(shown == 1 ? tr("One deleted spasm")
                                    : tr("%n deleted spasms", nullptr, shown));
    } else if (m_filterBar->isNarrowing()) {
        //: How many spasms the filters leave, and how many there are
        m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(view.total)));
    } else {
        m_count->setText(shown == 1 ? tr("One spasm") : tr("%n spasms", nullptr, shown));
    }
    m_deleteAll->setEnabled(shown > 0 && !filter.isDeleted);
    m_empty->setText(filter.isDeleted
                         ? tr("Nothing is deleted. What you delete stands here for 30 days.")
                         : tr("Nothing is written down yet. Each spasm will stand here with its "
                              "time, its pain and its notes. The first step is “Spasm now” on the "
                              "page “Now”."));
    m_noMatch->setText(m_filterBar->isBackwards()
                           ? tr("The first day is after the last one. Choose an earlier first day.")
                           : tr("No spasm matches what you chose. Fewer words or a longer period "
                                "find more."));
    m_stack->setCurrentIndex(shown > 0 ? Rows : view.total > 0 ? NoMatch : Empty);
}

void HistoryPage::displayEntry(const HistoryEntryView& view)
{
    m_summary->display(view);
}

void HistoryPage::displayFilters(const std::vector<SavedFilter>& filters)
{
    m_filterBar->displayFilters(filters);
}

QByteArray HistoryPage::tableState() const
{
    return m_table->horizontalHeader()->saveState();
}

void HistoryPage::restoreTable(const QByteArray& state)
{
    QHeaderView* header = m_table->horizontalHeader();
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

void HistoryPage::resizeEvent(QResizeEvent* event)
{
    const bool isNarrow = width() < theme::grid(font(), kHistoryNarrow);
    m_splitter->setOrientation(isNarrow ? Qt::Vertical : Qt::Horizontal);
    // A splitter does not ask how high its parts are at their width: room for words that wrap.
    m_splitter->widget(0)->setMinimumHeight(theme::grid(font(), isNarrow ? 44 : 34));
    m_summary->setMinimumHeight(theme::grid(font(), isNarrow ? 40 : 34));
    QWidget::resizeEvent(event);
}

void HistoryPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shownChanged(true);
    tellGlance(true);
}

void HistoryPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(false);
    tellGlance(false);
}

} // namespace unclench::ui
