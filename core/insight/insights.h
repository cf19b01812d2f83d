// SPDX-License-Identifier: GPL-3.0-or-later
// What months of a diary show, each with how many it stands on and silent below its minimum.
// docs/insights.md defines every figure.
#pragma once

#include "core/diary/chronicle.h"
#include "core/insight/statistics.h"
#include "core/time/period.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// The fewest of each that a figure is shown for [design choice of this program; the six uses are
/// what an interval of a median takes].
struct InsightLeast {
    static constexpr int kHours = 8;
    static constexpr int kPlaces = 3;
    static constexpr int kCourse = 5;
    static constexpr int kUses = 6;
    static constexpr int kTriggers = 8;
    static constexpr int kSittingEpisodes = 8;
    static constexpr int kOtherDays = 8;
};

/// Onsets by local hour and weekday.
struct HourGrid {
    int n = 0;
    /// Monday first. All zero where `n` is below its minimum.
    std::array<std::array<int, 24>, 7> counts{};

    [[nodiscard]] bool isShown() const { return n >= InsightLeast::kHours; }
};

struct PlaceCounts {
    struct Row {
        Place place;
        int episodes = 0;
        /// Of the worst pain of those with a reading. Absent: none has one.
        std::optional<double> medianWorst;
    };
    /// Episodes for which places were told.
    int n = 0;
    /// The most often first. Empty where `n` is below its minimum.
    std::vector<Row> rows;

    [[nodiscard]] bool isShown() const { return n >= InsightLeast::kPlaces; }
};

struct TypicalCourse {
    using Length = std::chrono::duration<double, std::milli>;
    /// Episodes that are over.
    int ended = 0;
    struct Lengths {
        Length median{0};
        Length lower{0};
        Length upper{0};
    };
    std::optional<Lengths> lengths;

    /// Episodes whose worst pain is at least 2 and that have a later reading, and how many of them
    /// came to half of it.
    int halving = 0;
    int reached = 0;
    /// From the worst reading. Absent: too few, or the median episode did not come to it.
    std::optional<Length> toHalf;
};

/// A change that people notice (Ostelo 2008: 2 points of 10, or 30 % of the beginning).
enum class Noticed { No, Better, Worse };

struct MethodEffect {
    UseKind kind = UseKind::Heat;
    /// As in Chronicle::methods; empty for heat and cold.
    std::string id;
    /// Uses with a pain before and after.
    int n = 0;
    /// What was told of all its uses.
    int better = 0;
    int same = 0;
    int worse = 0;
    struct Pain {
        double before = 0;
        double after = 0;
        /// After minus before: less is better.
        double change = 0;
        Interval interval;
        Noticed noticed = Noticed::No;
    };
    /// Medians. Absent: below the minimum.
    std::optional<Pain> pain;
};

struct TriggerShares {
    struct Row {
        std::string id;
        int episodes = 0;
        double share = 0;
        Interval interval;
    };
    /// Episodes for which triggers were told.
    int n = 0;
    /// The most often first. Empty where `n` is below its minimum.
    std::vector<Row> rows;

    [[nodiscard]] bool isShown() const { return n >= InsightLeast::kTriggers; }
};

/// Sitting before episodes against the person's own other days, in minutes.
struct SittingBefore {
    int episodes = 0;
    int otherDays = 0;
    struct Minutes {
        double own = 0;
        double other = 0;
        double difference = 0;
        Interval interval;
    };
    /// Medians. Absent: below a minimum.
    std::optional<Minutes> minutes;
};

struct Insights {
    int episodes = 0;
    HourGrid hours;
    PlaceCounts places;
    TypicalCourse course;
    std::vector<MethodEffect> helped;
    TriggerShares triggers;
    SittingBefore twoHours;
    SittingBefore dayBefore;

    /// How many things were set against others: of twenty, one looks like something by chance.
    [[nodiscard]] int comparisons() const
    {
        return static_cast<int>(triggers.rows.size()) + (twoHours.minutes ? 1 : 0) +
               (dayBefore.minutes ? 1 : 0);
    }
};

/// `period`: of onsets, and of what was done against the pain.
[[nodiscard]] Insights insightsOf(const Chronicle& chronicle, const Period& period);

// The parts of it.
[[nodiscard]] HourGrid hourGrid(const Chronicle& chronicle, const Period& period);
[[nodiscard]] PlaceCounts placeCounts(const Chronicle& chronicle, const Period& period);
[[nodiscard]] TypicalCourse typicalCourse(const Chronicle& chronicle, const Period& period);
[[nodiscard]] std::vector<MethodEffect> whatHelped(const Chronicle& chronicle,
                                                   const Period& period);
[[nodiscard]] TriggerShares triggerShares(const Chronicle& chronicle, const Period& period);
[[nodiscard]] SittingBefore sittingTwoHoursBefore(const Chronicle& chronicle, const Period& period);
[[nodiscard]] SittingBefore sittingDayBefore(const Chronicle& chronicle, const Period& period);

} // namespace unclench
