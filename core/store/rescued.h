// SPDX-License-Identifier: GPL-3.0-or-later
// Rows out of a damaged file, taken into a diary in memory as far as they fit there.
#pragma once

#include "core/diary/record.h"
#include "core/store/database.h"
#include "core/store/raw_row.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace unclench {

/// What is known of one table of the damaged file. Rows are told by their number there.
struct RescuedTable {
    struct Column {
        std::string name;
        std::string type; ///< INTEGER, REAL or TEXT
        bool isNeeded = false;
    };
    std::vector<Column> columns;
    /// By id, when it was last changed.
    std::unordered_map<std::string, std::int64_t> taken;
    /// By number, under which id.
    std::map<std::int64_t, std::string> takenRows;
    /// Ids of rows of which something is missing or was mended.
    std::set<std::string> inPart;
    /// Those of them of which nobody knows when they were last changed.
    std::set<std::string> undated;
    /// Rows that do not fit, value by value; what is wrong in them may stand rightly in an index.
    std::map<std::int64_t, std::vector<RawValue>> refused;
    /// Rows that are known of and could not be taken, with their ids; no id: not even that.
    std::map<std::int64_t, std::string> missing;
};

/// How whole a row is. Undated: in part, and when it was last changed is a guess.
enum class RowState { Whole, InPart, Undated };

class Rescued {
public:
    /// `version` as in schema.h: the tables of the damaged file.
    explicit Rescued(int version);

    [[nodiscard]] Database& database() { return *m_database; }
    /// Gives the diary away. Ends everything.
    [[nodiscard]] std::unique_ptr<Database> release() { return std::move(m_database); }
    [[nodiscard]] RescuedTable& table(RecordKind kind)
    {
        return m_tables[static_cast<std::size_t>(kind)];
    }

    /// `row` has the values of `names`; a later version of the same record takes its place. False:
    /// it cannot stand in a diary.
    bool take(RecordKind kind,
              const std::vector<std::string>& names,
              const RawRow& row,
              RowState state = RowState::Whole);
    /// The same for a row of which only the values are known, in the order of the columns.
    bool takeUnknown(const RawRow& row);
    /// Rows of the tables that hold no records, in the order of their columns. False: as above.
    bool takeOldVersion(const RawRow& row);
    bool takeErased(const RawRow& row);
    bool takeMeta(const RawRow& row);

    [[nodiscard]] int oldVersions() const { return static_cast<int>(m_oldVersions.size()); }
    [[nodiscard]] int erased() const { return static_cast<int>(m_erased.size()); }
    [[nodiscard]] bool knowsMachine() const { return m_knowsMachine; }

    /// Brings the tables up to date and takes out what no record of today can be read from. Ends
    /// the taking.
    void finish();

private:
    /// As `take`; where it does not fit, `values` are what was tried.
    bool takeRow(RecordKind kind,
                 const std::vector<std::string>& names,
                 const RawRow& row,
                 RowState state,
                 std::vector<RawValue>& values);
    bool insert(std::string_view table,
                const std::vector<std::string>& names,
                const std::vector<RawValue>& values);

    std::unique_ptr<Database> m_database;
    std::vector<RescuedTable> m_tables;
    std::set<std::string> m_oldVersions;
    std::set<std::string> m_erased;
    bool m_knowsMachine = false;
};

/// `text` as UTF-8 without NUL: what is no letter becomes U+FFFD.
[[nodiscard]] std::string mendedText(std::string_view text);

} // namespace unclench
