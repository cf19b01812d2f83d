// SPDX-License-Identifier: GPL-3.0-or-later
// What is done for the file once a day, by whichever process comes to it first.
#pragma once

#include "core/time/moment.h"

namespace unclench {

class Database;

/// How long what was deleted can be restored.
inline constexpr std::chrono::milliseconds kRestorable = std::chrono::days{30};

/// Whether SQLite's quick check finds nothing. Throws StorageError.
[[nodiscard]] bool isWhole(Database& database);

/// Erases the content of what was deleted more than 30 days ago, then makes today's copy. Does
/// nothing to a file that is not there or cannot be written. Throws StorageError.
void doDailyTasks(Database& database, const Moment& now);

} // namespace unclench
