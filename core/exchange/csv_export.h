// SPDX-License-Identifier: GPL-3.0-or-later
// A diary as a folder of CSV files, one for each kind of record (docs/export.md).
#pragma once

#include "core/exchange/export_header.h"
#include "core/exchange/flat_row.h"
#include "core/store/progress.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace unclench {

/// Holds the header: a key and its value in each row.
inline constexpr std::string_view kAboutFile = "about.csv";
inline constexpr std::string_view kCsvPictures = "pictures";
inline constexpr std::string_view kCsvEnding = ".csv";

/// "reading.csv" is the place of that sheet. Absent: no sheet has that file.
[[nodiscard]] std::optional<std::size_t> sheetOfFile(std::string_view file);

struct CsvWishes {
    /// The folder with the pictures that go with it; empty: none.
    std::filesystem::path pictures{};
    /// Each file begins with a byte order mark, so that old spreadsheets see that it is UTF-8.
    bool hasMark = false;
};

/// Requires: `lookAtTarget` says Free or OwnExport. All of it or nothing; an export that was there
/// is replaced. Throws FileError for the target, StorageError for the diary, and Cancelled.
RowCounts exportCsv(RowSource& source,
                    const ExportHeader& header,
                    const CsvWishes& wishes,
                    const std::filesystem::path& target,
                    const Progress& progress);

} // namespace unclench
