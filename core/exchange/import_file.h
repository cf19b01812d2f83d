// SPDX-License-Identifier: GPL-3.0-or-later
// Reading back what the program exported: JSON or the folder of CSV files.
#pragma once

#include "core/exchange/export_header.h"
#include "core/exchange/export_target.h"
#include "core/exchange/flat_row.h"
#include "core/exchange/import_problem.h"
#include "core/store/progress.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace unclench {

/// What was found in a file.
struct ImportRead {
    ExportForm form = ExportForm::Json;
    ExportHeader header{};
    /// What the sink took, and how many pictures there are.
    RowCounts counts{};
    /// Not empty: the file is not to be taken, for a part of it would be lost.
    ImportProblems problems{};
};

/// Reads `file`, a JSON document, a folder, or the about.csv in it, into `sink`, and reads on where
/// a row is wrong, so that a person is told of all of them. `knownSchema`: that of this program.
/// Throws FileError where it cannot be read, and Cancelled.
[[nodiscard]] ImportRead readExport(const std::filesystem::path& file,
                                    int knownSchema,
                                    RowSink& sink,
                                    const Progress& progress);

using PictureTaker = std::function<void(const std::string& name, std::string_view bytes)>;
/// Goes over the pictures of a file in which `readExport` found no problem.
void eachPicture(const std::filesystem::path& file, const PictureTaker& picture);

} // namespace unclench
