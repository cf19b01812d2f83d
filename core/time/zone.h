// SPDX-License-Identifier: GPL-3.0-or-later
// Turning local times into moments, with the system's zone data.
#pragma once

#include "core/time/iso8601.h"
#include "core/time/moment.h"

#include <string_view>
#include <variant>

namespace date {
class time_zone;
}

namespace unclench {

/// A local time that the clocks jumped over. Offsets: the one before and the one after the jump.
struct SkippedTime {
    std::chrono::minutes before;
    std::chrono::minutes after;
};

/// A local time that the clocks showed twice. Offsets: of the first and of the second pass.
struct DoubledTime {
    std::chrono::minutes first;
    std::chrono::minutes second;
};

using Resolved = std::variant<Moment, SkippedTime, DoubledTime>;

/// A place's rules of local time. Cheap to copy.
class Zone {
public:
    /// The zone with an IANA name ("Europe/Berlin"). A name without data on this system gives the
    /// fixed offset `otherwise`.
    [[nodiscard]] static Zone named(std::string_view name, std::chrono::minutes otherwise);
    [[nodiscard]] static Zone fixed(std::chrono::minutes offset);

    [[nodiscard]] std::chrono::minutes offsetAt(UtcTime utc) const;

    /// Which moment a written time means here. A written offset decides alone.
    [[nodiscard]] Resolved resolve(const WrittenTime& written) const;

    /// The moment at which a local day begins here; where midnight is skipped, the first one after.
    [[nodiscard]] Moment startOf(std::chrono::local_days day) const;

private:
    const date::time_zone* m_zone = nullptr;
    std::chrono::minutes m_fixed{0};
};

} // namespace unclench
