// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/text.h"

#include <algorithm>
#include <cstdint>

namespace unclench {

namespace {

/// The length of the well-formed sequence at the front of `text` (table 3-7 of the Unicode
/// standard), 0 where there is none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) -> std::uint8_t {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto continues = [&](std::size_t i, std::uint8_t low = 0x80, std::uint8_t high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const std::uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
        const std::uint8_t high = lead == 0xED ? 0x9F : 0xBF;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const std::uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
        const std::uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

TextFault faultOf(std::string_view text, std::size_t limit)
{
    if (text.size() > limit) {
        return TextFault::TooLong;
    }
    if (text.find('\0') != std::string_view::npos) {
        return TextFault::HoldsNul;
    }
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0) {
            return TextFault::NotUtf8;
        }
        text.remove_prefix(length);
    }
    return TextFault::None;
}

std::string lowerAscii(std::string_view text)
{
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

} // namespace unclench
