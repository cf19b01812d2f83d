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

/// In the order of time; at one moment as they were written. What lies in the future of the clock
/// stands at `seen`, and keeps as the time at which it was told the one that it stood under: so its
/// order remains.
template <class Record>
void arrange(std::vector<Record>& records, const Moment& now, UtcTime seen)
{
    std::sort(records.begin(), records.end(), [](const Record& one, const Record& other) {
        return std::tie(one.at.utc, one.stamp.created, one.stamp.id) <
               std::tie(other.at.utc, other.stamp.created, other.stamp.id);
    });
    for (Record& record : records) {
        if (record.at.utc > now.utc) {
            record.stamp.created = std::max(record.stamp.created, record.at.utc);
            record.at.utc = seen;
        }
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
              UtcTime seen,
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
        arrange(course->readings, now, seen);
        arrange(course->reports, now, seen);
        for (Bout& bout : course->bouts) {
            bout.begin.utc = bout.begin.utc > now.utc ? seen : bout.begin.utc;
            if (bout.end && bout.end->utc > now.utc) {
                bout.end->utc = std::max(bout.begin.utc, seen);
            }
        }
        told.courses.push_back(*std::move(course));
    }
    std::sort(told.courses.begin(), told.courses.end(), [](const Course& one, const Course& other) {
        return one.onset().utc < other.onset().utc;
    });
    told.spans = alerts.spansSince(window);

    told.answers = alerts.answers({since, std::nullopt});
    const bool hasEarlierAnswers = alerts.hasAnswersBefore(since);
    for (const RedFlagRule& rule : rules.rules()) {
        if (rule.question && hasEarlierAnswers) {
            append(told.answers, alerts.answersBefore(rule.id, since));
        }
    }
    arrange(told.answers, now, seen);
    told.symptoms = diary.dated<Symptom>({month, std::nullopt});
    if (alerts.hasSymptomsBefore(month)) {
        for (const Term& symptom : vocabulary.terms(Topic::Symptom)) {
            append(told.symptoms, alerts.symptomsBefore(symptom.id, month));
        }
    }
    arrange(told.symptoms, now, seen);

    // The open episode may be older than any window, and counts from its beginning.
    UtcTime functionsFrom = month;
    if (!told.courses.empty()) {
        functionsFrom = std::min(functionsFrom, told.courses.front().onset().utc);
    }
    told.functions = diary.dated<FunctionLimit>({functionsFrom, std::nullopt});
    arrange(told.functions, now, seen);
    told.measurements = diary.dated<Measurement>({window, std::nullopt});
    arrange(told.measurements, now, seen);
    told.procedures = diary.dated<Procedure>({window, std::nullopt});
    arrange(told.procedures, now, seen);
    told.conditions = diary.dated<Condition>({});
    arrange(told.conditions, now, seen);
    for (const AlertStore::Taken& taken : alerts.takenSince(month)) {
        told.taken.push_back(
            {{taken.at.utc > now.utc ? seen : taken.at.utc, taken.at.offset}, taken.medicineClass});
    }
    told.medicines = diary.medicines();
    told.profile = diary.profileEntries();
    arrange(told.profile, now, seen);
    told.settings = settingsFrom(diary.settingRows()).settings;
    return told;
}

} // namespace unclench
