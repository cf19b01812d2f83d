// SPDX-License-Identifier: GPL-3.0-or-later
// What the page *History* shows, as values.
#pragma once

#include "core/diary/history.h"
#include "ui/models/history_model.h"

#include <optional>
#include <vector>

namespace unclench::ui {

struct HistoryView {
    Moment now;
    /// What the filter leaves, in the order in which it shows.
    std::vector<Uuid> ids;
    /// How many there are without a filter, among the live or the deleted ones as asked for.
    int total = 0;
    HistoryRows rows;
};

/// The episode that stands beside the table. Absent: none is chosen.
struct HistoryEntryView {
    Moment now;
    std::optional<HistoryEntry> entry;
};

} // namespace unclench::ui
