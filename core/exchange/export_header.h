// SPDX-License-Identifier: GPL-3.0-or-later
// What an export says of itself, before its rows.
#pragma once

#include "core/exchange/flat_row.h"

#include <span>
#include <string>
#include <string_view>

namespace unclench {

inline constexpr std::string_view kExportFormat = "unclench-diary";
/// Of the form of the files. A change that an older program would misread gets a new number.
inline constexpr int kExportVersion = 2;

struct ExportHeader {
    /// `PRAGMA user_version` of the diary that it came from.
    int schema = 0;
    Moment exported;
    /// Which machine made it.
    std::string machine;
    /// Whether notes are as they were written; false: they are left out (ExportScope).
    bool hasNotes = true;
    /// What such a file is not, in words for a person; an import passes it over. Empty: in version
    /// 1 it was not there.
    std::string notice{};

    friend bool operator==(const ExportHeader&, const ExportHeader&) = default;
};

/// The keys of the header with what they take, in their order.
[[nodiscard]] std::span<const Column> headerColumns();
[[nodiscard]] FlatRow flatHeader(const ExportHeader& header);

/// Requires: as many values as there are columns; absent where a key is missing, which only the
/// notice may be. Faults are added
/// to `problems`; then what it returns means nothing.
[[nodiscard]] ExportHeader
headerFrom(const FlatRow& values, int knownSchema, ImportProblems& problems);

} // namespace unclench
