// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons of which one is chosen.
#pragma once

class QButtonGroup;

namespace unclench::ui {

/// Checks the button `id`, if there is one; no wish follows. Tab stops at it and not, as Qt has it
/// until somebody was there, at the first of them.
void choose(const QButtonGroup& group, int id);

} // namespace unclench::ui
