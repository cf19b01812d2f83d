// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify_parts.h"

#include "core/diary/record.h"
#include "core/store/database.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

namespace unclench {

namespace {

/// What names an episode without belonging to it: it may be erased, and that is known.
constexpr std::array kLooseEnds{"alert", "care_session", "seat_event"};

/// Live records of which there is one: a table, and what they would have in common.
struct OnlyOne {
    const char* table;
    const char* common;
};
constexpr std::array kOnlyOnes{
    OnlyOne{"setting", "key"},
    OnlyOne{"medicine", "lower(name)"},
    OnlyOne{"saved_filter", "lower(name)"},
    OnlyOne{"pain_free_day", "(at_utc_ms + at_offset_min * 60000) / 86400000"},
};

void verifyBouts(Database& database, std::vector<Finding>& findings)
{
    addFinding(
        findings, Finding::Check::BoutsOverlap, "bout",
        database.number(
            "SELECT count(*) FROM (SELECT end_utc_ms, lead(begin_utc_ms) OVER"
            " (PARTITION BY episode_id ORDER BY begin_utc_ms, id) AS next_begin FROM bout"
            " WHERE deleted_utc_ms IS NULL)"
            " WHERE next_begin IS NOT NULL AND (end_utc_ms IS NULL OR end_utc_ms > next_begin)"));
    const auto open = database.number(
        "SELECT count(*) FROM bout WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL");
    addFinding(findings, Finding::Check::SeveralOpen, "bout", open > 1 ? open : 0);
    addFinding(
        findings, Finding::Check::EpisodeHollow, "episode",
        database.number("SELECT count(*) FROM episode WHERE deleted_utc_ms IS NULL AND NOT EXISTS"
                        " (SELECT 1 FROM bout WHERE episode_id = episode.id AND deleted_utc_ms IS"
                        " NULL)"));
}

/// Sitting is measured on the clock of one boot; sessions are, where both have it, and else on the
/// wall.
void verifySpans(Database& database, std::vector<Finding>& findings)
{
    addFinding(findings, Finding::Check::SpansOverlap, "seat_span",
               database.number("SELECT count(*) FROM (SELECT end_boot_ms, lead(begin_boot_ms) OVER"
                               " (PARTITION BY boot_id ORDER BY begin_boot_ms,"
                               " coalesce(end_boot_ms, 9e18), id) AS next_begin FROM seat_span"
                               " WHERE deleted_utc_ms IS NULL) WHERE next_begin IS NOT NULL"
                               " AND (end_boot_ms IS NULL OR end_boot_ms > next_begin)"));
    addFinding(
        findings, Finding::Check::SpansOverlap, "care_session",
        database.number(
            "SELECT count(*) FROM (SELECT end_utc_ms, begin_boot_id, end_boot_id, end_boot_ms,"
            " lead(begin_utc_ms) OVER inOrder AS next_begin,"
            " lead(begin_boot_id) OVER inOrder AS next_boot_id,"
            " lead(begin_boot_ms) OVER inOrder AS next_boot_ms FROM care_session"
            " WHERE deleted_utc_ms IS NULL WINDOW inOrder AS (ORDER BY begin_utc_ms, id))"
            " WHERE next_begin IS NOT NULL AND end_utc_ms IS NOT NULL"
            " AND CASE WHEN end_boot_id = next_boot_id THEN end_boot_ms > next_boot_ms"
            " ELSE end_utc_ms > next_begin END"));
    const auto running = database.number("SELECT count(*) FROM care_session"
                                         " WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL");
    addFinding(findings, Finding::Check::SeveralRunning, "care_session", running > 1 ? running : 0);
    addFinding(findings, Finding::Check::SeveralRunning, "seat_span",
               database.number("SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n"
                               " FROM seat_span WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL"
                               " GROUP BY machine HAVING n > 1)"));
}

void verifyReferences(Database& database, std::vector<Finding>& findings)
{
    database.each("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1",
                  [&](SQLite::Statement& row) {
                      addFinding(findings, Finding::Check::OrphanFound,
                                 row.getColumn(0).getString(), row.getColumn(1).getInt64());
                  });
    for (const char* table : kLooseEnds) {
        addFinding(findings, Finding::Check::LooseEnd, table,
                   database.number(fmt::format(
                       "SELECT count(*) FROM {} WHERE episode_id IS NOT NULL AND deleted_utc_ms IS"
                       " NULL AND episode_id NOT IN (SELECT id FROM episode)"
                       " AND episode_id NOT IN (SELECT id FROM erased)",
                       table)));
    }
    forEachKind([&]<class Record>(const Record& kind) {
        const std::string_view table = toId(kKindOf<Record>);
        addFinding(findings, Finding::Check::LooseEnd, "change_log",
                   database.number(fmt::format("SELECT count(*) FROM change_log WHERE kind = '{0}'"
                                               " AND record_id NOT IN (SELECT id FROM {0})",
                                               table)));
        // What was changed after it was deleted elsewhere stands rightly, and so does what others
        // refer to, deleted; an emergency ends by being closed alone.
        addFinding(findings, Finding::Check::ErasedStands, std::string{table},
                   database.number(fmt::format(
                       "SELECT count(*) FROM {0} JOIN erased ON erased.id = {0}.id WHERE"
                       " {0}.deleted_utc_ms IS NULL AND updated_utc_ms <= erased.deleted_utc_ms{1}",
                       table, std::is_same_v<Record, Alert> ? " AND level <> 'emergency'" : "")));
        if constexpr (requires { kind.episode; }) {
            addFinding(findings, Finding::Check::OwnerDeleted, std::string{table},
                       database.number(fmt::format(
                           "SELECT count(*) FROM {0} JOIN episode ON episode.id = {0}.episode_id"
                           " WHERE {0}.deleted_utc_ms IS NULL"
                           " AND episode.deleted_utc_ms IS NOT NULL",
                           table)));
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
    verifySpans(database, findings);
    verifyNotes(database, findings);
    for (const OnlyOne& only : kOnlyOnes) {
        addFinding(findings, Finding::Check::SeveralOfOne, only.table,
                   database.number(fmt::format(
                       "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM {} WHERE"
                       " deleted_utc_ms IS NULL GROUP BY {} HAVING n > 1)",
                       only.table, only.common)));
    }
}

} // namespace unclench
