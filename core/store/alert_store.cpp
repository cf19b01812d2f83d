// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/alert_store.h"

#include "core/store/bounds.h"
#include "core/store/record_table.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <tuple>

namespace unclench {

namespace {

UtcTime timeIn(SQLite::Statement& row, int column)
{
    return UtcTime{std::chrono::milliseconds{row.getColumn(column).getInt64()}};
}

/// Of several raisings of one rule: one that is open, the highest, before one that was put off; the
/// latest. Two machines may have raised the same one each.
constexpr std::string_view kStandingFirst =
    "ORDER BY state = 'closed',"
    " CASE WHEN state = 'closed' THEN 0 ELSE instr('check_in soon urgent emergency', level) END"
    " DESC, state = 'snoozed', since_utc_ms DESC, id DESC";

/// The episodes with a bout that is open or ended at or after a parameter of the statement. Written
/// so that SQLite walks the index on end_utc_ms.
std::string lastingSince(std::string_view parameter)
{
    return fmt::format("SELECT episode_id FROM bout WHERE"
                       " (deleted_utc_ms IS NULL AND end_utc_ms >= {}) OR"
                       " (deleted_utc_ms IS NULL AND end_utc_ms IS NULL)",
                       parameter);
}

} // namespace

std::vector<Alert> AlertStore::active()
{
    return RecordTable<Alert>{m_database}.select(
        fmt::format("WHERE state <> 'closed' AND deleted_utc_ms IS NULL AND id ="
                    " (SELECT id FROM alert AS twin WHERE twin.rule = alert.rule"
                    " AND twin.deleted_utc_ms IS NULL {} LIMIT 1) ORDER BY at_utc_ms, id",
                    kStandingFirst));
}

std::vector<Alert> AlertStore::activeOf(const std::string& rule)
{
    return RecordTable<Alert>{m_database}.select(
        fmt::format("WHERE rule = ? AND state <> 'closed' AND deleted_utc_ms IS NULL {}",
                    kStandingFirst),
        rule);
}

std::optional<Alert> AlertStore::latest(const std::string& rule)
{
    auto found = RecordTable<Alert>{m_database}.select(
        fmt::format("WHERE rule = ? AND deleted_utc_ms IS NULL {} LIMIT 1", kStandingFirst), rule);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<Alert> AlertStore::latestOfEach()
{
    return RecordTable<Alert>{m_database}.select(
        fmt::format("WHERE id IN (SELECT (SELECT id FROM alert WHERE rule = each_rule.name AND"
                    " deleted_utc_ms IS NULL {} LIMIT 1)"
                    " FROM (SELECT DISTINCT rule AS name FROM alert) AS each_rule)",
                    kStandingFirst));
}

std::vector<Alert> AlertStore::raisedIn(const Period& period)
{
    return RecordTable<Alert>{m_database}.select(
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL"
        " ORDER BY at_utc_ms DESC, id DESC",
        beginOf(period), endOf(period));
}

std::vector<AlertStep> AlertStore::stepsOf(const Uuid& alert)
{
    return RecordTable<AlertStep>{m_database}.select(
        "WHERE alert_id = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, created_utc_ms, id",
        alert.text());
}

std::vector<Answer> AlertStore::answers(const Period& period)
{
    return RecordTable<Answer>{m_database}.select(
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL"
        " ORDER BY at_utc_ms, created_utc_ms, id",
        beginOf(period), endOf(period));
}

std::vector<Answer> AlertStore::answersTo(const std::string& question)
{
    return RecordTable<Answer>{m_database}.select(
        "WHERE question = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, created_utc_ms, id",
        question);
}

bool AlertStore::hasAnswersBefore(UtcTime until)
{
    bool isAny = false;
    m_database.each(
        "SELECT 1 FROM answer WHERE at_utc_ms < ? LIMIT 1",
        [&](SQLite::Statement&) { isAny = true; }, inMilliseconds(until));
    return isAny;
}

bool AlertStore::hasSymptomsBefore(UtcTime until)
{
    bool isAny = false;
    m_database.each(
        "SELECT 1 FROM symptom WHERE at_utc_ms < ? LIMIT 1",
        [&](SQLite::Statement&) { isAny = true; }, inMilliseconds(until));
    return isAny;
}

std::vector<Answer> AlertStore::answersBefore(const std::string& question, UtcTime until)
{
    constexpr std::string_view kOrder =
        "AND question = ?1 AND at_utc_ms < ?2 AND deleted_utc_ms IS "
        "NULL ORDER BY at_utc_ms DESC, created_utc_ms DESC, id DESC";
    // Asked for each question at each command.
    static const std::string kDecided =
        fmt::format("WHERE value IN ('yes', 'no', 'taken_back') {} LIMIT 3", kOrder);
    static const std::string kUnsure = fmt::format("WHERE value = 'unsure' {} LIMIT 1", kOrder);
    RecordTable<Answer> table{m_database};
    auto found = table.select(kDecided, question, inMilliseconds(until));
    auto unsure = table.select(kUnsure, question, inMilliseconds(until));
    found.insert(found.end(), unsure.begin(), unsure.end());
    return found;
}

std::vector<Symptom> AlertStore::symptomsBefore(const std::string& symptom, UtcTime until)
{
    return RecordTable<Symptom>{m_database}.select(
        "WHERE symptom = ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL"
        " ORDER BY at_utc_ms DESC, id DESC LIMIT 8",
        symptom, inMilliseconds(until));
}

std::vector<Course> AlertStore::coursesSince(UtcTime since, UtcTime wholeSince)
{
    // One query for each table, not for each episode; put in order here, which costs less.
    std::vector<Bout> bouts = RecordTable<Bout>{m_database}.select(
        fmt::format("WHERE episode_id IN ({}) AND deleted_utc_ms IS NULL", lastingSince("?1")),
        inMilliseconds(since));
    std::sort(bouts.begin(), bouts.end(), [](const Bout& one, const Bout& other) {
        return std::tie(one.episode, one.begin.utc, one.stamp.id) <
               std::tie(other.episode, other.begin.utc, other.stamp.id);
    });
    std::vector<Course> courses;
    for (Bout& bout : bouts) {
        if (courses.empty() || courses.back().id != bout.episode) {
            courses.push_back(
                {.id = bout.episode, .bouts = {}, .readings = {}, .reports = {}, .details = {}});
        }
        courses.back().bouts.push_back(std::move(bout));
    }
    const auto put = [&]<class Record>(std::vector<Record> Course::*member,
                                       std::vector<Record> records) {
        for (Record& record : records) {
            const auto course = std::lower_bound(
                courses.begin(), courses.end(), record.episode,
                [](const Course& one, const Uuid& episode) { return one.id < episode; });
            if (course != courses.end() && course->id == record.episode) {
                ((*course).*member).push_back(std::move(record));
            }
        }
    };
    const std::string whole =
        fmt::format("WHERE episode_id IN ({}) AND deleted_utc_ms IS NULL", lastingSince("?1"));
    put(&Course::readings,
        RecordTable<Reading>{m_database}.select(whole, inMilliseconds(wholeSince)));
    put(&Course::reports,
        RecordTable<Report>{m_database}.select(whole, inMilliseconds(wholeSince)));
    put(&Course::reports,
        RecordTable<Report>{m_database}.select(
            fmt::format("WHERE field = 'regions' AND episode_id IN ({}) AND episode_id NOT IN ({})"
                        " AND deleted_utc_ms IS NULL",
                        lastingSince("?1"), lastingSince("?2")),
            inMilliseconds(since), inMilliseconds(wholeSince)));
    return courses;
}

std::vector<Span> AlertStore::spansSince(UtcTime since)
{
    struct Found {
        Uuid episode;
        Span bout;
    };
    std::vector<Found> found;
    // Of bout_end alone. A bout that follows on one before `since` is less than a gap away from it.
    m_database.eachOfMany(
        "SELECT episode_id, begin_utc_ms, end_utc_ms FROM bout"
        " WHERE deleted_utc_ms IS NULL AND end_utc_ms >= ?1 UNION ALL"
        " SELECT episode_id, begin_utc_ms, NULL FROM bout"
        " WHERE deleted_utc_ms IS NULL AND end_utc_ms IS NULL",
        [&](const BulkRow& row) {
            const auto timeOf = [&](int column) {
                return UtcTime{std::chrono::milliseconds{row.number(column)}};
            };
            found.push_back({Uuid::parse(row.text(0)).value_or(Uuid{}),
                             {timeOf(1), row.isNull(2) ? std::nullopt : std::optional{timeOf(2)}}});
        },
        inMilliseconds(since - kSpasmFreeGap));
    // Put in order here: SQLite would write a table to sort it.
    std::sort(found.begin(), found.end(),
              [](const Found& one, const Found& other) { return one.episode < other.episode; });
    std::vector<Span> spans;
    for (auto one = found.begin(); one != found.end(); ++one) {
        const Span& bout = one->bout;
        if (one == found.begin() || one->episode != std::prev(one)->episode) {
            spans.push_back(bout);
            continue;
        }
        Span& span = spans.back();
        span.begin = std::min(span.begin, bout.begin);
        span.end =
            span.end && bout.end ? std::optional{std::max(*span.end, *bout.end)} : std::nullopt;
    }
    std::sort(spans.begin(), spans.end(),
              [](const Span& one, const Span& other) { return one.begin < other.begin; });
    return spans;
}

std::vector<AlertStore::Taken> AlertStore::takenSince(UtcTime since)
{
    std::vector<Taken> taken;
    m_database.each(
        "SELECT at_utc_ms, at_offset_min, class, patch_site FROM intake JOIN medicine ON "
        "medicine.id ="
        " medicine_id WHERE at_utc_ms >= ? AND intake.deleted_utc_ms IS NULL ORDER BY at_utc_ms",
        [&](SQLite::Statement& row) {
            taken.push_back(
                {{timeIn(row, 0), std::chrono::minutes{row.getColumn(1).getInt()}},
                 row.isColumnNull(2) ? std::nullopt : std::optional{row.getColumn(2).getString()},
                 row.isColumnNull(3) ? std::nullopt
                                     : fromId<PatchSite>(row.getColumn(3).getString())});
        },
        inMilliseconds(since));
    return taken;
}

std::optional<UtcTime> AlertStore::latestAfter(UtcTime now)
{
    std::optional<UtcTime> latest;
    for (const char* table : {"answer", "symptom", "measurement", "function_limit"}) {
        m_database.each(
            fmt::format("SELECT max(at_utc_ms) FROM {} WHERE at_utc_ms > ?", table),
            [&](SQLite::Statement& row) {
                if (!row.isColumnNull(0)) {
                    latest = std::max(latest.value_or(UtcTime{}), timeIn(row, 0));
                }
            },
            inMilliseconds(now));
    }
    m_database.each(
        "SELECT max(since_utc_ms) FROM alert WHERE state = 'closed' AND since_utc_ms > ?",
        [&](SQLite::Statement& row) {
            if (!row.isColumnNull(0)) {
                latest = std::max(latest.value_or(UtcTime{}), timeIn(row, 0));
            }
        },
        inMilliseconds(now));
    return latest;
}

std::optional<UtcTime> AlertStore::evaluatedUntil()
{
    std::optional<UtcTime> until;
    m_database.each("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'evaluated_utc_ms'",
                    [&](SQLite::Statement& row) { until = timeIn(row, 0); });
    return until;
}

void AlertStore::setEvaluatedUntil(UtcTime until)
{
    m_database.run("INSERT INTO meta (key, value) VALUES ('evaluated_utc_ms', ?) ON CONFLICT (key)"
                   " DO UPDATE SET value = excluded.value",
                   std::to_string(inMilliseconds(until)));
}

std::map<Uuid, UtcTime> AlertStore::arrivals()
{
    std::map<Uuid, UtcTime> arrivals;
    m_database.each("SELECT value FROM meta WHERE key = 'arrivals'", [&](SQLite::Statement& row) {
        std::istringstream text{row.getColumn(0).getString()};
        std::string id;
        std::int64_t came = 0;
        while (text >> id >> came) {
            if (const auto uuid = Uuid::parse(id)) {
                arrivals.emplace(*uuid, UtcTime{std::chrono::milliseconds{came}});
            }
        }
    });
    return arrivals;
}

void AlertStore::setArrivals(const std::map<Uuid, UtcTime>& arrivals)
{
    std::string text;
    for (const auto& [id, came] : arrivals) {
        text += fmt::format("{} {}\n", id.text(), inMilliseconds(came));
    }
    m_database.run("INSERT INTO meta (key, value) VALUES ('arrivals', ?) ON CONFLICT (key)"
                   " DO UPDATE SET value = excluded.value",
                   text);
}

bool AlertStore::isTold(const Uuid& id)
{
    return m_database.number("SELECT EXISTS (SELECT 1 FROM answer WHERE id = ?1)"
                             " OR EXISTS (SELECT 1 FROM symptom WHERE id = ?1)",
                             id.text()) != 0;
}

bool AlertStore::hasAlertSince(const std::string& rule, UtcTime at)
{
    return m_database.number("SELECT EXISTS (SELECT 1 FROM alert WHERE rule = ?"
                             " AND since_utc_ms >= ? AND deleted_utc_ms IS NULL)",
                             rule, inMilliseconds(at)) != 0;
}

} // namespace unclench
