// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of a diary replaced by those of another.
#pragma once

#include "core/store/new_file.h"
#include "core/store/progress.h"

#include <cstdint>

namespace unclench {

class Database;

/// Before, around and after the transaction in which that is done: the other diary lies in a
/// private file beside, the connection waits longer for other programs, and references are not
/// looked at row by row. Requires: no transaction is open when it begins and when it ends.
class RowReplacement {
public:
    /// `from`: in memory, of today's schema. Throws StorageError.
    RowReplacement(Database& diary, Database& from);
    ~RowReplacement();
    RowReplacement(const RowReplacement&) = delete;
    RowReplacement& operator=(const RowReplacement&) = delete;

    /// Everything but `meta` becomes as it is there. Rows that are the same are not written; those
    /// that stay keep their order. Requires: a Transaction. Throws StorageError and Cancelled.
    void run(const Progress& progress);

private:
    void end();

    Database& m_diary;
    std::int64_t m_patience = 0;
    NewFile m_other;
};

} // namespace unclench
