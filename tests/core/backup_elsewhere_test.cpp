// SPDX-License-Identifier: GPL-3.0-or-later
// Backups to a stick or another folder: whole or not at all, over nothing that is not theirs, and
// what is wrong is named.
#include "core/store/backup_elsewhere.h"
#include "core/store/backup_names.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/upkeep_tasks.h"
#include "core/store/wholeness.h"
#include "core/time/iso8601.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <sys/stat.h>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::at;
using tests::bytesOf;
using tests::Diary;
using tests::done;
using tests::TempFolder;
using tests::Unprivileged;
using tests::writeBytes;

const Moment kElsewhereDay = at("2026-03-02T08:00+01:00");

struct BackupElsewhere : testing::Test {
    BackupElsewhere()
    {
        fs::create_directories(stick);
        static_cast<void>(done(engine.journal().logSpasm(tests::spasm(6))));
    }

    TempFolder temp;
    fs::path stick = temp / "stick";
    Diary diary; // its clock and words
    std::unique_ptr<Database> file = Database::open(temp / "diary", {});
    Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};

    fs::path written(const fs::path& target)
    {
        const BackedUp backedUp = backUpTo(*file, target, kElsewhereDay);
        const auto* backup = std::get_if<Backup>(&backedUp);
        EXPECT_NE(backup, nullptr);
        return backup != nullptr ? backup->file : fs::path{};
    }
    std::optional<TargetFault> faultOf(const fs::path& target)
    {
        const BackedUp backedUp = backUpTo(*file, target, kElsewhereDay);
        const auto* refusal = std::get_if<TargetRefusal>(&backedUp);
        return refusal != nullptr ? std::optional{refusal->fault} : std::nullopt;
    }
    std::string todaysName() const
    {
        return elsewhereName(file->machine(), kElsewhereDay.localDay());
    }
    std::vector<std::string> filesOn(const fs::path& folder) const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator{folder}) {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

TEST_F(BackupElsewhere, HoldsWhatTheDiaryHolds)
{
    const fs::path backup = written(stick / "mine.db");

    EXPECT_EQ(backup, stick / "mine.db");
    EXPECT_EQ(tests::liveRows(*Database::openCopy(backup)), tests::liveRows(*file));
    EXPECT_TRUE(isWhole(*Database::openCopy(backup)));
    EXPECT_THAT(filesOn(stick), ElementsAre("mine.db"));
}

TEST_F(BackupElsewhere, InAFolderHasTheMachineAndTheDayInItsName)
{
    EXPECT_EQ(written(stick), stick / todaysName());
    EXPECT_EQ(written(stick / ""), stick / "" / todaysName());
    EXPECT_THAT(backupsAt(stick), SizeIs(1));
}

TEST_F(BackupElsewhere, IsPrivate)
{
    const mode_t umask = ::umask(0);
    const fs::path backup = written(stick);
    ::umask(umask);

    EXPECT_EQ(fs::status(backup).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(BackupElsewhere, ReplacesAnEarlierOneOfThisDiary)
{
    written(stick / "mine.db");
    static_cast<void>(done(engine.journal().addReading(tests::reading(3))));

    written(stick / "mine.db");

    EXPECT_EQ(contentsOf(stick / "mine.db")->readings, 2);
    EXPECT_THAT(filesOn(stick), ElementsAre("mine.db"));
}

TEST_F(BackupElsewhere, LeavesWhatIsNotItsOwnAlone)
{
    const auto other = Database::open(temp / "other", {});
    ASSERT_TRUE(
        std::holds_alternative<Backup>(backUpTo(*other, stick / "theirs.db", kElsewhereDay)));
    writeBytes(stick / "letter.txt", "Dear Anna");
    writeBytes(stick / "empty", "");
    const std::string theirs = bytesOf(stick / "theirs.db");

    EXPECT_EQ(faultOf(stick / "theirs.db"), TargetFault::NotOurs);
    EXPECT_EQ(faultOf(stick / "letter.txt"), TargetFault::NotOurs);
    EXPECT_EQ(faultOf(stick / "empty"), TargetFault::NotOurs);
    EXPECT_EQ(faultOf("/dev/null"), TargetFault::NotOurs);

    EXPECT_EQ(bytesOf(stick / "theirs.db"), theirs);
    EXPECT_EQ(bytesOf(stick / "letter.txt"), "Dear Anna");
    EXPECT_THAT(filesOn(stick), ElementsAre("empty", "letter.txt", "theirs.db"));
}

TEST_F(BackupElsewhere, NeverGoesToTheDiaryItself)
{
    fs::create_directory_symlink(temp / "diary", temp / "link");

    EXPECT_EQ(faultOf(temp / "diary"), TargetFault::BesideDiary);
    EXPECT_EQ(faultOf(file->file()), TargetFault::BesideDiary);
    EXPECT_EQ(faultOf(temp / "diary" / "unclench.db-wal"), TargetFault::BesideDiary);
    EXPECT_EQ(faultOf(temp / "link" / "mine.db"), TargetFault::BesideDiary);
    makeDailyCopy(*file, kElsewhereDay);
    EXPECT_EQ(faultOf(temp / "diary" / "copies" / "mine.db"), TargetFault::BesideDiary);
}

TEST_F(BackupElsewhere, IsNotWrittenWhereTheStickIsGone)
{
    EXPECT_EQ(faultOf(temp / "gone" / "mine.db"), TargetFault::NotThere);
    EXPECT_EQ(faultOf(temp / "gone" / ""), TargetFault::NotThere);
    EXPECT_FALSE(fs::exists(temp / "gone"));
}

TEST_F(BackupElsewhere, IsNotWrittenWhereNobodyMay)
{
    const TempFolder theirs;
    constexpr auto kRead = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    constexpr auto kEnter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    fs::permissions(theirs.path(), kRead | kEnter);
    fs::permissions(temp.path(), fs::perms::all);
    for (const auto& entry : fs::recursive_directory_iterator{temp.path()}) {
        fs::permissions(entry.path(), fs::perms::all);
    }
    const Unprivileged person;

    EXPECT_EQ(faultOf(theirs.path()), TargetFault::NotAllowed);
    EXPECT_THAT(filesOn(theirs.path()), IsEmpty());
}

TEST_F(BackupElsewhere, TakesThePicturesAlong)
{
    OwnExercise own;
    own.name = "Cat";
    own.picture = "cat.png";
    static_cast<void>(done(engine.journal().keepExercise(own)));
    fs::create_directories(temp / "diary" / "pictures");
    writeBytes(temp / "diary" / "pictures" / "cat.png", "a cat");

    const fs::path named = written(stick / "mine.db");
    const fs::path dated = written(stick);

    EXPECT_EQ(bytesOf(picturesOf(named) / "cat.png"), "a cat");
    EXPECT_EQ(bytesOf(picturesOf(dated) / "cat.png"), "a cat");
    EXPECT_EQ(fs::status(picturesOf(dated)).permissions(), fs::perms::owner_all);
}

TEST_F(BackupElsewhere, StopsWhenItIsToldToAndLeavesNothing)
{
    EXPECT_THROW(static_cast<void>(backUpTo(*file, stick, kElsewhereDay,
                                            [](double share) { return share < 0.5; })),
                 Cancelled);

    EXPECT_THAT(filesOn(stick), IsEmpty());
}

TEST_F(BackupElsewhere, OfEachDayIsOffAtFirst)
{
    EXPECT_FALSE(keptElsewhere(*file));

    doDailyTasks(*file, kElsewhereDay);

    EXPECT_THAT(filesOn(stick), IsEmpty());
}

TEST_F(BackupElsewhere, OfEachDayBeginsAtOnceAndGoesOn)
{
    EXPECT_FALSE(setBackupFolder(*file, stick, kElsewhereDay));
    EXPECT_EQ(keptElsewhere(*file), (KeptElsewhere{stick, kElsewhereDay.utc, {}}));
    EXPECT_THAT(filesOn(stick), ElementsAre(todaysName()));

    doDailyTasks(*file, kElsewhereDay + days{1});

    EXPECT_THAT(backupsAt(stick), SizeIs(2));
    EXPECT_EQ(keptElsewhere(*file)->last, (kElsewhereDay + days{1}).utc);
    EXPECT_FALSE(setBackupFolder(*file, std::nullopt, kElsewhereDay + days{1}));
    doDailyTasks(*file, kElsewhereDay + days{2});
    EXPECT_FALSE(keptElsewhere(*file));
    EXPECT_THAT(backupsAt(stick), SizeIs(2));
}

TEST_F(BackupElsewhere, OfEachDayIsNotSetWhereItDoesNotWork)
{
    EXPECT_EQ(setBackupFolder(*file, temp / "gone", kElsewhereDay)->fault, TargetFault::NotThere);
    EXPECT_EQ(setBackupFolder(*file, temp / "diary", kElsewhereDay)->fault,
              TargetFault::BesideDiary);

    EXPECT_FALSE(keptElsewhere(*file));
    EXPECT_FALSE(fs::exists(temp / "gone"));
}

TEST_F(BackupElsewhere, RemembersWhyTheLastTryFailedUntilOneWorks)
{
    EXPECT_FALSE(setBackupFolder(*file, stick, kElsewhereDay));
    fs::rename(stick, temp / "pulled out");

    doDailyTasks(*file, kElsewhereDay + days{1});

    EXPECT_EQ(keptElsewhere(*file),
              (KeptElsewhere{stick, kElsewhereDay.utc, TargetFault::NotThere}));
    EXPECT_FALSE(fs::exists(stick)); // nothing was made in its place
    fs::rename(temp / "pulled out", stick);
    doDailyTasks(*file, kElsewhereDay + days{1} + 1h);
    EXPECT_EQ(keptElsewhere(*file), (KeptElsewhere{stick, (kElsewhereDay + days{1} + 1h).utc, {}}));
}

TEST_F(BackupElsewhere, IsMadeAlsoWhereThereIsNoRoomForTheDailyCopy)
{
    EXPECT_FALSE(setBackupFolder(*file, stick, kElsewhereDay));
    writeBytes(temp / "diary" / "copies", "in the way");

    EXPECT_THROW(doDailyTasks(*file, kElsewhereDay + days{1}), StorageError);

    EXPECT_THAT(backupsAt(stick), SizeIs(2));
}

TEST_F(BackupElsewhere, OfPastDaysBecomeFewerButNeverThoseOfAnother)
{
    EXPECT_FALSE(setBackupFolder(*file, stick, kElsewhereDay));
    const fs::path first = stick / todaysName();
    const std::string other = "ffffffffffff";
    for (int day = 1; day < 60; ++day) {
        const auto date = (kElsewhereDay + days{day}).localDay();
        fs::copy_file(first, stick / elsewhereName(file->machine(), date));
        fs::copy_file(first, stick / elsewhereName(other, date));
    }
    writeBytes(stick / "unclench-notes.db", "mine");

    doDailyTasks(*file, kElsewhereDay + days{60});

    const auto backups = backupsAt(stick);
    EXPECT_EQ(std::count_if(backups.begin(), backups.end(),
                            [&](const Backup& backup) {
                                return parseBackupName(backup.file.filename().string())->machine ==
                                       other;
                            }),
              59);
    EXPECT_THAT(backups, SizeIs(59 + 12)); // as those beside the diary: Copies.OfPastWeeks...
    EXPECT_TRUE(fs::exists(stick / "unclench-notes.db"));
}

TEST_F(BackupElsewhere, BelongsToThisMachineAndIsNotRestored)
{
    EXPECT_FALSE(setBackupFolder(*file, stick, kElsewhereDay));
    const fs::path backup = written(temp / "mine.db");
    EXPECT_FALSE(setBackupFolder(*file, std::nullopt, kElsewhereDay));

    static_cast<void>(engine.restore(backup));

    EXPECT_FALSE(keptElsewhere(*file));
}

} // namespace
} // namespace unclench
