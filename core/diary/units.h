// SPDX-License-Identifier: GPL-3.0-or-later
// The units in which people think, and the ones in which a diary keeps what was measured.
#pragma once

#include "core/diary/observations.h"

namespace unclench {

/// Degrees Celsius and kilograms, to the hundredth: 100.4 F is 38 C, not a hair less.
[[nodiscard]] double canonical(double value, Unit unit);

} // namespace unclench
