// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of plain text that go on in a new line where there is no room. `name` is the object name.
#pragma once

#include "ui/theme.h"

#include <QLabel>
#include <QString>

namespace unclench::ui {

[[nodiscard]] QLabel*
wrapped(const QString& name, const QString& text, theme::Size size, QWidget* parent);
[[nodiscard]] QLabel* wrapped(const QString& name, const QString& text, QWidget* parent);
[[nodiscard]] QLabel* wrappedText(const QString& text, QWidget* parent = nullptr);
/// Small and muted: what may be left unread.
[[nodiscard]] QLabel* caption(const QString& text, QWidget* parent = nullptr);
/// The same to read, but a long path or file name in it may go on in a new line as well.
[[nodiscard]] QString breakable(QString text);
/// Returns `label`.
QLabel* muted(QLabel* label);

} // namespace unclench::ui
