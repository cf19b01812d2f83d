// SPDX-License-Identifier: GPL-3.0-or-later
// A pain as other programs write it, on whatever scale.
#pragma once

#include "core/exchange/column_mapping.h"
#include "core/exchange/foreign_problem.h"

#include <optional>
#include <string_view>
#include <variant>

namespace unclench {

/// "6", "6.5", "6,5". Absent: no number, or none that is finite.
[[nodiscard]] std::optional<double> foreignNumber(std::string_view text);

struct ForeignPain {
    int value = 0;
    /// It was told in finer steps, or on another scale.
    bool isRounded = false;
};

/// A word of the mapping, a number on its scale, or "7/10". The fault: UnreadablePain or
/// PainOutOfRange.
[[nodiscard]] std::variant<ForeignPain, ForeignFault> parsePain(std::string_view text,
                                                                const ColumnMapping& mapping);

} // namespace unclench
