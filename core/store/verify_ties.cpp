// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_parts.h"

#include "core/diary/record.h"
#include "core/store/database.h"
#include "core/store/verify_found.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace unclench {

namespace {

/// What names an episode without belonging to it: it may be erased, and that is known.
constexpr std::array kLooseEnds{RecordKind::Alert, RecordKind::CareSession, RecordKind::SeatEvent};

/// Live records of which there is one: a kind, and what they would have in common.
struct OnlyOne {
    RecordKind kind;
    const char* common;
};
constexpr std::array kOnlyOnes{
    OnlyOne{RecordKind::Setting, "key"},
    OnlyOne{RecordKind::Medicine, "lower(name)"},
    OnlyOne{RecordKind::SavedFilter, "lower(name)"},
    OnlyOne{RecordKind::PainFreeDay, "(at_utc_ms + at_offset_min * 60000) / 86400000"},
};

/// For each row of `sql`, the id of a record of `kind`.
void addEach(Database& database,
             std::vector<Finding>& findings,
             Finding::Check check,
             RecordKind kind,
             const std::string& sql)
{
    std::vector<std::string> ids;
    database.each(sql,
                  [&](SQLite::Statement& row) { ids.push_back(row.getColumn(0).getString()); });
    std::size_t named = 0;
    for (const std::string& id : ids) {
        // Whoever has more of them reads no further.
        addFound(findings, check, toId(kind),
                 named++ < Finding::kMostFound ? foundById(database, kind, id)
                                               : FoundRecord{id, {}, {}, {}});
    }
}

/// The same for rows of two ids.
void addPairs(Database& database,
              std::vector<Finding>& findings,
              Finding::Check check,
              RecordKind kind,
              const std::string& sql)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    database.each(sql, [&](SQLite::Statement& row) {
        pairs.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getString());
    });
    const auto pairsNamed = std::min(pairs.size(), Finding::kMostFound / 2);
    for (std::size_t i = 0; i < pairsNamed; ++i) {
        addPair(findings, check, toId(kind), foundById(database, kind, pairs[i].first),
                foundById(database, kind, pairs[i].second));
    }
    addFinding(findings, check, std::string{toId(kind)},
               static_cast<std::int64_t>(pairs.size() - pairsNamed));
}

/// A beginning and an end, of whichever spasm.
struct TiedBout {
    std::string episode;
    Moment begin;
    std::optional<Moment> end;

    [[nodiscard]] FoundRecord found() const { return {episode, begin, end, {}}; }
};

/// Spasms at the same time. Of two that are both open SeveralOpen tells.
void verifyEpisodes(Database& database, std::vector<Finding>& findings)
{
    std::vector<TiedBout> goingOn;
    database.eachOfMany(
        "SELECT episode_id, begin_utc_ms, begin_offset_min, end_utc_ms, end_offset_min FROM bout"
        " JOIN episode ON episode.id = episode_id WHERE bout.deleted_utc_ms IS NULL"
        " AND episode.deleted_utc_ms IS NULL ORDER BY begin_utc_ms, bout.id",
        [&](const BulkRow& row) {
            const auto moment = [&](int column) {
                return Moment{UtcTime{std::chrono::milliseconds{row.number(column)}},
                              std::chrono::minutes{row.number(column + 1)}};
            };
            TiedBout bout{std::string{row.text(0)}, moment(1), {}};
            if (!row.isNull(3)) {
                bout.end = moment(3);
            }
            std::erase_if(goingOn, [&](const TiedBout& before) {
                return before.end && before.end->utc <= bout.begin.utc;
            });
            for (const TiedBout& before : goingOn) {
                if (before.episode != bout.episode && (before.end || bout.end)) {
                    addPair(findings, Finding::Check::EpisodesOverlap, toId(RecordKind::Episode),
                            before.found(), bout.found());
                }
            }
            goingOn.push_back(std::move(bout));
        });
}

void verifyBouts(Database& database, std::vector<Finding>& findings)
{
    addPairs(database, findings, Finding::Check::BoutsOverlap, RecordKind::Bout,
             "SELECT id, next_id FROM (SELECT id, end_utc_ms, lead(begin_utc_ms) OVER inOrder AS"
             " next_begin, lead(id) OVER inOrder AS next_id FROM bout WHERE deleted_utc_ms IS NULL"
             " WINDOW inOrder AS (PARTITION BY episode_id ORDER BY begin_utc_ms, id))"
             " WHERE next_begin IS NOT NULL AND (end_utc_ms IS NULL OR end_utc_ms > next_begin)");
    constexpr const char* kOpen =
        "SELECT id FROM bout WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL";
    if (database.number(fmt::format("SELECT count(*) FROM ({})", kOpen)) > 1) {
        addEach(database, findings, Finding::Check::SeveralOpen, RecordKind::Bout,
                fmt::format("{} ORDER BY begin_utc_ms, id", kOpen));
    }
    addEach(database, findings, Finding::Check::EpisodeHollow, RecordKind::Episode,
            "SELECT id FROM episode WHERE deleted_utc_ms IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM bout WHERE episode_id = episode.id AND deleted_utc_ms IS NULL)");
}

/// Sitting is measured on the clock of one boot; sessions are, where both have it, and else on the
/// wall.
void verifySpans(Database& database, std::vector<Finding>& findings)
{
    addPairs(database, findings, Finding::Check::SpansOverlap, RecordKind::SeatSpan,
             "SELECT id, next_id FROM (SELECT id, end_boot_ms, lead(begin_boot_ms) OVER inOrder AS"
             " next_begin, lead(id) OVER inOrder AS next_id FROM seat_span"
             " WHERE deleted_utc_ms IS NULL WINDOW inOrder AS (PARTITION BY boot_id ORDER BY"
             " begin_boot_ms, coalesce(end_boot_ms, 9e18), id)) WHERE next_begin IS NOT NULL"
             " AND (end_boot_ms IS NULL OR end_boot_ms > next_begin)");
    addPairs(database, findings, Finding::Check::SpansOverlap, RecordKind::CareSession,
             "SELECT id, next_id FROM (SELECT id, end_utc_ms, begin_boot_id, end_boot_id,"
             " end_boot_ms, lead(id) OVER inOrder AS next_id,"
             " lead(begin_utc_ms) OVER inOrder AS next_begin,"
             " lead(begin_boot_id) OVER inOrder AS next_boot_id,"
             " lead(begin_boot_ms) OVER inOrder AS next_boot_ms FROM care_session"
             " WHERE deleted_utc_ms IS NULL WINDOW inOrder AS (ORDER BY begin_utc_ms, id))"
             " WHERE next_begin IS NOT NULL AND end_utc_ms IS NOT NULL"
             " AND CASE WHEN end_boot_id = next_boot_id THEN end_boot_ms > next_boot_ms"
             " ELSE end_utc_ms > next_begin END");
    constexpr const char* kRunning =
        "SELECT id FROM care_session WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL";
    if (database.number(fmt::format("SELECT count(*) FROM ({})", kRunning)) > 1) {
        addEach(database, findings, Finding::Check::SeveralRunning, RecordKind::CareSession,
                fmt::format("{} ORDER BY begin_utc_ms, id", kRunning));
    }
    addEach(database, findings, Finding::Check::SeveralRunning, RecordKind::SeatSpan,
            "SELECT id FROM (SELECT id, begin_utc_ms, count(*) OVER (PARTITION BY machine) AS n"
            " FROM seat_span WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL) WHERE n > 1"
            " ORDER BY begin_utc_ms, id");
}

void verifyReferences(Database& database, std::vector<Finding>& findings)
{
    std::vector<std::pair<std::string, std::int64_t>> orphans;
    database.each(
        "SELECT \"table\", rowid FROM pragma_foreign_key_check", [&](SQLite::Statement& row) {
            orphans.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getInt64());
        });
    for (const auto& [table, rowid] : orphans) {
        const auto kind = fromId<RecordKind>(table);
        if (!kind) {
            addFinding(findings, Finding::Check::OrphanFound, table, 1);
            continue;
        }
        addEach(database, findings, Finding::Check::OrphanFound, *kind,
                fmt::format("SELECT id FROM {} WHERE rowid = {}", table, rowid));
    }
    for (const RecordKind kind : kLooseEnds) {
        addEach(database, findings, Finding::Check::LooseEnd, kind,
                fmt::format("SELECT id FROM {} WHERE episode_id IS NOT NULL AND deleted_utc_ms IS"
                            " NULL AND episode_id NOT IN (SELECT id FROM episode)"
                            " AND episode_id NOT IN (SELECT id FROM erased)",
                            toId(kind)));
    }
    forEachKind([&]<class Record>(const Record& record) {
        constexpr RecordKind kKind = kKindOf<Record>;
        const std::string_view table = toId(kKind);
        addFinding(findings, Finding::Check::LooseEnd, "change_log",
                   database.number(fmt::format("SELECT count(*) FROM change_log WHERE kind = '{0}'"
                                               " AND record_id NOT IN (SELECT id FROM {0})",
                                               table)));
        // What was changed after it was deleted elsewhere stands rightly, and so does what others
        // refer to, deleted; an emergency ends by being closed alone.
        addEach(database, findings, Finding::Check::ErasedStands, kKind,
                fmt::format(
                    "SELECT {0}.id FROM {0} JOIN erased ON erased.id = {0}.id WHERE"
                    " {0}.deleted_utc_ms IS NULL AND updated_utc_ms <= erased.deleted_utc_ms{1}",
                    table, std::is_same_v<Record, Alert> ? " AND level <> 'emergency'" : ""));
        if constexpr (requires { record.episode; }) {
            addEach(database, findings, Finding::Check::OwnerDeleted, kKind,
                    fmt::format("SELECT {0}.id FROM {0} JOIN episode ON episode.id ="
                                " {0}.episode_id WHERE {0}.deleted_utc_ms IS NULL"
                                " AND episode.deleted_utc_ms IS NOT NULL",
                                table));
        }
    });
}

void verifyNotes(Database& database, std::vector<Finding>& findings)
{
    constexpr std::string_view kNotes =
        "SELECT id AS record_id, note AS text FROM reading WHERE note <> '' UNION ALL"
        " SELECT id, value ->> '$' FROM report WHERE field = 'note' AND value ->> '$' <> ''";
    constexpr std::string_view kIndexed = "SELECT record_id, text FROM note_text";
    const auto missing = database.number(
        fmt::format("SELECT count(*) FROM (SELECT * FROM ({}) EXCEPT {})", kNotes, kIndexed));
    const auto extra = database.number(
        fmt::format("SELECT count(*) FROM ({} EXCEPT SELECT * FROM ({}))", kIndexed, kNotes));
    const auto unsearched = database.number("SELECT abs((SELECT count(*) FROM note_text)"
                                            " - (SELECT count(*) FROM note_search_docsize))");
    addFinding(findings, Finding::Check::NotesOff, "note_text",
               std::max({missing, extra, unsearched}));
}

} // namespace

void verifyTies(Database& database, std::vector<Finding>& findings)
{
    verifyReferences(database, findings);
    verifyBouts(database, findings);
    verifyEpisodes(database, findings);
    verifySpans(database, findings);
    verifyNotes(database, findings);
    for (const OnlyOne& only : kOnlyOnes) {
        addEach(database, findings, Finding::Check::SeveralOfOne, only.kind,
                fmt::format("SELECT id FROM (SELECT id, {0} AS common, updated_utc_ms,"
                            " count(*) OVER (PARTITION BY {0}) AS n FROM {1}"
                            " WHERE deleted_utc_ms IS NULL) WHERE n > 1"
                            " ORDER BY common, updated_utc_ms, id",
                            only.common, toId(only.kind)));
    }
}

} // namespace unclench
