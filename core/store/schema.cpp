// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/diary/uuid.h"
#include "core/store/database.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace unclench {

namespace embedded {
extern const std::string_view kMigration001;
extern const std::string_view kMigration002;
extern const std::string_view kMigration003;
} // namespace embedded

namespace {

/// Number n stands at place n - 1 and leads from version n - 1 to version n.
const auto& migrations()
{
    static const std::array kAll{embedded::kMigration001, embedded::kMigration002,
                                 embedded::kMigration003};
    return kAll;
}

} // namespace

int schemaVersion()
{
    return static_cast<int>(migrations().size());
}

SchemaState schemaState(Database& database)
{
    const auto version = database.number("PRAGMA user_version");
    const bool isOurs = database.number("PRAGMA application_id") == kApplicationId;
    if (isOurs && version > schemaVersion()) {
        throw StorageError{
            StorageFault::Newer, "open",
            fmt::format("file has version {}, this program knows {}", version, schemaVersion())};
    }
    const auto tables = database.number("SELECT count(*) FROM sqlite_master");
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
    for (auto version = database.number("PRAGMA user_version"); version < schemaVersion();
         ++version) {
        database.script(std::string{migrations()[static_cast<std::size_t>(version)]});
    }
    database.script(fmt::format("PRAGMA user_version = {}", schemaVersion()));
    database.script(fmt::format("PRAGMA application_id = {}", kApplicationId));
    database.run("INSERT OR IGNORE INTO meta (key, value) VALUES ('machine', ?)",
                 UuidSource{}.machineName());
    transaction.commit();
}

} // namespace unclench
