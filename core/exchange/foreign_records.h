// SPDX-License-Identifier: GPL-3.0-or-later
// From rows that were read to records of the diary.
#pragma once

#include "core/exchange/foreign_plan.h"
#include "core/exchange/rows.h"

#include <map>
#include <string>
#include <vector>

namespace unclench {

/// Whoever takes the rows in, and where they go.
struct ForeignTarget {
    RowSink& sink;
    /// Twelve hexadecimal digits, as in Stamp.
    std::string machine;
    UtcTime now;
    /// The person's list: what is taken goes under the names that are in it, whatever their case.
    std::vector<Medicine> medicines;
};

/// How many records the sink took.
struct ForeignRecords {
    std::int64_t episodes = 0;
    std::int64_t bouts = 0;
    std::int64_t readings = 0;
    std::int64_t reports = 0;
    std::int64_t painFreeDays = 0;
    std::int64_t medicines = 0;
    std::int64_t intakes = 0;
    std::int64_t symptoms = 0;
    std::int64_t relief = 0;
    /// Rows with words that have nowhere to stand (`hasNowhere`), and the lines of the first of
    /// them.
    std::int64_t withoutPlace = 0;
    std::vector<std::int64_t> linesWithoutPlace;

    friend bool operator==(const ForeignRecords&, const ForeignRecords&) = default;
};

/// Whether `row` tells a note, a place or a trigger that makes no record: where there is no pain,
/// and beside a medicine, the diary keeps none. Requires: `mark` is that of the row, in a plan that
/// is finished.
[[nodiscard]] bool hasNowhere(const RowMark& mark, const ForeignRow& row);

class RecordMaker {
public:
    /// So many lines without a place are named.
    static constexpr std::size_t kMostLinesNamed = 10;

    /// All must outlive it; `plan` is finished.
    RecordMaker(const ForeignPlan& plan, const Vocabulary& vocabulary, ForeignTarget& target);

    /// The row that left the mark at `index`. Throws what the sink throws.
    void take(std::size_t index, const ForeignRow& row);
    [[nodiscard]] const ForeignRecords& made() const { return m_made; }

private:
    template <class Record>
    void add(Record record, const Uuid& id, std::int64_t& count);
    void takeSpasm(const RowMark& mark, const ForeignRow& row);
    void takeReadings(const RowMark& mark, const ForeignRow& row);
    void takeReports(const RowMark& mark, const ForeignRow& row);
    /// Medicines, relief and symptoms.
    void takeRest(const RowMark& mark, const ForeignRow& row);
    [[nodiscard]] Uuid medicineNamed(const std::string& name);
    [[nodiscard]] Uuid
    idOf(const RowMark& mark, std::string_view what, std::size_t place = 0) const;
    [[nodiscard]] const Uuid& episodeOf(const RowMark& mark);

    const ForeignPlan& m_plan;
    const Vocabulary& m_vocabulary;
    ForeignTarget& m_target;
    ForeignRecords m_made;
    /// By their names in small letters.
    std::map<std::string, Uuid> m_medicines;
    /// Of the row that came last: its parts ask for it one after the other.
    std::uint32_t m_episodeRow = RowMark::kNone;
    Uuid m_episode;
};

} // namespace unclench
