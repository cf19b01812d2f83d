// SPDX-License-Identifier: GPL-3.0-or-later
// A measured value in the unit in which the person thinks. What is typed stays until it was saved.
#pragma once

#include "core/diary/observations.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;

namespace unclench::ui {

class ChipGroup;

class MeasureField : public QWidget {
    Q_OBJECT
public:
    struct Choice {
        Unit unit;
        /// As it is written behind the number.
        QString label;
    };
    /// `name` becomes the object name of the line; the first unit is chosen at first.
    MeasureField(Quantity quantity,
                 const QString& name,
                 const QString& title,
                 std::vector<Choice> units,
                 QWidget* parent = nullptr);

    /// Something is typed that was not saved.
    [[nodiscard]] bool isOpen() const;
    /// Wishes for what is typed, or says that it is no number.
    void commit();
    /// It was saved.
    void clear();

Q_SIGNALS:
    /// `value` in `unit`, as typed.
    void entered(unclench::Quantity quantity, double value, unclench::Unit unit);

private:
    void choose(Unit unit);

    Quantity m_quantity;
    QLineEdit* m_line;
    QLabel* m_complaint;
    ChipGroup* m_units;
    Unit m_unit;
};

} // namespace unclench::ui
