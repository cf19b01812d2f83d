// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_found.h"

#include "core/store/record_table.h"
#include "core/store/verify_parts.h"

#include <algorithm>

namespace unclench {

namespace {

void nameOne(std::vector<FoundRecord>& which, FoundRecord found)
{
    const bool isNamed = std::any_of(which.begin(), which.end(), [&](const FoundRecord& other) {
        return other.id == found.id && other.at == found.at;
    });
    if (!isNamed && which.size() < Finding::kMostFound) {
        which.push_back(std::move(found));
    }
}

Finding& findingOf(std::vector<Finding>& findings, Finding::Check check, std::string_view where)
{
    addFinding(findings, check, std::string{where}, 1);
    return *std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.check == check && finding.where == where;
    });
}

} // namespace

FoundRecord foundById(Database& database, RecordKind kind, const std::string& id)
{
    FoundRecord found{id, {}, {}, {}};
    const auto uuid = Uuid::parse(id);
    if (!uuid) {
        return found;
    }
    if (kind == RecordKind::Episode) {
        database.each(
            "SELECT begin_utc_ms, begin_offset_min FROM bout WHERE episode_id = ?"
            " ORDER BY begin_utc_ms LIMIT 1",
            [&](SQLite::Statement& row) {
                found.at = Moment{UtcTime{std::chrono::milliseconds{row.getColumn(0).getInt64()}},
                                  std::chrono::minutes{row.getColumn(1).getInt()}};
            },
            id);
        return found;
    }
    forEachKind([&]<class Record>(const Record&) {
        if (kKindOf<Record> != kind) {
            return;
        }
        try {
            if (const auto record = RecordTable<Record>{database}.find(*uuid)) {
                found = foundOf(*record);
            }
        } catch (const StorageError& error) {
            if (error.fault() != StorageFault::Damaged) {
                throw;
            }
        }
    });
    return found;
}

void addFound(std::vector<Finding>& findings,
              Finding::Check check,
              std::string_view where,
              FoundRecord found)
{
    // What is asked for by id is there once; of many, looking for it would take long.
    auto& which = findingOf(findings, check, where).which;
    if (which.size() < Finding::kMostFound) {
        which.push_back(std::move(found));
    }
}

void addPair(std::vector<Finding>& findings,
             Finding::Check check,
             std::string_view where,
             FoundRecord one,
             FoundRecord other)
{
    auto& which = findingOf(findings, check, where).which;
    nameOne(which, std::move(one));
    nameOne(which, std::move(other));
}

} // namespace unclench
