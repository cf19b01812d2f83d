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
    /// Where it is not what is wanted most just now it keeps its place and size, without the
    /// accent.
    void setMain(bool isMain);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isMain = true;
};

} // namespace unclench::ui
