// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/told_reader.h"

#include "core/store/alert_store.h"
#include "core/store/diary_store.h"

#include <algorithm>

namespace unclench {

namespace {

using std::chrono::days;

/// Longer than any window of the rules; what lies further back counts by being the latest alone.
constexpr days kLongestWindow{200};

/// In the order of time; at one moment as they were written.
template <class Record>
void arrange(std::vector<Record>& records, const Moment& now)
{
    std::sort(records.begin(), records.end(), [](const Record& one, const Record& other) {
        return std::tie(one.at.utc, one.stamp.created, one.stamp.id) <
               std::tie(other.at.utc, other.stamp.created, other.stamp.id);
    });
    for (Record& record : records) {
        record.at.utc = std::min(record.at.utc, now.utc);
    }
}

template <class Record>
void append(std::vector<Record>& all, std::vector<Record> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

} // namespace

Told readTold(Database& database,
              const Vocabulary& vocabulary,
              const RedFlags& rules,
              UtcTime since,
              const Moment& now)
{
    DiaryStore diary{database};
    AlertStore alerts{database};
    Told told;
    told.now = now;
    const UtcTime window = since - kLongestWindow;
    const UtcTime month = since - days{31};

    for (const Uuid& id : alerts.episodesSince(month)) {
        auto course = diary.course(id);
        if (!course) {
            continue;
        }
        arrange(course->readings, now);
        arrange(course->reports, now);
        for (Bout& bout : course->bouts) {
            bout.begin.utc = std::min(bout.begin.utc, now.utc);
            if (bout.end) {
                bout.end->utc = std::min(bout.end->utc, now.utc);
            }
        }
        told.courses.push_back(*std::move(course));
    }
    std::sort(told.courses.begin(), told.courses.end(), [](const Course& one, const Course& other) {
        return one.onset().utc < other.onset().utc;
    });
    told.spans = alerts.spansSince(window);

    told.answers = alerts.answers({since, std::nullopt});
    for (const RedFlagRule& rule : rules.rules()) {
        if (rule.question) {
            append(told.answers, alerts.answersBefore(rule.id, since));
        }
    }
    arrange(told.answers, now);
    told.symptoms = diary.dated<Symptom>({month, std::nullopt});
    for (const Term& symptom : vocabulary.terms(Topic::Symptom)) {
        append(told.symptoms, alerts.symptomsBefore(symptom.id, month));
    }
    arrange(told.symptoms, now);

    // The open episode may be older than any window, and counts from its beginning.
    UtcTime functionsFrom = month;
    if (!told.courses.empty()) {
        functionsFrom = std::min(functionsFrom, told.courses.front().onset().utc);
    }
    told.functions = diary.dated<FunctionLimit>({functionsFrom, std::nullopt});
    arrange(told.functions, now);
    told.measurements = diary.dated<Measurement>({window, std::nullopt});
    arrange(told.measurements, now);
    told.procedures = diary.dated<Procedure>({window, std::nullopt});
    arrange(told.procedures, now);
    told.conditions = diary.dated<Condition>({});
    arrange(told.conditions, now);
    for (const AlertStore::Taken& taken : alerts.takenSince(month)) {
        told.taken.push_back(
            {{std::min(taken.at.utc, now.utc), taken.at.offset}, taken.medicineClass});
    }
    told.medicines = diary.medicines();
    told.profile = diary.profileEntries();
    arrange(told.profile, now);
    told.settings = settingsFrom(diary.settingRows()).settings;
    return told;
}

} // namespace unclench
