// SPDX-License-Identifier: GPL-3.0-or-later
// A diary that was kept on paper, typed in line by line.
#pragma once

#include "core/diary/details.h"
#include "core/diary/record.h"
#include "core/exchange/foreign_problem.h"
#include "core/time/zone.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace unclench {

/// One line of the sheet. Only the day must be there.
struct PaperLine {
    std::chrono::local_days day{};
    /// Times of day. `to` before `from`: of the next day.
    std::optional<std::chrono::minutes> from;
    std::optional<std::chrono::minutes> to;
    /// 0: a day without pain, where nothing else of it is told.
    std::optional<int> worst;
    std::vector<Place> places;
    std::string note;

    friend bool operator==(const PaperLine&, const PaperLine&) = default;
};

/// A line of the sheet as it stands in its fields, right or wrong.
struct TypedPaperLine {
    std::string day;
    std::string from;
    std::string to;
    std::string worst;
    /// A text of core/diary/details.h; empty: none was chosen.
    std::string place;
    std::string note;

    friend bool operator==(const TypedPaperLine&, const TypedPaperLine&) = default;
};

/// What is wrong with a line, whatever the others say. Absent: nothing.
[[nodiscard]] std::optional<ForeignFault>
faultOfPaper(const PaperLine& line, const Zone& zone, const Moment& now);

/// The records that the lines make, or what is wrong with them, `line` from 1 on: also where a note
/// or a place would be lost, because there is no pain on that day. The same lines make the same ids
/// whenever they are typed in; lines less than 24 h apart are one spasm.
[[nodiscard]] std::variant<std::vector<AnyRecord>, std::vector<ForeignProblem>>
recordsOfPaper(const std::vector<PaperLine>& lines,
               const Zone& zone,
               const Moment& now,
               const std::string& machine,
               const Vocabulary& vocabulary);

} // namespace unclench
