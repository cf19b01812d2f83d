// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_target.h"

#include "core/exchange/csv_export.h"
#include "core/exchange/export_header.h"
#include "core/exchange/picture_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// Its first bytes; none where it cannot be read.
std::string headOf(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    std::string head(512, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

/// In the order in which we write: what another program has rewritten belongs to the person.
bool isOwnJson(const fs::path& file)
{
    std::string head = headOf(file);
    std::erase_if(head, [](char sign) { return sign == ' ' || sign == '\n'; });
    return head.starts_with(fmt::format(R"({{"format":"{}")", kExportFormat));
}

bool isOwnCsv(const fs::path& folder)
{
    const std::string about = headOf(folder / kAboutFile);
    if (about.find(fmt::format("format,{}", kExportFormat)) == std::string::npos) {
        return false;
    }
    for (const auto& entry : fs::directory_iterator{folder}) {
        const std::string name = entry.path().filename().string();
        const bool isPictures = name == kCsvPictures && entry.is_directory();
        if (!isPictures && name != kAboutFile && !sheetOfFile(name)) {
            return false;
        }
    }
    std::error_code error; // no pictures
    for (const auto& entry : fs::directory_iterator{folder / kCsvPictures, error}) {
        if (!entry.is_regular_file() || !isPictureName(entry.path().filename().string())) {
            return false;
        }
    }
    return true;
}

ExportTarget stateOf(const fs::path& target, ExportForm form)
{
    if (!fs::exists(fs::symlink_status(target))) {
        const fs::path folder = fs::absolute(target / "").parent_path().parent_path();
        return fs::is_directory(folder) ? ExportTarget::Free : ExportTarget::NoFolder;
    }
    if (fs::is_directory(target)) {
        const bool isOurs = form == ExportForm::Csv && (fs::is_empty(target) || isOwnCsv(target));
        return isOurs ? ExportTarget::OwnExport : ExportTarget::OtherFolder;
    }
    const bool isOurs = form == ExportForm::Json && fs::is_regular_file(target) &&
                        (fs::file_size(target) == 0 || isOwnJson(target));
    return isOurs ? ExportTarget::OwnExport : ExportTarget::OtherFile;
}

} // namespace

ExportTarget lookAtTarget(const fs::path& target, ExportForm form)
{
    try {
        return stateOf(target, form);
    } catch (const fs::filesystem_error&) {
        return ExportTarget::OtherFolder; // what cannot be looked into is left alone
    }
}

} // namespace unclench
