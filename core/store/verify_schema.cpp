// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_parts.h"

#include "core/store/database.h"
#include "core/store/schema.h"

namespace unclench {

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
