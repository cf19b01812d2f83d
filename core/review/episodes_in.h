// SPDX-License-Identifier: GPL-3.0-or-later
// The episodes of a period, as the page for the doctor has them.
#pragma once

#include "core/diary/chronicle.h"
#include "core/time/period.h"

#include <vector>

namespace unclench {

/// Those that were going on in `period`: that began in it, or earlier and were not over at its
/// begin. By their onset. They are those of `chronicle`, which must outlive them.
[[nodiscard]] std::vector<const Chronicle::Episode*> episodesIn(const Chronicle& chronicle,
                                                                const Period& period);

} // namespace unclench
