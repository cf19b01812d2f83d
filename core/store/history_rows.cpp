// SPDX-License-Identifier: GPL-3.0-or-later
// The half of HistoryStore that reads what was found: lines, and one episode as a whole.
#include "core/store/history_store.h"
#include "core/store/record_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace unclench {

namespace {

using namespace std::chrono;

/// A part of episode `e` counts in it where it shares its fate.
constexpr std::string_view kShared = "deleted_utc_ms IS e.deleted_utc_ms";

std::string worstPain()
{
    return fmt::format("(SELECT max(pain) FROM reading WHERE episode_id = e.id AND {})", kShared);
}

std::string lastPain()
{
    return fmt::format("(SELECT pain FROM reading WHERE episode_id = e.id AND {}"
                       " ORDER BY at_utc_ms DESC, id DESC LIMIT 1)",
                       kShared);
}

std::string lastTold(std::string_view field)
{
    return fmt::format("(SELECT value FROM report WHERE episode_id = e.id AND field = '{}' AND {}"
                       " ORDER BY at_utc_ms DESC, id DESC LIMIT 1)",
                       field, kShared);
}

/// The beginning of the latest note: records are named in the order in which they were written.
std::string latestNote()
{
    return fmt::format("(SELECT substr(text, 1, 200) FROM note_text WHERE episode_id = e.id AND {}"
                       " ORDER BY record_id DESC LIMIT 1)",
                       kShared);
}

Moment onsetIn(SQLite::Statement& row, int column)
{
    return {UtcTime{milliseconds{row.getColumn(column).getInt64()}},
            minutes{row.getColumn(column + 1).getInt64()}};
}

Details detailsIn(SQLite::Statement& row, int column, DetailField field)
{
    Details details;
    if (!row.isColumnNull(column) && !apply(details, field, row.getColumn(column).getString())) {
        throw StorageError{StorageFault::Damaged, "read",
                           "a report is not in the form of its field"};
    }
    return details;
}

/// How far a spasm reaches that began before.
struct Reach {
    std::string episode;
    std::int64_t end = std::numeric_limits<std::int64_t>::min();
};

} // namespace

HistoryStore::Ids HistoryStore::besideAnother()
{
    Ids ids;
    // The two that reach the farthest, of two spasms: whatever begins before either of them ends is
    // there at the same time.
    Reach farthest;
    Reach second;
    m_database.each(
        "SELECT episode_id, begin_utc_ms, end_utc_ms FROM bout WHERE deleted_utc_ms IS NULL"
        " ORDER BY begin_utc_ms, id",
        [&](SQLite::Statement& row) {
            Reach next{row.getColumn(0).getString(), row.isColumnNull(2)
                                                         ? std::numeric_limits<std::int64_t>::max()
                                                         : row.getColumn(2).getInt64()};
            const std::int64_t begin = row.getColumn(1).getInt64();
            const Reach& other = farthest.episode == next.episode ? second : farthest;
            if (begin < other.end) {
                ids.push_back(next.episode);
                ids.push_back(other.episode);
            }
            if (farthest.episode == next.episode) {
                farthest.end = std::max(farthest.end, next.end);
            } else if (next.end >= farthest.end) {
                second = std::exchange(farthest, std::move(next));
            } else if (second.episode == next.episode || next.end >= second.end) {
                next.end =
                    second.episode == next.episode ? std::max(second.end, next.end) : next.end;
                second = std::move(next);
            }
        });
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::optional<Moment> HistoryStore::beside(const Uuid& episode)
{
    std::optional<Moment> onset;
    m_database.each(
        "SELECT other.begin_utc_ms, other.begin_offset_min FROM bout AS mine JOIN bout"
        " AS other ON other.episode_id <> mine.episode_id"
        " AND other.deleted_utc_ms IS NULL"
        " AND (mine.end_utc_ms IS NULL OR other.begin_utc_ms < mine.end_utc_ms)"
        " AND (other.end_utc_ms IS NULL OR other.end_utc_ms > mine.begin_utc_ms)"
        " WHERE mine.episode_id = ? AND mine.deleted_utc_ms IS NULL"
        " ORDER BY other.begin_utc_ms, other.id LIMIT 1",
        [&](SQLite::Statement& row) { onset = onsetIn(row, 0); }, episode.text());
    return onset;
}

std::vector<HistoryRow> HistoryStore::rows(const std::vector<Uuid>& ids)
{
    std::vector<HistoryRow> rows(ids.size());
    const Ids overlapping = besideAnother();
    std::unordered_map<std::string, std::size_t> places;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        places.emplace(ids[i].text(), i);
        names.push_back(ids[i].text());
    }
    static const std::string kSql = fmt::format(
        "SELECT e.id, f.begin_utc_ms, f.begin_offset_min, l.end_utc_ms, l.end_offset_min,"
        " {}, {}, {}, {}, {} FROM json_each(?1) AS wanted JOIN episode AS e ON e.id = wanted.value"
        " JOIN bout AS f ON f.rowid = (SELECT rowid FROM bout WHERE episode_id = e.id AND {}"
        "  ORDER BY begin_utc_ms, id LIMIT 1)"
        " JOIN bout AS l ON l.rowid = (SELECT rowid FROM bout WHERE episode_id = e.id AND {}"
        "  ORDER BY begin_utc_ms DESC, id DESC LIMIT 1)",
        worstPain(), lastPain(), lastTold("regions"), lastTold("triggers"), latestNote(), kShared,
        kShared);
    m_database.each(
        kSql,
        [&](SQLite::Statement& row) {
            const auto place = places.find(row.getColumn(0).getString());
            if (place == places.end()) {
                return;
            }
            const auto pain = [&](int column) {
                return row.isColumnNull(column) ? std::nullopt
                                                : std::optional{row.getColumn(column).getInt()};
            };
            HistoryRow& one = rows[place->second];
            one.line.id = ids[place->second];
            one.isBesideAnother =
                std::binary_search(overlapping.begin(), overlapping.end(), place->first);
            one.line.onset = onsetIn(row, 1);
            if (!row.isColumnNull(3)) {
                one.line.end = onsetIn(row, 3);
            }
            one.line.worstPain = pain(5);
            one.line.lastPain = pain(6);
            one.line.regions =
                detailsIn(row, 7, DetailField::Regions).regions.value_or(std::vector<Place>{});
            one.triggers = detailsIn(row, 8, DetailField::Triggers)
                               .triggers.value_or(std::vector<std::string>{});
            one.note = row.isColumnNull(9) ? std::string{} : row.getColumn(9).getString();
        },
        nlohmann::json(names).dump());
    return rows;
}

std::optional<HistoryEntry> HistoryStore::entry(const Uuid& episode)
{
    const auto owner = RecordTable<Episode>{m_database}.find(episode);
    if (!owner) {
        return std::nullopt;
    }
    const auto parts = [&]<class Record>(const Record&, std::string_view order) {
        return RecordTable<Record>{m_database}.select(
            fmt::format("AS part WHERE episode_id = ? AND deleted_utc_ms IS"
                        " (SELECT deleted_utc_ms FROM episode WHERE id = part.episode_id)"
                        " ORDER BY {}, id",
                        order),
            episode.text());
    };
    HistoryEntry entry;
    entry.isDeleted = owner->stamp.isDeleted();
    if (!entry.isDeleted) {
        entry.beside = beside(episode);
    }
    entry.course.id = episode;
    entry.course.bouts = parts(Bout{}, "begin_utc_ms");
    if (entry.course.bouts.empty()) {
        return std::nullopt;
    }
    entry.course.readings = parts(Reading{}, "at_utc_ms");
    entry.course.reports = parts(Report{}, "at_utc_ms");
    entry.symptoms = parts(Symptom{}, "at_utc_ms");
    for (const Report& report : entry.course.reports) {
        if (!apply(entry.course.details, report.field, report.value)) {
            throw StorageError{StorageFault::Damaged, "read",
                               "a report is not in the form of its field"};
        }
    }
    return entry;
}

int HistoryStore::count(bool isDeleted)
{
    return static_cast<int>(
        m_database.number("SELECT count(*) FROM episode WHERE (deleted_utc_ms IS NOT NULL) = ?",
                          std::int64_t{isDeleted ? 1 : 0}));
}

} // namespace unclench
