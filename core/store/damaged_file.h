// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite itself still reads of a damaged file: tables from both ends, and their indexes.
#pragma once

#include "core/store/raw_row.h"
#include "core/store/schema.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace unclench {

/// A damaged file in memory. Nothing here throws because of damage: what cannot be read is not
/// there, and the answer says that something is missing.
class DamagedFile {
public:
    /// `image` as readImage gives it. Throws StorageError where there is not enough memory.
    explicit DamagedFile(const std::string& image);
    ~DamagedFile();
    DamagedFile(const DamagedFile&) = delete;
    DamagedFile& operator=(const DamagedFile&) = delete;

    /// How each table, index and trigger is made, as far as it can be read (schema.h).
    [[nodiscard]] SchemaTexts schema();
    /// Empty: SQLite does not find the table, or cannot read how it was made.
    [[nodiscard]] std::vector<std::string> columns(const std::string& table);

    struct Index {
        std::string name;
        /// Those of the table; an expression has no place here.
        std::vector<std::string> columns;
        /// What the rows of a partial one have in common, as SQL. Empty: it has all rows.
        std::string where;
    };
    [[nodiscard]] std::vector<Index> indexes(const std::string& table);

    using Row = std::function<void(const RawRow&)>;

    /// Rows of a table in their order from the beginning, and where that breaks off from the end.
    /// No row twice. False: not all of it could be read.
    bool eachRow(const std::string& table, const std::vector<std::string>& columns, const Row& row);
    /// The same for a table whose rows have no number that matters, as far as it goes from the
    /// beginning.
    bool
    eachPlain(const std::string& table, const std::vector<std::string>& columns, const Row& row);
    /// One row, asked for by its number.
    bool rowAt(const std::string& table,
               const std::vector<std::string>& columns,
               std::int64_t rowid,
               const Row& row);
    /// The same as eachRow out of an index, whatever the table is like; the values are those of its
    /// columns. A row may come twice.
    bool eachEntry(const std::string& table, const Index& index, const Row& row);

    /// Whether SQLite's quick check finds nothing: each table and each index is sound by itself.
    [[nodiscard]] bool isSound();

private:
    /// False: it broke off. `rowid`: column 0 is the number of the row.
    bool run(const std::string& sql, bool hasRowid, const Row& row);

    sqlite3* m_connection = nullptr;
};

} // namespace unclench
