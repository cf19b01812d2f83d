// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/uuid.h"

#include <fmt/format.h>

#include <algorithm>

namespace unclench {

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != kLength) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (isDash ? c != '-' : !isHex) {
            return std::nullopt;
        }
    }
    return Uuid{text};
}

UuidSource::UuidSource()
{
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device(),
                       device(), device(), device(), device()};
    m_random.seed(seed);
}

Uuid UuidSource::next(UtcTime now)
{
    // RFC 9562, 6.2: the 12 bits after the time count on where the time does not.
    const auto milliseconds =
        static_cast<std::uint64_t>(now.time_since_epoch().count()) & 0xFFFFFFFFFFFF;
    m_last = std::max(m_last + 1, milliseconds << 12);
    const std::uint64_t random = m_random();
    return Uuid{fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", m_last >> 28,
                            (m_last >> 12) & 0xFFFF, m_last & 0xFFF, 0x8000 | (random >> 50),
                            random & 0xFFFFFFFFFFFF)};
}

std::string UuidSource::machineName()
{
    return fmt::format("{:012x}", m_random() & 0xFFFFFFFFFFFF);
}

} // namespace unclench
