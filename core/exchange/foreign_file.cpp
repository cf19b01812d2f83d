// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_file.h"

#include "core/exchange/csv_export.h"
#include "core/exchange/file_input.h"
#include "core/exchange/foreign_text.h"
#include "core/store/file_error.h"

#include <optional>
#include <utility>

namespace unclench {

namespace {

/// The first byte of a file that says something. Absent: it cannot be read, or is empty.
std::optional<char> firstForeignSign(const std::filesystem::path& file)
{
    try {
        FileInput input{file};
        const std::string_view piece = input.more();
        const auto at = piece.find_first_not_of("\xEF\xBB\xBF \t\r\n");
        return at == std::string_view::npos ? std::nullopt : std::optional{piece[at]};
    } catch (const FileError&) {
        return std::nullopt; // whoever reads it says why
    }
}

} // namespace

bool isForeignFile(const std::filesystem::path& file)
{
    std::error_code error; // what is not there is said when it is read
    const bool isNamedAsOurs = file.extension() == ".json" || file.filename() == kAboutFile;
    return !isNamedAsOurs && std::filesystem::is_regular_file(file, error) &&
           firstForeignSign(file) != '{';
}

std::vector<std::vector<std::string>>
firstForeignRows(const std::filesystem::path& file, const ForeignLayout& layout, std::size_t most)
{
    DecodedInput input{file, layout.encoding};
    ForeignReader reader{input, layout.separator};
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> cells;
    bool isHeader = layout.hasHeader;
    while (rows.size() < most && reader.next(cells) == ForeignReader::Found::Row) {
        const bool isAbove = reader.line() < layout.firstLine;
        if (!isAbove && !std::exchange(isHeader, false)) {
            rows.push_back(cells);
        }
    }
    return rows;
}

} // namespace unclench
