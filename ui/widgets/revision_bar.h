// SPDX-License-Identifier: GPL-3.0-or-later
// Asks, in place and without stopping anything, which of two an edit is: different now, or never
// so.
#pragma once

#include "ui/widgets/card.h"

#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;

namespace unclench::ui {

class RevisionBar : public Card {
    Q_OBJECT
public:
    explicit RevisionBar(QWidget* parent = nullptr);

    /// Takes the keyboard, and gives it back with the answer. A second question replaces the first,
    /// of which then nothing is saved.
    void ask(const QString& question, std::function<void(bool isTypedWrong)> answered);
    void dismiss();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer(bool isTypedWrong);

    QLabel* m_question;
    QPushButton* m_changed;
    QPointer<QWidget> m_before;
    std::function<void(bool)> m_answered;
};

} // namespace unclench::ui
