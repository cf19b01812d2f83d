// SPDX-License-Identifier: GPL-3.0-or-later
// What is cut, covered or pushed out of its place in a window, told by the layouts themselves.
#pragma once

#include <QStringList>
#include <QWidget>

namespace unclench::ui {

/// One line for each fault in what is visible of `shown`. Requires: `shown` is shown and settled.
/// Tables may be wider than their place, and their cells cut where a tool tip has the whole text.
[[nodiscard]] QStringList layoutFaults(const QWidget& shown);

} // namespace unclench::ui
