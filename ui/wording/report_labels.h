// SPDX-License-Identifier: GPL-3.0-or-later
// The headings and labels of the page for the doctor.
#pragma once

#include "core/diary/visit.h"

#include <QString>

namespace unclench::ui::wording {

/// "1 Where does it hurt?", as a heading.
[[nodiscard]] QString reportSection(ReportSection section);

/// What stands in front of a value, over a column or over a part, without a colon.
enum class ReportLabel {
    Name,
    Born,
    Printed,
    For,
    InMyWords,
    Goal,
    Question,
    WarningSigns,
    AlsoOpen,
    AlsoClosed,
    Place,
    Spasms,
    Count,
    WorstPain,
    Feels,
    Comes,
    Signs,
    LastReading,
    Numbers,
    ThisPeriod,
    PeriodBefore,
    DaysTold,
    DaysWithSpasm,
    MedianWorst,
    MedianLength,
    NightsDisturbed,
    RescueDays,
    FirstBegan,
    FirstInDiary,
    NewSpasms,
    FirstEver,
    Diagnoses,
    TestsDone,
    Timeline,
    EpisodeLength,
    OneSpasm,
    Limits,
    LatestSpasms,
    Began,
    Ended,
    Lasted,
    Worst,
    Where,
    Nerves,
    OtherSymptoms,
    Measured,
    Injuries,
    Triggers,
    Activities,
    Conditions,
    OtherConditions,
    Allergies,
    Pregnant,
    Procedures,
    Medicines,
    Medicine,
    Taken,
    Days,
    Times,
    LastTaken,
    Helped,
    Method,
    Uses,
    PainBefore,
    PainAfter,
    After,
    Felt,
    // Of the long version.
    Episodes,
    Told,
    Readings,
    SpasmOf,
    At,
    Pain,
    AtRest,
    Note,
    Dose,
    Sessions,
    Kind,
    Skin,
    Answers,
    QuestionAsked,
    Answer,
    Change,
    Methods,
};
[[nodiscard]] QString reportLabel(ReportLabel label);

} // namespace unclench::ui::wording
