// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/told_reader.h"

#include "core/engine/care_reader.h"
#include "core/store/alert_store.h"
#include "core/store/care_store.h"
#include "core/store/diary_store.h"
#include "core/store/storage_error.h"

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

/// Skin that was hurt counts as a yes to its question, as a logged symptom does.
Answer yesOfSkin(const Moment& at, const Stamp& stamp, const std::optional<Uuid>& episode)
{
    Answer yes;
    yes.stamp = stamp;
    yes.episode = episode;
    yes.at = at;
    yes.question = "rf_skin_injury";
    yes.value = AnswerValue::Yes;
    return yes;
}

/// What sessions that began at or after `from` did, and what was told of the skin.
void readSessions(Told& told, Database& database, UtcTime from, UtcTime seen)
{
    CareStore care{database};
    const auto placed = [&](Moment at) {
        at.utc = at.utc > told.now.utc ? seen : at.utc;
        return at;
    };
    for (const CareSession& session : care.begunIn({from, std::nullopt})) {
        CareResult result{placed(session.begin), placed(session.end.value_or(session.begin)),
                          session.modality == Modality::Cold, std::nullopt};
        if (session.end && session.painBefore && session.painAfter) {
            result.painChange = *session.painAfter - *session.painBefore;
        }
        told.sessions.push_back(result);
        if (session.end && session.skin && isInjury(*session.skin)) {
            Stamp stamp = session.stamp;
            stamp.created = session.end->utc; // told when it ended, not when it began
            told.answers.push_back(yesOfSkin(*session.end, stamp, session.within));
        }
    }
    for (const SkinCheck& check : care.checksIn({from, std::nullopt})) {
        if (isInjury(check.skin)) {
            told.answers.push_back(yesOfSkin(check.at, check.stamp, std::nullopt));
        }
    }
}

std::vector<Details> takenApart(const std::vector<Report>& reports)
{
    std::vector<Details> said(reports.size());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (!apply(said[i], reports[i].field, reports[i].value)) {
            throw StorageError{StorageFault::Damaged, "read",
                               "a report is not in the form of its field"};
        }
    }
    return said;
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

    // Only an episode that can be current at some moment from `since` on counts whole.
    for (Course& read : alerts.coursesSince(month, since - kSpasmFreeGap)) {
        ToldCourse& course = told.courses.emplace_back(ToldCourse{std::move(read), {}});
        arrange(course.readings, now, seen);
        arrange(course.reports, now, seen);
        course.said = takenApart(course.reports);
        for (Bout& bout : course.bouts) {
            bout.begin.utc = bout.begin.utc > now.utc ? seen : bout.begin.utc;
            if (bout.end && bout.end->utc > now.utc) {
                bout.end->utc = std::max(bout.begin.utc, seen);
            }
        }
    }
    std::sort(told.courses.begin(), told.courses.end(), [](const Course& one, const Course& other) {
        return one.onset().utc < other.onset().utc;
    });
    told.spans = alerts.spansSince(window);
    told.onsets = distinctOnsets(told.spans);

    told.answers = alerts.answers({since, std::nullopt});
    const bool hasEarlierAnswers = alerts.hasAnswersBefore(since);
    for (const RedFlagRule& rule : rules.rules()) {
        if (rule.question && hasEarlierAnswers) {
            append(told.answers, alerts.answersBefore(rule.id, since));
        }
    }
    readSessions(told, database,
                 told.courses.empty() ? month : std::min(month, told.courses.front().onset().utc),
                 seen);
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
    told.arrivals = alerts.arrivals();
    told.settings = settingsFrom(diary.settingRows()).settings;
    return told;
}

} // namespace unclench
