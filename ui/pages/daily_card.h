// SPDX-License-Identifier: GPL-3.0-or-later
// The card of *Now* that asks: once a day the pain and the emergency signs as one list, and what
// else is still open.
#pragma once

#include "ui/pages/questions_view.h"
#include "ui/widgets/card.h"
#include "ui/wording/words.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class EvenLayout;

class DailyCard : public Card {
    Q_OBJECT
public:
    /// `words` must outlive it.
    explicit DailyCard(const Words& words, QWidget* parent = nullptr);

    /// Not seen where nothing is asked.
    void display(const DailyView& view);

Q_SIGNALS:
    void readingRequested(int pain, bool isAtRest);
    /// Of the emergency signs, none or one.
    void noneRequested();
    void oneRequested();
    /// The open questions are to be asked.
    void askRequested();
    /// The questions of the day are due, or no longer: with them the card is large.
    void dueChanged(bool isDue);

private:
    [[nodiscard]] QWidget* buildDaily();
    [[nodiscard]] QWidget* buildOpen();
    void displaySigns(const std::vector<std::string>& signs);
    void displayOpen(const DailyView& view);

    const Words& m_words;
    QLabel* m_title;
    QWidget* m_daily = nullptr;
    QWidget* m_signs = nullptr;
    EvenLayout* m_signLayout = nullptr;
    std::vector<std::string> m_signsShown;
    QWidget* m_open = nullptr;
    QLabel* m_openLabel = nullptr;
    QPushButton* m_answer = nullptr;
};

} // namespace unclench::ui
