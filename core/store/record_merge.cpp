// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record_merge.h"

#include "core/store/bounds.h"
#include "core/store/change_store.h"
#include "core/store/record_table.h"

#include <algorithm>
#include <tuple>

namespace unclench {

namespace {

/// What signs a row of the change log that a merge wrote: a version that lost.
constexpr const char* kMergeSigns = "merge";

/// A clock that is ahead by less than this is one that runs a little fast.
constexpr std::chrono::minutes kMergeClockSlack{5};

/// With fewer records than this, writing the index of notes anew would cost more than it saves.
constexpr int kManyRecords = 5'000;

/// An emergency ends by being closed, and then it is an emergency that is closed: no other version
/// of it stands over that, however late it was written.
template <class Record>
bool isOfEmergency(const Record& record)
{
    if constexpr (std::is_same_v<Record, Alert>) {
        return record.level == Level::Emergency && !record.stamp.isDeleted();
    } else {
        return false;
    }
}

/// Where a version stands among all of its record. The deletion comes last: what was erased
/// elsewhere is marked as deleted here, and that must not change which version it is.
template <class Record>
auto mergeKey(const Record& record, const std::string& content)
{
    const Stamp& stamp = record.stamp;
    return std::tuple{isOfEmergency(record),     stamp.updated, std::string_view{stamp.machine},
                      std::string_view{content}, stamp.created, stamp.deleted};
}

/// Open episodes beyond one, and sessions that begin before an earlier one is over.
int countOverlaps(Database& database)
{
    const auto open = database.number("SELECT count(DISTINCT episode_id) FROM bout"
                                      " WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL");
    const auto sessions = database.number(
        "SELECT count(*) FROM (SELECT begin_utc_ms, max(coalesce(end_utc_ms, begin_utc_ms))"
        " OVER (ORDER BY begin_utc_ms, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
        " AS reached FROM care_session WHERE deleted_utc_ms IS NULL)"
        " WHERE begin_utc_ms < reached");
    return static_cast<int>(std::max(open - 1, std::int64_t{0}) + sessions);
}

/// Kinds that others refer to: such a record stays, deleted, where it was erased elsewhere.
template <class Record>
constexpr bool kHasReferrers =
    std::is_same_v<Record, Episode> || std::is_same_v<Record, Medicine> ||
    std::is_same_v<Record, Alert> || std::is_same_v<Record, CareSession>;

template <class Record>
bool isErased(const Record& record, const std::optional<UtcTime>& until)
{
    return until && record.stamp.updated <= *until && !isOfEmergency(record);
}

} // namespace

RecordMerge::RecordMerge(Database& diary, UtcTime now, const MergeListener& listener)
    : m_diary(diary), m_now(now), m_listener(listener), m_overlapsBefore(countOverlaps(diary)),
      m_isAnyErased(diary.number("SELECT EXISTS (SELECT 1 FROM erased)") != 0)
{
}

MergeCounts RecordMerge::finish()
{
    dropCovered();
    if (m_bulk) {
        m_bulk->finish();
    } else if (m_isAnyDropped) {
        // The words of a note that went stay in the index until it is written anew.
        m_diary.run("INSERT INTO note_search (note_search) VALUES ('rebuild')");
    }
    m_counts.overlaps = std::max(0, countOverlaps(m_diary) - m_overlapsBefore);
    return m_counts;
}

/// Until when what was told of a record is gone. Absent: nothing of it was erased.
std::optional<UtcTime> RecordMerge::erasedUntil(const std::string& id)
{
    std::optional<UtcTime> until;
    if (m_isAnyErased) {
        m_diary.each(
            "SELECT deleted_utc_ms FROM erased WHERE id = ?",
            [&](SQLite::Statement& row) {
                until = UtcTime{std::chrono::milliseconds{row.getColumn(0).getInt64()}};
            },
            id);
    }
    return until;
}

/// The later deletion stands; of two that are equal, the smaller of the rest.
void RecordMerge::take(const ErasedRecord& erased)
{
    m_isAnyErased = true;
    const std::string id = erased.id.text();
    const auto before = erasedUntil(id);
    m_diary.run("INSERT INTO erased (id, kind, created_utc_ms, deleted_utc_ms, erased_utc_ms)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                " kind = CASE WHEN excluded.deleted_utc_ms > deleted_utc_ms"
                "  THEN excluded.kind ELSE min(kind, excluded.kind) END,"
                " created_utc_ms = CASE WHEN excluded.deleted_utc_ms > deleted_utc_ms"
                "  THEN excluded.created_utc_ms"
                "  ELSE min(created_utc_ms, excluded.created_utc_ms) END,"
                " erased_utc_ms = CASE WHEN excluded.deleted_utc_ms > deleted_utc_ms"
                "  THEN excluded.erased_utc_ms"
                "  ELSE min(erased_utc_ms, excluded.erased_utc_ms) END,"
                " deleted_utc_ms = excluded.deleted_utc_ms"
                " WHERE excluded.deleted_utc_ms >= deleted_utc_ms",
                id, std::string{toId(erased.kind)}, inMilliseconds(erased.created),
                inMilliseconds(erased.deleted), inMilliseconds(erased.erased));
    const auto until = erasedUntil(id);
    if (until != before) {
        eraseHere(erased.id, *until);
    }
}

void RecordMerge::eraseHere(const Uuid& id, UtcTime until)
{
    m_diary.run("DELETE FROM change_log WHERE record_id = ? AND replaced_utc_ms <= ?", id.text(),
                inMilliseconds(until));
    forEachKind([&]<class Record>(const Record&) {
        const auto here = RecordTable<Record>{m_diary}.find(id);
        if (!here || !isErased(*here, until)) {
            return;
        }
        if constexpr (kHasReferrers<Record>) {
            Record deleted = *here;
            deleted.stamp.deleted = until;
            if (deleted != *here) {
                RecordTable<Record>{m_diary}.update(deleted);
                hearReplaced(*here, deleted);
            }
        } else {
            m_diary.run(fmt::format("DELETE FROM {} WHERE id = ?", toId(kKindOf<Record>)),
                        id.text());
            m_isAnyDropped = true;
            if (m_listener.dropped) {
                m_listener.dropped(*here);
            }
        }
    });
}

void RecordMerge::take(AnyRecord record)
{
    std::visit([&](auto& each) { takeRecord(std::move(each)); }, record);
}

void RecordMerge::add(const AnyRecord& record)
{
    ChangeStore{m_diary}.insert(record);
    if (++m_counts.added == kManyRecords) {
        m_bulk.emplace(m_diary);
    }
    countFuture(stampOf(record));
    if (m_listener.added) {
        m_listener.added(record);
    }
}

template <class Record>
void RecordMerge::takeRecord(Record record)
{
    RecordTable<Record> table{m_diary};
    const auto until = erasedUntil(record.stamp.id.text());
    if (isErased(record, until)) {
        if constexpr (kHasReferrers<Record>) {
            record.stamp.deleted = until;
        } else {
            ++m_counts.older;
            return;
        }
    }
    const auto here = table.find(record.stamp.id);
    if (!here) {
        add(std::move(record));
        return;
    }
    if (*here == record) {
        ++m_counts.alike;
        return;
    }
    const std::string hereSays = toJson(*here);
    const std::string thereSays = toJson(record);
    const bool isLater = mergeKey(*here, hereSays) < mergeKey(record, thereSays);
    if (isLater) {
        table.update(record);
        ++m_counts.replaced;
        countFuture(record.stamp);
        hearReplaced(*here, record);
    } else {
        ++m_counts.older;
    }
    keepLoser(isLater ? here->stamp : record.stamp, isLater ? hereSays : thereSays,
              kKindOf<Record>);
}

void RecordMerge::countFuture(const Stamp& stamp)
{
    m_counts.fromFuture += stamp.updated > m_now + kMergeClockSlack ? 1 : 0;
}

void RecordMerge::hearReplaced(const AnyRecord& before, const AnyRecord& after)
{
    if (m_listener.replaced) {
        m_listener.replaced(before, after);
    }
}

/// What a person wrote is not lost by being written somewhere else as well.
void RecordMerge::keepLoser(const Stamp& stamp, const std::string& said, RecordKind kind)
{
    keepOldVersion(std::string{toId(kind)}, stamp.id.text(), inMilliseconds(stamp.updated),
                   kMergeSigns, said);
}

void RecordMerge::take(const OldVersion& version)
{
    keepOldVersion(std::string{toId(version.kind)}, version.record.text(),
                   inMilliseconds(version.replaced), version.machine, version.old);
}

void RecordMerge::keepOldVersion(const std::string& kind,
                                 const std::string& id,
                                 std::int64_t replaced,
                                 const std::string& machine,
                                 const std::string& old)
{
    const auto until = erasedUntil(id);
    if (until && replaced <= inMilliseconds(*until)) {
        return;
    }
    m_diary.run("INSERT INTO change_log (kind, record_id, replaced_utc_ms, machine, old)"
                " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM change_log"
                "  WHERE record_id = ?2 AND kind = ?1 AND replaced_utc_ms = ?3 AND machine = ?4"
                "  AND old = ?5)",
                kind, id, replaced, machine, old);
}

/// A version that lost is kept once: not where a later row says the same, and not where the one
/// that stands does.
void RecordMerge::dropCovered()
{
    m_diary.run("DELETE FROM change_log WHERE machine = ?1 AND EXISTS (SELECT 1 FROM change_log"
                "  AS later WHERE later.record_id = change_log.record_id"
                "  AND later.kind = change_log.kind AND later.old = change_log.old"
                "  AND later.replaced_utc_ms > change_log.replaced_utc_ms)",
                kMergeSigns);
    std::vector<std::pair<std::string, std::string>> lost;
    m_diary.each(
        "SELECT DISTINCT kind, record_id FROM change_log WHERE machine = ?",
        [&](SQLite::Statement& row) {
            lost.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getString());
        },
        kMergeSigns);
    ChangeStore changes{m_diary};
    for (const auto& [kind, id] : lost) {
        const auto known = fromId<RecordKind>(kind);
        const auto uuid = Uuid::parse(id);
        const auto stands = known && uuid ? changes.find(*known, *uuid) : std::nullopt;
        if (stands) {
            m_diary.run("DELETE FROM change_log WHERE machine = ? AND kind = ?"
                        " AND record_id = ? AND old = ? AND replaced_utc_ms <= ?",
                        kMergeSigns, kind, id, toJson(*stands),
                        inMilliseconds(stampOf(*stands).updated));
        }
    }
}

} // namespace unclench
