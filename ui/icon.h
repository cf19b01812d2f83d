// SPDX-License-Identifier: GPL-3.0-or-later
// The program's sign, drawn: it needs no file and no plugin.
#pragma once

#include <QIcon>

namespace unclench::ui {

/// In all sizes that desktops ask for; the same drawing as
/// resources/icons/org.unclench.Unclench.svg.
[[nodiscard]] QIcon applicationIcon();

} // namespace unclench::ui
