// SPDX-License-Identifier: GPL-3.0-or-later
// Names for records that no other machine will ever give: UUIDs of version 7 (RFC 9562).
#pragma once

#include "core/time/moment.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace unclench {

/// In the canonical text form, lower case. The empty Uuid names nothing.
class Uuid {
public:
    Uuid() = default;
    /// Absent: not 36 characters of that form.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }

    friend bool operator==(const Uuid&, const Uuid&) = default;
    friend auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    friend class UuidSource;
    std::string m_text;
};

/// Makes UUIDs that sort by the time given and, within one source, in the order made. Not for two
/// threads.
class UuidSource {
public:
    UuidSource();
    [[nodiscard]] Uuid next(UtcTime now);
    /// Twelve random hexadecimal digits: what a machine calls itself.
    [[nodiscard]] std::string machineName();

private:
    std::mt19937_64 m_random;
    std::uint64_t m_last = 0; ///< milliseconds and the 12 bits after them, as one number
};

} // namespace unclench
