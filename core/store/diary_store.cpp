// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diary_store.h"

#include "core/store/bounds.h"
#include "core/store/record_table.h"

#include <unordered_map>

namespace unclench {

namespace {

/// So many of the latest records of a kind say what is used most these days.
constexpr int kCounted = 4000;

template <class Record>
std::optional<Record> first(std::vector<Record> records)
{
    return records.empty() ? std::nullopt : std::optional{std::move(records.front())};
}

/// Of records that bear one name, as two machines may have made one each: those that no later
/// version stands over. `{0}` is their table.
constexpr std::string_view kNoLaterNamesake =
    "deleted_utc_ms IS NULL AND NOT EXISTS (SELECT 1 FROM {0} AS later WHERE later.name ="
    " {0}.name COLLATE NOCASE AND later.deleted_utc_ms IS NULL"
    " AND (later.updated_utc_ms, later.machine, later.id)"
    "  > ({0}.updated_utc_ms, {0}.machine, {0}.id))";
constexpr std::string_view kLatestFirst = "ORDER BY updated_utc_ms DESC, machine DESC, id DESC";

/// The first bouts of the episodes whose onset lies between ?1 and ?2, the latest first. Written so
/// that SQLite walks the index on begin_utc_ms and can stop at a LIMIT.
constexpr std::string_view kFirstBouts =
    "FROM bout AS b WHERE b.deleted_utc_ms IS NULL AND b.begin_utc_ms >= ?1 AND b.begin_utc_ms < ?2"
    " AND NOT EXISTS (SELECT 1 FROM bout AS e WHERE e.episode_id = b.episode_id"
    "  AND e.deleted_utc_ms IS NULL AND (e.begin_utc_ms, e.id) < (b.begin_utc_ms, b.id))"
    " ORDER BY b.begin_utc_ms DESC";

void applyReport(Details& details, const Report& report)
{
    if (!apply(details, report.field, report.value)) {
        throw StorageError{StorageFault::Damaged, "read",
                           "a report is not in the form of its field"};
    }
}

} // namespace

std::optional<Bout> DiaryStore::openBout()
{
    return first(
        RecordTable<Bout>{m_database}.select("WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL"
                                             " ORDER BY begin_utc_ms DESC, id DESC LIMIT 1"));
}

int DiaryStore::openBoutCount()
{
    return static_cast<int>(m_database.number(
        "SELECT count(*) FROM bout WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL"));
}

std::optional<Bout> DiaryStore::lastEndedBout()
{
    return first(
        RecordTable<Bout>{m_database}.select("WHERE end_utc_ms IS NOT NULL AND deleted_utc_ms IS "
                                             "NULL ORDER BY end_utc_ms DESC LIMIT 1"));
}

std::optional<Bout> DiaryStore::lastBoutEndedBy(UtcTime until)
{
    return first(RecordTable<Bout>{m_database}.select(
        "WHERE end_utc_ms <= ? AND deleted_utc_ms IS NULL ORDER BY end_utc_ms DESC LIMIT 1",
        inMilliseconds(until)));
}

std::optional<Uuid> DiaryStore::pastEpisodeAt(UtcTime at)
{
    const auto before = first(RecordTable<Bout>{m_database}.select(
        "WHERE begin_utc_ms <= ?1 AND deleted_utc_ms IS NULL"
        " AND EXISTS (SELECT 1 FROM bout AS later WHERE later.episode_id = bout.episode_id"
        "  AND later.end_utc_ms >= ?1 AND later.deleted_utc_ms IS NULL)"
        " AND NOT EXISTS (SELECT 1 FROM bout AS open WHERE open.episode_id = bout.episode_id"
        "  AND open.end_utc_ms IS NULL AND open.deleted_utc_ms IS NULL)"
        " ORDER BY begin_utc_ms DESC LIMIT 1",
        inMilliseconds(at)));
    return before ? std::optional{before->episode} : std::nullopt;
}

std::optional<Bout> DiaryStore::boutBetween(UtcTime begin, UtcTime end)
{
    return first(
        RecordTable<Bout>{m_database}.select("WHERE begin_utc_ms < ?2 AND (end_utc_ms IS NULL OR "
                                             "end_utc_ms >= ?1) AND deleted_utc_ms IS NULL"
                                             " ORDER BY begin_utc_ms LIMIT 1",
                                             inMilliseconds(begin), inMilliseconds(end)));
}

std::vector<Bout> DiaryStore::boutsOf(const Uuid& episode)
{
    return RecordTable<Bout>{m_database}.select(
        "WHERE episode_id = ? AND deleted_utc_ms IS NULL ORDER BY begin_utc_ms, id",
        episode.text());
}

std::optional<Course> DiaryStore::course(const Uuid& episode)
{
    Course course{
        .id = episode, .bouts = boutsOf(episode), .readings = {}, .reports = {}, .details = {}};
    if (course.bouts.empty()) {
        return std::nullopt;
    }
    course.readings = RecordTable<Reading>{m_database}.select(
        "WHERE episode_id = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id", episode.text());
    course.reports = RecordTable<Report>{m_database}.select(
        "WHERE episode_id = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id", episode.text());
    for (const Report& report : course.reports) {
        applyReport(course.details, report);
    }
    return course;
}

std::vector<Course> DiaryStore::courses(const Period& period)
{
    // One pass over each table, not one query for each episode.
    std::vector<Course> courses;
    std::unordered_map<std::string, std::size_t> places;
    m_database.each(
        fmt::format("SELECT b.episode_id {}", kFirstBouts),
        [&](SQLite::Statement& row) {
            const std::string id = row.getColumn(0).getString();
            places.emplace(id, courses.size());
            courses.push_back({.id = Uuid::parse(id).value_or(Uuid{}),
                               .bouts = {},
                               .readings = {},
                               .reports = {},
                               .details = {}});
        },
        beginOf(period), endOf(period));
    const auto collect = [&]<class Record>(std::vector<Record> Course::*member,
                                           std::string_view order) {
        for (Record& record : RecordTable<Record>{m_database}.select(
                 fmt::format("WHERE deleted_utc_ms IS NULL ORDER BY {}, id", order))) {
            if (const auto place = places.find(record.episode.text()); place != places.end()) {
                (courses[place->second].*member).push_back(std::move(record));
            }
        }
    };
    collect(&Course::bouts, "begin_utc_ms");
    collect(&Course::readings, "at_utc_ms");
    collect(&Course::reports, "at_utc_ms");
    for (Course& course : courses) {
        for (const Report& report : course.reports) {
            applyReport(course.details, report);
        }
    }
    return courses;
}

std::vector<Course> DiaryStore::coursesGoingOn(const Period& period, UtcTime now)
{
    if (period.begin && period.end && *period.begin >= *period.end) {
        return {};
    }
    // The tables are read whole for any period.
    std::vector<Course> courses = this->courses({.begin = {}, .end = period.end});
    std::erase_if(courses, [&](const Course& course) {
        const UtcTime end = course.end() ? course.end()->utc : now;
        return period.begin && course.onset().utc < *period.begin && end <= *period.begin;
    });
    return courses;
}

std::vector<EpisodeLine> DiaryStore::lines(const Period& period, std::size_t limit)
{
    std::vector<EpisodeLine> lines;
    m_database.each(
        fmt::format(
            "SELECT picked.id, onset, onset_offset, l.end_utc_ms, l.end_offset_min,"
            " (SELECT max(pain) FROM reading WHERE episode_id = picked.id AND deleted_utc_ms IS "
            "NULL),"
            " (SELECT pain FROM reading WHERE episode_id = picked.id AND deleted_utc_ms IS NULL"
            "  ORDER BY at_utc_ms DESC, id DESC LIMIT 1),"
            " (SELECT value FROM report WHERE episode_id = picked.id AND field = 'regions'"
            "  AND deleted_utc_ms IS NULL ORDER BY at_utc_ms DESC, id DESC LIMIT 1)"
            " FROM (SELECT b.episode_id AS id, b.begin_utc_ms AS onset,"
            "  b.begin_offset_min AS onset_offset {} LIMIT ?3) AS picked"
            " JOIN bout AS l ON l.rowid = (SELECT rowid FROM bout WHERE episode_id = picked.id"
            "  AND deleted_utc_ms IS NULL ORDER BY begin_utc_ms DESC, id DESC LIMIT 1)"
            " ORDER BY picked.onset DESC, picked.id DESC",
            kFirstBouts),
        [&](SQLite::Statement& row) {
            const auto moment = [&](int column) {
                return Moment{UtcTime{std::chrono::milliseconds{row.getColumn(column).getInt64()}},
                              std::chrono::minutes{row.getColumn(column + 1).getInt64()}};
            };
            const auto pain = [&](int column) {
                return row.isColumnNull(column) ? std::nullopt
                                                : std::optional{row.getColumn(column).getInt()};
            };
            EpisodeLine line;
            line.id = Uuid::parse(row.getColumn(0).getString()).value_or(Uuid{});
            line.onset = moment(1);
            if (!row.isColumnNull(3)) {
                line.end = moment(3);
            }
            line.worstPain = pain(5);
            line.lastPain = pain(6);
            if (!row.isColumnNull(7)) {
                Details details;
                static_cast<void>(
                    apply(details, DetailField::Regions, row.getColumn(7).getString()));
                line.regions = details.regions.value_or(std::vector<Place>{});
            }
            lines.push_back(std::move(line));
        },
        beginOf(period), endOf(period), static_cast<std::int64_t>(limit));
    return lines;
}

std::vector<Span> DiaryStore::spans()
{
    std::vector<Span> spans;
    m_database.each(
        "SELECT begin_utc_ms, end_utc_ms FROM bout WHERE deleted_utc_ms IS NULL",
        [&](SQLite::Statement& row) {
            const auto timeIn = [&](int column) {
                return UtcTime{std::chrono::milliseconds{row.getColumn(column).getInt64()}};
            };
            spans.push_back(
                {timeIn(0), row.isColumnNull(1) ? std::nullopt : std::optional{timeIn(1)}});
        });
    return spans;
}

int DiaryStore::episodeCount()
{
    return static_cast<int>(
        m_database.number("SELECT count(*) FROM episode WHERE deleted_utc_ms IS NULL"));
}

std::optional<Report> DiaryStore::lastReport(const Uuid& episode, DetailField field)
{
    return first(RecordTable<Report>{m_database}.select(
        "WHERE episode_id = ? AND field = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms DESC, id "
        "DESC LIMIT 1",
        episode.text(), std::string{toId(field)}));
}

template <class Record>
std::vector<Record> DiaryStore::dated(const Period& period)
{
    return RecordTable<Record>{m_database}.select(
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id",
        beginOf(period), endOf(period));
}
template std::vector<Symptom> DiaryStore::dated(const Period&);
template std::vector<FunctionLimit> DiaryStore::dated(const Period&);
template std::vector<Measurement> DiaryStore::dated(const Period&);
template std::vector<Procedure> DiaryStore::dated(const Period&);
template std::vector<Condition> DiaryStore::dated(const Period&);
template std::vector<Relief> DiaryStore::dated(const Period&);
template std::vector<Reading> DiaryStore::dated(const Period&);
template std::vector<PainFreeDay> DiaryStore::dated(const Period&);
template std::vector<Intake> DiaryStore::dated(const Period&);

template <class Record>
std::vector<Record> DiaryStore::partsOf(const Uuid& episode)
{
    return RecordTable<Record>{m_database}.select(
        "WHERE episode_id = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, id", episode.text());
}
template std::vector<Symptom> DiaryStore::partsOf(const Uuid&);
template std::vector<FunctionLimit> DiaryStore::partsOf(const Uuid&);
template std::vector<Relief> DiaryStore::partsOf(const Uuid&);
template std::vector<Intake> DiaryStore::partsOf(const Uuid&);

int UseCounts::of(Topic topic, std::string_view id) const
{
    const auto counts = terms.find(topic);
    if (counts == terms.end()) {
        return 0;
    }
    const auto count = counts->second.find(id);
    return count == counts->second.end() ? 0 : count->second;
}

UseCounts DiaryStore::useCounts()
{
    UseCounts counts;
    // Equal answers are counted by SQLite, so that only the different ones are taken apart here.
    m_database.each(
        fmt::format(
            "SELECT field, value, count(*) FROM (SELECT field, value FROM report"
            " WHERE deleted_utc_ms IS NULL AND field IN"
            " ('triggers', 'quality', 'signs', 'pattern', 'activity') ORDER BY rowid DESC LIMIT {})"
            " GROUP BY field, value",
            kCounted),
        [&](SQLite::Statement& row) {
            const auto field = fromId<DetailField>(row.getColumn(0).getString());
            const int times = row.getColumn(2).getInt();
            Details details;
            if (!field || !apply(details, *field, row.getColumn(1).getString())) {
                return; // damage is for whoever reads the episode
            }
            const auto add = [&](Topic topic, const auto& ids) {
                for (const std::string& id : ids) {
                    counts.terms[topic][id] += times;
                }
            };
            const auto addOne = [&](Topic topic, const std::optional<std::string>& id) {
                if (id) {
                    counts.terms[topic][*id] += times;
                }
            };
            add(Topic::Trigger, details.triggers.value_or(std::vector<std::string>{}));
            add(Topic::Quality, details.quality.value_or(std::vector<std::string>{}));
            add(Topic::Sign, details.signs.value_or(std::vector<std::string>{}));
            addOne(Topic::Pattern, details.pattern);
            addOne(Topic::Activity, details.activity);
        });
    const auto collect = [&](Topic topic, std::string_view sql) {
        m_database.each(sql, [&](SQLite::Statement& row) {
            counts.terms[topic][row.getColumn(0).getString()] = row.getColumn(1).getInt();
        });
    };
    const auto collectLatest = [&](Topic topic, std::string_view column, std::string_view records) {
        collect(topic, fmt::format("SELECT {0}, count(*) FROM (SELECT {0} FROM {1}"
                                   " ORDER BY rowid DESC LIMIT {2}) GROUP BY {0}",
                                   column, records, kCounted));
    };
    collectLatest(Topic::Symptom, "symptom",
                  "symptom WHERE deleted_utc_ms IS NULL AND present = 1");
    collectLatest(Topic::Function, "function", "function_limit WHERE deleted_utc_ms IS NULL");
    collectLatest(Topic::Relief, "method", "relief WHERE deleted_utc_ms IS NULL");
    collect(Topic::MedicineClass,
            "SELECT class, count(*) FROM intake JOIN medicine ON medicine.id = medicine_id"
            " WHERE class IS NOT NULL AND intake.deleted_utc_ms IS NULL GROUP BY class");
    m_database.each("SELECT medicine_id, count(*) FROM intake WHERE deleted_utc_ms IS NULL GROUP "
                    "BY medicine_id",
                    [&](SQLite::Statement& row) {
                        counts.medicines[row.getColumn(0).getString()] = row.getColumn(1).getInt();
                    });
    return counts;
}

std::vector<Medicine> DiaryStore::medicinesTakenIn(const Uuid& episode)
{
    return RecordTable<Medicine>{m_database}.select(
        "WHERE id IN (SELECT medicine_id FROM intake WHERE episode_id = ?"
        " AND deleted_utc_ms IS NULL) ORDER BY name, id",
        episode.text());
}

std::optional<Medicine> DiaryStore::medicineNamed(std::string_view name)
{
    return first(medicinesNamed(name));
}

std::vector<Medicine> DiaryStore::medicinesNamed(std::string_view name)
{
    return RecordTable<Medicine>{m_database}.select(
        fmt::format("WHERE name = ? COLLATE NOCASE AND deleted_utc_ms IS NULL {}", kLatestFirst),
        std::string{name});
}

std::vector<Medicine> DiaryStore::medicines()
{
    return RecordTable<Medicine>{m_database}.select(
        "WHERE " + fmt::format(kNoLaterNamesake, "medicine") + " ORDER BY name, id");
}

std::vector<SavedFilter> DiaryStore::filters()
{
    return RecordTable<SavedFilter>{m_database}.select(
        "WHERE " + fmt::format(kNoLaterNamesake, "saved_filter") +
        " ORDER BY name COLLATE NOCASE, id");
}

std::optional<SavedFilter> DiaryStore::filterNamed(std::string_view name)
{
    return first(filtersNamed(name));
}

std::vector<SavedFilter> DiaryStore::filtersNamed(std::string_view name)
{
    return RecordTable<SavedFilter>{m_database}.select(
        fmt::format("WHERE name = ? COLLATE NOCASE AND deleted_utc_ms IS NULL {}", kLatestFirst),
        std::string{name});
}

std::vector<Visit> DiaryStore::visits()
{
    return RecordTable<Visit>{m_database}.select(
        "WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms DESC, id DESC");
}

std::optional<Visit> DiaryStore::lastVisitBefore(UtcTime at)
{
    return first(RecordTable<Visit>{m_database}.select(
        "WHERE is_over = 1 AND at_utc_ms < ? AND deleted_utc_ms IS NULL"
        " ORDER BY at_utc_ms DESC, id DESC LIMIT 1",
        inMilliseconds(at)));
}

std::optional<Visit> DiaryStore::visitAt(UtcTime at, std::string_view provider)
{
    const UtcTime minute = std::chrono::floor<std::chrono::minutes>(at);
    return first(RecordTable<Visit>{m_database}.select(
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND provider = ? COLLATE NOCASE"
        " AND deleted_utc_ms IS NULL ORDER BY id LIMIT 1",
        inMilliseconds(minute), inMilliseconds(minute + std::chrono::minutes{1}),
        std::string{provider}));
}

bool DiaryStore::wasTaken(std::string_view medicineClass)
{
    return m_database.number(
               "SELECT EXISTS (SELECT 1 FROM intake JOIN medicine ON medicine.id = medicine_id"
               " WHERE class = ? AND intake.deleted_utc_ms IS NULL)",
               std::string{medicineClass}) != 0;
}

std::vector<ProfileEntry> DiaryStore::profileEntries()
{
    return RecordTable<ProfileEntry>{m_database}.select(
        "WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms, id");
}

std::map<BackgroundTopic, std::string> DiaryStore::background()
{
    std::map<BackgroundTopic, std::string> stands;
    for (BackgroundEntry& entry : backgroundEntries()) {
        stands[entry.topic] = std::move(entry.text); // the last one stands
    }
    std::erase_if(stands, [](const auto& each) { return each.second.empty(); });
    return stands;
}

std::vector<BackgroundEntry> DiaryStore::backgroundEntries()
{
    return RecordTable<BackgroundEntry>{m_database}.select(
        "WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms, created_utc_ms, id");
}

std::vector<SettingRow> DiaryStore::settingRows()
{
    return RecordTable<SettingRow>{m_database}.select(
        "WHERE deleted_utc_ms IS NULL ORDER BY updated_utc_ms, machine, id");
}

std::optional<SettingRow> DiaryStore::settingRow(std::string_view key)
{
    return first(RecordTable<SettingRow>{m_database}.select(
        fmt::format("WHERE key = ? AND deleted_utc_ms IS NULL {} LIMIT 1", kLatestFirst),
        std::string{key}));
}

} // namespace unclench
