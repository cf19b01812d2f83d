// SPDX-License-Identifier: GPL-3.0-or-later
// The page *History*: all spasms as a table, narrowed and sorted, the chosen one beside it; the
// same on a timeline, in a calendar, and what these show as a list.
#pragma once

#include "core/diary/saved_filter.h"
#include "ui/pages/history_view.h"
#include "ui/widgets/glance_view.h"
#include "ui/widgets/month_view.h"

#include <QWidget>

#include <tuple>
#include <vector>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace unclench::ui {

class HistoryCalendar;
class HistoryFilterBar;
class HistoryList;
class HistorySummary;
class HistoryTable;
class HistoryTimeline;
class HistoryViews;

class HistoryPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    HistoryPage(const Words& words, const Vocabulary& vocabulary, QWidget* parent = nullptr);

    void display(const HistoryView& view);
    void displayEntry(const HistoryEntryView& view);
    /// The same spasms on the timeline.
    void displayGlance(const GlanceView& view);
    void displayMonth(const MonthView& view);
    void displayFilters(const std::vector<SavedFilter>& filters);
    /// The filter that was asked to be kept is kept now.
    void filterKept();

    /// Widths, order and choice of the columns, to be kept with the window.
    [[nodiscard]] QByteArray tableState() const;
    /// Anything that is no such state changes nothing.
    void restoreTable(const QByteArray& state);

Q_SIGNALS:
    /// The page can be seen now, or no longer.
    void shownChanged(bool isShown);
    void filterChanged(const unclench::HistoryFilter& filter, const unclench::HistorySort& sort);
    /// Timeline or calendar can be seen now, or no longer.
    void glanceShown(bool isShown);
    void monthRequested(std::chrono::year_month month);
    /// Empty: none.
    void entryChosen(const unclench::Uuid& episode);
    void openRequested(const unclench::Uuid& episode);
    /// What became of every alert.
    void alertsRequested();
    void deleteRequested(const std::vector<unclench::Uuid>& episodes);
    void restoreRequested(const std::vector<unclench::Uuid>& episodes);
    void keepFilterRequested(const unclench::SavedFilter& filter);
    void forgetFilterRequested(const unclench::Uuid& filter);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildSplitter();
    HistoryViews* buildViews();
    QWidget* buildNoMatch();
    void connectAll();
    void ask();
    void tellGlance(bool isPageShown);
    void showPeriod();
    void fillList(bool isNew);
    /// In a low window the filters fold away behind a button, so that what they leave is seen.
    void fitHeight();
    void focusSearch();
    void keepPlace(const HistoryView& view);
    void displayState(const HistoryView& view);
    [[nodiscard]] std::vector<Uuid> selected() const;
    void deleteSelected();
    void restoreSelected();

    const Words& m_words;
    const Vocabulary& m_vocabulary;
    HistorySort m_sort;
    HistoryFilterBar* m_filterBar;
    HistorySummary* m_summary;
    HistoryTimeline* m_timeline = nullptr;
    HistoryCalendar* m_calendar = nullptr;
    HistoryList* m_list = nullptr;
    HistoryViews* m_views = nullptr;
    QSplitter* m_splitter = nullptr;
    HistoryModel* m_model;
    HistoryTable* m_table = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_title;
    QPushButton* m_filtersButton;
    QVBoxLayout* m_column;
    /// Of the cards around timeline, calendar and list.
    std::vector<QVBoxLayout*> m_cardColumns;
    bool m_isLow = false;
    QLabel* m_count = nullptr;
    QLabel* m_empty = nullptr;
    QLabel* m_noMatch = nullptr;
    QPushButton* m_deleteAll = nullptr;
    /// The answer to a new filter begins at its top; any other keeps the place.
    bool m_isNewQuestion = true;
    std::chrono::local_days m_today{};
    /// What of the filter the timeline was brought to.
    std::tuple<HistorySpan,
               std::optional<std::chrono::local_days>,
               std::optional<std::chrono::local_days>>
        m_periodShown;
};

} // namespace unclench::ui
