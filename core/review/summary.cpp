// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/summary_of.h"

#include "core/insight/statistics.h"
#include "core/review/episodes_in.h"
#include "core/review/nerve_symptoms.h"
#include "core/review/numbers.h"
#include "core/review/told_counts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace unclench {

namespace {

std::string_view sideId(const std::optional<Side>& side)
{
    return side ? toId(*side) : std::string_view{};
}

/// Of what is open or put off, one for each rule: two machines may have raised the same one each.
/// It is the one that the window shows (AlertStore::active).
std::vector<Alert> withoutTwins(const std::vector<Alert>& alerts)
{
    const auto standing = [](const Alert& alert) {
        return std::tuple{alert.level, alert.state == AlertState::Open, alert.since.utc,
                          alert.stamp.id};
    };
    std::map<std::string_view, const Alert*> shown;
    for (const Alert& alert : alerts) {
        const Alert*& one = shown[alert.rule];
        if (!alert.isClosed() && (one == nullptr || standing(*one) < standing(alert))) {
            one = &alert;
        }
    }
    std::vector<Alert> left;
    std::copy_if(alerts.begin(), alerts.end(), std::back_inserter(left), [&](const Alert& alert) {
        return alert.isClosed() || shown.at(alert.rule) == &alert;
    });
    return left;
}

/// What only asked is not read at all.
std::vector<Summary::AlertRow> alertRows(const SummaryRecords& records)
{
    std::vector<Alert> alerts = withoutTwins(records.alerts);
    std::sort(alerts.begin(), alerts.end(), [](const Alert& a, const Alert& b) {
        const auto key = [](const Alert& alert) {
            return std::tuple{!alert.isClosed(), alert.level, alert.at.utc, alert.stamp.id};
        };
        return key(a) > key(b);
    });
    std::vector<Summary::AlertRow> rows;
    for (const Alert& alert : alerts) {
        rows.push_back(
            {alert.rule, alert.level, alert.at, alert.state, alert.since, alert.closing});
    }
    return rows;
}

void putPlaces(Summary& summary, const Chronicle& chronicle)
{
    struct Sum {
        int episodes = 0;
        std::vector<double> worst;
    };
    std::vector<Sum> sums(chronicle.places.size());
    for (const Chronicle::Episode* episode : episodesIn(chronicle, summary.period)) {
        if (!episode->places || episode->places->empty()) {
            continue;
        }
        ++summary.placesTold;
        for (const int place : *episode->places) {
            Sum& sum = sums[static_cast<std::size_t>(place)];
            ++sum.episodes;
            if (episode->worst) {
                sum.worst.push_back(*episode->worst);
            }
        }
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i].episodes > 0) {
            summary.places.push_back({chronicle.places[i], sums[i].episodes,
                                      sums[i].worst.empty()
                                          ? std::nullopt
                                          : std::optional{median(std::move(sums[i].worst))}});
        }
    }
    std::sort(summary.places.begin(), summary.places.end(), [](const auto& a, const auto& b) {
        const auto key = [](const Summary::PlaceRow& row) {
            return std::tuple{-row.episodes, row.place.region, sideId(row.place.side)};
        };
        return key(a) < key(b);
    });
}

void putSpasms(Summary& summary, const Chronicle& chronicle, const SummaryRecords& records)
{
    const auto episodes = episodesIn(chronicle, summary.period);
    EpisodesById byId{episodes};
    std::vector<std::optional<Moment>> ends(episodes.size());
    for (const SummaryRecords::End& end : records.ends) {
        const auto place = byId.find(end.episode);
        if (place && episodes[*place]->end == end.at.utc) {
            ends[*place] = end.at;
        }
    }
    for (std::size_t i = episodes.size(); i-- > 0;) {
        const Chronicle::Episode& episode = *episodes[i];
        Summary::SpasmRow& row = summary.spasms.emplace_back();
        row.id = episode.id;
        row.onset = episode.onset;
        if (episode.end) {
            row.end = ends[i].value_or(Moment{*episode.end, episode.onset.offset});
        }
        row.worst = episode.worst;
        for (const int place : episode.places.value_or(std::vector<int>{})) {
            row.places.push_back(chronicle.places[static_cast<std::size_t>(place)]);
        }
        for (const int trigger : episode.triggers.value_or(std::vector<int>{})) {
            row.triggers.push_back(chronicle.triggers[static_cast<std::size_t>(trigger)]);
        }
    }
}

std::vector<Summary::FunctionRow> functionRows(const SummaryRecords& records, const Period& period)
{
    std::map<int, Summary::FunctionRow> found;
    for (const SummaryRecords::FunctionTold& told : records.functions) {
        if (isIn(period, told.at.utc)) {
            Summary::FunctionRow& row = found[told.function];
            row.most = std::max(row.most, told.level);
            row.last = told.level;
            row.lastAt = told.at;
        }
    }
    std::vector<Summary::FunctionRow> rows;
    for (auto& [word, row] : found) {
        if (row.most > 0) {
            row.function = records.words[static_cast<std::size_t>(word)];
            rows.push_back(std::move(row));
        }
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        const auto key = [](const Summary::FunctionRow& row) {
            return std::tuple{-row.most, -row.last, row.function};
        };
        return key(a) < key(b);
    });
    return rows;
}

void putSymptoms(Summary& summary, const SummaryRecords& records)
{
    std::map<std::pair<int, std::optional<Side>>, Summary::SymptomRow> found;
    for (const SummaryRecords::SymptomTold& told : records.symptoms) {
        if (!isIn(summary.period, told.at.utc)) {
            continue;
        }
        const auto [place, isFirst] = found.try_emplace({told.symptom, told.side});
        Summary::SymptomRow& row = place->second;
        if (isFirst) {
            row.firstAt = told.at;
        }
        row.side = told.side;
        row.lastAt = told.at;
        row.change = told.change;
        row.sinceDays = told.sinceDays;
        row.isPresent = told.isPresent;
    }
    for (auto& [key, row] : found) {
        row.symptom = records.words[static_cast<std::size_t>(key.first)];
        auto& rows = isNerveSymptom(row.symptom) ? summary.nerves : summary.symptoms;
        rows.push_back(std::move(row));
    }
    for (auto* rows : {&summary.nerves, &summary.symptoms}) {
        std::sort(rows->begin(), rows->end(), [](const auto& a, const auto& b) {
            const auto key = [](const Summary::SymptomRow& row) {
                return std::tuple{!row.isPresent, -row.lastAt.utc.time_since_epoch().count(),
                                  row.symptom, sideId(row.side)};
            };
            return key(a) < key(b);
        });
    }
}

std::vector<Summary::MedicineRow> medicineRows(const SummaryRecords& records, const Period& period)
{
    std::vector<Summary::MedicineRow> all(records.medicines.size());
    std::vector<std::set<std::chrono::local_days>> days(all.size());
    for (const SummaryRecords::Taken& taken : records.taken) {
        if (!isIn(period, taken.at.utc)) {
            continue;
        }
        Summary::MedicineRow& row = all[static_cast<std::size_t>(taken.medicine)];
        ++row.times;
        days[static_cast<std::size_t>(taken.medicine)].insert(taken.at.localDay());
        row.lastAt = taken.at;
        row.isPatch = row.isPatch || taken.isPatch;
        if (!taken.dose.empty()) {
            row.dose = taken.dose;
        }
    }
    std::vector<Summary::MedicineRow> rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Medicine& medicine = records.medicines[i];
        if (medicine.stamp.isDeleted() && all[i].times == 0) {
            continue;
        }
        Summary::MedicineRow& row = rows.emplace_back(std::move(all[i]));
        row.name = medicine.name;
        row.medicineClass = medicine.medicineClass;
        row.use = medicine.use;
        if (!medicine.dose.empty()) {
            row.dose = medicine.dose;
        }
        row.days = static_cast<int>(days[i].size());
    }
    // `medicines` come by name.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.times > b.times; });
    return rows;
}

std::vector<Summary::ConditionRow> conditionRows(const SummaryRecords& records)
{
    std::map<std::string_view, const Condition*> last;
    for (const Condition& condition : records.conditions) {
        last[condition.condition] = &condition;
    }
    std::vector<Summary::ConditionRow> rows;
    for (const auto& [id, condition] : last) {
        if (condition->isPresent) {
            rows.push_back({condition->condition, condition->at});
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.at.utc > b.at.utc; });
    return rows;
}

} // namespace

Period periodBefore(const Period& period, UtcTime now)
{
    if (!period.begin) {
        return {};
    }
    const UtcTime end = period.end ? std::min(*period.end, now) : now;
    return {*period.begin - std::max(end - *period.begin, std::chrono::milliseconds{0}),
            period.begin};
}

Summary summaryOf(const Chronicle& chronicle, const SummaryRecords& records, const Period& period)
{
    Summary summary;
    summary.now = chronicle.now;
    summary.period = period;
    summary.before = periodBefore(period, chronicle.now.utc);
    summary.name = records.profile.name.value_or(std::string{});
    summary.birthYear = records.profile.birthYear;

    summary.numbers = numbersOf(chronicle, records, period);
    if (period.begin) {
        summary.numbersBefore = numbersOf(chronicle, records, summary.before);
    }
    summary.quality = {summary.numbers.days, summary.numbers.toldDays, records.entries.all,
                       records.entries.withinHour, records.entries.withinDay};
    summary.alerts = alertRows(records);
    summary.lastAsked = records.lastAsked;
    summary.answeredNo = static_cast<int>(
        std::count_if(records.answers.begin(), records.answers.end(), [&](const Answer& answer) {
            return answer.value == AnswerValue::No && isIn(period, answer.at.utc);
        }));

    putPlaces(summary, chronicle);
    putToldCounts(summary, chronicle, records);
    summary.lastReading = records.lastReading;
    if (!chronicle.episodes.empty()) {
        summary.firstOnset = chronicle.episodes.front().onset;
    }
    summary.onsets30Days = distinctOnsets(records.bouts, chronicle.now.utc, std::chrono::days{30});
    summary.onsets180Days =
        distinctOnsets(records.bouts, chronicle.now.utc, std::chrono::days{180});
    summary.background = records.background;
    putSpasms(summary, chronicle, records);
    summary.function = functionRows(records, period);
    putSymptoms(summary, records);
    summary.measurements = records.measurements;

    summary.medicines = medicineRows(records, period);
    summary.conditions = conditionRows(records);
    const auto weeks = records.profile.pregnantWeeksAt(chronicle.now);
    if (weeks && *weeks <= kMostPregnantWeeks) {
        summary.pregnantWeeks = weeks;
    }
    summary.procedures = {records.procedures.rbegin(), records.procedures.rend()};
    summary.helped = whatHelped(chronicle, period);
    return summary;
}

} // namespace unclench
