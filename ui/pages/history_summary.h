// SPDX-License-Identifier: GPL-3.0-or-later
// One episode in short, beside the table of History; nothing is changed here.
#pragma once

#include "ui/pages/history_view.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace unclench::ui {

class HistorySummary : public Card {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit HistorySummary(const Words& words, QWidget* parent = nullptr);

    void display(const HistoryEntryView& view);

Q_SIGNALS:
    void openRequested();
    void deleteRequested();
    void restoreRequested();

private:
    void buildFacts(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void setFact(int fact, const QString& text);
    void displayEntry(const HistoryEntry& entry, const Moment& now);

    const Words& m_words;
    QLabel* m_title;
    QLabel* m_state;
    QScrollArea* m_scroll;
    /// Heading and text, in the order of the facts.
    std::vector<std::pair<QLabel*, QLabel*>> m_facts;
    QPushButton* m_open;
    QPushButton* m_delete;
    QPushButton* m_restore;
};

} // namespace unclench::ui
