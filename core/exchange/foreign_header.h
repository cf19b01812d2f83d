// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a file of another program, found by what they are called.
#pragma once

#include "core/exchange/column_mapping.h"
#include "core/exchange/foreign_problem.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// The names of the columns, or their numbers where the file has no header.
using ForeignHeader = std::vector<std::string>;

/// The first of that name, whatever the case. Absent: there is none.
[[nodiscard]] std::optional<std::size_t> columnNamed(const ForeignHeader& header,
                                                     std::string_view name);

/// What stands in the way of reading rows under `header` with `mapping`; none where nothing does.
[[nodiscard]] std::vector<ForeignProblem> mappingProblems(const ColumnMapping& mapping,
                                                          const ForeignHeader& header);

/// So much of what stands in a cell as may be quoted, whole characters of it.
[[nodiscard]] std::string cutShort(std::string_view text);

} // namespace unclench
