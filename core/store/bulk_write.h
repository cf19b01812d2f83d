// SPDX-License-Identifier: GPL-3.0-or-later
// Writing very many rows in one transaction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace unclench {

class Database;

/// While it lives more of the file is kept in memory: rows whose ids follow no order would have its
/// pages written and read again and again. From here to `finish` notes that come and go are not
/// taken into the index of their words: after each row that takes eight times as long as the row
/// itself. Throws StorageError.
class BulkWrite {
public:
    /// Requires: a transaction on `diary`, which outlives it; nothing is being read there. Where
    /// the transaction is rolled back, all is as before.
    explicit BulkWrite(Database& diary);
    ~BulkWrite();
    BulkWrite(const BulkWrite&) = delete;
    BulkWrite& operator=(const BulkWrite&) = delete;

    /// Writes the index anew. Once, before the transaction is committed.
    void finish();

private:
    Database& m_diary;
    std::int64_t m_cacheBefore;
    std::vector<std::string> m_triggers;
};

} // namespace unclench
