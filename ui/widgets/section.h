// SPDX-License-Identifier: GPL-3.0-or-later
// A card with a heading and a column below it: one question of a page.
#pragma once

#include "ui/widgets/card.h"

#include <QString>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class Section : public Card {
    Q_OBJECT
public:
    explicit Section(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout* column() const { return m_column; }

    /// A wrapping label in the column.
    QLabel* addText(const QString& text);
    /// The same, smaller and muted.
    QLabel* addHint(const QString& text);

private:
    QVBoxLayout* m_column;
};

/// A plain button of a row; `name` is its object name.
[[nodiscard]] QPushButton*
rowButton(const QString& name, const QString& text, const QString& accessibleName, QWidget* parent);

} // namespace unclench::ui
