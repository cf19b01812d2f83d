// SPDX-License-Identifier: GPL-3.0-or-later
// For which moment a record says something, as far as a rule looks at it.
#pragma once

#include "core/diary/record.h"

namespace unclench {

/// Absent: it is deleted, or no rule looks at its kind.
[[nodiscard]] std::optional<UtcTime> toldFor(const AnyRecord& record);

/// The earlier of two moments; one that is absent is later than any.
[[nodiscard]] std::optional<UtcTime> earlier(std::optional<UtcTime> one,
                                             std::optional<UtcTime> other);

} // namespace unclench
