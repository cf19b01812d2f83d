// SPDX-License-Identifier: GPL-3.0-or-later
// A diary's file taken into memory, whoever may be writing to it, without a trace beside it.
#include "core/diary/record.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/wholeness.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <stdexcept>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// Another program that writes all the time does not let the file be copied.
constexpr int kCopyTries = 5;

/// The file, and what holds the last commits of a program that has not ended or could not end well.
constexpr std::array kCopiedEndings{"", "-wal", "-journal"};

struct SeenFile {
    std::uintmax_t bytes = 0;
    fs::file_time_type written;
    friend bool operator==(const SeenFile&, const SeenFile&) = default;
};
using SeenFiles = std::array<std::optional<SeenFile>, kCopiedEndings.size()>;

fs::path withEnding(const fs::path& file, const char* ending)
{
    return fs::path{file} += ending;
}

SeenFiles lookAtFiles(const fs::path& file)
{
    SeenFiles seen;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const fs::path each = withEnding(file, kCopiedEndings[i]);
        std::error_code noSize;
        std::error_code noTime;
        const SeenFile found{fs::file_size(each, noSize), fs::last_write_time(each, noTime)};
        if (!noSize && !noTime) {
            seen[i] = found;
        }
    }
    return seen;
}

bool hasUnfinished(const SeenFiles& seen)
{
    return (seen[1] && seen[1]->bytes > 0) || (seen[2] && seen[2]->bytes > 0);
}

/// For this user alone, and gone at the end.
class CopyFolder {
public:
    CopyFolder()
    {
        std::string name = (fs::temp_directory_path() / "unclench-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw StorageError{StorageFault::Io, "copy", "no folder for temporary files"};
        }
        m_path = name;
    }
    ~CopyFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    CopyFolder(const CopyFolder&) = delete;
    CopyFolder& operator=(const CopyFolder&) = delete;

    /// Where the copy lies. A file that went meanwhile is left out: it will be seen to have
    /// changed.
    [[nodiscard]] fs::path copyOf(const fs::path& file, const SeenFiles& seen) const
    {
        const fs::path copy = m_path / kDatabaseName;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            std::error_code error;
            if (seen[i]) {
                fs::copy_file(withEnding(file, kCopiedEndings[i]),
                              withEnding(copy, kCopiedEndings[i]), error);
            }
            if (error == std::errc::no_space_on_device) {
                throw StorageError{StorageFault::Full, "copy", error.message()};
            }
        }
        return copy;
    }

private:
    fs::path m_path;
};

void copyAll(sqlite3* from, sqlite3* to)
{
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) {
        throw SQLite::Exception{to};
    }
    const int status = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (status != SQLITE_DONE) {
        throw SQLite::Exception{to, status};
    }
}

/// Builds the indexes anew where they alone are damaged: all that the records say is there. Throws
/// StorageError where more is wrong.
void mendIndexes(Database& copy)
{
    FileCheck check = checkFile(copy);
    if (check.state == FileState::IndexesOff) {
        try {
            copy.script("REINDEX");
            check = checkFile(copy);
        } catch (const std::logic_error& error) {
            check.complaint = error.what(); // two rows of what there is once
        }
    }
    if (check.state != FileState::Whole) {
        throw StorageError{StorageFault::Damaged, "copy", check.complaint};
    }
}

} // namespace

std::unique_ptr<Database> Database::copyInMemory(const std::filesystem::path& file)
{
    const auto read = [](const std::filesystem::path& name, bool isOurs) {
        std::unique_ptr<Database> from{new Database};
        // One that is ours may be put in order: that brings its last commits in.
        from->connect(isOurs ? name.string() : sqliteUri(name, "immutable=1"),
                      isOurs ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                      std::chrono::seconds{3});
        if (schemaState(*from) == SchemaState::Empty) {
            throw StorageError{StorageFault::Damaged, "copy", "there is no diary in it"};
        }
        std::unique_ptr<Database> to{new Database};
        to->connect(":memory:", SQLite::OPEN_READWRITE, std::chrono::milliseconds{0});
        guarded("copy",
                [&] { copyAll(from->m_connection->getHandle(), to->m_connection->getHandle()); });
        mendIndexes(*to);
        return to;
    };

    std::error_code noFile;
    if (!fs::is_regular_file(file, noFile)) {
        throw StorageError{StorageFault::CannotOpen, "copy", "there is no file of that name"};
    }
    std::unique_ptr<Database> database;
    for (int tries = 0; database == nullptr; ++tries) {
        const SeenFiles before = lookAtFiles(file);
        try {
            if (hasUnfinished(before)) {
                const CopyFolder folder;
                database = read(folder.copyOf(file, before), true);
            } else {
                database = read(file, false);
            }
        } catch (const StorageError&) {
            // What was written to meanwhile may look damaged and is not.
            if (lookAtFiles(file) == before || tries == kCopyTries) {
                throw;
            }
            continue;
        }
        if (lookAtFiles(file) != before) {
            database.reset();
            if (tries == kCopyTries) {
                throw StorageError{StorageFault::Locked, "copy", "it is being written to"};
            }
        }
    }
    migrate(*database);
    forEachKind([&]<class Record>(const Record&) {
        if (database->number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?",
                             std::string{toId(kKindOf<Record>)}) != 1) {
            throw StorageError{StorageFault::Damaged, "copy", "a table is missing"};
        }
    });
    database->readMachine();
    return database;
}

} // namespace unclench
