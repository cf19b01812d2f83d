// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_replacement.h"

#include "core/diary/record.h"
#include "core/store/backup_names.h"
#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/own_file.h"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <vector>

namespace unclench {

namespace {

/// How long to wait for another program that restores too.
constexpr std::chrono::milliseconds kReplacePatience = std::chrono::minutes{1};

struct ReplacedTable {
    std::string name;
    std::string key;
    /// The others.
    std::vector<std::string> columns;
    bool hasRowid = true;
};

std::filesystem::path scratchIn(const Database& diary)
{
    if (diary.file().empty()) {
        return std::filesystem::temp_directory_path() / "unclench";
    }
    const std::filesystem::path folder = diary.file().parent_path() / kCopiesFolder;
    makePrivateFolder(folder);
    return folder / "restored";
}

/// Every table that a person's words are in. What is left out follows from these (the search) or
/// belongs to this machine (`meta`).
std::vector<ReplacedTable> replacedTables(Database& diary)
{
    std::vector<ReplacedTable> tables;
    for (const std::string_view kind : kNames<RecordKind>) {
        tables.push_back({std::string{kind}, {}, {}});
    }
    tables.push_back({"change_log", {}, {}});
    tables.push_back({"erased", {}, {}});
    for (ReplacedTable& table : tables) {
        diary.each(
            "SELECT name, pk FROM pragma_table_info(?)",
            [&](SQLite::Statement& row) {
                (row.getColumn(1).getInt() > 0 ? table.key : table.columns.emplace_back()) =
                    row.getColumn(0).getString();
            },
            table.name);
        table.hasRowid =
            diary.number("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?",
                         table.name) == 0;
    }
    return tables;
}

void replaceRows(Database& diary, const ReplacedTable& table)
{
    std::vector<std::string> sets;
    std::vector<std::string> differ;
    for (const std::string& column : table.columns) {
        sets.push_back(fmt::format("{0} = o.{0}", column));
        differ.push_back(fmt::format("m.{0} IS NOT o.{0}", column));
    }
    diary.run(fmt::format("DELETE FROM main.{0} WHERE {1} NOT IN (SELECT {1} FROM restored.{0})",
                          table.name, table.key));
    diary.run(fmt::format("UPDATE main.{0} AS m SET {2} FROM restored.{0} AS o"
                          " WHERE o.{1} = m.{1} AND ({3})",
                          table.name, table.key, fmt::join(sets, ", "), fmt::join(differ, " OR ")));
    diary.run(fmt::format("INSERT INTO main.{0} ({1}, {2}) SELECT {1}, {2} FROM restored.{0} AS o"
                          " WHERE {1} NOT IN (SELECT {1} FROM main.{0}){3}",
                          table.name, table.key, fmt::join(table.columns, ", "),
                          table.hasRowid ? " ORDER BY o.rowid" : ""));
}

} // namespace

RowReplacement::RowReplacement(Database& diary, Database& from)
    : m_diary(diary), m_patience(diary.number("PRAGMA busy_timeout")),
      m_other(onOwnFiles([&] { return NewFile{scratchIn(diary)}; }))
{
    from.writePagesTo(m_other.path());
    m_diary.run("ATTACH ? AS restored", m_other.path().string());
    // A row may come before the one that it refers to.
    m_diary.run("PRAGMA foreign_keys = OFF");
    m_diary.run(fmt::format("PRAGMA busy_timeout = {}", kReplacePatience.count()));
}

RowReplacement::~RowReplacement()
{
    try {
        end();
    } catch (const StorageError&) {
        // Only this connection still sees the other file, and nothing asks for it.
        return;
    }
}

void RowReplacement::end()
{
    m_diary.run(fmt::format("PRAGMA busy_timeout = {}", m_patience));
    m_diary.run("PRAGMA foreign_keys = ON");
    m_diary.run("DETACH restored");
}

void RowReplacement::run(const Progress& progress)
{
    const auto tables = replacedTables(m_diary);
    double done = 0;
    for (const ReplacedTable& table : tables) {
        tell(progress, done / static_cast<double>(tables.size()));
        replaceRows(m_diary, table);
        ++done;
    }
}

} // namespace unclench
