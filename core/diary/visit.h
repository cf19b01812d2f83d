// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments with someone who treats the back, and what such a person asks about besides the
// spasms.
#pragma once

#include "core/diary/stamp.h"
#include "core/knowledge/names.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// The parts of the page for the doctor that a person can leave out, in the order of the page
/// (clinical document, section 6: the seven questions). Notes: as they were typed, in the long
/// version only. Warning signs and what the person wants to say are always there.
enum class ReportSection { Where, Strength, Course, Spasms, Nerves, Injury, Treatment, Notes };
template <>
inline constexpr std::array kNames<ReportSection> = std::to_array<std::string_view>(
    {"where", "strength", "course", "spasms", "nerves", "injury", "treatment", "notes"});

/// What stands of the person on each page.
enum class ReportName { None, Initials, Full };
template <>
inline constexpr std::array
    kNames<ReportName> = std::to_array<std::string_view>({"none", "initials", "full"});

/// One appointment: what is prepared for it, and afterwards what was said.
struct Visit {
    /// In bytes. Longer text is refused, not cut.
    static constexpr std::size_t kMostText = 20'000;
    static constexpr std::size_t kMostQuestions = 3;

    Stamp stamp;
    /// When it is or was; may lie ahead.
    Moment at;
    /// Whom it is with; may be empty.
    std::string provider;
    std::string goal;
    /// One a line, at most three lines that are not blank.
    std::string questions;
    /// Local days, "2026-03-02"; the last day belongs to it. Empty: from the day of the last visit
    /// that is over; until now, or where this one is over, until its day.
    std::string fromDay;
    std::string toDay;
    /// Names of ReportSection with a comma between, in the order of the page.
    std::string sections = "where,strength,course,spasms,nerves,injury,treatment";
    bool isLong = false;
    ReportName shownName = ReportName::None;
    bool isOver = false;
    /// Afterwards.
    std::string said;
    std::string toDo;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit)
    {
        visit("at", self.at);
        visit("provider", self.provider);
        visit("goal", self.goal);
        visit("questions", self.questions);
        visit("from_day", self.fromDay);
        visit("to_day", self.toDay);
        visit("sections", self.sections);
        visit("is_long", self.isLong);
        visit("shown_name", self.shownName);
        visit("is_over", self.isOver);
        visit("said", self.said);
        visit("to_do", self.toDo);
    }
    friend bool operator==(const Visit&, const Visit&) = default;
};

/// Those that are on. An unknown name is passed over.
[[nodiscard]] std::vector<ReportSection> reportSections(const Visit& visit);
/// The lines of `questions` that are not blank.
[[nodiscard]] std::vector<std::string> questionsOf(const Visit& visit);

/// First and last local day that the page of a visit covers; the last one counts whole.
struct VisitDays {
    std::chrono::local_days from;
    std::chrono::local_days to;

    friend bool operator==(const VisitDays&, const VisitDays&) = default;
};

/// Without a visit before, the page goes back so far.
inline constexpr std::chrono::days kFirstVisitDays{180};

/// The visit's own days where they are given. Else from the local day of `last`, the visit before
/// this one that is over; where there is none from 180 days before its last day, or from the first
/// told day where that is later; and to today, or where it is over, to its own day. Where that
/// begins after it ends, its last day alone.
[[nodiscard]] VisitDays visitDays(const Visit& visit,
                                  const std::optional<Visit>& last,
                                  std::chrono::local_days firstTold,
                                  const Moment& now);

/// What a doctor asks that no episode tells, as text.
enum class BackgroundTopic { FirstBegan, Diagnoses, TestsDone, OtherConditions, Allergies };
template <>
inline constexpr std::array kNames<BackgroundTopic> = std::to_array<std::string_view>(
    {"first_began", "diagnoses", "tests_done", "other_conditions", "allergies"});

/// One told text. The last told of a topic is how it stands; empty: taken back.
struct BackgroundEntry {
    static constexpr std::size_t kMostText = 20'000;

    Stamp stamp;
    Moment at;
    BackgroundTopic topic = BackgroundTopic::FirstBegan;
    std::string text;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit)
    {
        visit("at", self.at);
        visit("topic", self.topic);
        visit("text", self.text);
    }
    friend bool operator==(const BackgroundEntry&, const BackgroundEntry&) = default;
};

} // namespace unclench
