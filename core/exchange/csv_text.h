// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as RFC 4180 has it: commas, quotes around what needs them, rows that end with CRLF.
#pragma once

#include "core/exchange/file_input.h"
#include "core/exchange/flat_row.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// One row with its end.
[[nodiscard]] std::string csvRow(const std::vector<std::string>& cells);

/// Takes CRLF, LF or CR for the end of a row outside of quotes, and what stands in quotes as it is.
/// A byte order mark and blank lines are passed over.
class CsvReader {
public:
    /// Longer than any text of a diary; what has one is no export of ours.
    static constexpr std::size_t kLongestCell = 16 * 1024 * 1024;

    /// `input` must outlive it.
    explicit CsvReader(FileInput& input) : m_input(input) {}

    /// The next row. False: there is none; `isBroken` says whether that is the end of the file or
    /// something that is no CSV. Throws FileError.
    [[nodiscard]] bool next(std::vector<std::string>& cells);
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// In which line the last row began, from 1 on; where it is broken, the line of that.
    [[nodiscard]] std::int64_t line() const { return m_rowLine; }

private:
    enum class Sign { Cell, Separator, RowEnd, FileEnd, Broken };

    /// Reads one cell; returns what ended it.
    Sign readCell(std::string& cell);
    Sign readQuoted(std::string& cell);
    Sign endOf(int next);
    [[nodiscard]] int peek();
    int take();
    void passMark();

    FileInput& m_input;
    std::string_view m_piece;
    std::size_t m_at = 0;
    bool m_isBegun = false;
    bool m_isBroken = false;
    std::int64_t m_line = 1;
    std::int64_t m_rowLine = 0;
};

/// A value as a cell. A text that a spreadsheet would take for a formula gets a ' in front, and so
/// does one that begins with a '; an empty text is the empty cell, and where the column may be
/// absent, a lone '.
[[nodiscard]] std::string cellText(const Column& column, const FlatValue& value);
/// The same back. Absent: not what the column takes.
[[nodiscard]] std::optional<FlatValue> cellValue(const Column& column, std::string_view cell);

} // namespace unclench
