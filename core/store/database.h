// SPDX-License-Identifier: GPL-3.0-or-later
// The one connection to the diary's file: opening, the pragmas, statements, transactions.
#pragma once

#include "core/store/progress.h"
#include "core/store/storage_error.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace SQLite {
class Database;
}
struct sqlite3;
struct sqlite3_stmt;

namespace unclench {

/// The file name inside a data folder.
inline constexpr std::string_view kDatabaseName = "unclench.db";

/// A path as SQLite's URI filename, with `parameters` ("immutable=1").
[[nodiscard]] std::string sqliteUri(const std::filesystem::path& file, std::string_view parameters);

/// The row that a result stands at, its columns read straight from SQLite: SQLiteCpp counts its
/// owners and checks its index for each of them, which is a fifth of the time that ten years take.
/// Requires: columns that are there. A text lasts until the next row.
class BulkRow {
public:
    explicit BulkRow(sqlite3_stmt* statement) : m_statement(statement) {}
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Empty where there is none.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    sqlite3_stmt* m_statement;
};

namespace detail {

/// A statement whose rows are read as BulkRow. Throws SQLite::Exception.
class BulkStatement {
public:
    BulkStatement(sqlite3* connection, std::string_view sql);
    ~BulkStatement();
    BulkStatement(const BulkStatement&) = delete;
    BulkStatement& operator=(const BulkStatement&) = delete;

    void bind(int index, std::int64_t number);
    void bind(int index, const std::string& text);
    void bind(int index, double) = delete;
    /// False: that was the last row.
    [[nodiscard]] bool step();
    [[nodiscard]] BulkRow row() const { return BulkRow{m_statement}; }
    /// Forgets what is bound.
    void rewind();

private:
    sqlite3* m_connection;
    sqlite3_stmt* m_statement = nullptr;
};

/// For looking a text up without making a string of it.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};
template <class Statement>
using Statements =
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>>;

} // namespace detail

/// The bytes of a whole file, as if it had no log. They are one block: a diary of ten years has 90
/// MB.
class DatabaseImage {
public:
    /// Absent, and so empty: not all of it can be read.
    DatabaseImage(unsigned char* bytes, std::size_t size) : m_bytes(bytes), m_size(size) {}
    [[nodiscard]] std::string_view view() const
    {
        return {reinterpret_cast<const char*>(m_bytes.get()), m_bytes ? m_size : 0};
    }

private:
    struct Free {
        void operator()(unsigned char* bytes) const;
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
    std::size_t m_size;
};

/// One SQLite connection. Everything throws StorageError. Not for two threads: a worker opens its
/// own.
class Database {
public:
    enum class Access {
        ReadWrite, ///< makes folder and file where they are missing
        Read       ///< makes nothing: where there is no file, an empty diary in memory answers
    };
    struct Options {
        Access access = Access::ReadWrite;
        /// How long to wait for another program's transaction.
        std::chrono::milliseconds busyTimeout = std::chrono::seconds{3};
    };

    /// Opens the file in `folder` and brings its schema up to date (a verified copy first). Where
    /// the folder or file cannot be written, it opens for reading and `isReadOnly()` says so. Where
    /// the disk is so full that SQLite cannot even read there, it is read into memory as it is.
    [[nodiscard]] static std::unique_ptr<Database> open(const std::filesystem::path& folder,
                                                        const Options& options);
    [[nodiscard]] static std::unique_ptr<Database> inMemory();
    /// The same as an older version made it; `migrate` brings it up to date. Requires:
    /// 1 <= version <= schemaVersion().
    [[nodiscard]] static std::unique_ptr<Database> inMemoryAt(int version);
    /// Opens one file as it is, for reading: no migration, nothing made, nothing changed beside it.
    [[nodiscard]] static std::unique_ptr<Database> openCopy(const std::filesystem::path& file);

    /// The diary in `file`, any file of ours, copied into memory and brought up to date there; the
    /// file and what lies beside it stay as they are. Its machine's name is that of the file.
    /// Throws StorageError: CannotOpen, Newer, Damaged (also where it is no diary).
    [[nodiscard]] static std::unique_ptr<Database> copyInMemory(const std::filesystem::path& file);

    /// A second connection to the same file, which reads it as it was last committed: also while
    /// this one has begun a transaction. Requires: a file. For copying alone, so it takes URIs.
    [[nodiscard]] std::unique_ptr<Database> openBeside() const;
    /// Writes the file as it was last committed into `file`, which is empty, page by page: half the
    /// time of VACUUM INTO with ten years. What comes of it needs no log beside it. It is not yet
    /// on the disk, and worth nothing where this throws.
    void writePagesTo(const std::filesystem::path& file) const;
    /// The file as this connection sees it, log and all.
    [[nodiscard]] DatabaseImage image() const;

    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs one statement that returns no rows, its `?` bound to `values` in order.
    template <class... Values>
    void run(std::string_view sql, const Values&... values);
    /// Runs one statement and calls `row(SQLite::Statement&)` for each row.
    template <class RowFunction, class... Values>
    void each(std::string_view sql, RowFunction&& row, const Values&... values);
    /// The same for results of many rows or columns, with numbers and texts bound: calls
    /// `row(const BulkRow&)`.
    template <class RowFunction, class... Values>
    void eachOfMany(std::string_view sql, RowFunction&& row, const Values&... values);
    /// As `run`, with a statement bound by the caller: `bind(SQLite::Statement&)`.
    template <class Bind>
    void runBound(std::string_view sql, Bind&& bind);
    /// The number in the first column of the first row; 0 where there is no row.
    template <class... Values>
    [[nodiscard]] std::int64_t number(std::string_view sql, const Values&... values);
    /// Several statements at once, nothing bound.
    void script(const std::string& sql);

    /// From now on nothing is written any more, as where the file can only be read. For a diary in
    /// memory that shows what a damaged file still holds.
    void refuseWrites();
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    /// Why nothing is written where `isReadOnly()`: ReadOnly or Full.
    [[nodiscard]] StorageFault writeFault() const { return m_writeFault; }
    /// False where the file system cannot do WAL; then each commit rewrites a journal (slower, as
    /// safe).
    [[nodiscard]] bool usesWal() const { return m_usesWal; }
    /// Empty for a diary in memory.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// Changes whenever another connection committed.
    [[nodiscard]] std::int64_t dataVersion();
    /// How this machine signs its edits: twelve hexadecimal digits, made with the file.
    [[nodiscard]] const std::string& machine() const { return m_machine; }

private:
    friend class Transaction;
    Database() = default;
    void connect(const std::string& name, int flags, std::chrono::milliseconds busyTimeout);
    void useWal();
    /// In place of a connection to the file: its bytes, with the log, in memory.
    void connectToImage();
    void readMachine();
    void requireFileInPlace() const;
    SQLite::Statement& prepared(std::string_view sql);
    detail::BulkStatement& preparedForMany(std::string_view sql);
    [[noreturn]] static void translate(const std::exception& error, std::string_view operation);

    template <class Work>
    static void guarded(std::string_view operation, Work&& work);

    std::filesystem::path m_file;
    std::uint64_t m_inode = 0;
    bool m_isReadOnly = false;
    StorageFault m_writeFault = StorageFault::ReadOnly;
    bool m_usesWal = false;
    std::string m_machine;
    std::unique_ptr<SQLite::Database> m_connection;
    detail::Statements<SQLite::Statement> m_statements;
    detail::Statements<detail::BulkStatement> m_bulkStatements;
};

/// A write transaction (BEGIN IMMEDIATE): all of it or nothing. Rolls back unless `commit`
/// returned.
class Transaction {
public:
    /// Throws Gone where the file was moved or deleted since it was opened, so that nothing is ever
    /// written into a file that nobody can find again.
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// When this returns, the records are on the disk (WAL and synchronous=FULL: one sync).
    void commit();

private:
    Database& m_database;
    bool m_isOpen = false;
};

namespace detail {
/// Resets a cached statement whatever happens, so that no read transaction is left open.
class ResetAtEnd {
public:
    explicit ResetAtEnd(SQLite::Statement& statement) : m_statement(statement) {}
    ~ResetAtEnd()
    {
        m_statement.tryReset();
        m_statement.clearBindings(); // a bound note may be a megabyte
    }
    ResetAtEnd(const ResetAtEnd&) = delete;
    ResetAtEnd& operator=(const ResetAtEnd&) = delete;

private:
    SQLite::Statement& m_statement;
};

/// The same.
class RewindAtEnd {
public:
    explicit RewindAtEnd(BulkStatement& statement) : m_statement(statement) {}
    ~RewindAtEnd() { m_statement.rewind(); }
    RewindAtEnd(const RewindAtEnd&) = delete;
    RewindAtEnd& operator=(const RewindAtEnd&) = delete;

private:
    BulkStatement& m_statement;
};
} // namespace detail

template <class Work>
void Database::guarded(std::string_view operation, Work&& work)
{
    try {
        work();
    } catch (const StorageError&) {
        throw;
    } catch (const Cancelled&) {
        throw; // out of what is done for each row
    } catch (const std::exception& error) {
        translate(error, operation);
    }
}

template <class Bind>
void Database::runBound(std::string_view sql, Bind&& bind)
{
    guarded("write", [&] {
        SQLite::Statement& statement = prepared(sql);
        const detail::ResetAtEnd reset{statement};
        bind(statement);
        statement.executeStep();
    });
}

template <class... Values>
void Database::run(std::string_view sql, const Values&... values)
{
    runBound(sql, [&](SQLite::Statement& statement) {
        int index = 0;
        (statement.bind(++index, values), ...);
    });
}

template <class RowFunction, class... Values>
void Database::each(std::string_view sql, RowFunction&& row, const Values&... values)
{
    guarded("read", [&] {
        SQLite::Statement& statement = prepared(sql);
        const detail::ResetAtEnd reset{statement};
        int index = 0;
        (statement.bind(++index, values), ...);
        while (statement.executeStep()) {
            row(statement);
        }
    });
}

template <class RowFunction, class... Values>
void Database::eachOfMany(std::string_view sql, RowFunction&& row, const Values&... values)
{
    guarded("read", [&] {
        detail::BulkStatement& statement = preparedForMany(sql);
        const detail::RewindAtEnd rewind{statement};
        int index = 0;
        (statement.bind(++index, values), ...);
        while (statement.step()) {
            row(statement.row());
        }
    });
}

template <class... Values>
std::int64_t Database::number(std::string_view sql, const Values&... values)
{
    std::int64_t result = 0;
    bool isFirst = true;
    each(
        sql,
        [&](SQLite::Statement& statement) {
            if (isFirst) {
                result = statement.getColumn(0).getInt64();
                isFirst = false;
            }
        },
        values...);
    return result;
}

} // namespace unclench
