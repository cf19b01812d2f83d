// SPDX-License-Identifier: GPL-3.0-or-later
// The red-flag questions: the emergencies one by one, the others as short lists, and the end.
#pragma once

#include "ui/pages/questions_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace unclench::ui {

class MainButton;
class OneQuestion;
class QuestionList;
class ScrollSheet;

class QuestionsPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    QuestionsPage(const RedFlags& rules, const Words& words, QWidget* parent = nullptr);

    void display(const QuestionsView& view);
    /// Puts the keyboard where the first answer is given.
    void focusFirst();

Q_SIGNALS:
    void answered(unclench::AnswerValue value);
    void changeTold(std::optional<unclench::Change> change);
    void knownTold(bool isKnown);
    void rowAnswered(const unclench::Answer& answer);
    /// No to what is left of the list.
    void restAnswered();
    void nextRequested();
    void backRequested();
    /// The person goes on with something else.
    void closeRequested();
    /// It is no longer seen, whatever came instead.
    void left();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildEnd();
    [[nodiscard]] QWidget* buildFoot();
    void displayEnd(const QuestionsView& view);

    const Words& m_words;
    int m_number = 0;
    Further m_further = Further::Nothing;
    QLabel* m_topic = nullptr;
    QLabel* m_progress = nullptr;
    ScrollSheet* m_scroll = nullptr;
    OneQuestion* m_one = nullptr;
    QuestionList* m_list = nullptr;
    QWidget* m_end = nullptr;
    QLabel* m_endLabel = nullptr;
    QLabel* m_unanswered = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_later = nullptr;
    QPushButton* m_next = nullptr;
    MainButton* m_rest = nullptr;
    MainButton* m_done = nullptr;
};

} // namespace unclench::ui
