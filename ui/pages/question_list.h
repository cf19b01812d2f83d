// SPDX-License-Identifier: GPL-3.0-or-later
// A short list of questions of one topic: each a row with its answers, and what a yes asks besides.
#pragma once

#include "ui/pages/questions_view.h"
#include "ui/wording/words.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <vector>

class QVBoxLayout;

namespace unclench::ui {

class Card;
class CheckGrid;
class ChipGroup;

class QuestionList : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    QuestionList(const RedFlags& rules, const Words& words, QWidget* parent = nullptr);

    /// The keyboard may stand before all answers, so that a key that is held gives none: on the
    /// list itself, from where Tab leads to the first.
    void display(const std::vector<AskedQuestion>& asked);

Q_SIGNALS:
    void answered(const unclench::Answer& answer);

protected:
    bool focusNextPrevChild(bool isNext) override;

private:
    struct Row {
        std::string id;
        Card* card = nullptr;
        ChipGroup* answers = nullptr;
        /// nullptr: nothing may be ticked with it.
        CheckGrid* flags = nullptr;
        CheckGrid* items = nullptr;
    };
    [[nodiscard]] Row makeRow(const std::string& id);
    void displayRow(const Row& row, const std::optional<Answer>& answer);
    void tell(const std::string& id, AnswerValue value);

    const RedFlags& m_rules;
    const Words& m_words;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    /// What is ticked with a question. Of items only the count is kept in the diary.
    std::map<std::string, QStringList> m_flags;
    std::map<std::string, QStringList> m_items;
};

} // namespace unclench::ui
