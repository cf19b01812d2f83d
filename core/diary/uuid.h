// SPDX-License-Identifier: GPL-3.0-or-later
// Names for records that no other machine will ever give: UUIDs of version 7 (RFC 9562).
#pragma once

#include "core/time/moment.h"

#include <array>
#include <compare>
#include <cstddef>
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

    /// Empty: of the empty Uuid.
    [[nodiscard]] std::string text() const { return std::string{view()}; }
    [[nodiscard]] bool isEmpty() const { return m_text.front() == '\0'; }

    friend bool operator==(const Uuid& one, const Uuid& other)
    {
        return one.view() == other.view();
    }
    /// As SQLite orders their texts.
    friend std::strong_ordering operator<=>(const Uuid& one, const Uuid& other)
    {
        return one.view() <=> other.view();
    }

private:
    static constexpr std::size_t kLength = 36;

    explicit Uuid(std::string_view text) { text.copy(m_text.data(), kLength); }
    [[nodiscard]] std::string_view view() const { return {m_text.data(), isEmpty() ? 0 : kLength}; }

    friend class UuidSource;
    /// In place: a look at the rules reads thousands.
    std::array<char, kLength> m_text{};
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
