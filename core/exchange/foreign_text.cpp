// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_text.h"

#include <algorithm>

namespace unclench {

namespace {

constexpr int kForeignFileEnd = -1;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

} // namespace

int ForeignReader::peek()
{
    if (m_at == m_piece.size()) {
        m_piece = m_input.more();
        m_at = 0;
    }
    return m_piece.empty() ? kForeignFileEnd : static_cast<unsigned char>(m_piece[m_at]);
}

int ForeignReader::take()
{
    const int sign = peek();
    if (sign != kForeignFileEnd) {
        ++m_at;
        ++m_rowBytes;
        m_line += sign == '\n' ? 1 : 0;
    }
    return sign;
}

ForeignReader::Sign ForeignReader::endOf(int next)
{
    if (next == kForeignFileEnd) {
        return Sign::FileEnd;
    }
    if (next == m_separator) {
        return Sign::Separator;
    }
    if (next == '\r') {
        if (peek() == '\n') {
            take();
        } else {
            ++m_line;
        }
        return Sign::RowEnd;
    }
    return next == '\n' ? Sign::RowEnd : Sign::Inside;
}

ForeignReader::Sign ForeignReader::readQuoted(std::string& cell)
{
    const std::int64_t openedAt = m_line;
    take();
    for (;;) {
        const int sign = take();
        if (sign == kForeignFileEnd || m_rowBytes > kLongestRow) {
            m_rowLine = openedAt;
            return sign == kForeignFileEnd ? Sign::Unclosed : Sign::TooLong;
        }
        if (sign != '"') {
            cell += static_cast<char>(sign);
        } else if (peek() == '"') {
            cell += static_cast<char>(take());
        } else {
            return readPlain(cell); // what stands behind the quote, if anything, belongs to it
        }
    }
}

ForeignReader::Sign ForeignReader::readPlain(std::string& cell)
{
    for (;;) {
        const int sign = take();
        if (const Sign end = endOf(sign); end != Sign::Inside) {
            return end;
        }
        if (m_rowBytes > kLongestRow) {
            return Sign::TooLong;
        }
        cell += static_cast<char>(sign);
    }
}

ForeignReader::Sign ForeignReader::readCell(std::string& cell)
{
    return peek() == '"' ? readQuoted(cell) : readPlain(cell);
}

ForeignReader::Found ForeignReader::next(std::vector<std::string>& cells)
{
    for (;;) {
        cells.clear();
        m_rowLine = m_line;
        m_rowBytes = 0;
        Sign end = Sign::Separator;
        while (end == Sign::Separator) {
            end = readCell(cells.emplace_back());
        }
        if (end == Sign::TooLong) {
            return Found::TooLong;
        }
        if (end == Sign::Unclosed) {
            return Found::UnclosedQuote;
        }
        const bool isBlank = std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
            return trimmed(cell).empty();
        });
        if (!isBlank) {
            return Found::Row;
        }
        if (end == Sign::FileEnd) {
            return Found::FileEnd;
        }
    }
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    for (;;) {
        if (!text.empty() && kBlank.find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
        } else if (!text.empty() && kBlank.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
        } else if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
        } else if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
        } else {
            return text;
        }
    }
}

std::string wordKey(std::string_view text)
{
    std::string key;
    for (const char sign : text) {
        const bool isCapital = sign >= 'A' && sign <= 'Z';
        const bool isPart = isCapital || (sign >= 'a' && sign <= 'z') ||
                            (sign >= '0' && sign <= '9') ||
                            static_cast<unsigned char>(sign) >= 0x80;
        if (isPart) {
            key += isCapital ? static_cast<char>(sign - 'A' + 'a') : sign;
        } else if (!key.empty() && key.back() != '_') {
            key += '_';
        }
    }
    if (key.ends_with('_')) {
        key.pop_back();
    }
    return key;
}

} // namespace unclench
