// SPDX-License-Identifier: GPL-3.0-or-later
// Whether exercise is open, why not, and the question whether it cramps, answered in one press.
#pragma once

#include "ui/widgets/guide_view.h"

#include <QWidget>

class QLabel;

namespace unclench::ui {

class AnswerButton;

class ExerciseQuestion : public QWidget {
    Q_OBJECT
public:
    explicit ExerciseQuestion(QWidget* parent = nullptr);

    void display(const ExerciseView& view);

Q_SIGNALS:
    void crampTold(bool isCramping);

private:
    QLabel* m_state;
    QLabel* m_reasons;
    QLabel* m_told;
    AnswerButton* m_yes;
    AnswerButton* m_no;
};

} // namespace unclench::ui
