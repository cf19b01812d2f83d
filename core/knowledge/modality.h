// SPDX-License-Identifier: GPL-3.0-or-later
// Heat or cold, with what, and what it can do to the skin.
#pragma once

#include "core/knowledge/names.h"

#include <array>
#include <string_view>

namespace unclench {

enum class Modality { Heat, Cold };
template <>
inline constexpr std::array kNames<Modality> = std::to_array<std::string_view>({"heat", "cold"});

/// With what. A wrap is worn for hours by its own label: it is written down, and never timed.
enum class CareKind { Pad, Towel, Bottle, Shower, Bath, Pack, Wrap };
template <>
inline constexpr std::array kNames<CareKind> =
    std::to_array<std::string_view>({"pad", "towel", "bottle", "shower", "bath", "pack", "wrap"});

enum class Skin { Normal, Pink, Blotchy, Blister, WhiteWaxy, Numb, Hives };
template <>
inline constexpr std::array kNames<Skin> = std::to_array<std::string_view>(
    {"normal", "pink", "blotchy", "blister", "white_waxy", "numb", "hives"});

} // namespace unclench
