// SPDX-License-Identifier: GPL-3.0-or-later
// The program's sign, drawn: it needs no file and no plugin.
#pragma once

#include <QIcon>

namespace unclench::ui {

/// In all sizes that desktops ask for; the same drawing as
/// resources/icons/org.unclench.Unclench.svg.
[[nodiscard]] QIcon applicationIcon();

/// The same, smaller, in a ring that is filled from 0 to 1; `isDue`: with a dot, so that
/// not the ring alone says it.
[[nodiscard]] QIcon iconWithRing(double filled, bool isDue);

} // namespace unclench::ui
