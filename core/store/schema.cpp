// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/diary/uuid.h"
#include "core/store/database.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

namespace unclench {

namespace embedded {
extern const std::string_view kMigration001;
extern const std::string_view kMigration002;
extern const std::string_view kMigration003;
extern const std::string_view kMigration004;
extern const std::string_view kMigration005;
extern const std::string_view kMigration006;
extern const std::string_view kMigration007;
extern const std::string_view kMigration008;
} // namespace embedded

namespace {

/// Number n stands at place n - 1 and leads from version n - 1 to version n.
const auto& migrations()
{
    static const std::array kAll{embedded::kMigration001, embedded::kMigration002,
                                 embedded::kMigration003, embedded::kMigration004,
                                 embedded::kMigration005, embedded::kMigration006,
                                 embedded::kMigration007, embedded::kMigration008};
    return kAll;
}

void takeSteps(Database& database, int upTo)
{
    for (auto version = database.number("PRAGMA user_version"); version < upTo; ++version) {
        database.script(std::string{migrations()[static_cast<std::size_t>(version)]});
    }
    database.script(fmt::format("PRAGMA user_version = {}", upTo));
    database.script(fmt::format("PRAGMA application_id = {}", kApplicationId));
    database.run("INSERT OR IGNORE INTO meta (key, value) VALUES ('machine', ?)",
                 UuidSource{}.machineName());
}

} // namespace

int schemaVersion()
{
    return static_cast<int>(migrations().size());
}

SchemaTexts schemaTexts(Database& database)
{
    SchemaTexts texts;
    database.each("SELECT name, coalesce(sql, '') FROM sqlite_master"
                  " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'",
                  [&](SQLite::Statement& row) {
                      texts.emplace(row.getColumn(0).getString(), row.getColumn(1).getString());
                  });
    return texts;
}

bool isVersionDamaged(std::int64_t version, const SchemaTexts& texts)
{
    const std::int64_t known = schemaVersion();
    return version > known + 1 &&
           std::has_single_bit(static_cast<std::uint64_t>(version ^ known)) &&
           texts == schemaTexts(*Database::inMemory());
}

SchemaState schemaState(Database& database)
{
    // One statement, so one state of the file: another program may be making it right now.
    std::int64_t version = 0;
    std::int64_t application = 0;
    std::int64_t tables = 0;
    database.each("SELECT (SELECT user_version FROM pragma_user_version), "
                  "(SELECT application_id FROM pragma_application_id), "
                  "(SELECT count(*) FROM sqlite_master)",
                  [&](SQLite::Statement& row) {
                      version = row.getColumn(0).getInt64();
                      application = row.getColumn(1).getInt64();
                      tables = row.getColumn(2).getInt64();
                  });
    const bool isOurs = application == kApplicationId;
    if (isOurs && version > schemaVersion()) {
        if (isVersionDamaged(version, schemaTexts(database))) {
            throw StorageError{StorageFault::Damaged, "open", "the number of its version"};
        }
        throw StorageError{
            StorageFault::Newer, "open",
            fmt::format("file has version {}, this program knows {}", version, schemaVersion())};
    }
    if (version == 0 && tables == 0) {
        return SchemaState::Empty;
    }
    if (version <= 0 || !isOurs) {
        throw StorageError{StorageFault::Damaged, "open", "not a diary of this program"};
    }
    return version == schemaVersion() ? SchemaState::Current : SchemaState::Old;
}

void migrate(Database& database)
{
    if (schemaState(database) == SchemaState::Current) {
        return;
    }
    Transaction transaction{database};
    if (schemaState(database) == SchemaState::Current) {
        return; // another program was faster
    }
    takeSteps(database, schemaVersion());
    transaction.commit();
}

void migrateTo(Database& database, int version)
{
    assert(version >= 1 && version <= schemaVersion() && "only what has landed can be made");
    Transaction transaction{database};
    takeSteps(database, version);
    transaction.commit();
}

} // namespace unclench
