// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered steps from an empty file to today's tables (core/store/migrations/).
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace unclench {

class Database;

/// `PRAGMA user_version` of a file that this program writes.
[[nodiscard]] int schemaVersion();

/// `PRAGMA application_id` of our files: "Uncl".
inline constexpr int kApplicationId = 0x556E636C;

/// What a file is to this program. Throws StorageError (Newer, Damaged) where it must not be
/// touched.
enum class SchemaState { Empty, Old, Current };
[[nodiscard]] SchemaState schemaState(Database& database);

/// How each table, index and trigger is made, by its name; what SQLite makes of itself has no text,
/// and what it counts for itself is left out.
using SchemaTexts = std::map<std::string, std::string>;
[[nodiscard]] SchemaTexts schemaTexts(Database& database);

/// Whether a version beyond ours is a damaged number: one bit off, and all is made as this version
/// makes it. The next number is always believed: it is the likeliest one of a newer program.
[[nodiscard]] bool isVersionDamaged(std::int64_t version, const SchemaTexts& texts);

/// Brings the schema up to date in one transaction: all steps or none. Does nothing to a current
/// one, also when another program was faster.
void migrate(Database& database);
/// The same as far as an older version, for a diary in memory that takes in an older file.
/// Requires: 1 <= version <= schemaVersion().
void migrateTo(Database& database, int version);

} // namespace unclench
