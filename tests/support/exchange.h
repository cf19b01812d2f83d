// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of a diary side by side, and exports of it without further ado.
#pragma once

#include "core/engine/exporting.h"
#include "core/exchange/import_file.h"
#include "core/store/diary_rows.h"
#include "core/store/schema.h"
#include "core/store/staged_diary.h"
#include "tests/support/test_clock.h"

#include <vector>

namespace unclench::tests {

struct AllRows {
    std::vector<AnyRecord> records;
    std::vector<OldVersion> oldVersions;
    std::vector<ErasedRecord> erased;

    friend bool operator==(const AllRows&, const AllRows&) = default;
};

[[nodiscard]] inline AllRows allRows(RowSource& source)
{
    AllRows all;
    forEachKind([&]<class Record>(const Record&) {
        source.eachRecord(kKindOf<Record>,
                          [&](const AnyRecord& record) { all.records.push_back(record); });
    });
    source.eachOldVersion([&](const OldVersion& version) { all.oldVersions.push_back(version); });
    source.eachErased([&](const ErasedRecord& erased) { all.erased.push_back(erased); });
    return all;
}

[[nodiscard]] inline AllRows allRows(Database& database)
{
    DiaryRows rows{database};
    return allRows(rows);
}

inline RowCounts exported(Database& database, const ExportWish& wish, const Progress& progress = {})
{
    return exportDiary(database, at("2026-03-02T08:00:00+01:00"), wish, progress);
}

/// What an import takes out of a file, before it is merged.
struct Taken {
    StagedDiary staged;
    ImportRead read;
    std::vector<StagedDiary::Orphan> orphans;

    explicit Taken(const std::filesystem::path& file)
        : read(readExport(file, schemaVersion(), staged, {})), orphans(staged.finish())
    {
    }
};

} // namespace unclench::tests
