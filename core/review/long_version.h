// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the page for the doctor, entry by entry.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/care_session.h"
#include "core/diary/course.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"

#include <vector>

namespace unclench {

/// Of one period; each list in the order of time.
struct LongVersion {
    /// Going on in it (core/review/episodes_in.h), with all their readings and reports.
    std::vector<Course> courses;
    std::vector<Intake> intakes;
    /// All that were ever listed, deleted ones too: `intakes` refer to them.
    std::vector<Medicine> medicines;
    std::vector<CareSession> sessions;
    std::vector<Answer> answers;
    std::vector<Symptom> symptoms;
    std::vector<FunctionLimit> limits;
    std::vector<Measurement> measurements;
};

} // namespace unclench
