// SPDX-License-Identifier: GPL-3.0-or-later
// Verified copies of the diary in the folder `copies` beside it: daily, and before each migration.
#pragma once

#include "core/time/moment.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace unclench {

class Database;

/// How many daily copies are kept; those before a migration are never removed here.
inline constexpr std::size_t kDailyCopies = 7;

/// All copies in a data folder, the newest first.
[[nodiscard]] std::vector<std::filesystem::path> copiesIn(const std::filesystem::path& folder);

/// Whether today's copy is still to be made, `today` being the local day.
[[nodiscard]] bool isDailyCopyDue(const std::filesystem::path& folder, const Moment& today);

/// Makes today's copy where it is due and removes daily copies beyond the newest seven. A copy is
/// written under another name, read back and checked, and only then gets its own. Throws
/// StorageError.
void makeDailyCopy(Database& database, const Moment& today);

/// The same before a migration of `database`, named by its version. Throws StorageError.
void copyBeforeMigration(Database& database);

/// The newest copy that opens and passes SQLite's check. Absent: none does.
[[nodiscard]] std::optional<std::filesystem::path>
newestGoodCopy(const std::filesystem::path& folder);

} // namespace unclench
