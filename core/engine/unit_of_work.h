// SPDX-License-Identifier: GPL-3.0-or-later
// The heart: one reading of the clock, one transaction, and only then the events.
#pragma once

#include "core/diary/record.h"
#include "core/engine/events.h"
#include "core/store/change_store.h"
#include "core/store/database.h"
#include "core/time/clock.h"

#include <functional>
#include <optional>
#include <vector>

namespace unclench {

/// One record before and after a command. An absent `before`: the command made it.
struct Edit {
    std::optional<AnyRecord> before;
    AnyRecord after;
};

/// What takes a command back: its edits, in the order written. Empty: nothing to take back.
struct Undo {
    std::vector<Edit> edits;
};

class UnitOfWork;

/// What is done with the writes of a command before they are committed: the rules look at them.
using BeforeCommit = std::function<void(UnitOfWork&)>;

/// Collects the writes of one command. Unless `commit` returned, nothing of them is kept.
class UnitOfWork {
public:
    UnitOfWork(Database& database,
               Events& events,
               UuidSource& uuids,
               const Now& now,
               BeforeCommit beforeCommit = {});

    [[nodiscard]] const Now& now() const { return m_now; }

    /// Stamps and saves a new record, and returns its id.
    template <class Record>
    Uuid create(Record record)
    {
        AnyRecord any{std::move(record)};
        insert(any);
        return stampOf(any).id;
    }

    /// Saves `after` in place of the stored record with the same kind and id; its stamp's `updated`
    /// and `machine` are set here, `deleted` is taken as it is. False: no such record, nothing
    /// written.
    [[nodiscard]] bool replace(AnyRecord after);

    /// As `create` and `replace`, for what follows from a command: it is told of, and taking the
    /// command back does not take it back.
    template <class Record>
    Uuid keepNew(Record record)
    {
        AnyRecord any{std::move(record)};
        insert(any);
        return follow();
    }
    void keep(AnyRecord after)
    {
        if (replace(std::move(after))) {
            static_cast<void>(follow());
        }
    }

    [[nodiscard]] std::optional<AnyRecord> find(RecordKind kind, const Uuid& id);
    [[nodiscard]] std::vector<AnyRecord> partsOf(const Uuid& episode)
    {
        return m_changes.partsOf(episode);
    }

    /// What was written so far.
    [[nodiscard]] const std::vector<Edit>& edits() const { return m_undo.edits; }

    /// Commits, publishes, and returns what takes it back. Throws StorageError, then nothing was
    /// saved.
    [[nodiscard]] Undo commit();

private:
    void insert(AnyRecord& record);
    /// Moves the last edit from what can be taken back to what follows; returns its record's id.
    Uuid follow();

    Events& m_events;
    UuidSource& m_uuids;
    Now m_now;
    ChangeStore m_changes;
    std::string m_machine;
    BeforeCommit m_beforeCommit;
    Undo m_undo;
    std::vector<std::pair<RecordKind, Uuid>> m_followed;
    Transaction m_transaction;
};

} // namespace unclench
