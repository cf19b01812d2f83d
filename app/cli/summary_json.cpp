// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary_json.h"

#include "app/cli/insight_json.h"
#include "core/knowledge/names.h"
#include "core/time/iso8601.h"

namespace unclench::app::cli {

namespace {

using SummaryJson = nlohmann::ordered_json;

// What was not told is null.
template <class T>
SummaryJson toldOrNull(const std::optional<T>& value)
{
    if (!value) {
        return nullptr;
    }
    if constexpr (NamedEnum<T>) {
        return toId(*value);
    } else if constexpr (std::is_same_v<T, Moment>) {
        return toIso(*value);
    } else if constexpr (std::is_same_v<T, UtcTime>) {
        return value->time_since_epoch().count();
    } else if constexpr (std::is_same_v<T, Summary::Length>) {
        return value->count();
    } else {
        return *value;
    }
}

template <class Row, class ToJson>
SummaryJson summaryList(const std::vector<Row>& rows, ToJson toJson)
{
    SummaryJson list = SummaryJson::array();
    for (const Row& row : rows) {
        list.push_back(toJson(row));
    }
    return list;
}

SummaryJson summaryPeriod(const Period& period)
{
    return {{"begin_utc_ms", toldOrNull(period.begin)}, {"end_utc_ms", toldOrNull(period.end)}};
}

SummaryJson summaryCounts(const Summary::Counts& counts)
{
    return {{"n", counts.n}, {"rows", summaryList(counts.rows, [](const Summary::Count& row) {
                                  return SummaryJson{{"id", row.id}, {"episodes", row.episodes}};
                              })}};
}

SummaryJson summaryNumbers(const Summary::Numbers& numbers)
{
    return {{"days", numbers.days},
            {"told_days", numbers.toldDays},
            {"episodes", numbers.episodes},
            {"spasm_days", numbers.spasmDays},
            {"worst", toldOrNull(numbers.worst)},
            {"median_worst", toldOrNull(numbers.medianWorst)},
            {"median_pain", toldOrNull(numbers.medianPain)},
            {"median_length_ms", toldOrNull(numbers.medianLength)},
            {"longest_ms", toldOrNull(numbers.longest)},
            {"rescue_days", numbers.rescueDays},
            {"night_days", numbers.nightDays}};
}

SummaryJson summaryAlert(const Summary::AlertRow& row)
{
    return {{"rule", row.rule},          {"level", toId(row.level)},
            {"at", toIso(row.at)},       {"state", toId(row.state)},
            {"since", toIso(row.since)}, {"closing", toldOrNull(row.closing)}};
}

SummaryJson summaryPlace(const Place& place)
{
    return {{"region", place.region}, {"side", toldOrNull(place.side)}};
}

SummaryJson summaryPlaceRow(const Summary::PlaceRow& row)
{
    SummaryJson json = summaryPlace(row.place);
    json["episodes"] = row.episodes;
    json["median_worst"] = toldOrNull(row.medianWorst);
    return json;
}

SummaryJson summaryReading(const std::optional<Reading>& reading)
{
    if (!reading) {
        return nullptr;
    }
    return {{"at", toIso(reading->at)},
            {"pain", reading->pain},
            {"at_rest", toldOrNull(reading->atRest)}};
}

SummaryJson summaryBackground(const std::map<BackgroundTopic, std::string>& background)
{
    SummaryJson json = SummaryJson::object();
    for (std::size_t i = 0; i < kNames<BackgroundTopic>.size(); ++i) {
        const auto text = background.find(static_cast<BackgroundTopic>(i));
        json[std::string{kNames<BackgroundTopic>[i]}] =
            text == background.end() ? SummaryJson(nullptr) : SummaryJson(text->second);
    }
    return json;
}

SummaryJson summarySpasm(const Summary::SpasmRow& row)
{
    return {{"id", row.id.text()},
            {"onset", toIso(row.onset)},
            {"end", toldOrNull(row.end)},
            {"worst", toldOrNull(row.worst)},
            {"places", summaryList(row.places, summaryPlace)},
            {"triggers", row.triggers}};
}

SummaryJson summaryFunction(const Summary::FunctionRow& row)
{
    return {{"function", row.function},
            {"most", row.most},
            {"last", row.last},
            {"last_at", toIso(row.lastAt)}};
}

SummaryJson summarySymptom(const Summary::SymptomRow& row)
{
    return {{"symptom", row.symptom},           {"side", toldOrNull(row.side)},
            {"first_at", toIso(row.firstAt)},   {"last_at", toIso(row.lastAt)},
            {"change", toldOrNull(row.change)}, {"since_days", toldOrNull(row.sinceDays)},
            {"present", row.isPresent}};
}

SummaryJson summaryMeasurement(const Measurement& row)
{
    return {{"at", toIso(row.at)},
            {"quantity", toId(row.quantity)},
            {"value", row.value},
            {"unit_told", toId(row.told)}};
}

SummaryJson summaryInjury(const Summary::InjuryRow& row)
{
    return {{"at", toIso(row.at)},
            {"episode_id", row.episode.text()},
            {"swelling", row.hasSwelling},
            {"bruise_over_spine", row.hasBruiseOverSpine}};
}

SummaryJson summaryMedicine(const Summary::MedicineRow& row)
{
    return {{"name", row.name},
            {"class", toldOrNull(row.medicineClass)},
            {"use", toId(row.use)},
            {"dose", row.dose},
            {"days", row.days},
            {"times", row.times},
            {"last_at", toldOrNull(row.lastAt)},
            {"patch", row.isPatch}};
}

SummaryJson summaryCondition(const Summary::ConditionRow& row)
{
    return {{"condition", row.condition}, {"at", toIso(row.at)}};
}

SummaryJson summaryProcedure(const Procedure& row)
{
    return {{"at", toIso(row.at)}, {"told", toIso(row.told)}};
}

} // namespace

nlohmann::ordered_json summaryJson(const Summary& summary)
{
    const auto& quality = summary.quality;
    return {{"now_utc_ms", summary.now.utc.time_since_epoch().count()},
            {"period", summaryPeriod(summary.period)},
            {"before", summaryPeriod(summary.before)},
            {"name", summary.name},
            {"birth_year", toldOrNull(summary.birthYear)},
            {"quality",
             {{"days", quality.days},
              {"told_days", quality.toldDays},
              {"entries", quality.entries},
              {"within_hour", quality.withinHour},
              {"within_day", quality.withinDay}}},
            {"alerts", summaryList(summary.alerts, summaryAlert)},
            {"last_asked", toldOrNull(summary.lastAsked)},
            {"answered_no", summary.answeredNo},
            {"places",
             {{"n", summary.placesTold}, {"rows", summaryList(summary.places, summaryPlaceRow)}}},
            {"quality_of_pain", summaryCounts(summary.painQuality)},
            {"pattern", summaryCounts(summary.pattern)},
            {"signs", summaryCounts(summary.signs)},
            {"last_reading", summaryReading(summary.lastReading)},
            {"numbers", summaryNumbers(summary.numbers)},
            {"numbers_before",
             summary.numbersBefore ? summaryNumbers(*summary.numbersBefore) : SummaryJson(nullptr)},
            {"first_onset", toldOrNull(summary.firstOnset)},
            {"onsets_30d", summary.onsets30Days},
            {"onsets_180d", summary.onsets180Days},
            {"background", summaryBackground(summary.background)},
            {"spasm_length",
             {{"n", summary.spasmLengths}, {"median_ms", toldOrNull(summary.medianSpasm)}}},
            {"spasms", summaryList(summary.spasms, summarySpasm)},
            {"function", summaryList(summary.function, summaryFunction)},
            {"nerves", summaryList(summary.nerves, summarySymptom)},
            {"symptoms", summaryList(summary.symptoms, summarySymptom)},
            {"measurements", summaryList(summary.measurements, summaryMeasurement)},
            {"injuries", summaryList(summary.injuries, summaryInjury)},
            {"triggers", summaryCounts(summary.triggers)},
            {"activities", summaryCounts(summary.activities)},
            {"first_ever", summary.isFirstEver},
            {"medicines", summaryList(summary.medicines, summaryMedicine)},
            {"conditions", summaryList(summary.conditions, summaryCondition)},
            {"pregnant_weeks", toldOrNull(summary.pregnantWeeks)},
            {"procedures", summaryList(summary.procedures, summaryProcedure)},
            {"helped", summaryList(summary.helped, effectJson)}};
}

} // namespace unclench::app::cli
