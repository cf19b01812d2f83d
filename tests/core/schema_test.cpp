// SPDX-License-Identifier: GPL-3.0-or-later
// The steps from an empty file to today's tables: the same everywhere, all or nothing.
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace unclench {
namespace {

using testing::IsEmpty;
using testing::Not;
using tests::TempFolder;

std::vector<std::string> tablesOf(Database& database)
{
    std::vector<std::string> tables;
    database.each("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '')"
                  " FROM sqlite_master ORDER BY type, name",
                  [&](SQLite::Statement& row) { tables.push_back(row.getColumn(0).getString()); });
    return tables;
}

/// Makes `database` what a file is before its first migration.
void empty(Database& database)
{
    std::string drops = "PRAGMA foreign_keys = OFF;";
    database.each("SELECT name FROM pragma_table_list WHERE schema = 'main'"
                  " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'",
                  [&](SQLite::Statement& row) {
                      drops += fmt::format("DROP TABLE {};", row.getColumn(0).getString());
                  });
    database.script(drops);
    database.script("PRAGMA user_version = 0; PRAGMA application_id = 0; VACUUM;"
                    " PRAGMA foreign_keys = ON");
}

TEST(Schema, IsTheSameInMemoryAndInAFile)
{
    const TempFolder temp;
    const auto file = Database::open(temp.path(), {});
    const auto memory = Database::inMemory();

    EXPECT_THAT(tablesOf(*file), Not(IsEmpty()));
    EXPECT_EQ(tablesOf(*file), tablesOf(*memory));
}

TEST(Schema, NamesItsVersionAndItsProgram)
{
    const auto database = Database::inMemory();

    EXPECT_EQ(database->number("PRAGMA user_version"), schemaVersion());
    EXPECT_EQ(database->number("PRAGMA application_id"), kApplicationId);
    EXPECT_EQ(schemaState(*database), SchemaState::Current);
}

TEST(Migrating, TwiceIsMigratingOnce)
{
    const auto database = Database::inMemory();
    empty(*database);
    ASSERT_EQ(schemaState(*database), SchemaState::Empty);

    migrate(*database);
    const auto once = tablesOf(*database);
    const auto machines = database->number("SELECT count(*) FROM meta");
    migrate(*database);

    EXPECT_EQ(tablesOf(*database), once);
    EXPECT_EQ(once, tablesOf(*Database::inMemory()));
    EXPECT_EQ(database->number("SELECT count(*) FROM meta"), machines);
}

TEST(Migrating, LeavesNothingWhereItFails)
{
    const TempFolder temp;
    const auto database = Database::open(temp.path(), {});
    empty(*database);
    database->script("PRAGMA max_page_count = 8");

    EXPECT_THROW(migrate(*database), StorageError);

    EXPECT_EQ(schemaState(*database), SchemaState::Empty);
    database->script("PRAGMA max_page_count = 100000");
    migrate(*database);
    EXPECT_EQ(tablesOf(*database), tablesOf(*Database::inMemory()));
}

TEST(Migrating, DoesNothingWhereAnotherProgramWasFaster)
{
    const TempFolder temp;
    const auto first = Database::open(temp.path(), {});
    const auto second = Database::open(temp.path(), {});
    empty(*first);

    migrate(*second);
    migrate(*first);

    EXPECT_EQ(schemaState(*first), SchemaState::Current);
    EXPECT_EQ(first->number("SELECT count(*) FROM meta"), 1);
}

TEST(Schema, IsStrictEverywhere)
{
    const auto database = Database::inMemory();

    EXPECT_EQ(database->number("SELECT count(*) FROM pragma_table_list"
                               " WHERE schema = 'main' AND type = 'table' AND NOT strict"
                               " AND name NOT LIKE 'sqlite_%'"),
              0);
}

} // namespace
} // namespace unclench
