// SPDX-License-Identifier: GPL-3.0-or-later
// The words around a person's facts: shared by the first start, the settings and About.
#pragma once

#include "core/knowledge/emergency_numbers.h"

#include <QString>

#include <optional>

namespace unclench::ui::wording {

/// What this is and is not; the clinical wording, not to be changed.
[[nodiscard]] QString disclaimer();

/// Where a suggested number comes from, and the advice line; or that none is known.
[[nodiscard]] QString emergencySource(const std::optional<EmergencyNumber>& suggestion);

/// Under a line for a year of birth that holds something else.
[[nodiscard]] QString birthYearRange(int least, int most);
/// Under a line for weeks of pregnancy that holds something else.
[[nodiscard]] QString pregnantWeeksRange(int most);

} // namespace unclench::ui::wording
