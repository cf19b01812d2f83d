// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file is named, and a file that is not ours to touch stays as it is.
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <ostream>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;
using tests::bytesOf;
using tests::Diary;
using tests::done;
using tests::TempFolder;
using tests::writeBytes;

/// Runs SQL on a file without this program's store.
void rawSql(const fs::path& file, const char* sql)
{
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &raw), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(raw, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
    sqlite3_close(raw);
}

void makeDiary(const fs::path& folder)
{
    Diary diary;
    const auto database = Database::open(folder, {});
    Engine engine{*database, diary.clock, diary.vocabulary, diary.uuids};
    static_cast<void>(done(engine.journal().logSpasm(tests::spasm(5))));
}

void makeDiaryWithCopy(const fs::path& folder)
{
    makeDiary(folder);
    const auto database = Database::open(folder, {});
    makeDailyCopy(*database, tests::at("2026-03-02T08:00+01:00"));
}

/// What opening throws; fails the test where it opens.
StorageError openingFault(const fs::path& folder)
{
    try {
        static_cast<void>(Database::open(folder, {}));
    } catch (const StorageError& error) {
        return error;
    }
    ADD_FAILURE() << "was opened";
    return {StorageFault::Io, "", ""};
}

struct FileCase {
    const char* name;
    void (*make)(const fs::path& folder, const fs::path& file);
    StorageFault fault;

    friend void PrintTo(const FileCase& c, std::ostream* out) { *out << c.name; }
};

class BadFile : public testing::TestWithParam<FileCase> {};

TEST_P(BadFile, IsNamedAndLeftAsItIs)
{
    const TempFolder temp;
    const fs::path file = temp / kDatabaseName;
    GetParam().make(temp.path(), file);
    const bool wasThere = fs::exists(file);
    const std::string before = bytesOf(file);

    const StorageError error = openingFault(temp.path());

    EXPECT_EQ(error.fault(), GetParam().fault) << error.what();
    EXPECT_EQ(fs::exists(file), wasThere);
    EXPECT_EQ(bytesOf(file), before);
}

const FileCase kFiles[] = {
    {"no database at all",
     [](const fs::path&, const fs::path& file) { writeBytes(file, std::string(5000, 'x')); },
     StorageFault::Damaged},
    {"a few bytes", [](const fs::path&, const fs::path& file) { writeBytes(file, "hello"); },
     StorageFault::Damaged},
    {"a zeroed header",
     [](const fs::path& folder, const fs::path& file) {
         makeDiary(folder);
         std::string bytes = bytesOf(file);
         bytes.replace(0, 100, 100, '\0');
         writeBytes(file, bytes);
     },
     StorageFault::Damaged},
    {"cut in the middle",
     [](const fs::path& folder, const fs::path& file) {
         makeDiary(folder);
         fs::resize_file(file, fs::file_size(file) / 2);
     },
     StorageFault::Damaged},
    {"cut in the first page",
     [](const fs::path& folder, const fs::path& file) {
         makeDiary(folder);
         fs::resize_file(file, 1000);
     },
     StorageFault::Damaged},
    {"empty beside copies",
     [](const fs::path& folder, const fs::path& file) {
         makeDiaryWithCopy(folder);
         writeBytes(file, "");
     },
     StorageFault::Damaged},
    {"missing beside copies",
     [](const fs::path& folder, const fs::path& file) {
         makeDiaryWithCopy(folder);
         fs::remove(file);
     },
     StorageFault::Gone},
    {"of another program without version",
     [](const fs::path&, const fs::path& file) { rawSql(file, "CREATE TABLE recipe (name)"); },
     StorageFault::Damaged},
    {"of another program with our version",
     [](const fs::path&, const fs::path& file) {
         rawSql(file, "CREATE TABLE recipe (name); PRAGMA user_version = 1");
     },
     StorageFault::Damaged},
    {"of a version below zero",
     [](const fs::path& folder, const fs::path& file) {
         makeDiary(folder);
         rawSql(file, "PRAGMA user_version = -1");
     },
     StorageFault::Damaged},
    {"without a name of its machine",
     [](const fs::path& folder, const fs::path& file) {
         makeDiary(folder);
         rawSql(file, "DELETE FROM meta");
     },
     StorageFault::Damaged},
};
INSTANTIATE_TEST_SUITE_P(All, BadFile, testing::ValuesIn(kFiles), tests::caseName<FileCase>);

TEST(NewerFile, IsRefusedUntouchedWithBothVersionsNamed)
{
    const TempFolder temp;
    const fs::path file = temp / kDatabaseName;
    makeDiary(temp.path());
    rawSql(file, "PRAGMA user_version = 4711; CREATE TABLE tomorrow (x)");
    const std::string before = bytesOf(file);

    const StorageError error = openingFault(temp.path());

    EXPECT_EQ(error.fault(), StorageFault::Newer);
    EXPECT_THAT(error.what(), HasSubstr("4711"));
    EXPECT_THAT(error.what(), HasSubstr(std::to_string(schemaVersion())));
    EXPECT_EQ(bytesOf(file), before);
    EXPECT_FALSE(fs::exists(temp / "copies"));
}

TEST(EmptyFile, WithoutCopiesBecomesADiary)
{
    const TempFolder temp;
    writeBytes(temp / kDatabaseName, "");

    EXPECT_EQ(Database::open(temp.path(), {})->number("SELECT count(*) FROM episode"), 0);
}

struct OpenDiary {
    explicit OpenDiary(const fs::path& folder)
        : file(
              Database::open(folder, {.access = Database::Access::ReadWrite, .busyTimeout = 10ms})),
          engine(*file, diary.clock, diary.vocabulary, diary.uuids)
    {
    }

    Diary diary;
    std::unique_ptr<Database> file;
    Engine engine;

    /// What adding a reading with a note of `size` bytes throws. Absent: it was saved.
    std::optional<StorageFault> faultOfNote(std::size_t size)
    {
        try {
            static_cast<void>(
                done(engine.journal().addReading(tests::noted(std::string(size, 'x')))));
        } catch (const StorageError& error) {
            return error.fault();
        }
        return std::nullopt;
    }
};

TEST(MovedFile, IsGoneAndNothingIsWrittenIntoIt)
{
    const TempFolder temp;
    makeDiary(temp.path());
    OpenDiary open{temp.path()};
    fs::rename(temp / kDatabaseName, temp / "moved.db");
    const std::string before = bytesOf(temp / "moved.db");

    EXPECT_EQ(open.faultOfNote(10), StorageFault::Gone);

    EXPECT_EQ(bytesOf(temp / "moved.db"), before);
    EXPECT_EQ(open.file->number("SELECT count(*) FROM reading"), 1);
    EXPECT_FALSE(fs::exists(temp / kDatabaseName));
}

TEST(MovedFile, IsGoneAlsoWhereAnotherTookItsPlace)
{
    const TempFolder temp;
    makeDiary(temp.path());
    OpenDiary open{temp.path()};
    fs::rename(temp / kDatabaseName, temp / "moved.db");
    fs::copy_file(temp / "moved.db", temp / kDatabaseName);
    const std::string before = bytesOf(temp / kDatabaseName);

    EXPECT_EQ(open.faultOfNote(10), StorageFault::Gone);

    EXPECT_EQ(bytesOf(temp / kDatabaseName), before);
}

TEST(LockedFile, IsNamedAfterTheTimeoutAndWritableAfterwards)
{
    const TempFolder temp;
    makeDiary(temp.path());
    OpenDiary open{temp.path()};
    const auto other = Database::open(temp.path(), {});
    {
        const Transaction holding{*other};
        EXPECT_EQ(open.faultOfNote(10), StorageFault::Locked);
        EXPECT_EQ(open.file->number("SELECT count(*) FROM reading"), 1);
    }

    EXPECT_EQ(open.faultOfNote(10), std::nullopt);
}

TEST(FullDisk, KeepsWhatWasThereAndTakesMoreWhenThereIsRoom)
{
    const TempFolder temp;
    makeDiary(temp.path());
    OpenDiary open{temp.path()};
    open.file->script("PRAGMA max_page_count = 1"); // SQLite makes it the present size

    EXPECT_EQ(open.faultOfNote(500'000), StorageFault::Full);
    EXPECT_EQ(open.file->number("SELECT count(*) FROM reading"), 1);
    EXPECT_EQ(open.file->number("SELECT pain FROM reading"), 5);

    open.file->script("PRAGMA max_page_count = 100000");
    EXPECT_EQ(open.faultOfNote(10), std::nullopt);
    EXPECT_EQ(open.file->number("SELECT count(*) FROM reading"), 2);
}

TEST(StorageError, NamesOperationAndReasonInItsText)
{
    const StorageError error{StorageFault::Full, "write", "no room"};

    EXPECT_THAT(error.what(), HasSubstr("write"));
    EXPECT_THAT(error.what(), HasSubstr("no room"));
    EXPECT_EQ(error.operation(), "write");
}

} // namespace
} // namespace unclench
