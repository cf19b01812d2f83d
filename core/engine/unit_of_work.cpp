// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unit_of_work.h"

#include "core/engine/told_for.h"

#include <algorithm>

namespace unclench {

namespace {

/// All fields of a record as one number.
class FieldsHash {
public:
    template <class T>
    void operator()(const char*, const T& value)
    {
        add(value);
    }
    template <class T>
    void add(const std::optional<T>& value)
    {
        mix(value.has_value());
        if (value) {
            add(*value);
        }
    }
    [[nodiscard]] std::size_t result() const { return m_hash; }

private:
    void mix(std::size_t number) { m_hash = m_hash * 1'000'003 ^ number; }
    void add(const std::string& text) { mix(std::hash<std::string>{}(text)); }
    void add(const Uuid& id) { add(id.text()); }
    void add(UtcTime time) { add(time.time_since_epoch()); }
    void add(const Moment& moment)
    {
        add(moment.utc);
        add(moment.offset);
    }
    template <class Number, class Period>
    void add(std::chrono::duration<Number, Period> length)
    {
        add(length.count());
    }
    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
    void add(Number value) { mix(std::hash<Number>{}(value)); }

    std::size_t m_hash = 0;
};

} // namespace

std::size_t saying(const AnyRecord& record)
{
    FieldsHash hash;
    hash.add(stampOf(record).deleted);
    std::visit([&]<class Record>(const Record& each) { Record::fields(each, hash); }, record);
    return hash.result();
}

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
    stampAfter(after, *before);
    m_changes.replace(*before, after);
    m_undo.edits.push_back({std::move(before), std::move(after)});
    return true;
}

void UnitOfWork::stampAfter(AnyRecord& after, const AnyRecord& before) const
{
    // A clock that was set back must not make the newer version look older.
    Stamp& stamp = stampOf(after);
    stamp.created = stampOf(before).created;
    stamp.updated =
        std::max(m_now.wall.utc, stampOf(before).updated + std::chrono::milliseconds{1});
    stamp.machine = m_machine;
}

void UnitOfWork::noteAdded(const AnyRecord& record)
{
    m_isWholesale = true;
    m_earliestTaken = earlier(m_earliestTaken, toldFor(record));
    m_undo.added.push_back({kindOf(record), stampOf(record).id, saying(record)});
}

void UnitOfWork::noteReplaced(AnyRecord before, AnyRecord after)
{
    m_isWholesale = true;
    m_undo.edits.push_back({std::move(before), std::move(after)});
}

void UnitOfWork::noteDropped(AnyRecord record)
{
    m_isWholesale = true;
    m_undo.dropped.push_back(std::move(record));
}

void UnitOfWork::noteCarried(RecordKind kind, const Uuid& id)
{
    m_isWholesale = true;
    m_followed.emplace_back(kind, id);
}

bool UnitOfWork::turnOver(const AddedRecord& added)
{
    const auto before = m_changes.find(added.kind, added.id);
    if (!before || saying(*before) != added.says) {
        return false;
    }
    AnyRecord after = *before;
    std::optional<UtcTime>& deleted = stampOf(after).deleted;
    deleted = deleted ? std::nullopt : std::optional{m_now.wall.utc};
    stampAfter(after, *before);
    m_changes.replace(*before, after);
    noteAdded(after);
    return true;
}

void UnitOfWork::writeAnew(AnyRecord record)
{
    const AnyRecord before = record;
    stampAfter(record, before);
    m_changes.insert(record);
    noteAdded(record);
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
    if (m_isWholesale) {
        // As a whole, not record by record: a hundred thousand may have changed.
        m_events.publish(ChangedElsewhere{});
    } else {
        for (const Edit& edit : m_undo.edits) {
            saved.records.emplace_back(kindOf(edit.after), stampOf(edit.after).id);
        }
    }
    saved.records.insert(saved.records.end(), m_followed.begin(), m_followed.end());
    m_events.publish(std::move(saved));
    return std::move(m_undo);
}

} // namespace unclench
