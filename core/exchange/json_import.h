// SPDX-License-Identifier: GPL-3.0-or-later
// Reading back a diary that was written as one JSON document.
#pragma once

#include "core/exchange/import_file.h"

namespace unclench {

/// The file is read twice, first for its form and header. No more than one row of it is in memory.
/// The rest as `readExport`.
[[nodiscard]] ImportRead importJson(const std::filesystem::path& file,
                                    int knownSchema,
                                    RowSink& sink,
                                    const Progress& progress);
void eachJsonPicture(const std::filesystem::path& file, const PictureTaker& picture);

} // namespace unclench
