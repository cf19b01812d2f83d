// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damaged_file.h"

#include "core/store/storage_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstring>
#include <limits>
#include <optional>

namespace unclench {

namespace {

/// A name or text in SQL.
std::string sqlName(const std::string& name)
{
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c == '"' ? std::string{"\"\""} : std::string{c};
    }
    return quoted + '"';
}

std::string sqlNames(const std::vector<std::string>& names, std::string_view behind = {})
{
    std::string list;
    for (const std::string& name : names) {
        list += fmt::format("{}{}{}", list.empty() ? "" : ", ", sqlName(name), behind);
    }
    return list;
}

RawValue rawColumn(sqlite3_stmt* row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT: return sqlite3_column_double(row, column);
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        const int size = sqlite3_column_bytes(row, column);
        return text == nullptr ? std::string{} : std::string{text, static_cast<std::size_t>(size)};
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
        const int size = sqlite3_column_bytes(row, column);
        return bytes == nullptr ? RawBlob{}
                                : RawBlob{std::string{bytes, static_cast<std::size_t>(size)}};
    }
    default: return {};
    }
}

const std::string& textOf(const RawValue& value)
{
    static const std::string kNone;
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? kNone : *text;
}

} // namespace

DamagedFile::DamagedFile(const std::string& image)
{
    if (sqlite3_open_v2(":memory:", &m_connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
        sqlite3_close_v2(m_connection);
        throw StorageError{StorageFault::Io, "read", "SQLite has no memory"};
    }
    const auto size = static_cast<sqlite3_int64>(image.size());
    auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.size() + 1));
    if (bytes == nullptr) {
        sqlite3_close_v2(m_connection);
        throw StorageError{StorageFault::Io, "read", "not enough memory"};
    }
    std::memcpy(bytes, image.data(), image.size());
    // From here on the bytes are SQLite's, whether it takes them or not.
    if (sqlite3_deserialize(m_connection, "main", bytes, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) !=
        SQLITE_OK) {
        return; // an empty file: nothing is found in it
    }
    // A list of tables that is damaged in one place is read all the same; nothing of it is run.
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    for (const char* pragma : {"PRAGMA writable_schema = ON", "PRAGMA cell_size_check = ON",
                               "SELECT count(*) FROM sqlite_master"}) {
        run(pragma, false, [](const RawRow&) {}); // the first look may fail, the next one will not
    }
}

DamagedFile::~DamagedFile()
{
    sqlite3_close_v2(m_connection);
}

bool DamagedFile::run(const std::string& sql, bool hasRowid, const Row& row)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_connection, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
        return false;
    }
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement{prepared,
                                                                          &sqlite3_finalize};
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(prepared)) == SQLITE_ROW) {
        RawRow found;
        int column = 0;
        if (hasRowid) {
            found.rowid = sqlite3_column_int64(prepared, column++);
        }
        for (; column < sqlite3_column_count(prepared); ++column) {
            found.values.push_back(rawColumn(prepared, column));
        }
        row(found);
    }
    return status == SQLITE_DONE;
}

SchemaTexts DamagedFile::schema()
{
    SchemaTexts texts;
    run("SELECT name, coalesce(sql, '') FROM sqlite_master"
        " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'",
        false,
        [&](const RawRow& row) { texts.emplace(textOf(row.values[0]), textOf(row.values[1])); });
    return texts;
}

std::vector<std::string> DamagedFile::columns(const std::string& table)
{
    std::vector<std::string> names;
    run(fmt::format("SELECT name FROM pragma_table_info('{}')", table), false,
        [&](const RawRow& row) { names.push_back(textOf(row.values[0])); });
    return names;
}

std::vector<DamagedFile::Index> DamagedFile::indexes(const std::string& table)
{
    std::vector<Index> found;
    run(fmt::format("SELECT l.name, (SELECT sql FROM sqlite_master WHERE name = l.name)"
                    " FROM pragma_index_list('{}') AS l",
                    table),
        false, [&](const RawRow& row) {
            Index index{textOf(row.values[0]), {}, {}};
            const std::string& sql = textOf(row.values[1]);
            constexpr std::string_view kWhere = " WHERE ";
            if (const auto at = sql.find(kWhere); at != std::string::npos) {
                index.where = sql.substr(at + kWhere.size());
            }
            found.push_back(std::move(index));
        });
    for (Index& index : found) {
        run(fmt::format("SELECT name FROM pragma_index_info('{}') WHERE name IS NOT NULL",
                        index.name),
            false, [&](const RawRow& row) { index.columns.push_back(textOf(row.values[0])); });
    }
    return found;
}

bool DamagedFile::eachRow(const std::string& table,
                          const std::vector<std::string>& columns,
                          const Row& row)
{
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    bool isAny = false;
    const std::string select =
        fmt::format("SELECT rowid, {} FROM {} NOT INDEXED", sqlNames(columns), sqlName(table));
    const bool isAll = run(select + " ORDER BY rowid", true, [&](const RawRow& found) {
        if (!isAny || found.rowid > last) { // damage may lead in a circle
            last = found.rowid;
            isAny = true;
            row(found);
        }
    });
    if (!isAll) {
        std::optional<std::int64_t> lowest;
        run(select + " ORDER BY rowid DESC", true, [&](const RawRow& found) {
            if ((!isAny || found.rowid > last) && (!lowest || found.rowid < *lowest)) {
                lowest = found.rowid;
                row(found);
            }
        });
    }
    return isAll;
}

bool DamagedFile::eachPlain(const std::string& table,
                            const std::vector<std::string>& columns,
                            const Row& row)
{
    return run(fmt::format("SELECT {} FROM {}", sqlNames(columns), sqlName(table)), false, row);
}

bool DamagedFile::rowAt(const std::string& table,
                        const std::vector<std::string>& columns,
                        std::int64_t rowid,
                        const Row& row)
{
    bool isFound = false;
    run(fmt::format("SELECT rowid, {} FROM {} NOT INDEXED WHERE rowid = {}", sqlNames(columns),
                    sqlName(table), rowid),
        true, [&](const RawRow& found) {
            isFound = true;
            row(found);
        });
    return isFound;
}

bool DamagedFile::eachEntry(const std::string& table, const Index& index, const Row& row)
{
    if (index.columns.empty()) {
        return false;
    }
    const std::string select = fmt::format(
        "SELECT rowid, {} FROM {} INDEXED BY {}{}{}", sqlNames(index.columns), sqlName(table),
        sqlName(index.name), index.where.empty() ? "" : " WHERE ", index.where);
    const bool isAll =
        run(fmt::format("{} ORDER BY {}", select, sqlNames(index.columns)), true, row);
    if (!isAll) {
        run(fmt::format("{} ORDER BY {}", select, sqlNames(index.columns, " DESC")), true, row);
    }
    return isAll;
}

bool DamagedFile::isSound()
{
    std::string answer;
    return run("PRAGMA quick_check(1)", false,
               [&](const RawRow& row) { answer = textOf(row.values.at(0)); }) &&
           answer == "ok";
}

} // namespace unclench
