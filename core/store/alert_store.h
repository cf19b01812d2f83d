// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about alerts, and about the part of a diary that can still raise one. Deleted records
// count nowhere here.
#pragma once

#include "core/diary/course.h"
#include "core/diary/record.h"
#include "core/time/period.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

class Database;

/// Throws StorageError, as Database does.
class AlertStore {
public:
    explicit AlertStore(Database& database) : m_database(database) {}

    /// Those that are open or snoozed, the earliest first; of each rule the one that stands.
    [[nodiscard]] std::vector<Alert> active();
    /// All raisings of a rule that are open or snoozed, the one that stands first: two machines may
    /// have raised the same one each.
    [[nodiscard]] std::vector<Alert> activeOf(const std::string& rule);
    /// The raising of a rule that is open (of several the highest, then one that was not put off,
    /// then the latest), else the one that was closed last (which may have been raised earlier,
    /// where the clock was set back). Absent: never raised.
    [[nodiscard]] std::optional<Alert> latest(const std::string& rule);
    /// The same of every rule that was raised at some time, in no order.
    [[nodiscard]] std::vector<Alert> latestOfEach();
    /// Raised in `period`, the latest first.
    [[nodiscard]] std::vector<Alert> raisedIn(const Period& period);
    /// What happened to an alert, in order.
    [[nodiscard]] std::vector<AlertStep> stepsOf(const Uuid& alert);
    /// In `period`, in the order of time, a clinician's and a taken-back one too.
    [[nodiscard]] std::vector<Answer> answers(const Period& period);

    [[nodiscard]] bool hasAnswersBefore(UtcTime until);
    [[nodiscard]] bool hasSymptomsBefore(UtcTime until);
    /// The latest before `until` that can still decide a question: an unsure one, and three others.
    [[nodiscard]] std::vector<Answer> answersBefore(const std::string& question, UtcTime until);
    /// The latest eight of a symptom before `until`.
    [[nodiscard]] std::vector<Symptom> symptomsBefore(const std::string& symptom, UtcTime until);
    /// All to one question, in the order of time.
    [[nodiscard]] std::vector<Answer> answersTo(const std::string& question);
    /// Episodes that are open or ended at or after `since`, by their ids. Whole where they are open
    /// or ended at or after `wholeSince`; of the others, bouts and told regions alone. Their
    /// `details` stay empty, what their reports say is not looked at, and readings and reports come
    /// in no order.
    [[nodiscard]] std::vector<Course> coursesSince(UtcTime since, UtcTime wholeSince);
    /// From first onset to last end, in the order of their onsets: of the episodes that ended at or
    /// after `since` or are open, and perhaps of some that ended in the gap before. An onset before
    /// `since` may stand later than it was, but before `since` all the same: the bouts of one are
    /// less than a gap apart. Where a merge or an edit tore them apart, what follows on the gap
    /// counts as an onset of its own, which it is (clinical document, 1.4).
    [[nodiscard]] std::vector<Span> spansSince(UtcTime since);
    struct Taken {
        Moment at;
        std::optional<std::string> medicineClass;
        /// Set where it is a patch.
        std::optional<PatchSite> patchSite;
    };
    [[nodiscard]] std::vector<Taken> takenSince(UtcTime since);
    /// The latest moment after `now` that was told or at which an alert changed: the clock was set
    /// back. Absent: nothing lies after `now`.
    [[nodiscard]] std::optional<UtcTime> latestAfter(UtcTime now);

    /// Until when the rules were looked at. Absent: never.
    [[nodiscard]] std::optional<UtcTime> evaluatedUntil();
    void setEvaluatedUntil(UtcTime until);

    /// When a record came out of another diary in which it had been told long before, by its id.
    /// It is of this machine alone: elsewhere it was no news.
    [[nodiscard]] std::map<Uuid, UtcTime> arrivals();
    void setArrivals(const std::map<Uuid, UtcTime>& arrivals);
    /// Whether there is an answer or a symptom with this id; a deleted one too.
    [[nodiscard]] bool isTold(const Uuid& id);
    /// Whether an alert of `rule` changed at or after `at`.
    [[nodiscard]] bool hasAlertSince(const std::string& rule, UtcTime at);

private:
    Database& m_database;
};

} // namespace unclench
