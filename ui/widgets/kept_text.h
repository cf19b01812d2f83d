// SPDX-License-Identifier: GPL-3.0-or-later
// Text that is saved when it is left: a line and a note. What is typed stays until it was saved.
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>

namespace unclench::ui {

class KeptLine : public QLineEdit {
    Q_OBJECT
public:
    /// `name` becomes the object name, `purpose` what a screen reader says.
    KeptLine(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    /// Shows what is saved, unless something else is typed.
    void display(const QString& text);
    /// Wishes now for what is typed and not saved yet.
    void commit();

Q_SIGNALS:
    /// Without blanks around it.
    void entered(const QString& text);
};

class KeptNote : public QPlainTextEdit {
    Q_OBJECT
public:
    KeptNote(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    /// Shows what is saved, unless something else is typed.
    void display(const QString& text);
    /// Shows `text`, whatever is typed.
    void displayAnew(const QString& text);
    /// Wishes now for what is typed and not saved yet.
    void commit();

Q_SIGNALS:
    void entered(const QString& text);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// What is saved, as the field gives it back: it cannot show every sign apart.
    QString m_shown;
};

} // namespace unclench::ui
