// SPDX-License-Identifier: GPL-3.0-or-later
// One question on a screen of its own: the line, its examples and large answers; below them, where
// it is needed, whether it is new.
#pragma once

#include "ui/pages/questions_view.h"
#include "ui/wording/words.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;

namespace unclench::ui {

class AnswerButton;
class EvenLayout;

class OneQuestion : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    OneQuestion(const RedFlags& rules, const Words& words, QWidget* parent = nullptr);

    /// Where the question is another one than before, the keyboard stands before its answers: a key
    /// that is held answers one question and no more.
    void display(const QuestionsView& view);
    /// What is asked further; to be scrolled to where it comes.
    [[nodiscard]] QWidget* further() const { return m_further; }

Q_SIGNALS:
    void answered(unclench::AnswerValue value);
    void changeTold(std::optional<unclench::Change> change);
    void knownTold(bool isKnown);

protected:
    bool focusNextPrevChild(bool isNext) override;

private:
    /// A row of large buttons, each with its letter as a key.
    struct Answers {
        QWidget* widget = nullptr;
        EvenLayout* layout = nullptr;
        QList<AnswerButton*> buttons;
        QList<QShortcut*> keys;

        void setKeysEnabled(bool areEnabled) const;
    };
    [[nodiscard]] Answers makeAnswers(QWidget* parent);
    AnswerButton* add(Answers& answers, const QString& name, const QString& text);
    void buildFurther();
    void name(const Answers& answers, const QString& question) const;

    const RedFlags& m_rules;
    const Words& m_words;
    std::string m_shown;
    QLabel* m_line;
    QLabel* m_examples;
    Answers m_main;
    QPushButton* m_skip;
    QWidget* m_further;
    QLabel* m_twoWeeksLine;
    Answers m_twoWeeks;
    QLabel* m_knownLine;
    Answers m_known;
};

} // namespace unclench::ui
