// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/numbers.h"

#include "core/insight/statistics.h"
#include "core/review/episodes_in.h"

#include <algorithm>
#include <span>
#include <utility>

namespace unclench {

namespace {

using namespace std::chrono_literals;
using Day = std::chrono::local_days;

/// The last one belongs to it; none where the last is before the first.
struct DaySpan {
    Day first;
    Day last;

    [[nodiscard]] int count() const
    {
        return last < first ? 0 : static_cast<int>((last - first).count()) + 1;
    }
};

Day dayAt(UtcTime time, std::chrono::minutes offset)
{
    return Moment{time, offset}.localDay();
}

DaySpan daysOf(const Chronicle& chronicle, const Period& period)
{
    const Moment& now = chronicle.now;
    const auto& episodes = chronicle.episodes;
    const auto firstFrom = [&](UtcTime time) {
        return std::lower_bound(
            episodes.begin(), episodes.end(), time,
            [](const Chronicle::Episode& episode, UtcTime t) { return episode.onset.utc < t; });
    };
    DaySpan days{now.localDay() + std::chrono::days{1}, now.localDay()};
    if (period.end && *period.end <= now.utc) {
        const auto next = firstFrom(*period.end);
        const auto offset = next == episodes.begin() ? now.offset : std::prev(next)->onset.offset;
        days.last = dayAt(*period.end - kClocksChange - 1ms, offset);
    }
    if (period.begin) {
        const auto next = firstFrom(*period.begin);
        days.first = dayAt(*period.begin + kClocksChange,
                           next == episodes.end() ? now.offset : next->onset.offset);
    } else if (!chronicle.toldDays.empty()) {
        days.first = chronicle.toldDays.front();
    }
    return days;
}

int toldDaysIn(const Chronicle& chronicle, const DaySpan& days)
{
    const auto& told = chronicle.toldDays;
    const auto first = std::lower_bound(told.begin(), told.end(), days.first);
    const auto end = std::upper_bound(told.begin(), told.end(), days.last);
    return first < end ? static_cast<int>(end - first) : 0;
}

int spasmDaysIn(const Chronicle& chronicle, const DaySpan& days)
{
    std::vector<std::pair<Day, Day>> touched;
    for (const Chronicle::Episode& episode : chronicle.episodes) {
        const Moment& onset = episode.onset;
        const UtcTime last = episode.end ? *episode.end - 1ms : chronicle.now.utc;
        touched.emplace_back(onset.localDay(), dayAt(std::max(onset.utc, last), onset.offset));
    }
    std::sort(touched.begin(), touched.end());
    int count = 0;
    Day next = days.first;
    for (const auto& [first, last] : touched) {
        const DaySpan further{std::max(first, next), std::min(last, days.last)};
        count += further.count();
        next = std::max(next, last + std::chrono::days{1});
    }
    return count;
}

int differentDays(std::vector<Day> days)
{
    std::sort(days.begin(), days.end());
    return static_cast<int>(std::unique(days.begin(), days.end()) - days.begin());
}

int rescueDaysIn(const SummaryRecords& records, const Period& period)
{
    std::vector<Day> days;
    for (const SummaryRecords::Taken& taken : records.taken) {
        if (isIn(period, taken.at.utc) &&
            records.medicines[static_cast<std::size_t>(taken.medicine)].use ==
                MedicineUse::Rescue) {
            days.push_back(taken.at.localDay());
        }
    }
    return differentDays(std::move(days));
}

int nightDaysIn(const SummaryRecords& records, const Period& period)
{
    std::vector<Day> days;
    const auto isWord = [&](int place, std::string_view word) {
        return records.words[static_cast<std::size_t>(place)] == word;
    };
    for (const SummaryRecords::SymptomTold& told : records.symptoms) {
        if (told.isPresent && isIn(period, told.at.utc) && isWord(told.symptom, "night_pain")) {
            days.push_back(told.at.localDay());
        }
    }
    for (const SummaryRecords::FunctionTold& told : records.functions) {
        if (told.level >= 1 && isIn(period, told.at.utc) && isWord(told.function, "sleep")) {
            days.push_back(told.at.localDay());
        }
    }
    return differentDays(std::move(days));
}

std::optional<double> medianOrNone(std::vector<double> values)
{
    return values.empty() ? std::nullopt : std::optional{median(std::move(values))};
}

} // namespace

Summary::Numbers
numbersOf(const Chronicle& chronicle, const SummaryRecords& records, const Period& period)
{
    Summary::Numbers numbers;
    const DaySpan days = daysOf(chronicle, period);
    numbers.days = days.count();
    numbers.toldDays = toldDaysIn(chronicle, days);
    numbers.spasmDays = spasmDaysIn(chronicle, days);
    numbers.rescueDays = rescueDaysIn(records, period);
    numbers.nightDays = nightDaysIn(records, period);

    const auto episodes = episodesIn(chronicle, period);
    numbers.episodes = static_cast<int>(episodes.size());
    std::vector<double> worst;
    std::vector<double> lengths;
    for (const Chronicle::Episode* episode : episodes) {
        if (episode->worst) {
            worst.push_back(*episode->worst);
        }
        if (episode->end) {
            lengths.push_back(static_cast<double>((*episode->end - episode->onset.utc).count()));
        }
    }
    std::vector<double> pain;
    for (const Chronicle::Reading& reading : chronicle.readings) {
        if (isIn(period, reading.at.utc)) {
            pain.push_back(reading.pain);
            numbers.worst = std::max(numbers.worst.value_or(reading.pain), reading.pain);
        }
    }
    if (!lengths.empty()) {
        numbers.longest = Summary::Length{*std::max_element(lengths.begin(), lengths.end())};
        numbers.medianLength = Summary::Length{median(std::move(lengths))};
    }
    numbers.medianWorst = medianOrNone(std::move(worst));
    numbers.medianPain = medianOrNone(std::move(pain));
    return numbers;
}

} // namespace unclench
