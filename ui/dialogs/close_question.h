// SPDX-License-Identifier: GPL-3.0-or-later
// The question that a dialog asks before what was done in it is thrown away.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace unclench::ui {

/// Not to be seen until it is asked.
class CloseQuestion : public QWidget {
    Q_OBJECT
public:
    struct Texts {
        QString stay;
        /// For a screen reader, as below.
        QString stayPurpose;
        QString leave;
        QString leavePurpose;
    };
    /// `name` begins the object names of its parts.
    CloseQuestion(const QString& name, const Texts& texts, QWidget* parent = nullptr);

    /// The keyboard goes to the answer that changes nothing.
    void ask(const QString& question);

Q_SIGNALS:
    /// The dialog stays open; the question has gone.
    void stayed();
    void left();

private:
    QLabel* m_question;
    QPushButton* m_stay;
};

} // namespace unclench::ui
