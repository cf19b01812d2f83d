// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_file.h"

#include "core/exchange/csv_export.h"
#include "core/exchange/csv_import.h"
#include "core/exchange/json_import.h"

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// The folder of CSV files that `file` names. Absent: it names none.
std::optional<fs::path> csvFolderOf(const fs::path& file)
{
    std::error_code error; // reading it will say why
    if (fs::is_directory(file, error)) {
        return file;
    }
    if (file.filename() == kAboutFile) {
        return fs::absolute(file).parent_path();
    }
    return std::nullopt;
}

} // namespace

ImportRead
readExport(const fs::path& file, int knownSchema, RowSink& sink, const Progress& progress)
{
    const auto folder = csvFolderOf(file);
    if (!folder) {
        return importJson(file, knownSchema, sink, progress);
    }
    std::error_code error;
    if (!fs::exists(*folder / kAboutFile, error)) {
        ImportRead read{.form = ExportForm::Csv};
        read.problems.add({.fault = ImportFault::NotOurs});
        return read;
    }
    return importCsv(*folder, knownSchema, sink, progress);
}

void eachPicture(const fs::path& file, const PictureTaker& picture)
{
    if (const auto folder = csvFolderOf(file)) {
        eachCsvPicture(*folder, picture);
    } else {
        eachJsonPicture(file, picture);
    }
}

} // namespace unclench
