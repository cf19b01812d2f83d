// SPDX-License-Identifier: GPL-3.0-or-later
// "Insights": what months of the diary show, each with how much it stands on.
#pragma once

#include "ui/pages/insights_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class BackCountsMap;
class HourGridView;
class InsightTable;
class InsightsPeriodBar;
class ReadableText;
class ScrollSheet;

class InsightsPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    InsightsPage(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const InsightsView& view);

Q_SIGNALS:
    void shownChanged(bool isShown);
    void periodChanged(const unclench::ui::InsightPeriod& period);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHead(QWidget* sheet);
    /// Returns the column of a card.
    QVBoxLayout* addCard(const QString& title, const QString& name);
    void buildHours();
    void buildPlaces(const Vocabulary& vocabulary);
    void buildCourse();
    void buildHelped();
    void buildBefore();
    void displayFound(const InsightsView& view);
    void displayCards(const Insights& insights);
    /// Grid and map, or the tables of the same numbers.
    void arrangeTwins();
    void swapTwins();
    /// Scrolls to where the keyboard is.
    void followKeyboard();

    const Words& m_words;
    ScrollSheet* m_scroll;
    InsightsPeriodBar* m_period = nullptr;
    QPushButton* m_asTables = nullptr;
    QLabel* m_note = nullptr;
    QWidget* m_cards = nullptr;
    QLabel* m_hoursCount = nullptr;
    HourGridView* m_grid = nullptr;
    QLabel* m_gridSaid = nullptr;
    InsightTable* m_hours = nullptr;
    QLabel* m_placesCount = nullptr;
    BackCountsMap* m_map = nullptr;
    InsightTable* m_places = nullptr;
    ReadableText* m_course = nullptr;
    QLabel* m_helpedNone = nullptr;
    InsightTable* m_helped = nullptr;
    QLabel* m_triggersCount = nullptr;
    InsightTable* m_triggers = nullptr;
    QLabel* m_triggersNote = nullptr;
    ReadableText* m_sitting = nullptr;
    bool m_areHoursShown = false;
    bool m_arePlacesShown = false;
};

} // namespace unclench::ui
