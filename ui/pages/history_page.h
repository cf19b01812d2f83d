// SPDX-License-Identifier: GPL-3.0-or-later
// The page *History*: all spasms as a table, narrowed and sorted, the chosen one beside it.
#pragma once

#include "ui/pages/history_view.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace unclench::ui {

class HistoryFilterBar;
class HistorySummary;

class HistoryPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    HistoryPage(const Words& words, const Vocabulary& vocabulary, QWidget* parent = nullptr);

    void display(const HistoryView& view);
    void displayEntry(const HistoryEntryView& view);

    /// Widths, order and choice of the columns, to be kept with the window.
    [[nodiscard]] QByteArray tableState() const;
    /// Anything that is no such state changes nothing.
    void restoreTable(const QByteArray& state);

Q_SIGNALS:
    /// The page can be seen now, or no longer.
    void shownChanged(bool isShown);
    void filterChanged(const unclench::HistoryFilter& filter, const unclench::HistorySort& sort);
    /// Empty: none.
    void entryChosen(const unclench::Uuid& episode);
    void openRequested(const unclench::Uuid& episode);
    /// What became of every alert.
    void alertsRequested();
    void deleteRequested(const std::vector<unclench::Uuid>& episodes);
    void restoreRequested(const std::vector<unclench::Uuid>& episodes);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildTable();
    QWidget* buildNoMatch();
    void buildColumnsMenu(QToolButton* button);
    void connectAll();
    void ask();
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
    QSplitter* m_splitter = nullptr;
    HistoryModel* m_model;
    QTableView* m_table = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_deleteAll = nullptr;
    /// The answer to a new filter begins at its top; any other keeps the place.
    bool m_isNewQuestion = true;
};

} // namespace unclench::ui
