// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the insights, row by row in words.
#pragma once

#include "core/insight/insights.h"
#include "ui/models/insight_table_model.h"
#include "ui/wording/words.h"

namespace unclench::ui {

/// Only hours in which a spasm began.
[[nodiscard]] InsightRows hourRows(const HourGrid& grid);
[[nodiscard]] InsightRows placeRows(const PlaceCounts& places, const Words& words);
/// A method below its minimum has a row, too: how many uses there are, and how many it takes.
[[nodiscard]] InsightRows helpedRows(const std::vector<MethodEffect>& helped, const Words& words);
[[nodiscard]] InsightRows triggerRows(const TriggerShares& triggers, const Words& words);

} // namespace unclench::ui
