// SPDX-License-Identifier: GPL-3.0-or-later
// "I need help" of bad-day mode: the number to call at once, whatever was answered, and the ways to
// tell what is wrong.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QWidget>

class QLabel;

namespace unclench::ui {

class BigButton;

/// Nothing is dialled: the number is only shown.
class BadDayHelp : public QWidget {
    Q_OBJECT
public:
    explicit BadDayHelp(QWidget* parent = nullptr);

    void display(const EmergencyLine& line);
    void focusFirst();

Q_SIGNALS:
    void questionsRequested();
    void changedRequested();
    void backRequested();

private:
    QLabel* m_number;
    QLabel* m_source;
    BigButton* m_questions;
};

} // namespace unclench::ui
