// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_text.h"

#include "core/knowledge/text.h"

#include <fmt/format.h>

#include <charconv>

namespace unclench {

namespace {

constexpr int kFileEnd = -1;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
/// What begins a formula somewhere, and what we put before it.
constexpr std::string_view kFormulaSigns = "=+-@\t\r'";
constexpr char kHarmless = '\'';

std::string quotedCell(const std::string& cell)
{
    const bool isPlain = cell.find_first_of(",\"\r\n") == std::string::npos &&
                         !cell.starts_with(' ') && !cell.ends_with(' ');
    if (isPlain) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char sign : cell) {
        quoted.append(sign == '"' ? 2 : 1, sign);
    }
    return quoted + '"';
}

template <class Number>
std::optional<FlatValue> numberOf(std::string_view cell)
{
    Number number{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return error == std::errc{} && end == cell.data() + cell.size()
               ? std::optional<FlatValue>{number}
               : std::nullopt;
}

} // namespace

std::string csvRow(const std::vector<std::string>& cells)
{
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row += i == 0 ? "" : ",";
        row += quotedCell(cells[i]);
    }
    return row + "\r\n";
}

int CsvReader::peek()
{
    if (m_at == m_piece.size()) {
        m_piece = m_input.more();
        m_at = 0;
    }
    return m_piece.empty() ? kFileEnd : static_cast<unsigned char>(m_piece[m_at]);
}

int CsvReader::take()
{
    const int sign = peek();
    if (sign != kFileEnd) {
        ++m_at;
        m_line += sign == '\n' ? 1 : 0;
    }
    return sign;
}

void CsvReader::passMark()
{
    m_isBegun = true;
    static_cast<void>(peek());
    if (m_piece.starts_with(kByteOrderMark)) { // a piece is longer than that
        m_at = kByteOrderMark.size();
    }
}

CsvReader::Sign CsvReader::endOf(int next)
{
    switch (next) {
    case kFileEnd: return Sign::FileEnd;
    case ',': return Sign::Separator;
    case '\r':
        if (peek() == '\n') {
            take();
        }
        return Sign::RowEnd;
    case '\n': return Sign::RowEnd;
    default: return Sign::Cell;
    }
}

CsvReader::Sign CsvReader::readQuoted(std::string& cell)
{
    for (;;) {
        const int sign = take();
        if (sign == kFileEnd || cell.size() > kLongestCell) {
            return Sign::Broken;
        }
        if (sign != '"') {
            cell += static_cast<char>(sign);
        } else if (peek() == '"') {
            cell += static_cast<char>(take());
        } else {
            const Sign end = endOf(take());
            return end == Sign::Cell ? Sign::Broken : end; // something stands behind the quote
        }
    }
}

CsvReader::Sign CsvReader::readCell(std::string& cell)
{
    if (peek() == '"') {
        take();
        return readQuoted(cell);
    }
    for (;;) {
        const int sign = take();
        if (const Sign end = endOf(sign); end != Sign::Cell) {
            return end;
        }
        if (sign == '"' || cell.size() > kLongestCell) {
            return Sign::Broken;
        }
        cell += static_cast<char>(sign);
    }
}

bool CsvReader::next(std::vector<std::string>& cells)
{
    if (!m_isBegun) {
        passMark();
    }
    while (!m_isBroken) {
        cells.clear();
        m_rowLine = m_line;
        Sign end = Sign::Separator;
        while (end == Sign::Separator) {
            end = readCell(cells.emplace_back());
        }
        if (end == Sign::Broken) {
            m_isBroken = true;
            m_rowLine = m_line;
            return false;
        }
        const bool isBlank = cells.size() == 1 && cells.front().empty();
        if (!isBlank) {
            return true;
        }
        if (end == Sign::FileEnd) {
            return false;
        }
    }
    return false;
}

std::string cellText(const Column& column, const FlatValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag ? "true" : "false";
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}", *number);
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        return {};
    }
    if (column.type != ColumnType::Text) {
        return *text;
    }
    const bool needsMark = text->empty()
                               ? column.isOptional
                               : kFormulaSigns.find(text->front()) != std::string_view::npos;
    return needsMark ? kHarmless + *text : *text;
}

std::optional<FlatValue> cellValue(const Column& column, std::string_view cell)
{
    if (cell.empty()) {
        const bool isText = column.type == ColumnType::Text && !column.isOptional;
        return isText ? FlatValue{std::string{}} : FlatValue{};
    }
    switch (column.type) {
    case ColumnType::Text:
        return FlatValue{std::string{cell.substr(cell.front() == kHarmless ? 1 : 0)}};
    case ColumnType::Id:
    case ColumnType::Word:
    case ColumnType::Time:
    case ColumnType::Moment: return FlatValue{std::string{cell}};
    case ColumnType::Flag: { // spreadsheets write them in capitals
        const std::string flag = lowerAscii(cell);
        return flag == "true"    ? std::optional<FlatValue>{true}
               : flag == "false" ? std::optional<FlatValue>{false}
                                 : std::nullopt;
    }
    case ColumnType::Whole: return numberOf<std::int64_t>(cell);
    case ColumnType::Number: return numberOf<double>(cell);
    }
    return std::nullopt;
}

} // namespace unclench
