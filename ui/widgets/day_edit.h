// SPDX-License-Identifier: GPL-3.0-or-later
// A day of the calendar.
#pragma once

#include <QDateEdit>

#include <chrono>

namespace unclench::ui {

/// Wishes for another day when it is left or Return is pressed. The wheel scrolls the page unless
/// the keyboard is on it.
class DayEdit : public QDateEdit {
    Q_OBJECT
public:
    DayEdit(const QString& name, const QString& purpose, QWidget* parent = nullptr);

    /// Shows `day`, unless another one is being typed.
    void display(std::chrono::local_days day);
    /// Shows `day`, whatever is being typed.
    void displayAnew(std::chrono::local_days day);
    /// Wishes now for what was typed and not wished for yet.
    void commit();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void entered(std::chrono::local_days day);

protected:
    void wheelEvent(QWheelEvent* event) override;
    /// Tab leaves it; the arrow keys go from day to month.
    bool focusNextPrevChild(bool isNext) override;

private:
    std::chrono::local_days m_shown{};
};

} // namespace unclench::ui
