// SPDX-License-Identifier: GPL-3.0-or-later
// Reading back a diary that was written as a folder of CSV files.
#pragma once

#include "core/exchange/import_file.h"

namespace unclench {

/// As `readExport`, of the folder.
[[nodiscard]] ImportRead importCsv(const std::filesystem::path& folder,
                                   int knownSchema,
                                   RowSink& sink,
                                   const Progress& progress);
void eachCsvPicture(const std::filesystem::path& folder, const PictureTaker& picture);

} // namespace unclench
