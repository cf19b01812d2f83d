// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/marked_target.h"

#include <fstream>
#include <string>

namespace unclench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMarkWithin = 512;

ExportTarget markedState(const fs::path& target, std::string_view mark)
{
    if (!fs::exists(fs::symlink_status(target))) {
        // A name that ends in a slash can only be a folder.
        if (!target.has_filename()) {
            return ExportTarget::NoFolder;
        }
        return fs::is_directory(fs::absolute(target).parent_path()) ? ExportTarget::Free
                                                                    : ExportTarget::NoFolder;
    }
    if (fs::is_directory(target)) {
        return ExportTarget::OtherFolder;
    }
    if (!fs::is_regular_file(target)) {
        return ExportTarget::OtherFile;
    }
    std::ifstream stream{target, std::ios::binary};
    std::string head(kMarkWithin, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    const bool isOurs = fs::file_size(target) == 0 || head.find(mark) != std::string::npos;
    return isOurs ? ExportTarget::OwnExport : ExportTarget::OtherFile;
}

} // namespace

ExportTarget lookAtMarkedTarget(const fs::path& target, std::string_view mark)
{
    try {
        return markedState(target, mark);
    } catch (const fs::filesystem_error&) {
        return ExportTarget::OtherFile; // what cannot be looked into is left alone
    }
}

} // namespace unclench
