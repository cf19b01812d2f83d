// SPDX-License-Identifier: GPL-3.0-or-later
// A diary in memory that is filled row by row from elsewhere, and looked at before any of it goes
// into the file.
#pragma once

#include "core/exchange/rows.h"
#include "core/store/bulk_write.h"

#include <memory>
#include <optional>
#include <vector>

namespace unclench {

class Database;

/// Throws StorageError where something else than the row is at fault.
class StagedDiary : public RowSink {
public:
    StagedDiary();
    ~StagedDiary() override;
    StagedDiary(const StagedDiary&) = delete;
    StagedDiary& operator=(const StagedDiary&) = delete;

    /// Besides what a CHECK says: "not_utf8", "holds_nul", "too_long", and "twice" for an id that
    /// is there already. Requires: `finish` was not called yet.
    [[nodiscard]] std::optional<std::string> add(const AnyRecord& record) override;
    [[nodiscard]] std::optional<std::string> add(const OldVersion& version) override;
    [[nodiscard]] std::optional<std::string> add(const ErasedRecord& erased) override;

    /// A record that refers to one that was not added.
    struct Orphan {
        RecordKind kind{};
        /// Which of its kind, in the order in which they were taken, from 1 on.
        std::int64_t row = 0;
    };
    /// Ends the filling, once. Where it returns any, this is not to be merged into a diary.
    [[nodiscard]] std::vector<Orphan> finish();

    /// Where `diary` has a record too, its version is put in place of the one here, so that a merge
    /// changes nothing in it. Requires: `finish` was called.
    void standBackFor(Database& diary);

    /// A diary as any other after `finish`.
    [[nodiscard]] Database& database() { return *m_database; }

private:
    std::unique_ptr<Database> m_database;
    std::optional<BulkWrite> m_bulk;
};

} // namespace unclench
