// SPDX-License-Identifier: GPL-3.0-or-later
// The whole diary as the timeline and the calendar show it.
#pragma once

#include "core/diary/chronicle.h"

#include <memory>
#include <optional>
#include <vector>

namespace unclench::ui {

struct GlanceView {
    /// Absent: nothing was read yet.
    std::shared_ptr<const Chronicle> chronicle;
    /// The spasms that a filter leaves, sorted. Absent: all.
    std::optional<std::vector<Uuid>> only;
    /// The filter asks for deleted ones, which are not shown here.
    bool isDeleted = false;
    /// Its first day is after the last one.
    bool isBackwards = false;
};

} // namespace unclench::ui
