// SPDX-License-Identifier: GPL-3.0-or-later
// What `restore --salvage` does: a new diary out of what can be read of a damaged one.
#pragma once

#include "app/cli/session.h"

namespace unclench::app::cli {

/// Refused where the diary is whole: then nothing needs saving. Afterwards the rules are looked at,
/// and what they raise is said with the rest.
[[nodiscard]] ExitStatus runSalvage(Session& session);

} // namespace unclench::app::cli
