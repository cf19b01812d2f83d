// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of a diary's file, for an export.
#pragma once

#include "core/exchange/rows.h"

namespace unclench {

class Database;

/// Throws StorageError, as Database does. Whoever wants all rows to be of one moment holds a
/// ReadSnapshot besides.
class DiaryRows : public RowSource {
public:
    explicit DiaryRows(Database& database) : m_database(database) {}

    void eachRecord(RecordKind kind, const std::function<void(const AnyRecord&)>& row) override;
    void eachOldVersion(const std::function<void(const OldVersion&)>& row) override;
    void eachErased(const std::function<void(const ErasedRecord&)>& row) override;
    [[nodiscard]] std::int64_t count() override;

private:
    Database& m_database;
};

/// While it lives, the connection sees the diary as it was when it was made, whatever others write.
/// Requires: no transaction is open when it begins, and nothing is written until it ends.
class ReadSnapshot {
public:
    explicit ReadSnapshot(Database& database);
    ~ReadSnapshot();
    ReadSnapshot(const ReadSnapshot&) = delete;
    ReadSnapshot& operator=(const ReadSnapshot&) = delete;

private:
    Database& m_database;
};

} // namespace unclench
