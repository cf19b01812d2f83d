// SPDX-License-Identifier: GPL-3.0-or-later
// A backup in the place of a diary that cannot be opened: at each moment there is the old file, the
// new one, or one that says that it is damaged.
#include "core/engine/engine.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/file_error.h"
#include "core/store/replace_damaged.h"
#include "core/store/wholeness.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::SizeIs;
using tests::bytesOf;
using tests::Diary;
using tests::done;
using tests::TempFolder;
using tests::writeBytes;

struct ReplaceDamaged : testing::Test {
    ReplaceDamaged()
    {
        const auto file = Database::open(folder.path(), {});
        Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};
        static_cast<void>(done(engine.journal().logSpasm(tests::spasm(6))));
        machine = file->machine();
        makeDailyCopy(*file, diary.clock.now().wall);
        backup = copiesIn(folder.path()).front();
        rows = tests::liveRows(*file);
    }

    TempFolder folder;
    Diary diary; // its clock and words
    std::string machine;
    fs::path backup;
    tests::Rows rows;

    fs::path live() const { return folder / kDatabaseName; }
    Replaced replace() { return replaceDamaged(folder.path(), backup, diary.clock.now().wall); }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator{folder.path()}) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(ReplaceDamaged, MakesTheDiaryAnewAndKeepsTheDamagedFile)
{
    writeBytes(live(), "garbage");

    const Replaced replaced = replace();

    EXPECT_EQ(bytesOf(replaced.damaged), "garbage");
    const auto file = Database::open(folder.path(), {});
    EXPECT_EQ(tests::liveRows(*file), rows);
    EXPECT_EQ(file->machine(), machine);
    EXPECT_TRUE(isWhole(*file));
    EXPECT_TRUE(fs::exists(backup));
}

TEST_F(ReplaceDamaged, KeepsWhatSqliteHadBesideItAway)
{
    writeBytes(live(), "garbage");
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        writeBytes(live().string() + suffix, suffix);
    }

    const Replaced replaced = replace();

    EXPECT_THAT(names(), SizeIs(6)); // copies, damaged and three beside it, the diary
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        EXPECT_FALSE(fs::exists(live().string() + suffix));
        EXPECT_EQ(bytesOf(replaced.damaged.string() + suffix), suffix);
    }
    EXPECT_EQ(tests::liveRows(*Database::open(folder.path(), {})), rows);
}

TEST_F(ReplaceDamaged, IsPrivate)
{
    writeBytes(live(), "garbage");
    const mode_t umask = ::umask(0);

    static_cast<void>(replace());

    ::umask(umask);
    EXPECT_EQ(fs::status(live()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(ReplaceDamaged, WorksWhereTheFileIsGone)
{
    fs::remove(live());

    const Replaced replaced = replace();

    EXPECT_TRUE(replaced.damaged.empty());
    EXPECT_EQ(tests::liveRows(*Database::open(folder.path(), {})), rows);
}

TEST_F(ReplaceDamaged, KeepsEachDamagedFile)
{
    writeBytes(live(), "one");
    const fs::path one = replace().damaged;
    writeBytes(live(), "two");
    const fs::path two = replace().damaged;

    EXPECT_EQ(bytesOf(one), "one");
    EXPECT_EQ(bytesOf(two), "two");
}

TEST_F(ReplaceDamaged, OutOfWhatIsNoBackupChangesNothing)
{
    writeBytes(live(), "garbage");
    writeBytes(folder / "text.db", "hello");
    const auto before = names();
    backup = folder / "text.db";

    EXPECT_THROW(static_cast<void>(replace()), FileError);

    EXPECT_EQ(names(), before);
    EXPECT_EQ(bytesOf(live()), "garbage");
}

TEST_F(ReplaceDamaged, LeavesADiaryOfANewerVersionAlone)
{
    {
        const auto file = Database::open(folder.path(), {});
        file->script("PRAGMA user_version = 99");
    }
    const auto before = names();

    try {
        static_cast<void>(replace());
        ADD_FAILURE() << "was replaced";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::Newer) << error.what();
    }

    EXPECT_EQ(names(), before);
}

TEST_F(ReplaceDamaged, NeverEndsAnEmergencyThatCanStillBeRead)
{
    {
        const auto file = Database::open(folder.path(), {});
        Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};
        Answer yes;
        yes.question = "rf_saddle_numbness";
        yes.value = AnswerValue::Yes;
        yes.change = Change::New;
        static_cast<void>(done(engine.alerts().answer(yes, std::nullopt)));
    }
    {
        // The end of it is gone.
        const auto size = fs::file_size(live());
        std::string bytes = bytesOf(live());
        bytes.replace(size - 4096, 4096, 4096, '\x7f');
        writeBytes(live(), bytes);
    }

    const Replaced replaced = replace();

    EXPECT_EQ(replaced.emergenciesKept, 1);
    const auto file = Database::open(folder.path(), {});
    Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};
    ASSERT_THAT(engine.alerts().active(), SizeIs(1));
    EXPECT_EQ(engine.alerts().active().front().level, Level::Emergency);
    EXPECT_EQ(file->number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

TEST_F(ReplaceDamaged, OutOfAnotherMachinesBackupSignsAsBefore)
{
    const TempFolder other;
    const auto source = Database::open(other.path(), {});
    source->run("INSERT INTO meta (key, value) VALUES ('backup_folder', '/theirs')");
    writeBytes(live(), "garbage");
    backup = source->file();

    static_cast<void>(replace());

    const auto file = Database::open(folder.path(), {});
    EXPECT_EQ(file->machine(), machine);
    EXPECT_EQ(file->number("SELECT count(*) FROM meta WHERE key = 'backup_folder'"), 0);
}

TEST_F(ReplaceDamaged, HalfDoneIsNeverTakenForADiary)
{
    // As it lies there between the two steps: the damaged file is kept, an empty one in its place.
    fs::rename(live(), folder / "damaged-2026-03-02T07-00-00.000Z.db");
    writeBytes(live(), "");
    fs::remove_all(folder / "copies");

    try {
        static_cast<void>(Database::open(folder.path(), {}));
        ADD_FAILURE() << "was opened";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::Damaged);
    }

    EXPECT_TRUE(hasDamaged(folder.path()));
    EXPECT_EQ(bytesOf(live()), "");
}

TEST_F(ReplaceDamaged, StopsWhenItIsToldTo)
{
    writeBytes(live(), "garbage");
    const auto before = names();

    for (int stopAt = 1; stopAt <= 3; ++stopAt) {
        int passed = 0;
        EXPECT_THROW(static_cast<void>(replaceDamaged(folder.path(), backup, diary.clock.now().wall,
                                                      [&](double) { return ++passed < stopAt; })),
                     Cancelled);
    }

    EXPECT_EQ(names(), before);
}

} // namespace
} // namespace unclench
