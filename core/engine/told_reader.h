// SPDX-License-Identifier: GPL-3.0-or-later
// Reads from a diary what the rules look at.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/redflags/told.h"

namespace unclench {

class Database;

/// What can matter to the rules at any moment from `since` to `now`. `seen`: until when they were
/// looked at; what lies in the future of the clock stands there. Throws StorageError.
[[nodiscard]] Told readTold(Database& database,
                            const Vocabulary& vocabulary,
                            const RedFlags& rules,
                            UtcTime since,
                            UtcTime seen,
                            const Moment& now);

} // namespace unclench
