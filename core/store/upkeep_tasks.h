// SPDX-License-Identifier: GPL-3.0-or-later
// What is done for the file once a day, by whichever process comes to it first.
#pragma once

#include "core/time/moment.h"

namespace unclench {

class Database;

/// How long what was deleted can be restored: at this age it is erased.
inline constexpr std::chrono::milliseconds kRestorable = std::chrono::days{30};

/// Erases the content of what was deleted 30 days ago or earlier. Does nothing to a file that is
/// not there or cannot be written. Throws StorageError.
void eraseOld(Database& database, const Moment& now);

/// The same, then today's copy, beside the diary and where else one is kept. Where the file is
/// found broken, there is none (Damaged), and that is remembered.
void doDailyTasks(Database& database, const Moment& now);

/// Whether the daily tasks found the file broken, and it still is: only then it is looked at whole.
/// Throws StorageError.
[[nodiscard]] bool isFoundDamaged(Database& database);

} // namespace unclench
