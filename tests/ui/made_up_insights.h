// SPDX-License-Identifier: GPL-3.0-or-later
// Insights that no diary counted: some with enough, some with too little.
#pragma once

#include "tests/support/test_clock.h"
#include "ui/pages/insights_view.h"

namespace unclench::ui {

inline constexpr auto kHourLength = TypicalCourse::Length{3'600'000};

[[nodiscard]] inline Insights usualInsights()
{
    Insights insights;
    insights.episodes = 24;
    insights.hours.n = 24;
    insights.hours.counts[1][14] = 6;
    insights.hours.counts[0][8] = 3;
    insights.hours.counts[6][23] = 1;
    insights.places.n = 20;
    insights.places.rows = {{{"lower_back", Side::Left}, 12, 6.5},
                            {{"neck", Side::Middle}, 3, 4.0},
                            {{"hip", std::nullopt}, 2, std::nullopt}};
    insights.course.ended = 23;
    insights.course.lengths =
        TypicalCourse::Lengths{9 * kHourLength, 3 * kHourLength, 48 * kHourLength};
    insights.course.halving = 20;
    insights.course.reached = 14;
    insights.course.toHalf = 5 * kHourLength;
    insights.helped = {
        {UseKind::Heat, {}, 12, 4, 2, 0, MethodEffect::Pain{6, 4, -2, {-3, -1}, Noticed::Better}},
        {UseKind::Taken, "unknown", 3, 0, 0, 0, {}}};
    insights.triggers.n = 40;
    insights.triggers.rows = {{"twisting", 12, 0.3, {0.1807, 0.4543}}};
    insights.twoHours = {24, 60, SittingBefore::Minutes{70, 55, 15.2, {-4.8, 32.1}}};
    insights.dayBefore = {4, 60, {}};
    return insights;
}

[[nodiscard]] inline InsightsView insightsViewOf(const Insights& insights)
{
    InsightsView view;
    view.now = tests::at("2026-03-02T08:00:00+01:00");
    view.insights = insights;
    view.hasAny = true;
    return view;
}

} // namespace unclench::ui
