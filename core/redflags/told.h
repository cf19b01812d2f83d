// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules look at: the part of a diary that can still matter, read once.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/course.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/diary/profile.h"
#include "core/diary/settings.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// A medicine taken once.
struct TakenMedicine {
    Moment at;
    /// Absent: not told.
    std::optional<std::string> medicineClass;
};

/// A session of heat or cold that is over, for what it did.
struct CareResult {
    Moment begin;
    Moment end;
    bool isCold = false;
    /// After minus before. Absent: not both told.
    std::optional<int> painChange;
};

/// An episode; of one that ended more than 24 h before what is evaluated, bouts and regions alone.
/// Its `details` stay empty: how it stands depends on the moment.
struct ToldCourse : Course {
    /// What each of `reports` says, at the same place: taken apart once and looked at often.
    std::vector<Details> said;
};

/// Live records only, each list in the order of time. A moment that lies in the future of the clock
/// (it was set back) stands at the last look instead: nothing that was told is overlooked for it.
struct Told {
    Moment now;
    /// The episodes that lasted or began in the month before what is evaluated, or after it.
    std::vector<ToldCourse> courses;
    /// All that can count as an onset.
    std::vector<Span> spans;
    /// The distinct ones of them.
    std::vector<UtcTime> onsets;
    std::vector<Answer> answers;
    std::vector<Symptom> symptoms;
    std::vector<FunctionLimit> functions;
    std::vector<Measurement> measurements;
    std::vector<Procedure> procedures;
    std::vector<Condition> conditions;
    std::vector<TakenMedicine> taken;
    /// The person's own list.
    std::vector<Medicine> medicines;
    std::vector<ProfileEntry> profile;
    std::vector<CareResult> sessions;
    /// When a record came out of another diary, by its id: of those alone that had been told long
    /// before.
    std::map<Uuid, UtcTime> arrivals;
    Settings settings;
};

} // namespace unclench
