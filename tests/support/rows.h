// SPDX-License-Identifier: GPL-3.0-or-later
// What a database holds, for comparing before and after.
#pragma once

#include "core/store/record_table.h"

#include <map>
#include <string>

namespace unclench::tests {

/// Content by kind and id.
using Rows = std::map<std::string, std::string>;

namespace detail {
inline Rows rowsWhere(Database& database, std::string_view where)
{
    Rows rows;
    forEachKind([&]<class Record>(const Record&) {
        for (const Record& record : RecordTable<Record>{database}.select(where)) {
            rows.emplace(fmt::format("{} {}", toId(kKindOf<Record>), record.stamp.id.text()),
                         toJson(record));
        }
    });
    return rows;
}
} // namespace detail

/// What a person told; alerts follow from it and have a history of their own.
[[nodiscard]] inline Rows liveRows(Database& database)
{
    Rows rows = detail::rowsWhere(database, "WHERE deleted_utc_ms IS NULL");
    std::erase_if(rows, [](const auto& row) { return row.first.starts_with("alert"); });
    return rows;
}

[[nodiscard]] inline Rows deletedRows(Database& database)
{
    return detail::rowsWhere(database, "WHERE deleted_utc_ms IS NOT NULL");
}

[[nodiscard]] inline std::int64_t loggedChangesOf(Database& database, const Uuid& id)
{
    return database.number("SELECT count(*) FROM change_log WHERE record_id = ?", id.text());
}

} // namespace unclench::tests
