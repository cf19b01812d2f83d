// SPDX-License-Identifier: GPL-3.0-or-later
// Text that the keyboard stops at: what is long and only read can then be read to its end without a
// mouse.
#pragma once

#include <QLabel>

namespace unclench::ui {

/// Plain and wrapping, with a ring where the keyboard is. Its accessible name is its text.
class ReadableText : public QLabel {
    Q_OBJECT
public:
    ReadableText(const QString& name, const QString& text, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace unclench::ui
