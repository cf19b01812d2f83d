// SPDX-License-Identifier: GPL-3.0-or-later
// What stands already where an export is to go: an older export may be replaced, nothing else.
#pragma once

#include <filesystem>

namespace unclench {

enum class ExportForm { Json, Csv };

enum class ExportTarget {
    Free,
    OwnExport,   ///< an export of this program in that form: it is replaced
    OtherFile,   ///< a file that is none
    OtherFolder, ///< a folder that is none, or with files in it that no export has
    NoFolder     ///< the folder that it is to lie in is not there
};

[[nodiscard]] ExportTarget lookAtTarget(const std::filesystem::path& target, ExportForm form);

} // namespace unclench
