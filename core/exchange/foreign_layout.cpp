// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_layout.h"

#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace unclench {

namespace {

constexpr std::size_t kRowsLookedAt = 50;
constexpr std::size_t kMostColumns = 1000;
/// Rows of a title.
constexpr std::size_t kMostTitle = 20;

bool looksLikeValue(const std::string& cell)
{
    const auto isTime = [&](DateOrder order) { return parseForeignTime(cell, order).has_value(); };
    const std::string_view text = trimmed(cell);
    const bool isNumber = !text.empty() && std::all_of(text.begin(), text.end(), [](char sign) {
        return (sign >= '0' && sign <= '9') || sign == '.' || sign == '-' || sign == ':';
    });
    return isNumber || isTime(DateOrder::DayFirst) || isTime(DateOrder::MonthFirst);
}

/// The first rows as they are with one separator.
struct FirstRows {
    /// Without those of a title.
    std::vector<std::vector<std::string>> rows;
    /// In which each of them begins.
    std::vector<std::int64_t> lines;
    /// What ends them. Absent: nothing but the end of the file, or that there are enough.
    std::optional<ForeignProblem> stopped;
    std::int64_t titleLines = 0;

    /// How well the separator fits: rows that are as wide as the first, then how wide they are.
    [[nodiscard]] std::pair<std::size_t, std::size_t> fit() const
    {
        if (rows.empty() || rows.front().size() < 2) {
            return {0, 0};
        }
        const std::size_t width = rows.front().size();
        const auto same = std::count_if(rows.begin(), rows.end(),
                                        [&](const auto& row) { return row.size() == width; });
        return {static_cast<std::size_t>(same), width};
    }
};

/// What no name of a column has, but a program or a picture: a byte below the space.
bool holdsControl(const std::string& cell)
{
    return std::any_of(cell.begin(), cell.end(),
                       [](char sign) { return sign >= 0 && sign < ' ' && sign != '\t'; });
}

std::size_t saidIn(const std::vector<std::string>& cells)
{
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(),
                      [](const std::string& cell) { return !trimmed(cell).empty(); }));
}

/// How many rows stand above the names of the columns: a title says less than they do, and below
/// them is a row as wide.
std::size_t titleOf(const std::vector<std::vector<std::string>>& rows)
{
    std::size_t title = 0;
    std::size_t most = rows.empty() ? 0 : saidIn(rows.front());
    for (std::size_t i = 1; i + 1 < rows.size() && i <= kMostTitle; ++i) {
        const std::size_t said = saidIn(rows[i]);
        const bool isHeader = said > most && said > 1 && rows[i + 1].size() == rows[i].size() &&
                              std::none_of(rows[i].begin(), rows[i].end(), looksLikeValue);
        title = isHeader ? i : title;
        most = std::max(most, said);
    }
    return title;
}

/// From `firstLine` on.
FirstRows firstRows(const std::filesystem::path& file,
                    TextEncoding encoding,
                    char separator,
                    std::int64_t firstLine)
{
    DecodedInput input{file, encoding};
    ForeignReader reader{input, separator};
    FirstRows first;
    std::vector<std::string> cells;
    while (first.rows.size() < kRowsLookedAt) {
        const auto found = reader.next(cells);
        if (found == ForeignReader::Found::TooLong) {
            first.stopped = {.fault = ForeignFault::RowTooLong, .line = reader.line()};
        } else if (found == ForeignReader::Found::UnclosedQuote) {
            first.stopped = {.fault = ForeignFault::UnclosedQuote,
                             .line = reader.line(),
                             .otherLine = reader.lastLine()};
        }
        if (found != ForeignReader::Found::Row) {
            break;
        }
        if (reader.line() >= firstLine) {
            first.rows.push_back(cells);
            first.lines.push_back(reader.line());
        }
    }
    const auto title = static_cast<std::ptrdiff_t>(titleOf(first.rows));
    first.titleLines = title == 0 ? 0 : first.lines[static_cast<std::size_t>(title)] - firstLine;
    first.rows.erase(first.rows.begin(), first.rows.begin() + title);
    first.lines.erase(first.lines.begin(), first.lines.begin() + title);
    return first;
}

/// What Excel writes and reads as the first line: "sep=;". Absent: it does not stand there.
std::optional<char> separatorSaid(const std::filesystem::path& file, TextEncoding encoding)
{
    constexpr std::string_view kSaid = "sep=";
    constexpr char kParted = '\0'; // stands in no text
    DecodedInput input{file, encoding};
    ForeignReader reader{input, kParted};
    std::vector<std::string> cells;
    const bool isRow = reader.next(cells) == ForeignReader::Found::Row;
    const std::string line = isRow && reader.line() == 1 ? lowerAscii(cells.front()) : "";
    return line.size() == kSaid.size() + 1 && line.starts_with(kSaid) ? std::optional{line.back()}
                                                                      : std::nullopt;
}

/// What makes a row no text. Absent: nothing.
std::optional<ForeignFault> faultInCells(const std::vector<std::string>& cells)
{
    for (const std::string& cell : cells) {
        switch (faultOf(cell, ForeignReader::kLongestRow)) {
        case TextFault::None: break;
        case TextFault::NotUtf8: return ForeignFault::NotText;
        case TextFault::HoldsNul: return ForeignFault::HoldsNul;
        case TextFault::TooLong: return ForeignFault::TextTooLong;
        }
    }
    return std::nullopt;
}

/// Makes a row as wide as the header where only empty cells are too many.
bool fitWidth(std::vector<std::string>& cells, std::size_t width)
{
    while (cells.size() > width && trimmed(cells.back()).empty()) {
        cells.pop_back();
    }
    return cells.size() == width;
}

} // namespace

std::optional<ForeignLayout> layoutOf(const std::filesystem::path& file,
                                      TextEncoding encoding,
                                      std::optional<char> separator,
                                      ForeignProblems& problems)
{
    ForeignLayout layout;
    layout.encoding = encoding;
    const auto said = separatorSaid(file, encoding);
    layout.firstLine = said ? 2 : 1;
    FirstRows best;
    /// Why there is not even a first row.
    std::optional<ForeignProblem> none;
    std::pair<std::size_t, std::size_t> bestFit{0, 0};
    const auto wished = separator ? separator : said;
    const std::string tried = wished ? std::string(1, *wished) : std::string{kForeignSeparators};
    for (const char sign : tried) {
        FirstRows rows = firstRows(file, encoding, sign, layout.firstLine);
        const bool isTooLong =
            rows.stopped && rows.stopped->fault == ForeignFault::RowTooLong && rows.rows.size() < 2;
        if (isTooLong) {
            problems.add(*std::move(rows.stopped));
            return std::nullopt;
        }
        if (rows.rows.empty() && rows.stopped && !none) {
            none = {.fault = ForeignFault::HeaderUnclosed,
                    .line = rows.stopped->line,
                    .otherLine = rows.stopped->otherLine};
        }
        if (rows.fit() > bestFit) {
            bestFit = rows.fit();
            best = std::move(rows);
            layout.separator = sign;
        }
    }
    if (best.rows.empty() || best.rows.front().size() > kMostColumns) {
        problems.add(none.value_or(ForeignProblem{.fault = ForeignFault::NoTable}));
        return std::nullopt;
    }
    layout.header = std::move(best.rows.front());
    layout.titleLines = best.titleLines;
    layout.firstLine = best.lines.front();
    if (faultInCells(layout.header)) {
        const bool isTable = std::none_of(layout.header.begin(), layout.header.end(), holdsControl);
        problems.add(
            isTable ? ForeignProblem{.fault = ForeignFault::HeaderNotText, .line = layout.firstLine}
                    : ForeignProblem{.fault = ForeignFault::NoTable});
        return std::nullopt;
    }
    layout.hasHeader = std::none_of(layout.header.begin(), layout.header.end(), looksLikeValue);
    for (std::size_t i = 0; i < layout.header.size(); ++i) {
        std::string& name = layout.header[i];
        name = layout.hasHeader ? std::string{trimmed(name)} : std::to_string(i + 1);
    }
    while (layout.hasHeader && layout.header.size() > 2 && layout.header.back().empty()) {
        layout.header.pop_back(); // a separator at the end of each row
    }
    // Where a quotation mark swallows all the rows, whoever goes over them tells it.
    if (layout.hasHeader && best.rows.size() < 2 && !best.stopped) {
        problems.add({.fault = ForeignFault::NoTable});
        return std::nullopt;
    }
    return layout;
}

void eachForeignRow(const std::filesystem::path& file,
                    const ForeignLayout& layout,
                    const ForeignRowTaker& taker)
{
    DecodedInput input{file, layout.encoding, taker.read};
    ForeignReader reader{input, layout.separator};
    std::vector<std::string> cells;
    bool isHeader = layout.hasHeader;
    for (std::int64_t rows = 0;;) {
        switch (reader.next(cells)) {
        case ForeignReader::Found::Row: break;
        case ForeignReader::Found::FileEnd: return;
        case ForeignReader::Found::TooLong:
            return taker.problem({.fault = ForeignFault::RowTooLong, .line = reader.line()});
        case ForeignReader::Found::UnclosedQuote:
            return taker.problem({.fault = ForeignFault::UnclosedQuote,
                                  .line = reader.line(),
                                  .otherLine = reader.lastLine()});
        }
        if (reader.line() < layout.firstLine || std::exchange(isHeader, false)) {
            continue;
        }
        if (++rows > kMostForeignRows) {
            return taker.problem(
                {.fault = ForeignFault::TooManyRows, .given = std::to_string(kMostForeignRows)});
        }
        if (const auto fault = faultInCells(cells)) {
            taker.problem({.fault = *fault, .line = reader.line()});
        } else if (!fitWidth(cells, layout.header.size())) {
            taker.problem({.fault = ForeignFault::WrongWidth,
                           .line = reader.line(),
                           .given = std::to_string(cells.size())});
        } else {
            taker.row(cells, reader.line());
        }
    }
}

} // namespace unclench
