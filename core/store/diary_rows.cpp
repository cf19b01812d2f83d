// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/diary_rows.h"

#include "core/store/record_table.h"

namespace unclench {

namespace {

/// What a column outside of the records holds, as what it means.
template <NamedEnum Enum>
Enum wordAt(SQLite::Statement& row, int column)
{
    const auto word = fromId<Enum>(row.getColumn(column).getString());
    if (!word) {
        throw StorageError{StorageFault::Damaged, "read", "a word is not one of its kind"};
    }
    return *word;
}
Uuid uuidAt(SQLite::Statement& row, int column)
{
    const auto id = Uuid::parse(row.getColumn(column).getString());
    if (!id) {
        throw StorageError{StorageFault::Damaged, "read", "an id is not a UUID"};
    }
    return *id;
}
UtcTime utcAt(SQLite::Statement& row, int column)
{
    return UtcTime{std::chrono::milliseconds{row.getColumn(column).getInt64()}};
}

} // namespace

void DiaryRows::eachRecord(RecordKind kind, const std::function<void(const AnyRecord&)>& row)
{
    forEachKind([&]<class Record>(const Record&) {
        if (kKindOf<Record> == kind) {
            RecordTable<Record>{m_database}.each("ORDER BY id",
                                                 [&](Record record) { row(std::move(record)); });
        }
    });
}

void DiaryRows::eachOldVersion(const std::function<void(const OldVersion&)>& row)
{
    m_database.each("SELECT kind, record_id, replaced_utc_ms, machine, old FROM change_log"
                    " ORDER BY record_id, replaced_utc_ms, machine, old, kind, number",
                    [&](SQLite::Statement& found) {
                        row({.kind = wordAt<RecordKind>(found, 0),
                             .record = uuidAt(found, 1),
                             .replaced = utcAt(found, 2),
                             .machine = found.getColumn(3).getString(),
                             .old = found.getColumn(4).getString()});
                    });
}

void DiaryRows::eachErased(const std::function<void(const ErasedRecord&)>& row)
{
    m_database.each("SELECT kind, id, created_utc_ms, deleted_utc_ms, erased_utc_ms FROM erased"
                    " ORDER BY id",
                    [&](SQLite::Statement& found) {
                        row({.kind = wordAt<RecordKind>(found, 0),
                             .id = uuidAt(found, 1),
                             .created = utcAt(found, 2),
                             .deleted = utcAt(found, 3),
                             .erased = utcAt(found, 4)});
                    });
}

std::int64_t DiaryRows::count()
{
    std::int64_t rows = m_database.number(
        "SELECT (SELECT count(*) FROM change_log) + (SELECT count(*) FROM erased)");
    forEachKind([&]<class Record>(const Record&) {
        rows += m_database.number(fmt::format("SELECT count(*) FROM {}", toId(kKindOf<Record>)));
    });
    return rows;
}

ReadSnapshot::ReadSnapshot(Database& database) : m_database(database)
{
    m_database.run("BEGIN");
    // What it sees is what stands there at the first look.
    static_cast<void>(m_database.number("SELECT count(*) FROM meta"));
}

ReadSnapshot::~ReadSnapshot()
{
    try {
        m_database.run("ROLLBACK");
    } catch (const std::exception&) {
        // Nothing was written, so nothing is lost with it.
        static_cast<void>(0);
    }
}

} // namespace unclench
