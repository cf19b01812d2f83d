// SPDX-License-Identifier: GPL-3.0-or-later
// The sights of sitting, on made-up values; each wish is answered by something that can be seen.
#pragma once

#include "tests/ui/sights.h"

namespace unclench::ui {

/// *Now* with the card as it is most of the time.
void showUsualSeat(Scene& scene);

/// All of them but that one.
[[nodiscard]] std::vector<Sight> seatSights();

} // namespace unclench::ui
