// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_page.h"

#include "ui/pages/history_calendar.h"
#include "ui/pages/history_filter_bar.h"
#include "ui/pages/history_list.h"
#include "ui/pages/history_summary.h"
#include "ui/pages/history_table.h"
#include "ui/pages/history_timeline.h"
#include "ui/pages/history_views.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/wording/search.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace unclench::ui {

namespace {

enum ListState { Rows, Empty, NoMatch };
/// In units of the grid: where the table beside the summary would show next to nothing.
constexpr double kHistoryNarrow = 90;
/// The same: where filters and head would leave next to nothing of the timeline.
constexpr double kHistoryLow = 60;
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
    m_column = new QVBoxLayout{scroll->sheet()};
    m_title = new QLabel{tr("History"), this};
    m_title->setObjectName(QStringLiteral("historyTitle"));
    m_title->setFont(theme::font(m_title->font(), theme::Size::Title));
    m_column->addWidget(m_title);
    m_column->addWidget(m_filterBar);
    m_filtersButton = rowButton(QStringLiteral("foldFiltersButton"), tr("Filters"),
                                tr("Show or hide the filters"), this);
    m_filtersButton->setCheckable(true);

    m_views = buildViews();
    m_column->addWidget(m_views, 1);
    connectAll();
    fitHeight();
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
        column->addWidget(view);
        m_cardColumns.push_back(column);
        return card;
    };
    m_timeline = new HistoryTimeline{m_words, this};
    m_calendar = new HistoryCalendar{this};
    m_list = new HistoryList{this};
    auto* views =
        new HistoryViews{m_filtersButton,
                         {buildSplitter(), inCard(m_timeline), inCard(m_calendar), inCard(m_list)},
                         this};
    connect(views, &HistoryViews::switched, this, [this] {
        tellGlance(isVisible());
        fillList(true);
    });
    connect(m_list, &HistoryList::left, this, [this] { m_views->show(m_views->listed()); });
    connect(m_list, &HistoryList::openRequested, this, &HistoryPage::openRequested);
    connect(m_timeline, &HistoryTimeline::openRequested, this, &HistoryPage::openRequested);
    connect(m_calendar, &HistoryCalendar::monthRequested, this, &HistoryPage::monthRequested);
    const auto openDay = [this](std::chrono::local_days day) {
        m_timeline->showDays(day, day);
        m_views->show(HistoryViews::Which::Timeline);
    };
    connect(m_calendar, &HistoryCalendar::dayOpened, this, openDay);
    connect(m_list, &HistoryList::dayOpened, this, openDay);
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
    m_table = new HistoryTable{*m_model, m_sort, m_stack};
    m_stack->addWidget(m_table);
    m_empty = makeMuted(QStringLiteral("historyEmptyLabel"), {}, m_stack);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildNoMatch());
    column->addWidget(m_stack, 1);
    m_table->buildMenu(*columns, m_sort);
    return card;
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
    connect(m_table, &HistoryTable::activated, this, [this](const QModelIndex& index) {
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
        &QShortcut::activated, this, &HistoryPage::focusSearch);
    connect(m_filtersButton, &QPushButton::toggled, this, [this](bool isOpen) {
        fitHeight();
        if (isOpen) {
            m_filterBar->focusSearch();
        }
    });
    connect(new QShortcut{QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut},
            &QShortcut::activated, this, &HistoryPage::deleteSelected);
}

void HistoryPage::ask()
{
    m_isNewQuestion = true;
    const bool isOn = m_filterBar->isNarrowing() || m_filterBar->filter().isDeleted;
    //: Some are chosen, though they may be folded away
    m_filtersButton->setText(isOn ? tr("Filters: on") : tr("Filters"));
    m_filtersButton->setAccessibleName(isOn ? tr("Filters are on: show or hide them")
                                            : tr("Show or hide the filters"));
    Q_EMIT filterChanged(m_filterBar->filter(), m_sort);
    showPeriod();
    fillList(false);
}

void HistoryPage::fillList(bool isNew)
{
    if (m_views->shown() != HistoryViews::Which::List) {
        m_list->clear();
        return;
    }
    GlanceLines lines = m_views->listed() == HistoryViews::Which::Calendar ? m_calendar->lines()
                                                                           : m_timeline->lines();
    isNew ? m_list->display(std::move(lines)) : m_list->refresh(std::move(lines));
}

void HistoryPage::fitHeight()
{
    const bool isLow = height() < theme::grid(font(), kHistoryLow);
    const int margin = theme::grid(font(), isLow ? 1 : 3);
    m_column->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    m_column->setSpacing(theme::grid(font(), isLow ? 1 : 2));
    const int padding = theme::grid(font(), isLow ? 1 : 2);
    for (QVBoxLayout* column : m_cardColumns) {
        column->setContentsMargins(padding, padding, padding, padding);
    }
    m_title->setVisible(!isLow); // the navigation says it, too
    m_filtersButton->setVisible(isLow);
    m_filterBar->setVisible(!isLow || m_filtersButton->isChecked());
    m_timeline->setLow(isLow);
    if (isLow != m_isLow) {
        m_isLow = isLow;
        orderTabs(*this);
    }
}

void HistoryPage::focusSearch()
{
    if (m_isLow) {
        m_filtersButton->setChecked(true);
    }
    m_filterBar->focusSearch();
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
    if (m_views->listed() == HistoryViews::Which::Timeline) {
        fillList(false);
    }
}

void HistoryPage::displayMonth(const MonthView& view)
{
    m_calendar->display(view);
    if (m_views->listed() == HistoryViews::Which::Calendar) {
        fillList(false);
    }
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

void HistoryPage::filterKept()
{
    m_filterBar->filterKept();
}

QByteArray HistoryPage::tableState() const
{
    return m_table->state();
}

void HistoryPage::restoreTable(const QByteArray& state)
{
    m_table->restore(state);
}

void HistoryPage::resizeEvent(QResizeEvent* event)
{
    fitHeight();
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
