// SPDX-License-Identifier: GPL-3.0-or-later
// A button whose words go over as many lines as they need.
#pragma once

#include <QPushButton>

namespace unclench::ui {

class WrappedButton : public QPushButton {
    Q_OBJECT
public:
    explicit WrappedButton(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace unclench::ui
