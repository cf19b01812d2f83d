// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file that is to be imported, and where.
#pragma once

#include "core/knowledge/names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

enum class ImportFault {
    NotOurs,      ///< no export of this program
    Unreadable,   ///< from there on it is no JSON, or no CSV
    NewerVersion, ///< the form of the file; `given`: its version
    NewerSchema,  ///< what the diary holds; `given`: its number
    UnknownFile,  ///< a file of the folder that belongs to no kind of record
    UnknownKey,   ///< `column` is none
    KeyTwice,
    Missing,    ///< `column` has no value, but needs one
    WrongForm,  ///< a value that is not what `column` takes, or a row that is no row
    WrongWidth, ///< more or fewer cells than the first row has
    UnknownWord,
    NotUtf8,
    HoldsNul,
    TooLong,
    Twice,      ///< an id that stands there already
    RefersAway, ///< to a record that is not in the file
    BreaksRule, ///< what `column` (several: "from_day, to_day") says cannot be, or not together
    BadPicture  ///< a name that is none, or bytes that are no Base64
};
template <>
inline constexpr std::array kNames<ImportFault> = std::to_array<std::string_view>(
    {"not_ours", "unreadable", "newer_version", "newer_schema", "unknown_file", "unknown_key",
     "key_twice", "missing", "wrong_form", "wrong_width", "unknown_word", "not_utf8", "holds_nul",
     "too_long", "twice", "refers_away", "breaks_rule", "bad_picture"});

/// What a number, or the length of a text in bytes, can be.
struct ImportRange {
    std::int64_t least = 0;
    std::int64_t most = 0;

    friend bool operator==(const ImportRange&, const ImportRange&) = default;
};

struct ImportProblem {
    ImportFault fault = ImportFault::NotOurs;
    /// The array or file: "reading", "picture"; empty: the file as a whole.
    std::string sheet{};
    /// From 1 on, in the file that `sheet` stands in; 0: not known.
    std::int64_t line = 0;
    /// Which of its rows, from 1 on; 0: not known.
    std::int64_t row = 0;
    std::string column{};
    /// What stands there, where that helps to find it; never a whole note.
    std::string given{};
    /// What could stand in `column` instead. Absent: that is no range.
    std::optional<ImportRange> range{};

    friend bool operator==(const ImportProblem&, const ImportProblem&) = default;
};

/// Keeps the first of them and counts them all: a file with the wrong columns has one a row.
class ImportProblems {
public:
    static constexpr std::size_t kMostKept = 100;
    static constexpr std::size_t kMostQuoted = 40;

    void add(ImportProblem problem);
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] const std::vector<ImportProblem>& first() const { return m_first; }

private:
    std::vector<ImportProblem> m_first;
    std::int64_t m_count = 0;
};

} // namespace unclench
