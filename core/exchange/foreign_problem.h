// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file of another program, as a whole or in one of its lines.
#pragma once

#include "core/knowledge/names.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

enum class ForeignFault {
    // The file as a whole: none of it can be read.
    IsEmpty,
    IsZip,
    IsGzip,
    IsDatabase,
    IsPdf,
    NoTable,        ///< no row below the header, or one column alone
    HeaderTwice,    ///< `column` stands there twice
    HeaderNotText,  ///< the names of the columns hold what is no text
    HeaderUnclosed, ///< a quote opens in them that swallows all up to `otherLine`
    UnknownLayout,  ///< no preset fits it, and no column says when
    ColumnMissing,  ///< `column` is mapped, but not there
    NoBegin,        ///< no column is mapped to when it began
    MixedDates,     ///< `line` can only be day first, `otherLine` only month first
    UnsureDates,    ///< day first and month first read it equally well
    RowTooLong,     ///< `line` is longer than any row
    TooManyRows,
    // One line: it is left out, if the person says so.
    WrongWidth,
    UnclosedQuote, ///< all up to `otherLine` is lost with it
    NotText,       ///< bytes that are no characters of the encoding
    HoldsNul,
    NoTime,
    UnreadableTime,
    UnreadableEnd,
    SkippedTime, ///< the clocks jumped over it
    InTheFuture,
    BeforeAll, ///< before 1970
    EndBeforeBegin,
    UnreadableLength,
    UnreadablePain,
    PainOutOfRange,
    TextTooLong,
    WordsWithoutPain ///< a note or a place where there is no pain: no record could hold it
};
template <>
inline constexpr std::array kNames<ForeignFault> =
    std::to_array<std::string_view>({"is_empty",         "is_zip",
                                     "is_gzip",          "is_database",
                                     "is_pdf",           "no_table",
                                     "header_twice",     "header_not_text",
                                     "header_unclosed",  "unknown_layout",
                                     "column_missing",   "no_begin",
                                     "mixed_dates",      "unsure_dates",
                                     "row_too_long",     "too_many_rows",
                                     "wrong_width",      "unclosed_quote",
                                     "not_text",         "holds_nul",
                                     "no_time",          "unreadable_time",
                                     "unreadable_end",   "skipped_time",
                                     "in_the_future",    "before_all",
                                     "end_before_begin", "unreadable_length",
                                     "unreadable_pain",  "pain_out_of_range",
                                     "text_too_long",    "words_without_pain"});

/// Whether it makes the whole file unreadable; no line can be left out then.
[[nodiscard]] constexpr bool isWhole(ForeignFault fault)
{
    return fault < ForeignFault::WrongWidth;
}

struct ForeignProblem {
    ForeignFault fault = ForeignFault::IsEmpty;
    /// From 1 on; 0: the file as a whole.
    std::int64_t line = 0;
    std::int64_t otherLine = 0;
    std::string column{};
    /// What stands there, cut short; never a whole note.
    std::string given{};

    friend bool operator==(const ForeignProblem&, const ForeignProblem&) = default;
};

/// Keeps the first of them and counts them all.
class ForeignProblems {
public:
    static constexpr std::size_t kMostKept = 1000;

    void add(ForeignProblem problem)
    {
        ++m_count;
        m_hasWhole = m_hasWhole || isWhole(problem.fault);
        if (m_first.size() < kMostKept) {
            m_first.push_back(std::move(problem));
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// One of them makes the whole file unreadable.
    [[nodiscard]] bool hasWhole() const { return m_hasWhole; }
    [[nodiscard]] std::int64_t count() const { return m_count; }
    [[nodiscard]] const std::vector<ForeignProblem>& first() const { return m_first; }

private:
    std::vector<ForeignProblem> m_first;
    std::int64_t m_count = 0;
    bool m_hasWhole = false;
};

} // namespace unclench
