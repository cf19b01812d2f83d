// SPDX-License-Identifier: GPL-3.0-or-later
// How a file of another program is laid out: its separator, its header, its rows one by one.
#pragma once

#include "core/exchange/foreign_encoding.h"
#include "core/exchange/foreign_problem.h"
#include "core/exchange/foreign_row.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// The separators that are tried, the likeliest first.
inline constexpr std::string_view kForeignSeparators = ",;\t|";

struct ForeignLayout {
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = ',';
    /// False: the first row is one as all others, and the columns are called "1", "2"...
    bool hasHeader = true;
    ForeignHeader header;
    /// The line in which the table begins: above it stands what Excel says of the separator
    /// ("sep=;"), or a title, and is passed over.
    std::int64_t firstLine = 1;
    /// Lines of a title, to be told of.
    std::int64_t titleLines = 0;
};

/// Looks at the first rows. Absent: no table; why is added to `problems`. Throws FileError.
[[nodiscard]] std::optional<ForeignLayout> layoutOf(const std::filesystem::path& file,
                                                    TextEncoding encoding,
                                                    std::optional<char> separator,
                                                    ForeignProblems& problems);

/// More rows than that no diary has.
inline constexpr std::int64_t kMostForeignRows = 2'000'000;

struct ForeignRowTaker {
    /// A row as wide as the header, all of it text. Lasts until the call is over.
    std::function<void(const std::vector<std::string>& cells, std::int64_t line)> row;
    std::function<void(ForeignProblem problem)> problem;
    /// How many bytes were read; may be empty.
    std::function<void(std::int64_t bytes)> read{};
};

/// Goes over the rows below the header. Throws FileError.
void eachForeignRow(const std::filesystem::path& file,
                    const ForeignLayout& layout,
                    const ForeignRowTaker& taker);

} // namespace unclench
