// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/made_id.h"

#include <sodium.h>

#include <array>
#include <cassert>
#include <string>
#include <string_view>

namespace unclench {

Uuid madeId(std::string_view content)
{
    std::array<unsigned char, 16> bytes{};
    static_assert(bytes.size() >= crypto_generichash_BYTES_MIN);
    // Hashing needs no sodium_init.
    const std::string text{content};
    crypto_generichash(bytes.data(), bytes.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x80U); // version 8
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U); // the RFC's variant
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string id;
    id.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            id += '-';
        }
        id += kDigits[bytes[i] >> 4U];
        id += kDigits[bytes[i] & 0x0FU];
    }
    const auto made = Uuid::parse(id);
    assert(made && "written in the canonical form");
    return made.value_or(Uuid{});
}

} // namespace unclench
