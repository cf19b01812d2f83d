// SPDX-License-Identifier: GPL-3.0-or-later
// A large button whose words go over as many lines as they need: an answer, or a line to choose.
#pragma once

#include <QPushButton>

namespace unclench::ui {

/// Carries a check mark, and not colour alone, where it is checkable and checked. A press only
/// wishes; it is checked when somebody calls `setChecked`.
class AnswerButton : public QPushButton {
    Q_OBJECT
public:
    /// An answer stands in the middle and is at least 48 pixels high; a line begins at the left.
    enum class Shape { Answer, Line };
    /// `name` is its object name; what a screen reader says is `accessibleName`.
    AnswerButton(Shape shape,
                 const QString& name,
                 const QString& text,
                 const QString& accessibleName,
                 QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void nextCheckState() override {}
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int leastHeight() const;
    [[nodiscard]] int besidesWords() const;
    [[nodiscard]] int flags() const;

    Shape m_shape;
};

} // namespace unclench::ui
