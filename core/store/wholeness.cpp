// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/wholeness.h"

#include "core/store/database.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <memory>

namespace unclench {

namespace {

constexpr std::string_view kFine = "ok";

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

Connection connected(const std::string& name, int flags)
{
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection{opened, &sqlite3_close_v2};
    if (status != SQLITE_OK) {
        throw StorageError{status == SQLITE_NOMEM ? StorageFault::Io : StorageFault::CannotOpen,
                           "check", sqlite3_errstr(status)};
    }
    return connection;
}

/// What SQLite answers; where it cannot even look, why not.
std::string answerOf(sqlite3* connection, const char* question)
{
    sqlite3_stmt* prepared = nullptr;
    int status = sqlite3_prepare_v2(connection, question, -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement{prepared,
                                                                          &sqlite3_finalize};
    std::string answer;
    if (status == SQLITE_OK && (status = sqlite3_step(prepared)) == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0));
        answer = text == nullptr ? std::string{} : std::string{text};
    }
    if (status == SQLITE_NOMEM) {
        throw StorageError{StorageFault::Io, "check", "not enough memory"};
    }
    return answer.empty() ? sqlite3_errmsg(connection) : answer;
}

} // namespace

FileCheck checkImage(std::string_view bytes)
{
    const Connection connection = connected(":memory:", SQLITE_OPEN_READWRITE);
    sqlite3* opened = connection.get();
    // It is only read; the interface does not say so.
    auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(opened, "main", data, size, size, SQLITE_DESERIALIZE_READONLY) !=
        SQLITE_OK) {
        return {FileState::Broken, sqlite3_errmsg(opened)};
    }
    std::string answer = answerOf(opened, "PRAGMA integrity_check(1)");
    if (answer == kFine) {
        return {};
    }
    std::string ofTables = answerOf(opened, "PRAGMA quick_check(1)");
    return ofTables == kFine ? FileCheck{FileState::IndexesOff, std::move(answer)}
                             : FileCheck{FileState::Broken, std::move(ofTables)};
}

FileCheck checkFile(Database& database)
{
    const DatabaseImage image = database.image();
    if (!image.view().empty()) {
        return checkImage(image.view());
    }
    // Not all of it can be read into memory: SQLite says what is wrong, or that is thrown.
    std::string answer;
    database.each("PRAGMA integrity_check(1)",
                  [&](SQLite::Statement& row) { answer = row.getColumn(0).getString(); });
    return answer == kFine ? FileCheck{} : FileCheck{FileState::Broken, std::move(answer)};
}

bool isSoundCopy(const std::filesystem::path& copy)
{
    // Opened for reading alone, SQLite passes over the values.
    const Connection connection =
        connected(sqliteUri(copy, "immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    return answerOf(connection.get(), "PRAGMA quick_check(1)") == kFine;
}

bool isWhole(Database& database)
{
    return checkFile(database).state == FileState::Whole;
}

} // namespace unclench
