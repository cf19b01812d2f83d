// SPDX-License-Identifier: GPL-3.0-or-later
// What the first start shows and what a person answers there, as values.
#pragma once

#include "core/knowledge/emergency_numbers.h"
#include "core/time/moment.h"

#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

struct FirstStartView {
    Moment now;
    /// Absent: the number of this country is not known, so it is asked for.
    std::optional<EmergencyNumber> suggestion;
};

/// Whatever was skipped is absent or empty.
struct FirstStartDraft {
    std::optional<int> birthYear;
    std::optional<int> pregnantWeeks;
    std::vector<std::string> conditions;
    std::string emergencyNumber;
};

} // namespace unclench::ui
