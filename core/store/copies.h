// SPDX-License-Identifier: GPL-3.0-or-later
// Verified copies of the diary in the folder `copies` beside it: daily, and before each migration.
#pragma once

#include "core/store/progress.h"
#include "core/time/moment.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace unclench {

class Database;

/// All copies in a data folder, the newest first; behind them those from before a migration, of
/// which nobody knows how old they are.
[[nodiscard]] std::vector<std::filesystem::path> copiesIn(const std::filesystem::path& folder);

/// Whether today's copy is still to be made, `today` being the local day.
[[nodiscard]] bool isDailyCopyDue(const std::filesystem::path& folder, const Moment& today);

/// Makes today's copy where it is due and removes those of days that need not stay (daysKept). A
/// copy is written under another name, read back and checked, and only then gets its own. Throws
/// StorageError.
void makeDailyCopy(Database& database, const Moment& today);

/// The same where today's is there already: the present state takes its place. Returns its name.
/// Requires: a diary with a file. Throws StorageError and Cancelled.
std::filesystem::path
renewDailyCopy(Database& database, const Moment& today, const Progress& progress = {});

/// The same before a migration of `database`, named by its version; it is never removed here.
/// Throws StorageError.
void copyBeforeMigration(Database& database);

/// The newest copy that opens and is whole. Absent: none does.
[[nodiscard]] std::optional<std::filesystem::path>
newestGoodCopy(const std::filesystem::path& folder);

} // namespace unclench
