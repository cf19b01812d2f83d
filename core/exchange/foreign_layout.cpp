// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_layout.h"

#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"

#include <algorithm>

namespace unclench {

namespace {

constexpr std::size_t kRowsLookedAt = 50;
constexpr std::size_t kMostColumns = 1000;

/// The first rows as they are with one separator.
struct FirstRows {
    std::vector<std::vector<std::string>> rows;
    /// The line that is no line any more; 0: none.
    std::int64_t tooLongAt = 0;

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

FirstRows firstRows(const std::filesystem::path& file, TextEncoding encoding, char separator)
{
    DecodedInput input{file, encoding};
    ForeignReader reader{input, separator};
    FirstRows first;
    std::vector<std::string> cells;
    while (first.rows.size() < kRowsLookedAt) {
        const auto found = reader.next(cells);
        first.tooLongAt = found == ForeignReader::Found::TooLong ? reader.line() : 0;
        if (found != ForeignReader::Found::Row) {
            break;
        }
        first.rows.push_back(cells);
    }
    return first;
}

bool looksLikeValue(const std::string& cell)
{
    const auto isTime = [&](DateOrder order) { return parseForeignTime(cell, order).has_value(); };
    const std::string_view text = trimmed(cell);
    const bool isNumber = !text.empty() && std::all_of(text.begin(), text.end(), [](char sign) {
        return (sign >= '0' && sign <= '9') || sign == '.' || sign == '-' || sign == ':';
    });
    return isNumber || isTime(DateOrder::DayFirst) || isTime(DateOrder::MonthFirst);
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
    FirstRows best;
    std::pair<std::size_t, std::size_t> bestFit{0, 0};
    const std::string tried =
        separator ? std::string(1, *separator) : std::string{kForeignSeparators};
    for (const char sign : tried) {
        FirstRows rows = firstRows(file, encoding, sign);
        if (rows.tooLongAt > 0 && rows.rows.size() < 2) {
            problems.add({.fault = ForeignFault::RowTooLong, .line = rows.tooLongAt});
            return std::nullopt;
        }
        if (rows.fit() > bestFit) {
            bestFit = rows.fit();
            best = std::move(rows);
            layout.separator = sign;
        }
    }
    if (best.rows.empty() || best.rows.front().size() > kMostColumns) {
        problems.add({.fault = ForeignFault::NoTable});
        return std::nullopt;
    }
    layout.header = std::move(best.rows.front());
    if (const auto fault = faultInCells(layout.header)) {
        problems.add({.fault = ForeignFault::NoTable, .line = 1});
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
    if (layout.hasHeader && best.rows.size() < 2) {
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
        if (isHeader) {
            isHeader = false;
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
