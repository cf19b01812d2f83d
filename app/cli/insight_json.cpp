// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/insight_json.h"

#include "core/knowledge/names.h"

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

template <class T>
ordered_json orNull(const std::optional<T>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}
ordered_json orNull(const std::optional<UtcTime>& time)
{
    return time ? ordered_json(time->time_since_epoch().count()) : ordered_json(nullptr);
}

/// A member of what may be absent.
template <class T, class Member>
ordered_json in(const std::optional<T>& value, Member member)
{
    return value ? ordered_json(std::invoke(member, *value)) : ordered_json(nullptr);
}

ordered_json placesRows(const PlaceCounts& places)
{
    if (!places.isShown()) {
        return nullptr;
    }
    ordered_json rows = ordered_json::array();
    for (const PlaceCounts::Row& row : places.rows) {
        rows.push_back(
            {{"region", row.place.region},
             {"side", row.place.side ? ordered_json(toId(*row.place.side)) : ordered_json(nullptr)},
             {"episodes", row.episodes},
             {"median_worst", orNull(row.medianWorst)}});
    }
    return rows;
}

ordered_json triggerRows(const TriggerShares& triggers)
{
    if (!triggers.isShown()) {
        return nullptr;
    }
    ordered_json rows = ordered_json::array();
    for (const TriggerShares::Row& row : triggers.rows) {
        rows.push_back({{"id", row.id},
                        {"episodes", row.episodes},
                        {"share", row.share},
                        {"low", row.interval.low},
                        {"high", row.interval.high}});
    }
    return rows;
}

ordered_json lengthsJson(const TypicalCourse& course)
{
    const auto ms = [&](TypicalCourse::Length TypicalCourse::Lengths::*member) {
        return course.lengths ? ordered_json(((*course.lengths).*member).count())
                              : ordered_json(nullptr);
    };
    return {{"n", course.ended},
            {"median_ms", ms(&TypicalCourse::Lengths::median)},
            {"lower_ms", ms(&TypicalCourse::Lengths::lower)},
            {"upper_ms", ms(&TypicalCourse::Lengths::upper)}};
}

ordered_json sittingJson(const SittingBefore& before)
{
    using Minutes = SittingBefore::Minutes;
    return {{"episodes", before.episodes},
            {"other_days", before.otherDays},
            {"median_own_min", in(before.minutes, &Minutes::own)},
            {"median_other_min", in(before.minutes, &Minutes::other)},
            {"median_difference_min", in(before.minutes, &Minutes::difference)},
            {"low", in(before.minutes, [](const Minutes& m) { return m.interval.low; })},
            {"high", in(before.minutes, [](const Minutes& m) { return m.interval.high; })}};
}

} // namespace

nlohmann::ordered_json effectJson(const MethodEffect& effect)
{
    using Pain = MethodEffect::Pain;
    ordered_json noticed = nullptr;
    if (effect.pain && effect.pain->noticed != Noticed::No) {
        noticed = effect.pain->noticed == Noticed::Better ? "better" : "worse";
    }
    return {{"kind", toId(effect.kind)},
            {"id", effect.id},
            {"n", effect.n},
            {"better", effect.better},
            {"same", effect.same},
            {"worse", effect.worse},
            {"median_before", in(effect.pain, &Pain::before)},
            {"median_after", in(effect.pain, &Pain::after)},
            {"median_change", in(effect.pain, &Pain::change)},
            {"change_low", in(effect.pain, [](const Pain& pain) { return pain.interval.low; })},
            {"change_high", in(effect.pain, [](const Pain& pain) { return pain.interval.high; })},
            {"noticed", noticed}};
}

ordered_json insightsJson(const Insights& insights, const Period& period, UtcTime now)
{
    ordered_json helped = ordered_json::array();
    for (const MethodEffect& effect : insights.helped) {
        helped.push_back(effectJson(effect));
    }
    const TypicalCourse& course = insights.course;
    return {
        {"now_utc_ms", now.time_since_epoch().count()},
        {"period", {{"begin_utc_ms", orNull(period.begin)}, {"end_utc_ms", orNull(period.end)}}},
        {"episodes", insights.episodes},
        {"hours",
         {{"n", insights.hours.n},
          {"counts", insights.hours.isShown() ? ordered_json(insights.hours.counts)
                                              : ordered_json(nullptr)}}},
        {"places", {{"n", insights.places.n}, {"places", placesRows(insights.places)}}},
        {"length", lengthsJson(course)},
        {"half",
         {{"n", course.halving},
          {"reached", course.reached},
          {"median_ms",
           course.toHalf ? ordered_json(course.toHalf->count()) : ordered_json(nullptr)}}},
        {"helped", helped},
        {"triggers", {{"n", insights.triggers.n}, {"triggers", triggerRows(insights.triggers)}}},
        {"sitting",
         {{"two_hours", sittingJson(insights.twoHours)},
          {"day_before", sittingJson(insights.dayBefore)}}},
        {"comparisons", insights.comparisons()}};
}

} // namespace unclench::app::cli
