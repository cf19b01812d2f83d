// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up history of any size, the same for the same numbers.
#pragma once

#include "core/store/database.h"
#include "core/time/moment.h"

namespace unclench::tests {

/// Writes `episodes` past episodes, all over, with five readings each, a region, a trigger and one
/// each of what else can be told, spread over the ten years before `until`. Requires: an empty
/// diary. One transaction.
void writeHistory(Database& database, int episodes, UtcTime until);

/// Writes `spans` spans of sitting and of getting up, by turns, on the working days of the ten
/// years before `until`. One transaction.
void writeSitting(Database& database, int spans, UtcTime until);

} // namespace unclench::tests
