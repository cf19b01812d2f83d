// SPDX-License-Identifier: GPL-3.0-or-later
// What is done for the file once a day, by whichever process comes to it first.
#pragma once

#include "core/time/moment.h"

namespace unclench {

class Database;

/// How long what was deleted can be restored: at this age it is erased.
inline constexpr std::chrono::milliseconds kRestorable = std::chrono::days{30};

/// Whether SQLite's quick check finds nothing. Throws StorageError.
[[nodiscard]] bool isWhole(Database& database);

/// Erases the content of what was deleted 30 days ago or earlier. Does nothing to a file that is
/// not there or cannot be written. Throws StorageError.
void eraseOld(Database& database, const Moment& now);

/// The same, then today's copy, beside the diary and where else one is kept.
void doDailyTasks(Database& database, const Moment& now);

} // namespace unclench
