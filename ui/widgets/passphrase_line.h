// SPDX-License-Identifier: GPL-3.0-or-later
// A line for a passphrase, which nobody else should read on the screen, and a box to see it all the
// same.
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace unclench::ui {

class PassphraseLine : public QWidget {
    Q_OBJECT
public:
    /// `name` becomes the object name of the line ("<name>_show" that of the box), `purpose` what a
    /// screen reader says.
    PassphraseLine(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Empty again, and hidden.
    void clear();
    [[nodiscard]] QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void shownToggled(bool isShown);

private:
    QLineEdit* m_line;
    QCheckBox* m_isShown;
};

} // namespace unclench::ui
