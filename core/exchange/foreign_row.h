// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a file of another program, read as what it tells.
#pragma once

#include "core/diary/details.h"
#include "core/exchange/column_mapping.h"
#include "core/exchange/foreign_header.h"
#include "core/exchange/foreign_problem.h"
#include "core/exchange/foreign_rules.h"
#include "core/exchange/foreign_words.h"
#include "core/time/moment.h"
#include "core/time/zone.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace unclench {

struct ForeignIntake {
    std::string name;
    std::string dose;

    friend bool operator==(const ForeignIntake&, const ForeignIntake&) = default;
};

struct ForeignRow {
    std::int64_t line = 0;
    RowKind kind = RowKind::Spasm;
    /// What the column of the rules says; empty where the file does not mix several things.
    std::string variety;
    Moment begin;
    /// The same as it is written, for the ids: where only the day is told, `begin` may be earlier
    /// than noon because it is not noon yet.
    UtcTime written{};
    /// Absent: not told.
    std::optional<Moment> end;
    std::optional<int> pain;
    std::optional<int> worst;
    std::vector<Place> places;
    std::vector<std::string> triggers;
    std::vector<std::string> relief;
    std::vector<std::string> symptoms;
    std::vector<ForeignIntake> medicines;
    /// With what has no place of its own: "Weather: rain".
    std::string note;
    /// Only the day is told: the time is noon.
    bool hasNoTime = false;
    /// The clocks showed it twice: the first time is taken.
    bool isDoubled = false;
    /// The pain was told in finer steps or on another scale.
    bool isRounded = false;

    /// "No pain": nothing but a zero at a moment.
    [[nodiscard]] bool isPainFree() const;
};

/// How a file is to be read, besides its columns.
struct ForeignTerms {
    const ForeignWords& words;
    Zone zone;
    DateOrder order = DateOrder::YearFirst;
    Moment now;
};

class RowReading {
public:
    /// Requires: `mappingProblems` found none. `mapping` must outlive it.
    RowReading(const ColumnMapping& mapping, const ForeignHeader& header, ForeignTerms terms);

    /// Requires: as many cells as the header has, all of them text.
    [[nodiscard]] std::variant<ForeignRow, ForeignProblem>
    read(const std::vector<std::string>& cells, std::int64_t line) const;

    /// The cells that say when, for finding out how dates are written.
    [[nodiscard]] const std::vector<std::size_t>& timeColumns() const { return m_timeColumns; }
    [[nodiscard]] RowKind kindOf(const std::vector<std::string>& cells) const
    {
        return m_rules.kindOf(cells);
    }

private:
    class Builder;

    const ColumnMapping& m_mapping;
    ForeignHeader m_header;
    ForeignTerms m_terms;
    std::array<std::vector<std::size_t>, kNames<Meaning>.size()> m_places;
    std::vector<std::size_t> m_timeColumns;
    ForeignRules m_rules;
};

} // namespace unclench
