// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the page for the doctor. docs/report.md defines every one of them.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/chronicle.h"
#include "core/diary/episode.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/diary/visit.h"
#include "core/insight/insights.h"
#include "core/time/period.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// Values alone, complete: what has no room on the page is left out by who lays it out, who says
/// so.
struct Summary {
    using Length = std::chrono::duration<double, std::milli>;

    /// How the diary was kept in the period.
    struct Quality {
        /// Local days of the period until now, and those of them with an entry.
        int days = 0;
        int toldDays = 0;
        /// What was told with a time, and how much of it within an hour and within a day of that
        /// time.
        int entries = 0;
        int withinHour = 0;
        int withinDay = 0;
    };

    /// The same figures of two periods, side by side.
    struct Numbers {
        /// Local days of it, and those with an entry; none: there is nothing to compare with.
        int days = 0;
        int toldDays = 0;
        /// That were going on in it.
        int episodes = 0;
        /// Local days on which one was going on.
        int spasmDays = 0;
        std::optional<int> worst;
        /// Of the worst pain of the episodes that have a reading.
        std::optional<double> medianWorst;
        /// Of the readings in it.
        std::optional<double> medianPain;
        /// Of the episodes that are over.
        std::optional<Length> medianLength;
        std::optional<Length> longest;
        /// Local days on which a rescue medicine was taken.
        int rescueDays = 0;
        /// Local days on which pain at night was told, or that sleep was limited.
        int nightDays = 0;
    };

    struct PlaceRow {
        Place place;
        int episodes = 0;
        std::optional<double> medianWorst;
    };
    /// In how many episodes something was told.
    struct Count {
        std::string id;
        int episodes = 0;
    };
    /// Of `n` episodes for which it was told at all.
    struct Counts {
        int n = 0;
        /// The most often first; then by id.
        std::vector<Count> rows;
    };

    struct SpasmRow {
        Uuid id;
        Moment onset;
        std::optional<Moment> end;
        std::optional<int> worst;
        std::vector<Place> places;
        std::vector<std::string> triggers;
    };
    struct FunctionRow {
        std::string function;
        /// The most it was limited in the period, 1 to 3, and the last told.
        int most = 0;
        int last = 0;
        Moment lastAt;
    };
    /// One symptom on one side.
    struct SymptomRow {
        std::string symptom;
        std::optional<Side> side;
        /// First and last told in the period.
        Moment firstAt;
        Moment lastAt;
        /// Of the last one.
        std::optional<Change> change;
        std::optional<int> sinceDays;
        bool isPresent = true;
    };
    struct InjuryRow {
        Moment at;
        Uuid episode;
        bool hasSwelling = false;
        bool hasBruiseOverSpine = false;
    };
    struct MedicineRow {
        std::string name;
        std::optional<std::string> medicineClass;
        MedicineUse use = MedicineUse::Rescue;
        /// As written on the list, else as last taken.
        std::string dose;
        int days = 0;
        int times = 0;
        /// Absent: on the list, not taken in the period.
        std::optional<Moment> lastAt;
        bool isPatch = false;
    };
    struct ConditionRow {
        std::string condition;
        /// When it was told.
        Moment at;
    };

    struct AlertRow {
        std::string rule;
        Level level = Level::Soon;
        /// When it was raised.
        Moment at;
        AlertState state = AlertState::Open;
        /// Since when it is in this state, and how it was closed.
        Moment since;
        std::optional<Closing> closing;
    };

    /// Until when it is: what is open goes on.
    Moment now;
    Period period;
    /// As long, right before it. Both bounds are there where `period` has a begin.
    Period before;
    std::string name;
    std::optional<int> birthYear;

    Quality quality;
    /// What is open, whenever it was raised, and what was raised in the period: the open ones
    /// first, one for each rule; in each the highest level first, then the latest. None that only
    /// asked.
    std::vector<AlertRow> alerts;
    /// When an emergency question was answered last. Absent: never.
    std::optional<Moment> lastAsked;
    /// Emergency questions whose answer in the period is the last one and a no.
    int answeredNo = 0;

    // Where
    int placesTold = 0;
    std::vector<PlaceRow> places;
    // What it is like and how strong
    Counts painQuality;
    Counts pattern;
    Counts signs;
    std::optional<Reading> lastReading;
    Numbers numbers;
    /// Absent: the period has no begin.
    std::optional<Numbers> numbersBefore;
    // Since when, how often, how long
    std::optional<Moment> firstOnset;
    /// Distinct onsets up to now (clinical document, section 6).
    int onsets30Days = 0;
    int onsets180Days = 0;
    std::map<BackgroundTopic, std::string> background;
    // Each spasm
    /// Of the lengths of one spasm that were told.
    int spasmLengths = 0;
    std::optional<Length> medianSpasm;
    /// The latest first.
    std::vector<SpasmRow> spasms;
    std::vector<FunctionRow> function;
    // Weakness or numbness
    std::vector<SymptomRow> nerves;
    /// All other symptoms.
    std::vector<SymptomRow> symptoms;
    std::vector<Measurement> measurements;
    // Injury and triggers
    std::vector<InjuryRow> injuries;
    Counts triggers;
    Counts activities;
    bool isFirstEver = false;
    // Medicines and what helped
    std::vector<MedicineRow> medicines;
    /// What stands now.
    std::vector<ConditionRow> conditions;
    std::optional<int> pregnantWeeks;
    std::vector<Procedure> procedures;
    std::vector<MethodEffect> helped;
};

} // namespace unclench
