// SPDX-License-Identifier: GPL-3.0-or-later
// Taking over the diary that a person kept with another program: a look first, then the records.
#pragma once

#include "core/exchange/foreign_layout.h"
#include "core/exchange/foreign_records.h"
#include "core/exchange/import_presets.h"
#include "core/store/progress.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// What a person says of a file. Absent: it is found out.
struct ForeignWish {
    /// The id of a preset. Requires: there is one.
    std::optional<std::string> preset{};
    /// One that was kept; goes before `preset`.
    std::optional<ColumnMapping> mapping{};
    /// What is otherwise than in these, or than it was found out.
    std::vector<MappedColumn> columns{};
    /// In place of all rules there are; none: those stay.
    std::vector<RowRule> rules{};
    std::map<std::string, int> painWords{};
    std::optional<int> painMost{};
    std::optional<LengthUnit> lengthUnit{};
    std::optional<std::string> listSeparators{};
    std::optional<TextEncoding> encoding{};
    std::optional<char> separator{};
    std::optional<DateOrder> dateOrder{};
    /// As in ColumnMapping. Requires: `zoneNamed` knows it.
    std::optional<std::string> zone{};
};

/// Where and when it is looked at.
struct ForeignSurroundings {
    const ForeignWords& words;
    /// Of this machine, for times without an offset.
    Zone zone;
    Moment now;
};

/// What would come of a file.
struct ForeignPreview {
    /// How it was read; each of it can be wished otherwise.
    ColumnMapping mapping;
    ForeignLayout layout;
    DateOrder dateOrder = DateOrder::YearFirst;
    /// How the dates are written was found out, not said.
    bool isDateOrderGuessed = false;
    Zone zone;

    /// The first rows as what they tell.
    std::vector<ForeignRow> first;
    /// Rows that can be taken.
    std::int64_t rows = 0;
    /// Where a file mixes several things: the rows that can be taken by what they are about, and
    /// those that are left out; of many different things the first alone.
    std::map<std::string, std::int64_t> takenBy;
    std::map<std::string, std::int64_t> leftOutBy;
    /// All of them.
    std::int64_t leftOut = 0;
    std::int64_t episodes = 0;
    std::int64_t bouts = 0;
    std::int64_t painFreeDays = 0;
    /// "No pain" on a day with pain, not behind it.
    std::int64_t notNeeded = 0;
    std::int64_t repeated = 0;
    /// Of the bouts: when it was over is not told; they end when they begin.
    std::int64_t withoutEnd = 0;
    /// Of the rows: only the day is told.
    std::int64_t withoutTime = 0;
    std::int64_t doubled = 0;
    std::int64_t rounded = 0;
    std::optional<Moment> earliest;
    std::optional<Moment> latest;
    ForeignProblems problems;

    /// For `runImport`. Absent: `problems.hasWhole()`.
    std::shared_ptr<const ForeignPlan> plan;
    Moment now;
};

/// So many rows are shown.
inline constexpr std::size_t kForeignRowsShown = 10;

/// Reads the whole file and changes nothing. Throws FileError and Cancelled.
[[nodiscard]] ForeignPreview previewImport(const std::filesystem::path& file,
                                           const ForeignWish& wish,
                                           const ForeignSurroundings& surroundings,
                                           const Progress& progress);

/// Fills the sink with what `preview` told of; what is wrong in `preview.problems` is left out. No
/// more than one row is in memory. Requires: `preview.plan`. Throws FileError (also where the file
/// is another one by now), Cancelled, and what the sink throws.
ForeignRecords runImport(const std::filesystem::path& file,
                         const ForeignPreview& preview,
                         const ForeignWords& words,
                         ForeignTarget& target,
                         const Progress& progress);

} // namespace unclench
