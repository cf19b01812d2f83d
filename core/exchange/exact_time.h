// SPDX-License-Identifier: GPL-3.0-or-later
// Times in exported files: ISO 8601, and exactly the milliseconds that the diary holds.
#pragma once

#include "core/time/moment.h"

#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// "2026-03-02T07:00:00.000Z". Outside of the years 1970 to 9999, which only a broken clock gives:
/// "253402300800000msZ", the milliseconds since 1970.
[[nodiscard]] std::string exactText(UtcTime time);
/// "2026-03-02T08:00:00+01:00", with milliseconds where there are any. Where the local time lies
/// outside of those years: "253402300800000ms+01:00".
[[nodiscard]] std::string exactText(const Moment& moment);

/// Both forms; also ISO 8601 as other programs write it, as long as it has an offset. Absent: none
/// of these, or before 1970 (UTC).
[[nodiscard]] std::optional<Moment> exactMoment(std::string_view text);
[[nodiscard]] std::optional<UtcTime> exactUtc(std::string_view text);

} // namespace unclench
