// SPDX-License-Identifier: GPL-3.0-or-later
// An instant as a diary keeps it: world time plus the local offset that was valid then.
#pragma once

#include <chrono>

namespace unclench {

using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

/// A traveller's days stay their days: `offset` is the local time minus UTC at that instant, not
/// today's. Range: years 1970 to 9999, offsets within +-18 h. Two moments are the same instant when
/// `utc` is equal.
struct Moment {
    UtcTime utc{};
    std::chrono::minutes offset{0};

    [[nodiscard]] LocalTime local() const { return LocalTime{utc.time_since_epoch() + offset}; }
    [[nodiscard]] std::chrono::local_days localDay() const
    {
        return std::chrono::floor<std::chrono::days>(local());
    }

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// The same local offset, `by` later (earlier where negative).
[[nodiscard]] inline Moment operator+(const Moment& moment, std::chrono::milliseconds by)
{
    return {moment.utc + by, moment.offset};
}
[[nodiscard]] inline Moment operator-(const Moment& moment, std::chrono::milliseconds by)
{
    return {moment.utc - by, moment.offset};
}

} // namespace unclench
