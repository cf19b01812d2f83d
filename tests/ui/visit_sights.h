// SPDX-License-Identifier: GPL-3.0-or-later
// The sights of *Visit*: none yet, one ahead, one that has begun, one that is over.
#pragma once

#include "tests/ui/sights.h"

namespace unclench::ui {

[[nodiscard]] std::vector<Sight> visitSights();

} // namespace unclench::ui
