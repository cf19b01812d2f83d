// SPDX-License-Identifier: GPL-3.0-or-later
// The one spelling of an enum value in files, on the command line and in the database.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace unclench {

/// Specialised beside each enum that is ever written down: the ids in the order of its values.
template <class Enum>
inline constexpr std::array<std::string_view, 0> kNames{};

template <class Enum>
concept NamedEnum = (kNames<Enum>.size() > 0);

template <NamedEnum Enum>
[[nodiscard]] constexpr std::string_view toId(Enum value)
{
    return kNames<Enum>[static_cast<std::size_t>(value)];
}

/// Absent: no value of this enum has that id.
template <NamedEnum Enum>
[[nodiscard]] constexpr std::optional<Enum> fromId(std::string_view id)
{
    for (std::size_t i = 0; i < kNames<Enum>.size(); ++i) {
        if (kNames<Enum>[i] == id) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

} // namespace unclench
