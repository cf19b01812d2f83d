// SPDX-License-Identifier: GPL-3.0-or-later
// Writing any record, with its old version kept; what was deleted long ago is erased here.
#pragma once

#include "core/diary/record.h"

#include <optional>
#include <vector>

namespace unclench {

class Database;

/// Throws StorageError, as Database does. Writes belong into a Transaction.
class ChangeStore {
public:
    explicit ChangeStore(Database& database) : m_database(database) {}

    void insert(const AnyRecord& record);
    /// Replaces `before` by `after` (same kind and id) and notes the old version in the change log.
    void replace(const AnyRecord& before, const AnyRecord& after);
    /// Deleted records too. Absent: no such record.
    [[nodiscard]] std::optional<AnyRecord> find(RecordKind kind, const Uuid& id);

    /// Records that belong to the episode or medicine `owner`; deleted ones too.
    [[nodiscard]] std::vector<AnyRecord> partsOf(const Uuid& owner);

    /// Erases the content of what was deleted at or before `until`: only id, kind and times stay.
    /// Returns how many records.
    int eraseDeleted(UtcTime until, UtcTime now);

private:
    /// What a merge keeps of a version that lost is not kept twice (core/store/merge.cpp): a diary
    /// is always as a merge would leave it, so that an import brings it back row by row.
    void dropCovered(const AnyRecord& before, const AnyRecord& after);

    Database& m_database;
};

} // namespace unclench
