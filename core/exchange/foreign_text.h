// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and cells of a file of another program, which is seldom as strict as RFC 4180.
#pragma once

#include "core/exchange/foreign_encoding.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// Takes CRLF, LF or CR for the end of a row outside of quotes. A cell is quoted where it begins
/// with a quote; a quote elsewhere is a sign as any other. Rows of nothing are passed over.
class ForeignReader {
public:
    /// In bytes. Longer than any row that a person can have written; what is longer is no table.
    static constexpr std::size_t kLongestRow = 4 * 1024 * 1024;

    enum class Found {
        Row,
        FileEnd,
        TooLong,      ///< the row that begins at `line`; nothing more can be read
        UnclosedQuote ///< it opens at `line` and swallows all up to `lastLine`, the end of the file
    };

    /// `input` must outlive it.
    ForeignReader(DecodedInput& input, char separator) : m_input(input), m_separator(separator) {}

    [[nodiscard]] Found next(std::vector<std::string>& cells);
    /// Where the last row began, from 1 on; for UnclosedQuote, where the quote stands.
    [[nodiscard]] std::int64_t line() const { return m_rowLine; }
    [[nodiscard]] std::int64_t lastLine() const { return m_line; }

private:
    enum class Sign { Inside, Separator, RowEnd, FileEnd, TooLong, Unclosed };

    Sign readCell(std::string& cell);
    Sign readQuoted(std::string& cell);
    Sign readPlain(std::string& cell);
    Sign endOf(int next);
    [[nodiscard]] int peek();
    int take();

    DecodedInput& m_input;
    char m_separator;
    std::string_view m_piece;
    std::size_t m_at = 0;
    std::size_t m_rowBytes = 0;
    std::int64_t m_line = 1;
    std::int64_t m_rowLine = 0;
};

/// Without spaces, no-break spaces and tabs at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A-Z made small, whatever is no letter, digit or byte of a longer character made one `_`, none at
/// the ends: "Lower back (left)" is "lower_back_left". What two spellings of a word have in common.
[[nodiscard]] std::string wordKey(std::string_view text);

} // namespace unclench
