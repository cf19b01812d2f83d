// SPDX-License-Identifier: GPL-3.0-or-later
// What the page for the doctor reads besides the chronicle.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/course.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/diary/profile.h"
#include "core/diary/visit.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// Values alone. As in Chronicle, words that come again and again stand once, in `words`, and are
/// referred to by their place.
struct SummaryRecords {
    /// What was told with a time in the period, and how much of it soon after that time.
    struct Entries {
        int all = 0;
        int withinHour = 0;
        int withinDay = 0;
    };
    struct SymptomTold {
        int symptom = 0;
        std::optional<Side> side;
        Moment at;
        std::optional<Change> change;
        std::optional<int> sinceDays;
        bool isPresent = true;
    };
    struct FunctionTold {
        int function = 0;
        Moment at;
        int level = 0;
    };
    struct Taken {
        /// Into `medicines`.
        int medicine = 0;
        Moment at;
        std::string dose;
        bool isPatch = false;
    };
    /// How a field of an episode stands.
    struct Told {
        Uuid episode;
        DetailField field = DetailField::Quality;
        /// As JSON.
        int value = 0;
    };
    struct End {
        Uuid episode;
        Moment at;
    };

    Entries entries;
    /// From the begin of the period before on, each in the order of time.
    std::vector<SymptomTold> symptoms;
    std::vector<FunctionTold> functions;
    std::vector<Taken> taken;
    /// All that were ever listed, deleted ones too.
    std::vector<Medicine> medicines;
    /// By episode. Places, triggers and notes are not among them: the chronicle has the first two.
    std::vector<Told> told;
    /// Of bouts that ended since the begin of the period, by episode; the chronicle knows no offset
    /// of an end.
    std::vector<End> ends;
    /// All that can count among the onsets of the last 180 days.
    std::vector<Span> bouts;
    /// What is not closed, and what was raised in the period; none that only asked.
    std::vector<Alert> alerts;
    /// The last one to each emergency question that has one; a skipped one is none.
    std::vector<Answer> answers;
    /// When an emergency question was last answered yes, no or not sure.
    std::optional<Moment> lastAsked;
    /// The last one in the period.
    std::optional<Reading> lastReading;
    /// In the period.
    std::vector<Measurement> measurements;
    /// All.
    std::vector<Procedure> procedures;
    std::vector<Condition> conditions;
    Profile profile;
    std::map<BackgroundTopic, std::string> background;

    std::vector<std::string> words;
};

} // namespace unclench
