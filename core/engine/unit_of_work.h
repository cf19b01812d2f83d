// SPDX-License-Identifier: GPL-3.0-or-later
// The heart: one reading of the clock, one transaction, and only then the events.
#pragma once

#include "core/diary/record.h"
#include "core/engine/events.h"
#include "core/store/change_store.h"
#include "core/store/database.h"
#include "core/time/clock.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace unclench {

/// One record before and after a command. An absent `before`: the command made it.
struct Edit {
    std::optional<AnyRecord> before;
    AnyRecord after;
};

/// A record that came whole from another diary: so small that a hundred thousand of them can be
/// remembered.
struct AddedRecord {
    RecordKind kind{};
    Uuid id;
    /// `saying` of it: whether it was changed since.
    std::size_t says = 0;
};

/// What a record says, as a number: of two versions that differ at most in when and where they were
/// written it is the same. Only for this run of the program.
[[nodiscard]] std::size_t saying(const AnyRecord& record);

/// What takes a command back. Empty: nothing to take back.
struct Undo {
    /// In the order written.
    std::vector<Edit> edits{};
    /// Taking it back deletes those that stand, and brings back those that are deleted.
    std::vector<AddedRecord> added{};
    /// They had been erased elsewhere and went here too. Taking it back writes them anew.
    std::vector<AnyRecord> dropped{};
    /// Of a restore: the backup of what was there before. Restoring that takes it back.
    std::filesystem::path copy{};

    [[nodiscard]] bool isEmpty() const
    {
        return edits.empty() && added.empty() && dropped.empty() && copy.empty();
    }
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

    /// Notes what was written by other means, with its stamp as it was (a merge): for the rules,
    /// and for taking it back. The first: a record that was not there.
    void noteAdded(const AnyRecord& record);
    void noteReplaced(AnyRecord before, AnyRecord after);
    void noteDropped(AnyRecord record);
    /// The same for the listeners alone: an alert, which nothing takes back.
    void noteCarried(RecordKind kind, const Uuid& id);
    /// Deletes `added` where it stands, brings it back where it is deleted, and notes that for
    /// taking it back in turn. False: it is gone, or says something else by now.
    [[nodiscard]] bool turnOver(const AddedRecord& added);
    /// Writes a record anew that is gone, under its id. Requires: what it belongs to is there.
    void writeAnew(AnyRecord record);

    [[nodiscard]] std::optional<AnyRecord> find(RecordKind kind, const Uuid& id);
    [[nodiscard]] std::vector<AnyRecord> partsOf(const Uuid& episode)
    {
        return m_changes.partsOf(episode);
    }

    /// What was written so far, one by one.
    [[nodiscard]] const std::vector<Edit>& edits() const { return m_undo.edits; }
    /// The earliest moment for which something was told by what is not among `edits`.
    [[nodiscard]] const std::optional<UtcTime>& earliestTaken() const { return m_earliestTaken; }
    /// Much was taken in at once, which somebody may have told long ago.
    [[nodiscard]] bool isWholesale() const { return m_isWholesale; }

    /// Commits, publishes, and returns what takes it back. Throws StorageError, then nothing was
    /// saved.
    [[nodiscard]] Undo commit();

private:
    void insert(AnyRecord& record);
    /// Sets what a new version of `before` carries; `deleted` is taken as it is.
    void stampAfter(AnyRecord& after, const AnyRecord& before) const;
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
    std::optional<UtcTime> m_earliestTaken;
    bool m_isWholesale = false;
    Transaction m_transaction;
};

} // namespace unclench
