// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exporting.h"

#include "core/engine/pictures.h"
#include "core/exchange/csv_export.h"
#include "core/exchange/json_export.h"
#include "core/store/database.h"
#include "core/store/diary_rows.h"
#include "core/store/schema.h"

#include <optional>

namespace unclench {

RowCounts
exportDiary(Database& database, const Moment& now, const ExportWish& wish, const Progress& progress)
{
    const ReadSnapshot snapshot{database};
    DiaryRows all{database};
    std::optional<ScopedRows> part;
    if (!wish.scope.isWhole()) {
        part.emplace(all, wish.scope);
    }
    RowSource& rows = part ? static_cast<RowSource&>(*part) : all;
    const ExportHeader header{.schema = schemaVersion(),
                              .exported = now,
                              .machine = database.machine(),
                              .hasNotes = wish.scope.hasNotes,
                              .notice = wish.notice};
    // A diary in memory has none beside it.
    const bool hasPictures =
        wish.scope.sections.contains(ExportSection::Exercises) && !database.file().empty();
    const std::filesystem::path pictures =
        hasPictures ? picturesFolder(database) : std::filesystem::path{};
    return wish.form == ExportForm::Json
               ? exportJson(rows, header, pictures, wish.target, progress)
               : exportCsv(rows, header, {pictures, wish.hasMark}, wish.target, progress);
}

} // namespace unclench
