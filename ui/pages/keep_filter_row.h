// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for the name under which a filter is kept: a row that comes when it is needed.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace unclench::ui {

/// Return keeps, Escape leaves it. A name that could not be kept is not lost.
class KeepFilterRow : public QWidget {
    Q_OBJECT
public:
    explicit KeepFilterRow(QWidget* parent = nullptr);

    /// Shows it, empty, with the keyboard in it.
    void ask();
    /// What was named is kept: the row goes.
    void done();

Q_SIGNALS:
    /// Without blanks around it, never empty. The row stays, with the name, until `done`.
    void named(const QString& name);
    /// Nothing is to be kept. The row is gone.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keep();
    void leave();

    QLineEdit* m_name;
    QLabel* m_note;
};

} // namespace unclench::ui
