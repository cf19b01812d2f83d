// SPDX-License-Identifier: GPL-3.0-or-later
// A diary as one JSON document (docs/export.md, docs/export.schema.json).
#pragma once

#include "core/exchange/export_header.h"
#include "core/exchange/flat_row.h"
#include "core/store/progress.h"

#include <filesystem>

namespace unclench {

/// Writes row by row: what it needs in memory does not grow with the diary. `pictures`: the folder
/// with the pictures that go with it; empty: none. Requires: `lookAtTarget` says Free or OwnExport.
/// All of it or nothing; an export that was there is replaced. Throws FileError for the target,
/// StorageError for the diary, and Cancelled.
RowCounts exportJson(RowSource& source,
                     const ExportHeader& header,
                     const std::filesystem::path& pictures,
                     const std::filesystem::path& target,
                     const Progress& progress);

} // namespace unclench
