// SPDX-License-Identifier: GPL-3.0-or-later
// *Something changed*: one press away on every page. The emergency signs first, then everything
// else that may be asked or told.
#pragma once

#include "ui/pages/changed_view.h"
#include "ui/wording/words.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace unclench::ui {

class AnswerButton;
class ChangedBody;
class EvenLayout;
class Section;

class ChangedPage : public QWidget {
    Q_OBJECT
public:
    /// All must outlive it.
    ChangedPage(const RedFlags& rules,
                const Vocabulary& vocabulary,
                const Words& words,
                QWidget* parent = nullptr);

    void display(const ChangedView& view);
    [[nodiscard]] ChangedBody* body() const { return m_body; }
    /// Puts the keyboard on the first sign.
    void focusFirst();

Q_SIGNALS:
    /// This question is to be asked.
    void questionRequested(const std::string& question);
    void settingsRequested();
    void closeRequested();

private:
    struct Group {
        Section* section = nullptr;
        EvenLayout* lines = nullptr;
        std::vector<std::string> shown;
    };
    [[nodiscard]] QWidget* buildHead();
    void addGroup(QuestionTopic topic, const QString& title, QVBoxLayout* column);
    void displayGroup(Group& group, const std::vector<std::string>& questions);

    const RedFlags& m_rules;
    const Words& m_words;
    std::map<QuestionTopic, Group> m_groups;
    ChangedBody* m_body;
};

} // namespace unclench::ui
