// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that a person chose, on a system that has its own.
#pragma once

#include "ui/dialogs/settings_view.h"

#include <QPalette>

namespace unclench::ui {

/// `system`: the palette before the program set one. High contrast of the system is passed through
/// unless light or dark is chosen; chosen where the system has none, it is black and white.
[[nodiscard]] QPalette paletteFor(Appearance appearance, const QPalette& system);

} // namespace unclench::ui
