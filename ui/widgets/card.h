// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet with a hairline around it: what belongs together on a page.
#pragma once

#include <QFrame>

namespace unclench::ui {

class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace unclench::ui
