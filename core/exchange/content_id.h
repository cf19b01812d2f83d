// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that follow from what a record says, so that taking the same thing in twice is taking it in
// once.
#pragma once

#include "core/diary/uuid.h"

#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace unclench {

/// Stands for a content: different contents have different ones.
struct ContentKey {
    std::array<std::uint8_t, 16> bytes{};

    friend bool operator==(const ContentKey&, const ContentKey&) = default;
    friend auto operator<=>(const ContentKey&, const ContentKey&) = default;
};

[[nodiscard]] ContentKey contentKey(std::initializer_list<std::string_view> parts);

/// A UUID of version 8 (RFC 9562). `what`: which of the things that have this content in common;
/// `number`: which of several alike.
[[nodiscard]] Uuid contentId(std::string_view what, const ContentKey& key, std::uint32_t number);

} // namespace unclench
