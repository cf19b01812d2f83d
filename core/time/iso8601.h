// SPDX-License-Identifier: GPL-3.0-or-later
// Times as text: what a person types, what a file holds, what `--json` prints.
#pragma once

#include "core/time/moment.h"

#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// A written time; `offset` is absent where the writer left it to the place they are in.
struct WrittenTime {
    LocalTime local{};
    std::optional<std::chrono::minutes> offset;
};

/// "2026-03-02T08:00", seconds, up to three decimals and an offset ("Z", "+01:00") optional, a
/// space allowed for the T. Absent: not such a text, or a day that no calendar has, or outside 1970
/// to 9999.
[[nodiscard]] std::optional<WrittenTime> parseIso(std::string_view text);

/// "2026-03-02". Absent where `parseIso` would be.
[[nodiscard]] std::optional<std::chrono::local_days> parseIsoDay(std::string_view text);

/// "2026-03-02T08:00:00+01:00", with milliseconds only where there are any.
[[nodiscard]] std::string toIso(const Moment& moment);

/// "2026-03-02".
[[nodiscard]] std::string toIsoDay(std::chrono::local_days day);

/// "+01:00", "-09:30", "+00:00".
[[nodiscard]] std::string toIsoOffset(std::chrono::minutes offset);

/// "+01:00" or "Z". Absent: not an offset, or beyond +-18 h.
[[nodiscard]] std::optional<std::chrono::minutes> parseIsoOffset(std::string_view text);

} // namespace unclench
