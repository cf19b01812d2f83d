// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/insights.h"

#include "core/insight/onsets.h"

#include <algorithm>
#include <map>

namespace unclench {

namespace {

constexpr int kWorthHalving = 2;

} // namespace

HourGrid hourGrid(const Chronicle& chronicle, const Period& period)
{
    using namespace std::chrono;
    HourGrid grid;
    for (const Chronicle::Episode& episode : onsetsIn(chronicle, period)) {
        const auto day = episode.onset.localDay();
        const auto hour = floor<hours>(episode.onset.local() - day).count();
        ++grid.counts[weekday{day}.iso_encoding() - 1][static_cast<std::size_t>(hour)];
        ++grid.n;
    }
    if (!grid.isShown()) {
        grid.counts = {};
    }
    return grid;
}

PlaceCounts placeCounts(const Chronicle& chronicle, const Period& period)
{
    struct Sum {
        int episodes = 0;
        std::vector<double> worst;
    };
    PlaceCounts counts;
    std::vector<Sum> sums(chronicle.places.size());
    for (const Chronicle::Episode& episode : onsetsIn(chronicle, period)) {
        if (episode.places.value_or(std::vector<int>{}).empty()) {
            continue;
        }
        ++counts.n;
        for (const int place : *episode.places) {
            Sum& sum = sums[static_cast<std::size_t>(place)];
            ++sum.episodes;
            if (episode.worst) {
                sum.worst.push_back(*episode.worst);
            }
        }
    }
    for (std::size_t i = 0; counts.isShown() && i < sums.size(); ++i) {
        if (sums[i].episodes > 0) {
            counts.rows.push_back({chronicle.places[i], sums[i].episodes,
                                   sums[i].worst.empty()
                                       ? std::nullopt
                                       : std::optional{median(std::move(sums[i].worst))}});
        }
    }
    std::sort(counts.rows.begin(), counts.rows.end(), [](const auto& a, const auto& b) {
        const auto key = [](const PlaceCounts::Row& row) {
            return std::tuple{-row.episodes, row.place.region,
                              row.place.side ? toId(*row.place.side) : std::string_view{}};
        };
        return key(a) < key(b);
    });
    return counts;
}

TypicalCourse typicalCourse(const Chronicle& chronicle, const Period& period)
{
    TypicalCourse course;
    std::vector<double> lengths;
    const auto episodes = onsetsIn(chronicle, period);
    for (const Chronicle::Episode& episode : episodes) {
        if (episode.end) {
            lengths.push_back(static_cast<double>((*episode.end - episode.onset.utc).count()));
        }
    }
    course.ended = static_cast<int>(lengths.size());
    if (course.ended >= InsightLeast::kCourse) {
        const Interval middle = quartiles(lengths);
        course.lengths = TypicalCourse::Lengths{TypicalCourse::Length{median(std::move(lengths))},
                                                TypicalCourse::Length{middle.low},
                                                TypicalCourse::Length{middle.high}};
    }

    struct Halving {
        std::optional<UtcTime> worstAt;
        bool isFollowed = false;
        std::optional<UtcTime> halfAt;
    };
    std::vector<Halving> halvings(chronicle.episodes.size());
    for (const Chronicle::Reading& reading : chronicle.readings) {
        const auto index = static_cast<std::size_t>(reading.episode);
        const int worst = chronicle.episodes[index].worst.value_or(0);
        Halving& halving = halvings[index];
        if (!halving.worstAt) {
            if (reading.pain == worst) {
                halving.worstAt = reading.at.utc;
            }
        } else if (!halving.halfAt && reading.at.utc > *halving.worstAt) {
            halving.isFollowed = true;
            if (2 * reading.pain <= worst) {
                halving.halfAt = reading.at.utc;
            }
        }
    }
    std::vector<double> reached;
    const auto first =
        static_cast<std::size_t>(std::distance(chronicle.episodes.data(), episodes.data()));
    for (std::size_t i = 0; i < episodes.size(); ++i) {
        const Halving& halving = halvings[first + i];
        if (episodes[i].worst.value_or(0) < kWorthHalving || !halving.isFollowed) {
            continue;
        }
        ++course.halving;
        if (halving.halfAt) {
            reached.push_back(static_cast<double>((*halving.halfAt - *halving.worstAt).count()));
        }
    }
    course.reached = static_cast<int>(reached.size());
    std::sort(reached.begin(), reached.end());
    const auto lower = static_cast<std::size_t>(std::max(0, course.halving - 1) / 2);
    const auto upper = static_cast<std::size_t>(course.halving / 2);
    if (course.halving >= InsightLeast::kCourse && upper < reached.size()) {
        course.toHalf = TypicalCourse::Length{(reached[lower] + reached[upper]) / 2};
    }
    return course;
}

TriggerShares triggerShares(const Chronicle& chronicle, const Period& period)
{
    TriggerShares shares;
    std::vector<int> counts(chronicle.triggers.size());
    for (const Chronicle::Episode& episode : onsetsIn(chronicle, period)) {
        if (!episode.triggers) {
            continue;
        }
        ++shares.n;
        for (const int trigger : *episode.triggers) {
            ++counts[static_cast<std::size_t>(trigger)];
        }
    }
    for (std::size_t i = 0; shares.isShown() && i < counts.size(); ++i) {
        if (counts[i] > 0) {
            shares.rows.push_back({chronicle.triggers[i], counts[i],
                                   static_cast<double>(counts[i]) / shares.n,
                                   shareInterval(counts[i], shares.n)});
        }
    }
    std::sort(shares.rows.begin(), shares.rows.end(), [](const auto& a, const auto& b) {
        return std::pair{-a.episodes, a.id} < std::pair{-b.episodes, b.id};
    });
    return shares;
}

Insights insightsOf(const Chronicle& chronicle, const Period& period)
{
    Insights insights;
    insights.episodes = static_cast<int>(onsetsIn(chronicle, period).size());
    insights.hours = hourGrid(chronicle, period);
    insights.places = placeCounts(chronicle, period);
    insights.course = typicalCourse(chronicle, period);
    insights.helped = whatHelped(chronicle, period);
    insights.triggers = triggerShares(chronicle, period);
    insights.twoHours = sittingTwoHoursBefore(chronicle, period);
    insights.dayBefore = sittingDayBefore(chronicle, period);
    return insights;
}

} // namespace unclench
