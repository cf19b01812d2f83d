// SPDX-License-Identifier: GPL-3.0-or-later
// What the details page shows, and what it asks for, as values.
#pragma once

#include "core/care/helped.h"
#include "core/diary/course.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace unclench::ui {

/// A medicine that was taken, and what it was.
struct IntakeLine {
    Intake intake;
    Medicine medicine;
};

struct DetailsView {
    Moment now;
    Course course;
    /// When the person first told of the last bout: what "15 minutes earlier" is counted from.
    Moment firstTold;
    /// How each symptom and function stands: the last told in this episode.
    std::vector<Symptom> symptoms;
    std::vector<FunctionLimit> functions;
    /// What was tried, in the order of time.
    std::vector<Relief> reliefs;
    std::vector<IntakeLine> intakes;
    /// Heat and cold in this episode, in the order of time.
    std::vector<CareSession> sessions;
    /// What pain did over all sessions of the diary.
    std::vector<Helped> helped;
    /// The person's own list, most used first.
    std::vector<Medicine> medicines;
    /// Classes that were taken before the first time in this episode, or more than once in it:
    /// their cautions stand in one line, those of all others in full.
    std::set<std::string> knownClasses;
    /// The ids of each topic, most used first.
    std::map<Topic, std::vector<std::string>> order;
};

/// Which of the two an edit of something told earlier is: it is different now (both stand, each at
/// its time), or it never was so (the old one counts nowhere).
enum class Revision { ItChanged, TypedWrong };

struct MedicineDraft {
    std::string name;
    /// Absent: as in the person's own list, or as the name is widely known.
    std::optional<std::string> medicineClass;
    std::string dose;
};

} // namespace unclench::ui
