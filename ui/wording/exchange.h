// SPDX-License-Identifier: GPL-3.0-or-later
// Exports and imports in words: for the window and the command line alike.
#pragma once

#include "core/exchange/export_scope.h"
#include "core/exchange/export_target.h"
#include "core/exchange/flat_row.h"
#include "core/exchange/import_problem.h"
#include "core/store/file_error.h"
#include "core/store/import_preview.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace unclench::ui::wording {

/// What each file that leaves the diary says of itself (clinical document, section 9).
[[nodiscard]] QString exportNotice();

/// What a person chooses by: "Spasms and pain".
[[nodiscard]] QString exportSection(ExportSection section);
/// "12 spasms", "40 pain numbers", "120 other entries", "2 pictures": what there is of each.
[[nodiscard]] QStringList rowCounts(const RowCounts& counts);

/// Why nothing can be written to `target`, and what to do. Requires: neither Free nor OwnExport.
[[nodiscard]] QString exportTarget(ExportTarget state, const std::filesystem::path& target);
/// Why the export was not written, and what to do.
[[nodiscard]] QString exportFailure(const FileError& error, const std::filesystem::path& target);

/// Why the file that was to be imported cannot be read, and what to do.
[[nodiscard]] QString importFailure(const FileError& error, const std::filesystem::path& file);
/// One sentence, with the place in the file before it.
[[nodiscard]] QString importProblem(const ImportProblem& problem);
/// The first `most` of them, and how many more there are.
[[nodiscard]] QStringList importProblems(const ImportProblems& problems, std::size_t most);
/// "10 are new", ...: what taking a file in would do.
[[nodiscard]] QStringList importPreview(const ImportPreview& preview);

} // namespace unclench::ui::wording
