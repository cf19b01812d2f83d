// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/diary_json.h"

#include "core/time/iso8601.h"

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

ordered_json maybe(const std::optional<Moment>& moment)
{
    return moment ? ordered_json(toIso(*moment)) : ordered_json(nullptr);
}
template <class T>
ordered_json maybe(const std::optional<T>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json placesJson(const std::optional<std::vector<Place>>& places)
{
    ordered_json list = ordered_json::array();
    for (const Place& place : places.value_or(std::vector<Place>{})) {
        list.push_back(
            {{"id", place.region},
             {"side", place.side ? ordered_json(toId(*place.side)) : ordered_json(nullptr)}});
    }
    return list;
}

ordered_json list(const std::optional<std::vector<std::string>>& ids)
{
    return ids.value_or(std::vector<std::string>{});
}

ordered_json readingJson(const Reading& reading)
{
    return {{"id", reading.stamp.id.text()},
            {"at", toIso(reading.at)},
            {"pain", reading.pain},
            {"at_rest", maybe(reading.atRest)},
            {"note", reading.note}};
}

} // namespace

ordered_json toJson(const Course& course)
{
    ordered_json bouts = ordered_json::array();
    for (const Bout& bout : course.bouts) {
        bouts.push_back({{"begin", toIso(bout.begin)}, {"end", maybe(bout.end)}});
    }
    ordered_json readings = ordered_json::array();
    for (const Reading& reading : course.readings) {
        readings.push_back(readingJson(reading));
    }
    ordered_json reports = ordered_json::array();
    for (const Report& report : course.reports) {
        reports.push_back({{"id", report.stamp.id.text()},
                           {"at", toIso(report.at)},
                           {"field", toId(report.field)},
                           {"value", ordered_json::parse(report.value)}});
    }
    const Details& details = course.details;
    const ordered_json spasmSeconds =
        details.spasmLength ? ordered_json(details.spasmLength->count()) : ordered_json(nullptr);
    return {{"id", course.id.text()},
            {"onset", toIso(course.onset())},
            {"end", maybe(course.end())},
            {"open", course.isOpen()},
            {"worst", maybe(course.worstPain())},
            {"last", maybe(course.lastPain())},
            {"regions", placesJson(details.regions)},
            {"triggers", list(details.triggers)},
            {"quality", list(details.quality)},
            {"signs", list(details.signs)},
            {"pattern", maybe(details.pattern)},
            {"activity", maybe(details.activity)},
            {"first_ever", maybe(details.firstEver)},
            {"sudden", maybe(details.sudden)},
            {"swelling", maybe(details.swelling)},
            {"bruise_over_spine", maybe(details.bruiseOverSpine)},
            {"spasm_seconds", spasmSeconds},
            {"injury_at", maybe(details.injuryAt)},
            {"note", maybe(details.note)},
            {"bouts", bouts},
            {"readings", readings},
            {"reports", reports}};
}

} // namespace unclench::app::cli
