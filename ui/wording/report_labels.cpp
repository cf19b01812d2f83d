// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/report_labels.h"

#include "ui/wording/tr.h"

namespace unclench::ui::wording {

QString reportSection(ReportSection section)
{
    switch (section) {
    case ReportSection::Where: return tr("1 Where does it hurt?");
    case ReportSection::Strength: return tr("2 What is it like, and how strong?");
    case ReportSection::Course: return tr("3 Since when, how often, how long?");
    case ReportSection::Spasms: return tr("4 Each spasm");
    case ReportSection::Nerves: return tr("5 Weakness, numbness or tingling?");
    case ReportSection::Injury: return tr("6 Injury and triggers");
    case ReportSection::Treatment: return tr("7 Medicines and what helped");
    case ReportSection::Notes: return tr("Notes");
    }
    Q_UNREACHABLE();
}

QString reportLabel(ReportLabel label)
{
    switch (label) {
    case ReportLabel::Name: return tr("Name");
    case ReportLabel::NameAtFoot: return tr("Name at the foot");
    case ReportLabel::Born: return tr("Born");
    case ReportLabel::Printed: return tr("Printed");
    case ReportLabel::For: return tr("For");
    case ReportLabel::InMyWords: return tr("In my words");
    case ReportLabel::Goal: return tr("Goal");
    case ReportLabel::Question: return tr("Question");
    case ReportLabel::WarningSigns: return tr("Warning signs");
    case ReportLabel::BackMap: return tr("Back map");
    case ReportLabel::Place: return tr("Place");
    case ReportLabel::Spasms: return tr("Spasms");
    //: How many spasms, over a narrow column
    case ReportLabel::Count: return tr("n");
    case ReportLabel::WorstPain: return tr("Worst pain (0 to 10)");
    case ReportLabel::Feels: return tr("Feels");
    case ReportLabel::Comes: return tr("Comes");
    case ReportLabel::Signs: return tr("Noticed on the back");
    case ReportLabel::LastReading: return tr("Last pain");
    case ReportLabel::Numbers: return tr("In numbers");
    case ReportLabel::ThisPeriod: return tr("This period");
    case ReportLabel::PeriodBefore: return tr("Period before");
    case ReportLabel::DaysTold: return tr("Days with entries");
    case ReportLabel::DaysWithSpasm: return tr("Days with spasm");
    case ReportLabel::MedianWorst: return tr("Median of worst pains");
    //: The same over a narrow column
    case ReportLabel::PlaceWorst: return tr("Median of worst");
    case ReportLabel::MedianLength: return tr("Median length");
    case ReportLabel::NightsDisturbed: return tr("Nights disturbed");
    case ReportLabel::RescueDays: return tr("Days with rescue medicine");
    case ReportLabel::FirstBegan: return tr("First began");
    case ReportLabel::FirstInDiary: return tr("First in the diary");
    case ReportLabel::NewSpasms: return tr("New spasms");
    case ReportLabel::FirstEver: return tr("First spasm ever");
    case ReportLabel::Diagnoses: return tr("Diagnoses");
    case ReportLabel::TestsDone: return tr("Tests done");
    case ReportLabel::TimelinePicture: return tr("Timeline");
    case ReportLabel::Timeline: return tr("Worst pain");
    case ReportLabel::EpisodeLength: return tr("A spasm lasts");
    case ReportLabel::OneSpasm: return tr("One cramp lasts");
    case ReportLabel::Limits: return tr("Limited");
    case ReportLabel::LatestSpasms: return tr("Latest spasms");
    case ReportLabel::Began: return tr("Began");
    case ReportLabel::Ended: return tr("Ended");
    case ReportLabel::Lasted: return tr("Lasted");
    case ReportLabel::Worst: return tr("Worst");
    case ReportLabel::Where: return tr("Where");
    case ReportLabel::Nerves: return tr("Weakness, numbness, tingling");
    case ReportLabel::OtherSymptoms: return tr("Other symptoms");
    case ReportLabel::Measured: return tr("Measured");
    case ReportLabel::Injuries: return tr("Injury");
    case ReportLabel::Triggers: return tr("Triggers told");
    case ReportLabel::Activities: return tr("Was doing");
    case ReportLabel::Conditions: return tr("Conditions");
    case ReportLabel::OtherConditions: return tr("Other conditions");
    case ReportLabel::Allergies: return tr("Allergies");
    case ReportLabel::Pregnant: return tr("Pregnant");
    case ReportLabel::Procedures: return tr("Spine treatment");
    case ReportLabel::Medicines: return tr("Medicines");
    case ReportLabel::Medicine: return tr("Medicine");
    case ReportLabel::Taken: return tr("Taken");
    case ReportLabel::Days: return tr("Days");
    case ReportLabel::Times: return tr("Times");
    case ReportLabel::LastTaken: return tr("Last");
    case ReportLabel::Helped: return tr("What was tried");
    case ReportLabel::Method: return tr("Tried");
    case ReportLabel::Uses: return tr("Uses");
    case ReportLabel::PainBefore: return tr("Before");
    case ReportLabel::PainAfter: return tr("Pain");
    case ReportLabel::After: return tr("After");
    case ReportLabel::Felt: return tr("Felt");
    case ReportLabel::Episodes: return tr("Spasms");
    case ReportLabel::Told: return tr("What was told");
    case ReportLabel::Readings: return tr("Pain readings");
    case ReportLabel::SpasmOf: return tr("Spasm of");
    case ReportLabel::At: return tr("Time");
    case ReportLabel::Pain: return tr("Pain");
    case ReportLabel::AtRest: return tr("At rest");
    case ReportLabel::Note: return tr("Note");
    case ReportLabel::Dose: return tr("Dose");
    case ReportLabel::Sessions: return tr("Heat and cold");
    case ReportLabel::Kind: return tr("Kind");
    case ReportLabel::Skin: return tr("Skin");
    case ReportLabel::Answers: return tr("Answers to warning-sign questions");
    case ReportLabel::QuestionAsked: return tr("Question");
    case ReportLabel::Answer: return tr("Answer");
    case ReportLabel::Change: return tr("Change");
    case ReportLabel::Symptoms: return tr("Symptoms");
    case ReportLabel::Symptom: return tr("Symptom");
    case ReportLabel::Since: return tr("Since");
    case ReportLabel::LimitsTold: return tr("What it limited");
    case ReportLabel::Activity: return tr("Activity");
    case ReportLabel::Measurements: return tr("Measurements");
    case ReportLabel::Value: return tr("Value");
    case ReportLabel::InFull: return tr("In full: what page 1 had no room for");
    case ReportLabel::About: return tr("About");
    case ReportLabel::Text: return tr("Text");
    case ReportLabel::Methods: return tr("How it was counted");
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
