// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulk_write.h"

#include "core/store/database.h"

#include <fmt/format.h>

namespace unclench {

namespace {

/// In KiB. A hundred thousand rows of another program stay under 100 MB with it (import_bench).
constexpr int kBulkCache = 32 * 1024;

} // namespace

BulkWrite::BulkWrite(Database& diary)
    : m_diary(diary), m_cacheBefore(diary.number("PRAGMA cache_size"))
{
    std::string drops;
    m_diary.each("SELECT name, sql FROM sqlite_master WHERE name IN ('reading_note_added',"
                 " 'report_note_added', 'note_text_added', 'note_text_gone') ORDER BY rowid",
                 [&](SQLite::Statement& row) {
                     drops += fmt::format("DROP TRIGGER {};", row.getColumn(0).getString());
                     m_triggers.push_back(row.getColumn(1).getString());
                 });
    m_diary.script(drops);
    m_diary.script(fmt::format("PRAGMA cache_size = -{}", kBulkCache));
}

BulkWrite::~BulkWrite()
{
    try {
        m_diary.script(fmt::format("PRAGMA cache_size = {}", m_cacheBefore));
    } catch (const StorageError&) {
        static_cast<void>(0); // it takes more memory than it needs until it is closed
    }
}

void BulkWrite::finish()
{
    m_diary.run("INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)"
                " SELECT id, episode_id, deleted_utc_ms, note FROM reading"
                " WHERE note <> '' AND id NOT IN (SELECT record_id FROM note_text)");
    m_diary.run("INSERT INTO note_text (record_id, episode_id, deleted_utc_ms, text)"
                " SELECT id, episode_id, deleted_utc_ms, value ->> '$' FROM report"
                " WHERE field = 'note' AND value ->> '$' <> ''"
                " AND id NOT IN (SELECT record_id FROM note_text)");
    m_diary.run("INSERT INTO note_search (note_search) VALUES ('rebuild')");
    for (const std::string& trigger : m_triggers) {
        m_diary.script(trigger);
    }
}

} // namespace unclench
