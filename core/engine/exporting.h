// SPDX-License-Identifier: GPL-3.0-or-later
// The whole diary, or a part of it, into files for other programs and other people.
#pragma once

#include "core/exchange/export_scope.h"
#include "core/exchange/export_target.h"
#include "core/exchange/flat_row.h"
#include "core/store/progress.h"

#include <filesystem>
#include <string>

namespace unclench {

class Database;

struct ExportWish {
    ExportForm form = ExportForm::Json;
    /// The file of JSON, or the folder of CSV files.
    std::filesystem::path target;
    ExportScope scope{};
    /// CSV files begin with a byte order mark.
    bool hasMark = false;
    /// What the file says of itself, in words.
    std::string notice{};
};

/// Writes what is asked for, as the diary stands at one moment, with the pictures of own exercises.
/// Requires: `lookAtTarget` says Free or OwnExport; no transaction is open. Returns what was
/// written. All of it or nothing. Throws FileError for the target, StorageError for the diary,
/// Cancelled.
RowCounts exportDiary(Database& database,
                      const Moment& now,
                      const ExportWish& wish,
                      const Progress& progress);

} // namespace unclench
