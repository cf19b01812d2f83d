// SPDX-License-Identifier: GPL-3.0-or-later
// A line for a whole number that may be left empty. What is typed stays until it was saved.
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace unclench::ui {

class NumberField : public QWidget {
    Q_OBJECT
public:
    /// `name` becomes the object name of the line, `purpose` what a screen reader says.
    NumberField(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    /// `complaint` is shown under the line while something else stands in it.
    void setRange(int least, int most, const QString& complaint);
    void setPlaceholder(const QString& text);

    /// Shows what is saved, unless something is typed that is not saved yet.
    void display(std::optional<int> value);
    /// Absent: left empty, or not a number in the range.
    [[nodiscard]] std::optional<int> value() const;
    /// False where what stands there is no such number; then it is said, and the keyboard goes
    /// there.
    [[nodiscard]] bool accepts();
    /// Wishes now for a number that is typed and not wished for yet, as leaving the line does.
    void commit();
    [[nodiscard]] QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    /// The person left the line or pressed Return, with a number in the range or with nothing.
    void entered(std::optional<int> value);

private:
    [[nodiscard]] bool isFine() const;
    void showComplaint();

    QLineEdit* m_line;
    QLabel* m_complaint;
    int m_least = 0;
    int m_most = 0;
};

} // namespace unclench::ui
