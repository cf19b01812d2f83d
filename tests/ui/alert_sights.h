// SPDX-License-Identifier: GPL-3.0-or-later
// The sights of the alerts: each level, one and several, what became of each.
#pragma once

#include "tests/ui/sights.h"

namespace unclench::ui {

/// Several of two levels, one of which cannot be put off again.
void tellUrgent(tests::Diary& diary);

[[nodiscard]] std::vector<Sight> alertSights();

} // namespace unclench::ui
