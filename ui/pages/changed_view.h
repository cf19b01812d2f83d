// SPDX-License-Identifier: GPL-3.0-or-later
// What the page *Something changed* shows, as values.
#pragma once

#include "core/diary/observations.h"
#include "core/knowledge/red_flags.h"
#include "core/time/moment.h"

#include <map>
#include <string>
#include <vector>

namespace unclench::ui {

struct ChangedView {
    Moment now;
    /// The questions that apply now, in the order of the rules.
    std::vector<std::string> offered;
    /// Symptoms that are there, and how much the back limits something: as told last in the open
    /// episode, or where none is open, today.
    std::vector<std::string> symptoms;
    std::map<std::string, int> limits;
};

} // namespace unclench::ui
