// SPDX-License-Identifier: GPL-3.0-or-later
// A diary's file taken into memory, and the merge of one that lies somewhere.
#include "core/engine/merging.h"
#include "core/store/backups.h"
#include "core/store/file_error.h"
#include "core/store/schema.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/exchange.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

#include <map>

namespace unclench {
namespace {

namespace fs = std::filesystem;

using testing::SizeIs;
using tests::allRows;
using tests::bytesOf;
using tests::done;
using tests::TempFolder;

/// Every file of a folder with its bytes.
std::map<std::string, std::string> filesIn(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) {
            files.emplace(fs::relative(entry.path(), folder).string(), bytesOf(entry.path()));
        }
    }
    return files;
}

StorageFault faultOfCopying(const fs::path& file)
{
    try {
        static_cast<void>(Database::copyInMemory(file));
    } catch (const StorageError& error) {
        return error.fault();
    }
    ADD_FAILURE() << "it was copied";
    return {};
}

/// A diary in a folder, with one spasm.
class CopyingADiary : public testing::Test {
protected:
    CopyingADiary() { open(); }
    void open()
    {
        database = Database::open(temp / "data", {});
        Engine engine{*database, clock, vocabulary, uuids};
        spasm = done(engine.journal().logSpasm(tests::spasm(7)));
    }

    TempFolder temp;
    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    std::unique_ptr<Database> database;
    SpasmSaved spasm;
    fs::path file = temp / "data" / kDatabaseName;
};

TEST_F(CopyingADiary, TakesAllOfItAndTheNameOfItsMachine)
{
    const auto rows = allRows(*database);
    const std::string machine = database->machine();
    database.reset();

    const auto copy = Database::copyInMemory(file);

    EXPECT_EQ(allRows(*copy), rows);
    EXPECT_EQ(copy->machine(), machine);
    EXPECT_FALSE(copy->isReadOnly());
}

TEST_F(CopyingADiary, TakesWhatAProgramHasCommittedThatStillRuns)
{
    ASSERT_GT(fs::file_size(file.string() + "-wal"), 0U) << "nothing was carried into the file yet";
    const auto files = [&] {
        auto all = filesIn(temp.path());
        all.erase("data/unclench.db-shm"); // whoever reads says there how far
        return all;
    };
    const auto before = files();

    const auto copy = Database::copyInMemory(file);

    EXPECT_EQ(allRows(*copy), allRows(*database));
    EXPECT_TRUE(files() == before);
}

TEST_F(CopyingADiary, TakesWhatLiesBesideAFileThatWasCopiedWhileInUse)
{
    fs::create_directory(temp / "stick");
    fs::copy_file(file, temp / "stick" / kDatabaseName);
    fs::copy_file(file.string() + "-wal", (temp / "stick" / kDatabaseName).string() + "-wal");
    const auto before = filesIn(temp / "stick");

    const auto copy = Database::copyInMemory(temp / "stick" / kDatabaseName);

    EXPECT_EQ(allRows(*copy), allRows(*database));
    EXPECT_EQ(filesIn(temp / "stick"), before);
}

TEST_F(CopyingADiary, BringsAnOldOneUpToDateInMemoryAlone)
{
    const fs::path old = temp / "old.db";
    Database::inMemoryAt(2)->run("VACUUM INTO ?", old.string());
    const std::string before = bytesOf(old);

    const auto copy = Database::copyInMemory(old);

    EXPECT_EQ(copy->number("PRAGMA user_version"), schemaVersion());
    EXPECT_EQ(copy->number("SELECT count(*) FROM visit"), 0);
    EXPECT_EQ(bytesOf(old), before);
}

TEST_F(CopyingADiary, RefusesANewerOne)
{
    database->script("PRAGMA user_version = 9999");
    database.reset();

    EXPECT_EQ(faultOfCopying(file), StorageFault::Newer);
}

TEST_F(CopyingADiary, RefusesWhatIsNoDiary)
{
    tests::writeBytes(temp / "empty", "");
    tests::writeBytes(temp / "text", std::string(5000, 'x'));
    Database::inMemory()->run("VACUUM INTO ?", (temp / "foreign").string());
    const std::string bytes = bytesOf(temp / "foreign");
    std::string foreign = bytes;
    foreign.replace(68, 4, "abcd"); // the application id, in the file's first 100 bytes
    tests::writeBytes(temp / "foreign", foreign);

    EXPECT_EQ(faultOfCopying(temp / "none"), StorageFault::CannotOpen);
    EXPECT_EQ(faultOfCopying(temp.path()), StorageFault::CannotOpen);
    EXPECT_EQ(faultOfCopying(temp / "empty"), StorageFault::Damaged);
    EXPECT_EQ(faultOfCopying(temp / "text"), StorageFault::Damaged);
    EXPECT_EQ(faultOfCopying(temp / "foreign"), StorageFault::Damaged);
}

TEST_F(CopyingADiary, RefusesADamagedOne)
{
    database.reset();
    const std::string whole = bytesOf(file);
    std::string zeroed = whole;
    for (std::size_t i = 4096 * 3; i < 4096 * 6; ++i) {
        zeroed[i] = '\0';
    }
    tests::writeBytes(temp / "zeroed.db", zeroed);
    tests::writeBytes(temp / "cut.db", whole.substr(0, whole.size() / 2));

    EXPECT_EQ(faultOfCopying(temp / "zeroed.db"), StorageFault::Damaged);
    EXPECT_EQ(faultOfCopying(temp / "cut.db"), StorageFault::Damaged);
}

/// Another diary of the person, on disk.
class MergingAFile : public CopyingADiary {
protected:
    MergingAFile()
    {
        own = Database::open(temp / "own", {});
        engine = std::make_unique<Engine>(*own, clock, vocabulary, uuids);
    }
    std::unique_ptr<Database> own;
    std::unique_ptr<Engine> engine;
};

TEST_F(MergingAFile, TakesAFolderOrAFile)
{
    const Merged fromFolder = mergeFile(*engine, temp / "data", {});
    const Merged fromFile = mergeFile(*engine, file, {});

    EXPECT_EQ(fromFolder.added, 3);
    EXPECT_EQ(fromFile.alike, 3);
    EXPECT_TRUE(engine->diary().course(spasm.episode));
}

TEST_F(MergingAFile, MakesABackupFirstWhereItBringsAnything)
{
    for (int time = 1; time <= 2; ++time) {
        static_cast<void>(mergeFile(*engine, file, {}));

        const std::vector<Backup> backups = backupsIn(temp / "own");
        ASSERT_THAT(backups, SizeIs(1)) << "time " << time;
        EXPECT_EQ(contentsOf(backups.front().file)->episodes, 0);
    }
}

TEST_F(MergingAFile, BringsThePicturesAlong)
{
    Engine theirs{*database, clock, vocabulary, uuids};
    OwnExercise exercise;
    exercise.name = "Shoulder rolls";
    exercise.picture = "rolls.png";
    static_cast<void>(done(theirs.journal().keepExercise(exercise)));
    fs::create_directory(temp / "data" / "pictures");
    tests::writeBytes(temp / "data" / "pictures" / "rolls.png", "picture");
    tests::writeBytes(temp / "data" / "pictures" / "stray.png", "nobody's");

    static_cast<void>(mergeFile(*engine, temp / "data", {}));

    EXPECT_EQ(bytesOf(temp / "own" / "pictures" / "rolls.png"), "picture");
    EXPECT_FALSE(fs::exists(temp / "own" / "pictures" / "stray.png"));
}

TEST_F(MergingAFile, KnowsItsOwn)
{
    EXPECT_TRUE(isThisDiary(*own, temp / "own"));
    EXPECT_TRUE(isThisDiary(*own, temp / "data" / ".." / "own" / kDatabaseName));
    EXPECT_FALSE(isThisDiary(*own, file));
    EXPECT_FALSE(isThisDiary(*own, temp / "none"));
}

TEST_F(MergingAFile, SaysThatTheOtherFileIsAtFault)
{
    tests::writeBytes(temp / "text", "x");

    EXPECT_THROW(static_cast<void>(mergeFile(*engine, temp / "text", {})), FileError);
    EXPECT_EQ(engine->diary().episodeCount(), 0);
}

} // namespace
} // namespace unclench
