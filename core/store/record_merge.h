// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what comes from elsewhere into a diary, one row after the other, by the rules of
// docs/merge.md.
#pragma once

#include "core/diary/merge_counts.h"
#include "core/diary/record.h"
#include "core/exchange/rows.h"
#include "core/store/bulk_write.h"
#include "core/store/merge.h"

#include <optional>
#include <string>

namespace unclench {

class Database;

/// One merge, from its beginning to `finish`. Throws StorageError.
class RecordMerge {
public:
    /// Requires: a Transaction on `diary`, and nothing is being read there; both outlive it.
    RecordMerge(Database& diary, UtcTime now, const MergeListener& listener);

    /// What was erased there is erased here.
    void take(const ErasedRecord& erased);
    /// The later version stands. Requires: whatever was erased came before.
    void take(AnyRecord record);
    /// Unless it is there already, or is of what was erased.
    void take(const OldVersion& version);

    /// A record of which it is known that it is not here and was not erased.
    void add(const AnyRecord& record);
    /// One of which it is known that it is here, word for word.
    void countAlike() { ++m_counts.alike; }

    /// Ends the merge, once.
    [[nodiscard]] MergeCounts finish();

private:
    void eraseHere(const Uuid& id, UtcTime until);
    template <class Record>
    void takeRecord(Record record);
    [[nodiscard]] std::optional<UtcTime> erasedUntil(const std::string& id);
    void countFuture(const Stamp& stamp);
    void hearReplaced(const AnyRecord& before, const AnyRecord& after);
    void keepLoser(const Stamp& stamp, const std::string& said, RecordKind kind);
    void keepOldVersion(const std::string& kind,
                        const std::string& id,
                        std::int64_t replaced,
                        const std::string& machine,
                        const std::string& old);
    void dropCovered();

    Database& m_diary;
    UtcTime m_now;
    const MergeListener& m_listener;
    /// From when on so many were added that it is worth while.
    std::optional<BulkWrite> m_bulk;
    MergeCounts m_counts;
    int m_overlapsBefore;
    bool m_isAnyErased;
    bool m_isAnyDropped = false;
};

} // namespace unclench
