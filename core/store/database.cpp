// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/copies.h"
#include "core/store/file_image.h"
#include "core/store/files.h"
#include "core/store/replace_damaged.h"
#include "core/store/schema.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cassert>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace unclench {

namespace {

/// Before the first connection. SQLite takes room for twenty pages at once for each table that a
/// statement needs for a moment, as a CHECK with a list of words does, and gives it back after
/// that; the C library then hands it to the kernel and asks for it again. Page by page, a reading
/// costs a fifth less, and an import a quarter.
void takePagesOneByOne()
{
    static const int kIsSet = sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0);
    static_cast<void>(kIsSet); // refused where SQLite is in use already: then it is slower
}

StorageFault faultOf(const SQLite::Exception& error)
{
    switch (error.getErrorCode()) {
    case SQLITE_FULL: return StorageFault::Full;
    case SQLITE_READONLY:
        return error.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED ? StorageFault::Gone
                                                                       : StorageFault::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return StorageFault::Locked;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return StorageFault::Damaged;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return StorageFault::CannotOpen;
    default: break;
    }
    // The shared memory of WAL did not fit on the disk (measured on a tmpfs of 16 KB).
    return error.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE ? StorageFault::Full
                                                                : StorageFault::Io;
}

} // namespace

std::string sqliteUri(const std::filesystem::path& file, std::string_view parameters)
{
    std::string uri = "file:";
    for (const char c : file.string()) {
        if (c == '?' || c == '#' || c == '%') {
            uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
        } else {
            uri += c;
        }
    }
    return fmt::format("{}?{}", uri, parameters);
}

Database::~Database() = default;

std::unique_ptr<Database> Database::open(const std::filesystem::path& folder,
                                         const Options& options)
{
    const std::filesystem::path file = folder / kDatabaseName;
    const bool isThere = identityOf(file).has_value();
    std::error_code noSize; // a folder of that name: SQLite will say that it cannot open it
    const bool isLost = !isThere || std::filesystem::file_size(file, noSize) == 0;
    if (isLost && (!copiesIn(folder).empty() || hasDamaged(folder))) {
        // Beginning anew would hide that a diary was here once.
        throw StorageError{isThere ? StorageFault::Damaged : StorageFault::Gone, "open",
                           isThere ? "file is empty, but there are copies of it"
                                   : "no file, but there are copies of it"};
    }
    if (!isThere && options.access == Access::Read) {
        return inMemory();
    }
    if (!isThere) {
        makePrivateFolder(folder);
        makePrivateFile(file);
    }

    std::unique_ptr<Database> database{new Database};
    database->m_file = file;
    database->connect(file.string(), SQLite::OPEN_READWRITE, options.busyTimeout);
    database->m_inode = identityOf(file).value_or(0);
    database->m_isReadOnly = sqlite3_db_readonly(database->m_connection->getHandle(), "main") == 1;
    SchemaState state{};
    try {
        state = schemaState(*database);
    } catch (const StorageError& error) {
        const bool cannotShare =
            error.fault() == StorageFault::CannotOpen || error.fault() == StorageFault::ReadOnly;
        if (error.fault() == StorageFault::Full) {
            // No room for the shared memory that reading takes, so no other program has it open.
            database->connectToImage();
        } else if (database->m_isReadOnly && cannotShare) {
            // A cleanly closed WAL file in a folder where no shared memory can be made: nobody can
            // be writing to it, so it may be read as it lies there.
            database->connect(sqliteUri(file, "immutable=1"),
                              SQLite::OPEN_READONLY | SQLite::OPEN_URI, options.busyTimeout);
        } else {
            throw;
        }
        state = schemaState(*database);
    }
    if (!database->m_isReadOnly) {
        if (state == SchemaState::Old) {
            copyBeforeMigration(*database);
        }
        database->useWal();
        migrate(*database);
    } else if (state != SchemaState::Current) {
        throw StorageError{database->m_writeFault, "open",
                           "an old file that cannot be brought up to date"};
    }
    database->readMachine();
    return database;
}

std::unique_ptr<Database> Database::inMemory()
{
    return inMemoryAt(schemaVersion());
}

std::unique_ptr<Database> Database::inMemoryAt(int version)
{
    std::unique_ptr<Database> database{new Database};
    database->connect(":memory:", SQLite::OPEN_READWRITE, std::chrono::milliseconds{0});
    migrateTo(*database, version);
    database->readMachine();
    return database;
}

std::unique_ptr<Database> Database::openCopy(const std::filesystem::path& file)
{
    std::unique_ptr<Database> database{new Database};
    database->m_file = file;
    database->m_isReadOnly = true;
    database->connect(sqliteUri(file, "immutable=1"), SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                      std::chrono::seconds{3});
    return database;
}

std::unique_ptr<Database> Database::openBeside() const
{
    assert(!m_file.empty() && "a diary in memory has nothing beside it");
    std::unique_ptr<Database> database{new Database};
    database->m_file = m_file;
    database->m_isReadOnly = true;
    database->m_machine = m_machine;
    if (m_writeFault == StorageFault::Full) {
        database->connectToImage();
        return database;
    }
    const auto look = [&](std::string_view parameters) {
        database->connect(sqliteUri(m_file, parameters), SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                          std::chrono::seconds{3});
        static_cast<void>(database->number("SELECT count(*) FROM sqlite_master"));
    };
    try {
        look("mode=ro");
    } catch (const StorageError&) {
        if (!m_isReadOnly) {
            throw;
        }
        look("immutable=1"); // as in `open`: nobody can be writing to it
    }
    return database;
}

void Database::writePagesTo(const std::filesystem::path& file) const
{
    guarded("copy", [&] {
        // Not every disk knows SQLite's locks, and nobody else has this name.
        SQLite::Database to{sqliteUri(file, "nolock=1"), SQLite::OPEN_READWRITE | SQLite::OPEN_URI};
        to.exec("PRAGMA journal_mode = OFF");
        to.exec("PRAGMA synchronous = OFF");
        sqlite3_backup* backup =
            sqlite3_backup_init(to.getHandle(), "main", m_connection->getHandle(), "main");
        if (backup == nullptr) {
            throw SQLite::Exception{to.getHandle()};
        }
        const int status = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
        if (status != SQLITE_DONE) {
            throw SQLite::Exception{to.getHandle(), status};
        }
    });
    // The header says that there is a log, where the diary has one: bytes 18 and 19 are 2, then.
    std::fstream header{file, std::ios::binary | std::ios::in | std::ios::out};
    header.seekp(18);
    header.write("\x01\x01", 2);
    if (!header.flush()) {
        throw StorageError{StorageFault::Io, "copy", "the header cannot be written"};
    }
}

void DatabaseImage::Free::operator()(unsigned char* bytes) const
{
    sqlite3_free(bytes);
}

DatabaseImage Database::image() const
{
    constexpr sqlite3_int64 kHeader = 100;
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(m_connection->getHandle(), "main", &size, 0);
    if (bytes != nullptr && size >= kHeader) {
        // As in `writePagesTo`: what is in memory has no log.
        bytes[18] = 1;
        bytes[19] = 1;
    }
    return {bytes, static_cast<std::size_t>(size)};
}

void Database::connect(const std::string& name, int flags, std::chrono::milliseconds busyTimeout)
{
    takePagesOneByOne();
    guarded("open", [&] {
        m_statements.clear();
        m_bulkStatements.clear();
        m_connection.reset();
        m_connection =
            // One thread has it: no lock for each column that is read.
            std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_NOMUTEX,
                                               static_cast<int>(busyTimeout.count()));
        m_connection->exec("PRAGMA foreign_keys = ON");
    });
}

void Database::connectToImage()
{
    const FileImage image = readImage(m_file);
    if (image.isLogDamaged) {
        throw StorageError{StorageFault::Full, "open", "something is unfinished beside it"};
    }
    connect(":memory:", SQLite::OPEN_READWRITE, std::chrono::milliseconds{0});
    guarded("open", [&] {
        const auto size = static_cast<sqlite3_int64>(image.bytes.size());
        auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(image.bytes.size() + 1));
        if (bytes == nullptr) {
            throw SQLite::Exception{m_connection->getHandle(), SQLITE_NOMEM};
        }
        std::memcpy(bytes, image.bytes.data(), image.bytes.size());
        // From here on they are SQLite's, whether it takes them or not.
        const int status =
            sqlite3_deserialize(m_connection->getHandle(), "main", bytes, size, size,
                                SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
        if (status != SQLITE_OK) {
            throw SQLite::Exception{m_connection->getHandle(), status};
        }
    });
    m_isReadOnly = true;
    m_writeFault = StorageFault::Full;
    m_usesWal = true; // what needs no room beside the file does not come here
}

void Database::useWal()
{
    script("PRAGMA synchronous = FULL");
    std::string mode;
    try {
        each("PRAGMA journal_mode = WAL",
             [&](SQLite::Statement& row) { mode = row.getColumn(0).getString(); });
    } catch (const StorageError& error) {
        if (error.fault() != StorageFault::Io && error.fault() != StorageFault::Full) {
            throw;
        }
    }
    m_usesWal = mode == "wal";
    if (!m_usesWal) {
        each("PRAGMA journal_mode = DELETE", [](SQLite::Statement&) {});
    }
}

void Database::readMachine()
{
    each("SELECT value FROM meta WHERE key = 'machine'",
         [&](SQLite::Statement& row) { m_machine = row.getColumn(0).getString(); });
    if (m_machine.empty()) {
        throw StorageError{StorageFault::Damaged, "open", "the machine's name is missing"};
    }
}

void Database::refuseWrites()
{
    script("PRAGMA query_only = ON");
    m_isReadOnly = true;
}

void Database::requireFileInPlace() const
{
    if (!m_file.empty() && identityOf(m_file).value_or(0) != m_inode) {
        throw StorageError{StorageFault::Gone, "write", "file was moved or deleted"};
    }
}

std::int64_t Database::dataVersion()
{
    return number("PRAGMA data_version");
}

void Database::script(const std::string& sql)
{
    guarded("write", [&] { m_connection->exec(sql); });
}

SQLite::Statement& Database::prepared(std::string_view sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) {
        return *found->second;
    }
    std::string text{sql};
    auto statement = std::make_unique<SQLite::Statement>(*m_connection, text);
    return *m_statements.emplace(std::move(text), std::move(statement)).first->second;
}

detail::BulkStatement& Database::preparedForMany(std::string_view sql)
{
    const auto found = m_bulkStatements.find(sql);
    if (found != m_bulkStatements.end()) {
        return *found->second;
    }
    auto statement = std::make_unique<detail::BulkStatement>(m_connection->getHandle(), sql);
    return *m_bulkStatements.emplace(sql, std::move(statement)).first->second;
}

detail::BulkStatement::BulkStatement(sqlite3* connection, std::string_view sql)
    : m_connection(connection)
{
    if (sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &m_statement,
                           nullptr) != SQLITE_OK) {
        throw SQLite::Exception{connection};
    }
}

detail::BulkStatement::~BulkStatement()
{
    sqlite3_finalize(m_statement);
}

void detail::BulkStatement::bind(int index, std::int64_t number)
{
    if (const int status = sqlite3_bind_int64(m_statement, index, number); status != SQLITE_OK) {
        throw SQLite::Exception{m_connection, status};
    }
}

void detail::BulkStatement::bind(int index, const std::string& text)
{
    const int status = sqlite3_bind_text64(m_statement, index, text.data(), text.size(),
                                           SQLITE_TRANSIENT, SQLITE_UTF8);
    if (status != SQLITE_OK) {
        throw SQLite::Exception{m_connection, status};
    }
}

bool detail::BulkStatement::step()
{
    const int status = sqlite3_step(m_statement);
    if (status != SQLITE_ROW && status != SQLITE_DONE) {
        throw SQLite::Exception{m_connection, status};
    }
    return status == SQLITE_ROW;
}

void detail::BulkStatement::rewind()
{
    sqlite3_reset(m_statement); // repeats what `step` threw
    sqlite3_clear_bindings(m_statement);
}

std::int64_t BulkRow::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double BulkRow::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view BulkRow::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return text == nullptr ? std::string_view{}
                           : std::string_view{text, static_cast<std::size_t>(
                                                        sqlite3_column_bytes(m_statement, column))};
}

bool BulkRow::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Database::translate(const std::exception& error, std::string_view operation)
{
    const auto* sqlite = dynamic_cast<const SQLite::Exception*>(&error);
    if (sqlite == nullptr || sqlite->getErrorCode() == SQLITE_CONSTRAINT ||
        sqlite->getErrorCode() == SQLITE_MISUSE) {
        // Ours, not the world's: a value that should have been refused before it came here.
        throw std::logic_error{fmt::format("{}: {}", operation, error.what())};
    }
    throw StorageError{
        faultOf(*sqlite), std::string{operation},
        fmt::format("{}, code {}", sqlite->getErrorStr(), sqlite->getExtendedErrorCode())};
}

Transaction::Transaction(Database& database) : m_database(database)
{
    m_database.requireFileInPlace();
    if (m_database.m_isReadOnly) {
        throw StorageError{m_database.m_writeFault, "write", "opened for reading"};
    }
    m_database.run("BEGIN IMMEDIATE");
    m_isOpen = true;
}

Transaction::~Transaction()
{
    if (m_isOpen) {
        try {
            m_database.run("ROLLBACK");
        } catch (const std::exception&) {
            // SQLite has rolled back by itself already (full, I/O error): nothing is left to undo.
            m_isOpen = false;
        }
    }
}

void Transaction::commit()
{
    m_database.run("COMMIT");
    m_isOpen = false;
}

} // namespace unclench
