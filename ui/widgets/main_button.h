// SPDX-License-Identifier: GPL-3.0-or-later
// The one main action of a page, in the accent colour.
#pragma once

#include <QPushButton>

namespace unclench::ui {

/// Flat, so that its text has the same contrast everywhere; a ring tells the keyboard's place.
class MainButton : public QPushButton {
    Q_OBJECT
public:
    explicit MainButton(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace unclench::ui
