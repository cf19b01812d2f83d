// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_store.h"

#include "core/store/record_table.h"

namespace unclench {

void ChangeStore::insert(const AnyRecord& record)
{
    std::visit([&]<class Record>(const Record& r) { RecordTable<Record>{m_database}.insert(r); },
               record);
}

void ChangeStore::replace(const AnyRecord& before, const AnyRecord& after)
{
    const Stamp& stamp = stampOf(after);
    m_database.run("INSERT INTO change_log (kind, record_id, replaced_utc_ms, machine, old)"
                   " VALUES (?, ?, ?, ?, ?)",
                   std::string{toId(kindOf(before))}, stamp.id.text(),
                   std::int64_t{stamp.updated.time_since_epoch().count()}, stamp.machine,
                   toJson(before));
    dropCovered(before, after);
    std::visit([&]<class Record>(const Record& r) { RecordTable<Record>{m_database}.update(r); },
               after);
}

void ChangeStore::dropCovered(const AnyRecord& before, const AnyRecord& after)
{
    const Stamp& stamp = stampOf(after);
    if (m_database.number("SELECT EXISTS (SELECT 1 FROM change_log WHERE record_id = ?"
                          " AND machine = 'merge')",
                          stamp.id.text()) == 0) {
        return;
    }
    m_database.run("DELETE FROM change_log WHERE record_id = ?1 AND kind = ?2 AND machine = 'merge'"
                   " AND ((old = ?3 AND replaced_utc_ms < ?5)"
                   "  OR (old = ?4 AND replaced_utc_ms <= ?5))",
                   stamp.id.text(), std::string{toId(kindOf(after))}, toJson(before), toJson(after),
                   std::int64_t{stamp.updated.time_since_epoch().count()});
}

std::optional<AnyRecord> ChangeStore::find(RecordKind kind, const Uuid& id)
{
    std::optional<AnyRecord> found;
    forEachKind([&]<class Record>(const Record&) {
        if (kKindOf<Record> == kind) {
            if (auto record = RecordTable<Record>{m_database}.find(id)) {
                found = *std::move(record);
            }
        }
    });
    return found;
}

std::vector<AnyRecord> ChangeStore::partsOf(const Uuid& owner)
{
    std::vector<AnyRecord> parts;
    const auto collect = [&]<class Record>(const Record&, std::string_view column) {
        for (Record& record : RecordTable<Record>{m_database}.select(
                 fmt::format("WHERE {} = ?", column), owner.text())) {
            parts.emplace_back(std::move(record));
        }
    };
    forEachKind([&]<class Record>(const Record& kind) {
        if constexpr (requires { kind.episode; }) {
            collect(kind, "episode_id");
        }
        if constexpr (requires { kind.medicine; }) {
            collect(kind, "medicine_id");
        }
        if constexpr (requires { kind.session; }) {
            collect(kind, "session_id");
        }
    });
    return parts;
}

int ChangeStore::eraseDeleted(UtcTime until, UtcTime now)
{
    const std::int64_t untilMs = until.time_since_epoch().count();
    const std::int64_t nowMs = now.time_since_epoch().count();
    int erased = 0;
    const auto erase = [&](RecordKind kind, std::string_view unless) {
        const std::string_view table = toId(kind);
        const std::string which =
            fmt::format("FROM {} WHERE deleted_utc_ms <= ?1{}", table, unless);
        // Not before its last version, where the clock was set back before it was deleted: no
        // version of it that comes from elsewhere shall look later than that it was deleted.
        m_database.run(
            fmt::format(
                "INSERT INTO erased (kind, erased_utc_ms, id, created_utc_ms, deleted_utc_ms)"
                " SELECT '{}', ?2, id, created_utc_ms, max(deleted_utc_ms, updated_utc_ms) {}"
                " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
                " created_utc_ms = excluded.created_utc_ms,"
                " deleted_utc_ms = excluded.deleted_utc_ms,"
                " erased_utc_ms = excluded.erased_utc_ms"
                " WHERE excluded.deleted_utc_ms > deleted_utc_ms",
                table, which),
            untilMs, nowMs);
        m_database.run(
            fmt::format("DELETE FROM change_log WHERE record_id IN (SELECT id {})", which),
            untilMs);
        erased +=
            static_cast<int>(m_database.number(fmt::format("SELECT count(*) {}", which), untilMs));
        m_database.run(fmt::format("DELETE {}", which), untilMs);
    };

    // What refers comes before what is referred to.
    forEachKind([&]<class Record>(const Record&) {
        if constexpr (!std::is_same_v<Record, Episode> && !std::is_same_v<Record, Medicine> &&
                      !std::is_same_v<Record, Alert> && !std::is_same_v<Record, CareSession>) {
            erase(kKindOf<Record>, "");
        }
    });
    erase(RecordKind::Alert, " AND id NOT IN (SELECT alert_id FROM alert_step)");
    erase(RecordKind::CareSession, " AND id NOT IN (SELECT session_id FROM skin_check)");
    erase(RecordKind::Medicine, " AND id NOT IN (SELECT medicine_id FROM intake)");
    erase(RecordKind::Episode,
          " AND id NOT IN (SELECT episode_id FROM bout) AND id NOT IN (SELECT episode_id FROM "
          "reading)"
          " AND id NOT IN (SELECT episode_id FROM report)"
          " AND id NOT IN (SELECT episode_id FROM symptom WHERE episode_id IS NOT NULL)"
          " AND id NOT IN (SELECT episode_id FROM function_limit WHERE episode_id IS NOT NULL)"
          " AND id NOT IN (SELECT episode_id FROM relief WHERE episode_id IS NOT NULL)"
          " AND id NOT IN (SELECT episode_id FROM intake WHERE episode_id IS NOT NULL)"
          " AND id NOT IN (SELECT episode_id FROM answer WHERE episode_id IS NOT NULL)");
    if (erased > 0) {
        // The words of a note that was deleted stay in the index until it is written anew.
        m_database.run("INSERT INTO note_search (note_search) VALUES ('rebuild')");
    }
    return erased;
}

} // namespace unclench
