// SPDX-License-Identifier: GPL-3.0-or-later
// Places as a person presses them: left and right one by one, never "both" in one.
#pragma once

#include "core/diary/details.h"

#include <optional>
#include <string>
#include <vector>

namespace unclench::ui::places {

/// The same places with each "both" as left and right, and none twice.
[[nodiscard]] std::vector<Place> separated(const std::vector<Place>& places);

[[nodiscard]] bool contains(const std::vector<Place>& places, const Place& place);

/// What `places` become when `place` is pressed. Naming a side of a region takes the place of "side
/// not sure", and the other way round. Requires: `places` are separated.
[[nodiscard]] std::vector<Place> toggled(std::vector<Place> places, const Place& place);

/// Whether something that stands in `before` was taken back in `after`; a side that was told for
/// "not sure" is more, not less. Requires: both are separated.
[[nodiscard]] bool takesBack(const std::vector<Place>& before, const std::vector<Place>& after);

} // namespace unclench::ui::places
