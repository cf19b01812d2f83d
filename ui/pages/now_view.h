// SPDX-License-Identifier: GPL-3.0-or-later
// What the page *Now* shows, as values.
#pragma once

#include "core/diary/course.h"

#include <optional>
#include <vector>

namespace unclench::ui {

struct NowView {
    Moment now;
    /// Absent: no spasm is open.
    std::optional<Course> open;
    /// The latest episodes, the open one too.
    std::vector<EpisodeLine> episodes;
};

} // namespace unclench::ui
