// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the diary: once a day, checked, private, fewer the older they are.
#include "core/store/copies.h"
#include "core/store/database.h"
#include "core/store/retention.h"
#include "core/store/schema.h"
#include "core/store/upkeep_tasks.h"
#include "core/store/wholeness.h"
#include "core/time/iso8601.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"
#include "tests/support/temp_folder.h"

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
using testing::Not;
using testing::SizeIs;
using tests::at;
using tests::Diary;
using tests::done;
using tests::TempFolder;

const Moment kDay = at("2026-03-02T08:00+01:00");

struct Copies : testing::Test {
    TempFolder temp;
    std::unique_ptr<Database> file = Database::open(temp.path(), {});

    SpasmSaved log(int pain)
    {
        Diary diary;
        Engine engine{*file, diary.clock, diary.vocabulary, diary.uuids};
        return done(engine.journal().logSpasm(tests::spasm(pain)));
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const fs::path& copy : copiesIn(temp.path())) {
            names.push_back(copy.filename().string());
        }
        return names;
    }
    std::size_t filesBeside() const
    {
        const fs::directory_iterator entries{temp / "copies"};
        return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
    }
};

TEST_F(Copies, AreMadeOnceADay)
{
    EXPECT_TRUE(isDailyCopyDue(temp.path(), kDay));
    makeDailyCopy(*file, kDay);
    EXPECT_FALSE(isDailyCopyDue(temp.path(), kDay + 10h));
    const std::string first = tests::bytesOf(copiesIn(temp.path()).front());
    log(5);

    makeDailyCopy(*file, kDay + 10h);

    EXPECT_THAT(names(), ElementsAre("daily-2026-03-02.db"));
    EXPECT_EQ(tests::bytesOf(copiesIn(temp.path()).front()), first);
    EXPECT_TRUE(isDailyCopyDue(temp.path(), kDay + 16h));
}

TEST_F(Copies, HoldWhatTheDiaryHolds)
{
    log(5);

    makeDailyCopy(*file, kDay);

    const auto copy = Database::openCopy(copiesIn(temp.path()).front());
    EXPECT_EQ(tests::liveRows(*copy), tests::liveRows(*file));
    EXPECT_THAT(tests::liveRows(*copy), Not(IsEmpty()));
    EXPECT_TRUE(isWhole(*copy));
    EXPECT_TRUE(copy->isReadOnly());
}

TEST_F(Copies, ArePrivateAndAlone)
{
    const mode_t before = ::umask(0);
    makeDailyCopy(*file, kDay);
    ::umask(before);

    const fs::path copy = copiesIn(temp.path()).front();
    EXPECT_EQ(fs::status(copy).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(copy.parent_path()).permissions(), fs::perms::owner_all);
    EXPECT_EQ(filesBeside(), 1U);
}

TEST_F(Copies, NeedNoFileBesideThemToBeRead)
{
    makeDailyCopy(*file, kDay);
    const fs::path copy = copiesIn(temp.path()).front();

    static_cast<void>(Database::openCopy(copy)->number("SELECT count(*) FROM episode"));

    // Bytes 18 and 19 of the header: 1 is a rollback journal, 2 is WAL.
    EXPECT_EQ(tests::bytesOf(copy).substr(18, 2), "\x01\x01");
    EXPECT_EQ(filesBeside(), 1U);
}

TEST_F(Copies, AreKeptForSevenDaysThatHaveOne)
{
    for (int day = 0; day < 9; ++day) {
        makeDailyCopy(*file, kDay + days{day});
    }

    EXPECT_THAT(names(), SizeIs(kDaysKept));
    EXPECT_EQ(names().front(), "daily-2026-03-10.db");
    EXPECT_EQ(names().back(), "daily-2026-03-04.db");
}

TEST_F(Copies, OfPastWeeksAndMonthsAreFewer)
{
    makeDailyCopy(*file, kDay);
    const fs::path first = copiesIn(temp.path()).front();
    for (int day = 1; day < 60; ++day) {
        fs::copy_file(first,
                      (temp / "copies") /
                          fmt::format("daily-{}.db", toIsoDay((kDay + days{day}).localDay())));
    }

    makeDailyCopy(*file, kDay + days{60});

    EXPECT_THAT(names(),
                ElementsAre("daily-2026-05-01.db", "daily-2026-04-30.db", "daily-2026-04-29.db",
                            "daily-2026-04-28.db", "daily-2026-04-27.db", "daily-2026-04-26.db",
                            "daily-2026-04-25.db", // seven days; then the Sundays of four weeks
                            "daily-2026-04-19.db", "daily-2026-04-12.db", "daily-2026-04-05.db",
                            "daily-2026-03-31.db", // and the last day of March
                            "daily-2026-03-29.db"));
}

TEST_F(Copies, CanBeRenewedOnTheSameDay)
{
    makeDailyCopy(*file, kDay);
    log(5);

    renewDailyCopy(*file, kDay + 1h);

    EXPECT_THAT(names(), ElementsAre("daily-2026-03-02.db"));
    EXPECT_EQ(tests::liveRows(*Database::openCopy(copiesIn(temp.path()).front())),
              tests::liveRows(*file));
}

TEST_F(Copies, HoldWhatWasCommittedAlsoWhileSomethingIsWritten)
{
    log(5);
    const auto committed = tests::liveRows(*file);
    {
        const Transaction busy{*file};
        file->run("DELETE FROM reading");
        makeDailyCopy(*file, kDay);
    }

    EXPECT_EQ(tests::liveRows(*Database::openCopy(copiesIn(temp.path()).front())), committed);
}

TEST_F(Copies, FromBeforeAMigrationAreNeverRemoved)
{
    copyBeforeMigration(*file);
    for (int day = 0; day < 9; ++day) {
        makeDailyCopy(*file, kDay + days{day});
    }

    EXPECT_THAT(names(), SizeIs(kDaysKept + 1));
    EXPECT_EQ(names().back(), fmt::format("before-version-{:03}.db", schemaVersion()));
}

TEST_F(Copies, AreReplacedOnlyByFinishedOnes)
{
    makeDailyCopy(*file, kDay);
    const std::string before = tests::bytesOf(copiesIn(temp.path()).front());
    fs::create_directories((temp / "copies") / "daily-2026-03-03.db" / "in the way");

    EXPECT_THROW(renewDailyCopy(*file, kDay + days{1}), StorageError);

    EXPECT_EQ(tests::bytesOf((temp / "copies") / "daily-2026-03-02.db"), before);
    EXPECT_EQ(filesBeside(), 2U);
}

TEST_F(Copies, ThatAreBrokenAreSkipped)
{
    for (int day = 0; day < 3; ++day) {
        makeDailyCopy(*file, kDay + days{day});
    }
    tests::writeBytes((temp / "copies") / "daily-2026-03-04.db", "broken");
    tests::writeBytes((temp / "copies") / "daily-2026-03-03.db", "");

    EXPECT_EQ(newestGoodCopy(temp.path()), (temp / "copies") / "daily-2026-03-02.db");
}

TEST_F(Copies, AreAbsentWhereNoneIsGood)
{
    EXPECT_FALSE(newestGoodCopy(temp.path()));
    EXPECT_FALSE(newestGoodCopy(temp / "missing"));
    makeDailyCopy(*file, kDay);
    tests::writeBytes(copiesIn(temp.path()).front(), "broken");

    EXPECT_FALSE(newestGoodCopy(temp.path()));
}

TEST_F(Copies, AreNotTakenForWhatLiesBesideThem)
{
    makeDailyCopy(*file, kDay);
    for (const char* name : {".unfinished-1.db", "daily-2026-03-03.db-journal", "notes.db"}) {
        tests::writeBytes((temp / "copies") / name, "x");
    }

    EXPECT_THAT(names(), ElementsAre("daily-2026-03-02.db"));
}

TEST_F(Copies, AreMadeByTheDailyTasks)
{
    doDailyTasks(*file, kDay);

    EXPECT_THAT(names(), ElementsAre("daily-2026-03-02.db"));
}

TEST(DailyTasks, DoNothingToADiaryInMemory)
{
    const auto memory = Database::inMemory();

    EXPECT_NO_THROW(doDailyTasks(*memory, kDay));
}

} // namespace
} // namespace unclench
