// SPDX-License-Identifier: GPL-3.0-or-later
// Backups as they lie there: their names, their order, what each holds, and those before a step.
#include "core/store/backup_names.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

#include <ostream>
#include <sys/stat.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::days;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::at;
using tests::Diary;
using tests::done;
using tests::TempFolder;
using tests::writeBytes;

const Moment kBackupsDay = at("2026-03-02T08:00+01:00");

struct BackupNameCase {
    const char* name;
    const char* file;
    std::optional<BackupKind> kind;

    friend void PrintTo(const BackupNameCase& c, std::ostream* out) { *out << c.name; }
};

class BackupNames : public testing::TestWithParam<BackupNameCase> {};

TEST_P(BackupNames, SayWhatTheyAre)
{
    const auto name = parseBackupName(GetParam().file);

    ASSERT_EQ(name.has_value(), GetParam().kind.has_value());
    if (name) {
        EXPECT_EQ(name->kind, *GetParam().kind);
    }
}

const BackupNameCase kBackupNameCases[] = {
    {"of a day", "daily-2026-03-02.db", BackupKind::Daily},
    {"of a day that is none", "daily-2026-02-30.db", std::nullopt},
    {"of a day with something behind", "daily-2026-03-02.db-journal", std::nullopt},
    {"before a migration", "before-version-008.db", BackupKind::BeforeMigration},
    {"before an import", "before-import-2026-03-02T07-00-00.000Z.db", BackupKind::BeforeImport},
    {"before a merge", "before-merge-2026-03-02T07-00-00.123Z.db", BackupKind::BeforeMerge},
    {"before a restore", "before-restore-2026-03-02T07-00-00.123Z.db", BackupKind::BeforeRestore},
    {"before a restore without a time", "before-restore-.db", std::nullopt},
    {"before a restore with half a time", "before-restore-2026-03-02T07.db", std::nullopt},
    {"elsewhere", "unclench-0123456789ab-2026-03-02.db", BackupKind::Elsewhere},
    {"elsewhere without a machine", "unclench-2026-03-02.db", std::nullopt},
    {"elsewhere with a person's word", "unclench-of-my-back--2026-03-02.db", std::nullopt},
    {"the diary", "unclench.db", std::nullopt},
    {"nothing", "", std::nullopt},
    {"unfinished", ".unclench-new-aB3xY9", std::nullopt},
};
INSTANTIATE_TEST_SUITE_P(All,
                         BackupNames,
                         testing::ValuesIn(kBackupNameCases),
                         tests::caseName<BackupNameCase>);

TEST(NamesOfBackups, ComeBackAsTheyWereWritten)
{
    const UtcTime time = kBackupsDay.utc + 123ms;

    EXPECT_EQ(parseBackupName(beforeName(BackupReason::Merge, time))->time, time);
    EXPECT_EQ(parseBackupName(dailyName(kBackupsDay.localDay()))->day, kBackupsDay.localDay());
    const auto elsewhere = parseBackupName(elsewhereName("0123456789ab", kBackupsDay.localDay()));
    ASSERT_TRUE(elsewhere);
    EXPECT_EQ(elsewhere->machine, "0123456789ab");
    EXPECT_EQ(elsewhere->day, kBackupsDay.localDay());
}

struct Backups : testing::Test {
    TempFolder temp;
    Diary diary; // its clock and words
    std::unique_ptr<Database> file = Database::open(temp / "diary", {});
    Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};

    fs::path folder() const { return temp / "diary"; }
    fs::path before(BackupReason reason, const Moment& now)
    {
        return BackupBefore{*file, reason, now}.keep();
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const Backup& backup : backupsIn(folder())) {
            names.push_back(backup.file.filename().string());
        }
        return names;
    }
};

TEST_F(Backups, AreListedNewestFirstWithThoseBeforeAMigrationBehind)
{
    copyBeforeMigration(*file);
    before(BackupReason::Merge, kBackupsDay + days{1} + 2h);
    makeDailyCopy(*file, kBackupsDay + days{2});
    makeDailyCopy(*file, kBackupsDay);
    before(BackupReason::Restore, kBackupsDay + days{1} + 3h);

    EXPECT_THAT(names(),
                ElementsAre("daily-2026-03-04.db", "before-restore-2026-03-03T10-00-00.000Z.db",
                            "before-merge-2026-03-03T09-00-00.000Z.db", "daily-2026-03-02.db",
                            beforeMigrationName(schemaVersion())));
    EXPECT_GT(backupsIn(folder()).front().bytes, 4096U);
    EXPECT_EQ(backupsIn(folder())[1].made, (kBackupsDay + days{1} + 3h).utc);
}

TEST_F(Backups, BeforeAStepHoldWhatWasThere)
{
    static_cast<void>(done(engine.journal().logSpasm(tests::spasm(6))));

    const fs::path backup = before(BackupReason::Import, kBackupsDay);
    static_cast<void>(done(engine.journal().logSpasm(tests::spasm(3))));

    EXPECT_EQ(contentsOf(backup)->readings, 1);
    EXPECT_EQ(contentsIn(*file).readings, 2);
}

TEST_F(Backups, BeforeAStepCanBeMadeInItsTransaction)
{
    static_cast<void>(done(engine.journal().logSpasm(tests::spasm(6))));
    const auto rows = tests::liveRows(*file);
    fs::path backup;
    {
        Transaction transaction{*file};
        backup = before(BackupReason::Restore, kBackupsDay);
        file->run("DELETE FROM reading");
        transaction.commit();
    }

    EXPECT_EQ(tests::liveRows(*Database::openCopy(backup)), rows);
}

TEST_F(Backups, BeforeAStepAreKeptTenTimes)
{
    makeDailyCopy(*file, kBackupsDay);
    for (int i = 0; i < 13; ++i) {
        before(i % 2 == 0 ? BackupReason::Import : BackupReason::Merge,
               kBackupsDay + std::chrono::hours{i});
    }

    EXPECT_THAT(names(), SizeIs(kBeforeKept + 1));
    EXPECT_THAT(names(), Contains("daily-2026-03-02.db"));
    EXPECT_EQ(names().front(), "before-import-2026-03-02T19-00-00.000Z.db");
    EXPECT_THAT(names(), Not(Contains("before-import-2026-03-02T09-00-00.000Z.db")));
    EXPECT_THAT(names(), Contains("before-merge-2026-03-02T10-00-00.000Z.db"));
}

TEST_F(Backups, ThatIsRestoredOutlivesTheBackupBeforeIt)
{
    const fs::path oldest = before(BackupReason::Import, kBackupsDay);
    for (int i = 1; i < 10; ++i) {
        before(BackupReason::Import, kBackupsDay + std::chrono::hours{i});
    }

    static_cast<void>(BackupBefore{*file, BackupReason::Restore, kBackupsDay + 20h}.keep(oldest));

    EXPECT_TRUE(fs::exists(oldest));
    EXPECT_THAT(names(), SizeIs(kBeforeKept + 1));
}

TEST_F(Backups, OfOneMomentAreTwo)
{
    const fs::path one = before(BackupReason::Restore, kBackupsDay);
    const fs::path two = before(BackupReason::Restore, kBackupsDay);

    EXPECT_NE(one, two);
    EXPECT_THAT(names(), SizeIs(2));
}

TEST_F(Backups, BeforeWhatIsNotDoneGoAndTakeNoneWithThem)
{
    for (std::size_t i = 0; i < kBeforeKept; ++i) {
        before(BackupReason::Import, kBackupsDay + std::chrono::hours{i});
    }
    const auto kept = names();
    {
        const BackupBefore notDone{*file, BackupReason::Restore, kBackupsDay + 20h};
        EXPECT_THAT(names(), SizeIs(kBeforeKept + 1));
    }

    EXPECT_EQ(names(), kept);
}

TEST_F(Backups, ArePrivate)
{
    const mode_t umask = ::umask(0);
    const fs::path backup = before(BackupReason::Restore, kBackupsDay);
    ::umask(umask);

    EXPECT_EQ(fs::status(backup).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(backup.parent_path()).permissions(), fs::perms::owner_all);
}

TEST(BackupsOfMemory, AreNone)
{
    const auto memory = Database::inMemory();

    EXPECT_EQ((BackupBefore{*memory, BackupReason::Merge, kBackupsDay}.keep()), fs::path{});
}

TEST_F(Backups, SayWhatTheyHold)
{
    const auto spasm = done(engine.journal().logSpasm(tests::spasm(6, kBackupsDay - days{2})));
    static_cast<void>(done(engine.journal().addReading(tests::reading(4, kBackupsDay - days{1}))));
    const auto gone = done(engine.journal().addReading(tests::reading(5, kBackupsDay)));
    static_cast<void>(done(engine.journal().remove(RecordKind::Reading, gone.id)));
    Answer yes;
    yes.question = "rf_saddle_numbness";
    yes.value = AnswerValue::Yes;
    static_cast<void>(done(engine.alerts().answer(yes, std::nullopt)));

    const auto holds = contentsOf(before(BackupReason::Import, kBackupsDay));

    ASSERT_TRUE(holds);
    EXPECT_EQ(holds->episodes, 1);
    EXPECT_EQ(holds->readings, 2);
    EXPECT_EQ(holds->first, spasm.at);
    EXPECT_EQ(holds->last, kBackupsDay - days{1});
    EXPECT_EQ(holds->highestOpen, Level::Emergency);
    EXPECT_EQ(holds->version, schemaVersion());
    EXPECT_FALSE(holds->isNewer);
    EXPECT_EQ(holds->machine, file->machine());
}

TEST_F(Backups, ThatAreEmptySaySo)
{
    const auto holds = contentsOf(before(BackupReason::Import, kBackupsDay));

    ASSERT_TRUE(holds);
    EXPECT_EQ(holds->episodes, 0);
    EXPECT_FALSE(holds->first);
    EXPECT_FALSE(holds->highestOpen);
}

TEST_F(Backups, OfOlderAndNewerVersionsSayWhatTheyHold)
{
    {
        const auto written = Database::open(temp / "newer", {});
        written->script("PRAGMA user_version = 99");
    }

    const auto newer = contentsOf(temp / "newer" / kDatabaseName);

    ASSERT_TRUE(newer);
    EXPECT_TRUE(newer->isNewer);
    EXPECT_EQ(newer->version, 99);
    // One from before there were alerts.
    {
        const auto written = Database::open(temp / "older", {});
        written->script("PRAGMA foreign_keys = OFF; DROP TABLE alert_step; DROP TABLE alert;"
                        " PRAGMA user_version = 2");
    }
    const auto old = contentsOf(temp / "older" / kDatabaseName);
    ASSERT_TRUE(old);
    EXPECT_EQ(old->version, 2);
}

TEST_F(Backups, ThatAreNoneAreAbsent)
{
    writeBytes(temp / "text.db", "hello");
    writeBytes(temp / "empty.db", "");

    EXPECT_FALSE(contentsOf(temp / "text.db"));
    EXPECT_FALSE(contentsOf(temp / "empty.db"));
    EXPECT_FALSE(contentsOf(temp / "missing.db"));
    EXPECT_FALSE(contentsOf(temp.path()));
    EXPECT_THAT(backupsIn(temp / "missing"), IsEmpty());
    EXPECT_THAT(backupsAt(temp / "missing"), IsEmpty());
}

TEST(PicturesOfBackups, LieBesideThem)
{
    EXPECT_EQ(picturesOf("/d/copies/daily-2026-03-02.db"), "/d/pictures");
    EXPECT_EQ(picturesOf("/d/unclench.db"), "/d/pictures");
    EXPECT_EQ(picturesOf("/stick/unclench-0123456789ab-2026-03-02.db"),
              "/stick/unclench-0123456789ab-pictures");
    EXPECT_EQ(picturesOf("/stick/mine.db"), "/stick/mine-pictures");
    // One that somebody took out of its folder has nothing to do with what lies two folders up.
    EXPECT_EQ(picturesOf("/home/me/downloads/daily-2026-03-02.db"),
              "/home/me/downloads/daily-2026-03-02-pictures");
}

TEST_F(Backups, TakeAlongThePicturesThatTheDiaryNamesAndNoOther)
{
    const auto exercise = [&](std::string picture) {
        OwnExercise own;
        own.name = "Cat " + picture;
        own.picture = std::move(picture);
        static_cast<void>(done(engine.journal().keepExercise(own)));
    };
    fs::create_directories(temp / "from");
    for (const char* name : {"cat.png", "cow.png", "private.png"}) {
        writeBytes((temp / "from") / name, name);
    }
    exercise("cat.png");
    exercise("cow.png");
    exercise("gone.png");
    exercise("..");
    fs::create_directories(temp / "to");
    writeBytes((temp / "to") / "cow.png", "is there already");

    EXPECT_EQ(copyPictures(*file, temp / "from", temp / "to"), 1);

    EXPECT_EQ(tests::bytesOf((temp / "to") / "cat.png"), "cat.png");
    EXPECT_EQ(tests::bytesOf((temp / "to") / "cow.png"), "is there already");
    EXPECT_FALSE(fs::exists((temp / "to") / "private.png"));
    EXPECT_EQ(copyPictures(*file, temp / "missing", temp / "other"), 0);
    EXPECT_FALSE(fs::exists(temp / "other"));
}

} // namespace
} // namespace unclench
