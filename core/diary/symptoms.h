// SPDX-License-Identifier: GPL-3.0-or-later
// How symptoms stand: left and right are told, and go, each on its own.
#pragma once

#include "core/diary/observations.h"

#include <optional>
#include <string_view>
#include <vector>

namespace unclench {

/// The last told of each symptom and side, of what was `told` in the order of time; first told
/// first.
///
/// What is told without a side, or of both, is about the whole symptom and takes the place of all
/// before. What is told of the left or the right leaves the other side as it was; that it is there
/// says more exactly what was told without a side. Where one side of "both" is told, the other
/// stands as it was, under the stamp of that record.
[[nodiscard]] std::vector<Symptom> standing(const std::vector<Symptom>& told);

/// What of `told`, in the order of time, is to be corrected so that `symptom` never was there on
/// `side` (absent or both: anywhere) since it last was told to be gone. What never was at all is
/// marked as deleted; of what was told of both sides, the other one remains.
[[nodiscard]] std::vector<Symptom>
neverThere(const std::vector<Symptom>& told, std::string_view symptom, std::optional<Side> side);

} // namespace unclench
