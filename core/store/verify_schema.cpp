// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_parts.h"

#include "core/store/database.h"

#include <SQLiteCpp/Statement.h>

#include <map>

namespace unclench {

namespace {

/// How each thing is made, by its name; what SQLite makes of itself has no text.
std::map<std::string, std::string> schemaTexts(Database& database)
{
    std::map<std::string, std::string> texts;
    database.each("SELECT name, coalesce(sql, '') FROM sqlite_master"
                  " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'",
                  [&](SQLite::Statement& row) {
                      texts.emplace(row.getColumn(0).getString(), row.getColumn(1).getString());
                  });
    return texts;
}

} // namespace

void verifySchema(Database& database, std::vector<Finding>& findings)
{
    const auto wanted = schemaTexts(*Database::inMemory());
    const auto found = schemaTexts(database);
    for (const auto& [name, text] : wanted) {
        const auto same = found.find(name);
        addFinding(findings, Finding::Check::SchemaOff, name,
                   same == found.end() || same->second != text ? 1 : 0);
    }
    for (const auto& [name, text] : found) {
        addFinding(findings, Finding::Check::SchemaExtra, name, wanted.contains(name) ? 0 : 1);
    }
}

} // namespace unclench
