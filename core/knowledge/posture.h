// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does, as far as a chair is concerned.
#pragma once

#include "core/knowledge/names.h"

#include <array>
#include <string_view>

namespace unclench {

/// `Suspended`: the computer sleeps, so nobody sits at it.
enum class Posture { Seated, Standing, Walking, Lying, Away, Suspended };
template <>
inline constexpr std::array kNames<Posture> = std::to_array<std::string_view>(
    {"seated", "standing", "walking", "lying", "away", "suspended"});

} // namespace unclench
