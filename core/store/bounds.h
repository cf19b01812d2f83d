// SPDX-License-Identifier: GPL-3.0-or-later
// Times as the columns of the diary hold them: milliseconds since 1970, in UTC.
#pragma once

#include "core/time/period.h"

#include <cstdint>
#include <limits>

namespace unclench {

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();

[[nodiscard]] inline std::int64_t inMilliseconds(UtcTime time)
{
    return time.time_since_epoch().count();
}
/// 0 where the period has no begin.
[[nodiscard]] inline std::int64_t beginOf(const Period& period)
{
    return period.begin ? inMilliseconds(*period.begin) : 0;
}
/// kEver where the period has no end.
[[nodiscard]] inline std::int64_t endOf(const Period& period)
{
    return period.end ? inMilliseconds(*period.end) : kEver;
}

} // namespace unclench
