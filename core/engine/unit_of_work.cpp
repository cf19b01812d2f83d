// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unit_of_work.h"

#include <algorithm>

namespace unclench {

UnitOfWork::UnitOfWork(Database& database,
                       Events& events,
                       UuidSource& uuids,
                       const Now& now,
                       BeforeCommit beforeCommit)
    : m_events(events), m_uuids(uuids), m_now(now), m_changes(database),
      m_machine(database.machine()), m_beforeCommit(std::move(beforeCommit)),
      m_transaction(database)
{
}

void UnitOfWork::insert(AnyRecord& record)
{
    Stamp& stamp = stampOf(record);
    const UtcTime now = m_now.wall.utc;
    stamp = {.id = m_uuids.next(now),
             .created = now,
             .updated = now,
             .machine = m_machine,
             .deleted = {}};
    m_changes.insert(record);
    m_undo.edits.push_back({std::nullopt, record});
}

bool UnitOfWork::replace(AnyRecord after)
{
    auto before = m_changes.find(kindOf(after), stampOf(after).id);
    if (!before) {
        return false;
    }
    // A clock that was set back must not make the newer version look older.
    Stamp& stamp = stampOf(after);
    stamp.created = stampOf(*before).created;
    stamp.updated =
        std::max(m_now.wall.utc, stampOf(*before).updated + std::chrono::milliseconds{1});
    stamp.machine = m_machine;
    m_changes.replace(*before, after);
    m_undo.edits.push_back({std::move(before), std::move(after)});
    return true;
}

std::optional<AnyRecord> UnitOfWork::find(RecordKind kind, const Uuid& id)
{
    return m_changes.find(kind, id);
}

Uuid UnitOfWork::follow()
{
    const AnyRecord& record = m_undo.edits.back().after;
    const Uuid id = stampOf(record).id;
    m_followed.emplace_back(kindOf(record), id);
    m_undo.edits.pop_back();
    return id;
}

Undo UnitOfWork::commit()
{
    if (m_beforeCommit) {
        m_beforeCommit(*this);
    }
    m_transaction.commit();
    RecordsSaved saved;
    for (const Edit& edit : m_undo.edits) {
        saved.records.emplace_back(kindOf(edit.after), stampOf(edit.after).id);
    }
    saved.records.insert(saved.records.end(), m_followed.begin(), m_followed.end());
    m_events.publish(std::move(saved));
    return std::move(m_undo);
}

} // namespace unclench
