// SPDX-License-Identifier: GPL-3.0-or-later
// How hard a passphrase is to guess, roughly, for the words beside the field where it is chosen.
#pragma once

#include "core/knowledge/names.h"

#include <cstddef>
#include <string_view>

namespace unclench {

/// In characters. A shorter one is not taken for a new backup; it opens one that has it.
inline constexpr std::size_t kShortestPassphrase = 8;

enum class Strength {
    TooShort, ///< not taken
    Weak,     ///< a program that tries passphrases finds it in days or months
    Fair,     ///< it takes years on one machine
    Strong    ///< nobody finds it by trying
};
template <>
inline constexpr std::array kNames<Strength> = std::to_array<std::string_view>({"too_short", "weak",
                                                                                "fair", "strong"});

/// An estimate from length, kinds of characters, repetitions and rows such as "1234": no list of
/// known passphrases, so it never promises more than it says. `text` is UTF-8.
[[nodiscard]] Strength strengthOf(std::string_view text);

} // namespace unclench
