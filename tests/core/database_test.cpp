// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the diary's file: what is made, with which rights, and what is left alone.
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/schema.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using fs::perms;
using tests::Diary;
using tests::done;
using tests::TempFolder;
using tests::Unprivileged;

constexpr perms kAll = perms::all;
constexpr Database::Options kReading{.access = Database::Access::Read, .busyTimeout = {}};

perms modeOf(const fs::path& path)
{
    return fs::status(path).permissions() & kAll;
}

/// No rights are taken from new files while it stands.
class OpenUmask {
public:
    OpenUmask() : m_before(::umask(0)) {}
    ~OpenUmask() { ::umask(m_before); }
    OpenUmask(const OpenUmask&) = delete;
    OpenUmask& operator=(const OpenUmask&) = delete;

private:
    mode_t m_before;
};

/// A diary with one spasm in `folder`, closed again.
void makeSpasmDiary(const fs::path& folder)
{
    Diary diary;
    const auto database = Database::open(folder, {});
    Engine engine{*database, diary.clock, diary.vocabulary, diary.uuids};
    static_cast<void>(done(engine.journal().logSpasm(tests::spasm(5))));
}

TEST(Database, MakesFolderAndFileForThisUserAloneWhateverTheUmask)
{
    const TempFolder temp;
    const fs::path folder = (temp / "one") / "two";
    const OpenUmask open;

    const auto database = Database::open(folder, {});
    database->script("CREATE TABLE scratch (x)"); // the files beside it are there now

    EXPECT_EQ(modeOf(temp / "one"), perms::owner_all);
    EXPECT_EQ(modeOf(folder), perms::owner_all);
    for (const auto& entry : fs::directory_iterator{folder}) {
        EXPECT_EQ(modeOf(entry.path()), perms::owner_read | perms::owner_write) << entry.path();
    }
    EXPECT_EQ(database->file(), folder / kDatabaseName);
}

TEST(Database, LeavesTheRightsOfAFolderThatIsThere)
{
    const TempFolder temp;
    fs::permissions(temp.path(), perms::owner_all | perms::group_read | perms::group_exec);

    static_cast<void>(Database::open(temp.path(), {}));

    EXPECT_EQ(modeOf(temp.path()), perms::owner_all | perms::group_read | perms::group_exec);
}

TEST(Database, KeepsWhatWasWrittenInAFolderOfAnyName)
{
    for (const char* name : {"with space",
                             "R\xC3\xBC"
                             "cken \xE2\x82\xAC",
                             "100% #1?", "it's", "a&b=c;d"}) {
        const TempFolder temp;
        const fs::path folder = temp / name;
        makeSpasmDiary(folder);

        const auto again = Database::open(folder, {});
        const auto copy = Database::openCopy(folder / kDatabaseName);

        EXPECT_EQ(again->number("SELECT count(*) FROM reading"), 1) << name;
        EXPECT_EQ(copy->number("PRAGMA user_version"), schemaVersion()) << name;
    }
}

TEST(Database, ForReadingMakesNothingWhereNothingIs)
{
    const TempFolder temp;

    const auto database = Database::open(temp / "missing", kReading);

    EXPECT_EQ(database->number("SELECT count(*) FROM episode"), 0);
    EXPECT_FALSE(fs::exists(temp / "missing"));
    EXPECT_TRUE(database->file().empty());
}

TEST(Database, ForReadingReadsWhatIsThere)
{
    const TempFolder temp;
    makeSpasmDiary(temp.path());

    const auto database = Database::open(temp.path(), kReading);

    EXPECT_EQ(database->number("SELECT count(*) FROM reading"), 1);
}

TEST(Database, SyncsEachCommitInAWriteAheadLog)
{
    const TempFolder temp;

    const auto database = Database::open(temp.path(), {});

    EXPECT_TRUE(database->usesWal());
    EXPECT_EQ(database->number("PRAGMA synchronous"), 2);
    EXPECT_EQ(database->number("PRAGMA foreign_keys"), 1);
}

TEST(Database, KeepsTheMachineNameThatWasMadeWithTheFile)
{
    const TempFolder temp;
    const std::string first = Database::open(temp.path(), {})->machine();

    EXPECT_EQ(Database::open(temp.path(), {})->machine(), first);
    EXPECT_EQ(first.size(), 12U);
    EXPECT_NE(Database::inMemory()->machine(), first);
}

TEST(Database, IsReadOnlyWhereNobodyMayWrite)
{
    const Unprivileged user;
    const TempFolder temp;
    makeSpasmDiary(temp.path());
    fs::permissions(temp / kDatabaseName, perms::owner_read);
    fs::permissions(temp.path(), perms::owner_read | perms::owner_exec);
    const std::string before = tests::bytesOf(temp / kDatabaseName);

    const auto database = Database::open(temp.path(), {});

    EXPECT_TRUE(database->isReadOnly());
    EXPECT_EQ(database->number("SELECT count(*) FROM reading"), 1);
    Diary diary;
    Engine engine{*database, diary.clock, diary.vocabulary, diary.uuids};
    try {
        static_cast<void>(engine.journal().addReading(tests::reading(5)));
        FAIL() << "was written";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::ReadOnly);
    }
    EXPECT_EQ(tests::bytesOf(temp / kDatabaseName), before);
}

TEST(Database, CannotOpenWhereNobodyMayLook)
{
    const Unprivileged user;
    const TempFolder temp;
    makeSpasmDiary(temp.path());
    fs::permissions(temp.path(), perms::none);

    for (const auto access : {Database::Access::ReadWrite, Database::Access::Read}) {
        try {
            static_cast<void>(Database::open(temp.path(), {.access = access, .busyTimeout = {}}));
            ADD_FAILURE() << "was opened";
        } catch (const StorageError& error) {
            EXPECT_EQ(error.fault(), StorageFault::CannotOpen);
        }
    }
}

TEST(Database, CannotOpenBelowAFile)
{
    const TempFolder temp;
    tests::writeBytes(temp / "file", "x");

    try {
        static_cast<void>(Database::open(temp / "file" / "folder", {}));
        FAIL() << "was opened";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::CannotOpen);
        EXPECT_EQ(tests::bytesOf(temp / "file"), "x");
    }
}

TEST(Database, CannotOpenAFolderOfTheFilesName)
{
    const TempFolder temp;
    fs::create_directory(temp / kDatabaseName);

    try {
        static_cast<void>(Database::open(temp.path(), {}));
        FAIL() << "was opened";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::CannotOpen);
    }
}

TEST(Database, SeesWhenAnotherConnectionCommitted)
{
    const TempFolder temp;
    const auto mine = Database::open(temp.path(), {});
    const auto before = mine->dataVersion();
    EXPECT_EQ(mine->dataVersion(), before);

    makeSpasmDiary(temp.path());

    EXPECT_NE(mine->dataVersion(), before);
}

TEST(Transaction, RollsBackUnlessItWasCommitted)
{
    const auto database = Database::inMemory();
    {
        const Transaction transaction{*database};
        database->run("INSERT INTO meta (key, value) VALUES ('a', '1')");
    }
    {
        Transaction transaction{*database};
        database->run("INSERT INTO meta (key, value) VALUES ('b', '2')");
        transaction.commit();
    }

    EXPECT_EQ(database->number("SELECT count(*) FROM meta WHERE key = 'a'"), 0);
    EXPECT_EQ(database->number("SELECT count(*) FROM meta WHERE key = 'b'"), 1);
}

TEST(PrivateFile, ThatIsThereIsLeftAsItIs)
{
    const TempFolder temp;
    tests::writeBytes(temp / "file", "kept");
    fs::permissions(temp / "file", perms::owner_read | perms::group_read);

    makePrivateFile(temp / "file");

    EXPECT_EQ(tests::bytesOf(temp / "file"), "kept");
    EXPECT_EQ(modeOf(temp / "file"), perms::owner_read | perms::group_read);
}

TEST(DurableRename, ReplacesWhatHadTheName)
{
    const TempFolder temp;
    tests::writeBytes(temp / "new", "new");
    tests::writeBytes(temp / "name", "old");

    renameDurably(temp / "new", temp / "name");

    EXPECT_EQ(tests::bytesOf(temp / "name"), "new");
    EXPECT_FALSE(fs::exists(temp / "new"));
    EXPECT_THROW(renameDurably(temp / "none", temp / "name"), StorageError);
    EXPECT_EQ(tests::bytesOf(temp / "name"), "new");
}

} // namespace
} // namespace unclench
