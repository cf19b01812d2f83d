// SPDX-License-Identifier: GPL-3.0-or-later
// A folder between the computers of one person: both become the same, nothing is read twice, and
// what is not theirs is left alone.
#include "core/engine/sharing.h"

#include "core/store/backups.h"
#include "core/store/machine_settings.h"
#include "core/store/schema.h"
#include "core/store/shared_folder.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/exchange.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unprivileged.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::allRows;
using tests::done;
using tests::TempFolder;

/// A computer: a data folder with its diary.
struct Computer {
    explicit Computer(const fs::path& folder) : database(Database::open(folder, {})) {}

    void log(int pain)
    {
        static_cast<void>(done(engine.journal().logSpasm(tests::spasm(pain))));
        clock.pass(1h);
        static_cast<void>(done(engine.journal().endEpisode(std::nullopt)));
        clock.pass(48h);
    }
    ShareStarted start(const fs::path& folder,
                       const std::optional<std::set<std::string>>& mine = std::nullopt)
    {
        return startSharing(engine, folder, mine);
    }
    Exchanged exchange()
    {
        const auto exchanged = exchangeShared(engine);
        EXPECT_TRUE(exchanged);
        return exchanged.value_or(Exchanged{});
    }
    std::string sign() const { return database->machine(); }
    int spasms() { return engine.diary().episodeCount(); }

    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    UuidSource uuids;
    std::unique_ptr<Database> database;
    Engine engine{*database, clock, vocabulary, uuids};
};

class Sharing : public testing::Test {
protected:
    Sharing() { fs::create_directories(folder); }

    /// Both share the folder and know each other.
    void shareBoth()
    {
        EXPECT_TRUE(std::holds_alternative<Exchanged>(laptop.start(folder)));
        EXPECT_TRUE(std::holds_alternative<Exchanged>(desk.start(folder, {{laptop.sign()}})));
        claimMachine(laptop.engine, desk.sign(), true);
        static_cast<void>(laptop.exchange());
        static_cast<void>(desk.exchange());
    }
    /// How often one of them wrote until neither does any more; a hundred where that never is.
    static int exchangesUntilQuiet(Computer& one, Computer& other)
    {
        int sent = 0;
        int quiet = 0;
        while (quiet < 2 && sent < 100) {
            for (Computer* computer : {&one, &other}) {
                const bool isSent = computer->exchange().isSent;
                sent += isSent ? 1 : 0;
                quiet = isSent ? 0 : quiet + 1;
            }
        }
        return sent;
    }
    fs::path fileOf(const Computer& computer) const
    {
        return folder / snapshotName(computer.sign());
    }
    static const Snapshot* snapshotIn(const SharedFolder& shared, const fs::path& file)
    {
        const auto found =
            std::find_if(shared.snapshots.begin(), shared.snapshots.end(),
                         [&](const Snapshot& snapshot) { return snapshot.file == file; });
        return found == shared.snapshots.end() ? nullptr : &*found;
    }
    static std::optional<SnapshotFault> faultIn(const SharedFolder& shared, const fs::path& file)
    {
        const Snapshot* snapshot = snapshotIn(shared, file);
        EXPECT_NE(snapshot, nullptr);
        return snapshot != nullptr ? snapshot->fault : std::nullopt;
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator{folder}) {
            all.push_back(entry.path().filename().string());
        }
        std::sort(all.begin(), all.end());
        return all;
    }

    TempFolder temp;
    fs::path folder = temp / "shared";
    Computer laptop{temp / "laptop"};
    Computer desk{temp / "desk"};
};

TEST_F(Sharing, MakesBothTheSameWhoeverWrites)
{
    laptop.log(3);
    desk.log(7);
    shareBoth();

    EXPECT_EQ(allRows(*laptop.database), allRows(*desk.database));
    EXPECT_EQ(laptop.spasms(), 2);

    laptop.log(5);
    static_cast<void>(laptop.exchange());
    static_cast<void>(desk.exchange());
    EXPECT_EQ(desk.spasms(), 3);
    EXPECT_EQ(allRows(*laptop.database), allRows(*desk.database));
    EXPECT_EQ(names().size(), 2U) << "nothing unfinished is left behind";
}

TEST_F(Sharing, ReadsAndWritesNothingTwice)
{
    laptop.log(3);
    desk.log(7);
    shareBoth();
    static_cast<void>(laptop.exchange());
    const auto trace = traceOf(fileOf(laptop));
    const auto state = machineSetting(*laptop.database, MachineSetting::SharedState);
    // Read again it would be found to be damaged.
    const auto written = fs::last_write_time(fileOf(desk));
    const std::string whole = tests::bytesOf(fileOf(desk));
    {
        std::fstream file{fileOf(desk), std::ios::binary | std::ios::in | std::ios::out};
        file << std::string(whole.size(), 'x');
    }
    fs::last_write_time(fileOf(desk), written);

    const Exchanged exchanged = laptop.exchange();

    EXPECT_FALSE(exchanged.isSent);
    EXPECT_EQ(exchanged.counts, MergeCounts{});
    EXPECT_FALSE(faultIn(exchanged.state, fileOf(desk)));
    EXPECT_EQ(traceOf(fileOf(laptop)), trace);
    EXPECT_EQ(machineSetting(*laptop.database, MachineSetting::SharedState), state);
}

TEST_F(Sharing, WritesItsOwnAnewWhereItWent)
{
    laptop.log(3);
    static_cast<void>(laptop.start(folder));
    fs::remove(fileOf(laptop));

    EXPECT_TRUE(laptop.exchange().isSent);
    EXPECT_TRUE(fs::exists(fileOf(laptop)));
}

TEST_F(Sharing, AsksWhoseTheOthersAreBeforeItWrites)
{
    laptop.log(3);
    static_cast<void>(laptop.start(folder));

    const ShareStarted started = desk.start(folder);

    const auto* question = std::get_if<SharedQuestion>(&started);
    ASSERT_NE(question, nullptr);
    ASSERT_THAT(question->snapshots, SizeIs(1));
    EXPECT_EQ(question->snapshots.front().machine, laptop.sign());
    ASSERT_TRUE(question->snapshots.front().holds);
    EXPECT_EQ(question->snapshots.front().holds->episodes, 1);
    EXPECT_THAT(names(), ElementsAre(snapshotName(laptop.sign())));
    EXPECT_FALSE(sharedFolder(*desk.database));
}

TEST_F(Sharing, LeavesWhatIsNotTheirsAloneUntilTheySaySo)
{
    laptop.log(3);
    static_cast<void>(laptop.start(folder));
    desk.log(7);
    static_cast<void>(desk.start(folder, std::set<std::string>{}));

    const Exchanged exchanged = desk.exchange();
    EXPECT_EQ(desk.spasms(), 1);
    ASSERT_NE(snapshotIn(exchanged.state, fileOf(laptop)), nullptr);
    EXPECT_FALSE(snapshotIn(exchanged.state, fileOf(laptop))->isMine);

    claimMachine(desk.engine, laptop.sign(), true);
    EXPECT_GT(desk.exchange().counts.added, 0);
    EXPECT_EQ(desk.spasms(), 2);

    claimMachine(desk.engine, laptop.sign(), false);
    laptop.log(4);
    static_cast<void>(laptop.exchange());
    static_cast<void>(desk.exchange());
    EXPECT_EQ(desk.spasms(), 2);
}

TEST_F(Sharing, NeverTakesInWhatIsNotWhatItsNameTells)
{
    laptop.log(3);
    desk.log(7);
    shareBoth();
    Computer stranger{temp / "stranger"};
    stranger.log(9);
    EXPECT_EQ(stranger.database->number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
    fs::copy_file(temp / "stranger" / kDatabaseName, fileOf(laptop),
                  fs::copy_options::overwrite_existing);

    const Exchanged exchanged = desk.exchange();

    EXPECT_EQ(faultIn(exchanged.state, fileOf(laptop)), SnapshotFault::NotOurs);
    EXPECT_EQ(desk.spasms(), 2);
}

TEST_F(Sharing, NamesOtherFilesAndLeavesThemAlone)
{
    laptop.log(3);
    std::ofstream{folder / "holidays.db"} << "hello";
    std::ofstream{folder / "letter.txt"} << "hello";
    std::ofstream{folder / "unclench.db"} << "hello";

    const ShareStarted started = laptop.start(folder);

    ASSERT_TRUE(std::holds_alternative<Exchanged>(started));
    EXPECT_THAT(std::get<Exchanged>(started).state.others,
                ElementsAre(folder / "holidays.db", folder / "unclench.db"));
    EXPECT_EQ(tests::bytesOf(folder / "holidays.db"), "hello");
    EXPECT_EQ(laptop.spasms(), 1);
}

TEST_F(Sharing, WaitsForTheRestOfAFileThatIsCutShort)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    laptop.log(4);
    static_cast<void>(laptop.exchange());
    const std::string whole = tests::bytesOf(fileOf(laptop));
    tests::writeBytes(fileOf(laptop), std::string_view{whole}.substr(0, whole.size() / 2));

    EXPECT_EQ(faultIn(desk.exchange().state, fileOf(laptop)), SnapshotFault::Unfinished);
    EXPECT_EQ(desk.spasms(), 2);

    tests::writeBytes(fileOf(laptop), whole);
    EXPECT_FALSE(faultIn(desk.exchange().state, fileOf(laptop)));
    EXPECT_EQ(desk.spasms(), 3);
}

TEST_F(Sharing, SaysThatAFileIsOfANewerVersionAndTakesItOnceItCan)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    laptop.log(4);
    static_cast<void>(laptop.exchange());
    const std::string readable = tests::bytesOf(fileOf(laptop));
    std::string newer = readable;
    newer[63] = static_cast<char>(schemaVersion() + 1); // the last byte of user_version
    tests::writeBytes(fileOf(laptop), newer);

    EXPECT_EQ(faultIn(desk.exchange().state, fileOf(laptop)), SnapshotFault::Newer);
    EXPECT_EQ(desk.spasms(), 2);

    tests::writeBytes(fileOf(laptop), readable);
    static_cast<void>(desk.exchange());
    EXPECT_EQ(desk.spasms(), 3);
}

TEST_F(Sharing, TakesInASecondCopyThatASynchroniserMade)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    laptop.log(4);
    static_cast<void>(laptop.exchange());
    const fs::path second =
        folder / fmt::format("unclench-{}.sync-conflict-20260302-080000-ABCDEFG.db", laptop.sign());
    fs::rename(fileOf(laptop), second);

    const Exchanged exchanged = desk.exchange();

    EXPECT_EQ(desk.spasms(), 3);
    ASSERT_NE(snapshotIn(exchanged.state, second), nullptr);
    EXPECT_TRUE(snapshotIn(exchanged.state, second)->isConflict);
    EXPECT_TRUE(snapshotIn(exchanged.state, second)->isMine);
}

TEST_F(Sharing, DoesNotTakeBackupsInTheSameFolderForSnapshots)
{
    laptop.log(3);
    std::ofstream{folder / fmt::format("unclench-{}-2026-03-02.db", desk.sign())} << "a backup";

    const ShareStarted started = laptop.start(folder);

    ASSERT_TRUE(std::holds_alternative<Exchanged>(started));
    EXPECT_THAT(std::get<Exchanged>(started).state.snapshots, IsEmpty());
    EXPECT_THAT(std::get<Exchanged>(started).state.others, IsEmpty());
}

TEST_F(Sharing, SaysThatTheFolderWentAndGoesOnWhenItIsBack)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    fs::rename(folder, temp / "away");
    laptop.log(4);

    EXPECT_EQ(laptop.exchange().state.fault, TargetFault::NotThere);
    EXPECT_EQ(sharedFolder(*laptop.database)->fault, TargetFault::NotThere);
    EXPECT_FALSE(fs::exists(folder)) << "never made: the stick is missing";

    fs::rename(temp / "away", folder);
    EXPECT_FALSE(laptop.exchange().state.fault);
    static_cast<void>(desk.exchange());
    EXPECT_EQ(desk.spasms(), 3);
}

TEST_F(Sharing, GoesOnReadingWhereItMayNotWrite)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    laptop.log(4);
    desk.log(5);
    static_cast<void>(laptop.exchange());
    for (const fs::path& path : {temp.path(), temp / "desk", temp / "desk/copies"}) {
        fs::permissions(path, fs::perms::all);
    }
    for (const auto& entry : fs::recursive_directory_iterator{temp / "desk"}) {
        fs::permissions(entry.path(), fs::perms::all);
    }
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read |
                                fs::perms::group_exec | fs::perms::others_read |
                                fs::perms::others_exec);
    for (const auto& entry : fs::directory_iterator{folder}) {
        fs::permissions(entry.path(),
                        fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    }

    std::optional<TargetFault> fault;
    {
        const tests::Unprivileged ordinary;
        fault = desk.exchange().state.fault;
    }
    fs::permissions(folder, fs::perms::owner_all);

    EXPECT_EQ(fault, TargetFault::NotAllowed);
    EXPECT_EQ(desk.spasms(), 4);
}

TEST_F(Sharing, RefusesAFolderThatCannotBeShared)
{
    laptop.log(3);
    const auto refusedFor = [&](const fs::path& where) -> std::optional<TargetFault> {
        const ShareStarted started = laptop.start(where);
        const auto* refusal = std::get_if<TargetRefusal>(&started);
        return refusal != nullptr ? std::optional{refusal->fault} : std::nullopt;
    };

    EXPECT_EQ(refusedFor(temp / "none"), TargetFault::NotThere);
    EXPECT_EQ(refusedFor(temp / "laptop"), TargetFault::BesideDiary);
    fs::create_directories(fileOf(laptop));
    EXPECT_EQ(refusedFor(folder), TargetFault::NotOurs);
    EXPECT_FALSE(sharedFolder(*laptop.database));
}

TEST_F(Sharing, TellsOfAClockThatIsAheadAndKeepsTheOrder)
{
    desk.log(7);
    shareBoth();
    laptop.clock.pass(std::chrono::days{365});
    laptop.log(3);
    static_cast<void>(laptop.exchange());

    const Exchanged exchanged = desk.exchange();

    ASSERT_NE(snapshotIn(exchanged.state, fileOf(laptop)), nullptr);
    EXPECT_TRUE(isAhead(*snapshotIn(exchanged.state, fileOf(laptop)), desk.clock.now().wall.utc));
    EXPECT_GT(exchanged.counts.fromFuture, 0);
    static_cast<void>(laptop.exchange());
    EXPECT_EQ(allRows(*laptop.database), allRows(*desk.database));
    desk.clock.pass(std::chrono::days{400});
    EXPECT_FALSE(
        isAhead(sharedFolder(*desk.database)->snapshots.front(), desk.clock.now().wall.utc));
}

TEST_F(Sharing, IsQuietAfterAWhileThoughTheClocksSeeDifferentWarnings)
{
    desk.log(7);
    shareBoth();
    // Three in a month: a warning by one clock, none by the other, which is a year ahead.
    laptop.clock.pass(std::chrono::days{365});
    desk.log(4);
    desk.log(5);
    desk.log(6);

    EXPECT_LE(exchangesUntilQuiet(laptop, desk), 10);
    EXPECT_EQ(laptop.spasms(), 4);
    const auto alerts = [](Computer& computer) {
        return computer.database->number("SELECT count(*) FROM alert");
    };
    EXPECT_GT(alerts(desk), 0) << "or nothing was tried";
    const auto before = alerts(laptop) + alerts(desk);
    for (int look = 0; look < 5; ++look) {
        static_cast<void>(laptop.exchange());
        static_cast<void>(desk.exchange());
    }
    EXPECT_EQ(alerts(laptop) + alerts(desk), before);

    // What a person does about a warning is told at once all the same.
    const auto open = desk.engine.alerts().shown();
    ASSERT_FALSE(open.empty());
    static_cast<void>(done(desk.engine.alerts().close(open.front().rule, Closing::Seen)));
    EXPECT_TRUE(desk.exchange().isSent);
}

TEST_F(Sharing, KeepsTwoComputersTogetherThatBearOneName)
{
    laptop.log(3);
    static_cast<void>(laptop.start(folder));
    // Made by copying the data folder, setting and all.
    EXPECT_EQ(laptop.database->number("PRAGMA wal_checkpoint(TRUNCATE)"), 0);
    fs::create_directories(temp / "twin");
    fs::copy_file(temp / "laptop" / kDatabaseName, temp / "twin" / kDatabaseName);
    Computer twin{temp / "twin"};
    ASSERT_EQ(twin.sign(), laptop.sign());
    twin.clock.pass(200h);
    twin.log(8);
    laptop.log(4);

    static_cast<void>(twin.exchange());
    EXPECT_TRUE(laptop.exchange().state.hasTwin);
    static_cast<void>(twin.exchange());
    EXPECT_EQ(laptop.spasms(), 3);
    EXPECT_EQ(twin.spasms(), 3);

    EXPECT_LE(exchangesUntilQuiet(laptop, twin), 8) << "they must not write for ever";
    EXPECT_EQ(laptop.spasms(), 3);
}

TEST_F(Sharing, MakesOneBackupADayAndKeepsThree)
{
    desk.log(7);
    shareBoth();
    const auto count = [&] {
        const auto backups = backupsIn(temp / "desk");
        return std::count_if(backups.begin(), backups.end(), [](const Backup& backup) {
            return backup.kind == BackupKind::BeforeShare;
        });
    };
    const auto before = count();
    desk.clock.pass(48h);
    laptop.log(1);
    static_cast<void>(laptop.exchange());
    static_cast<void>(desk.exchange());
    laptop.log(2);
    static_cast<void>(laptop.exchange());
    static_cast<void>(desk.exchange());
    EXPECT_EQ(count(), before + 1);
    for (int day = 0; day < 4; ++day) {
        desk.clock.pass(24h);
        laptop.log(3);
        static_cast<void>(laptop.exchange());
        static_cast<void>(desk.exchange());
    }
    EXPECT_EQ(count(), 3);
}

TEST_F(Sharing, EndsAndLeavesTheFilesThere)
{
    laptop.log(3);
    static_cast<void>(laptop.start(folder));

    stopSharing(laptop.engine);

    EXPECT_FALSE(sharedFolder(*laptop.database));
    EXPECT_FALSE(exchangeShared(laptop.engine));
    EXPECT_TRUE(fs::exists(fileOf(laptop)));
}

TEST_F(Sharing, SendsWhatWasToldLastWithoutReading)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    laptop.log(4);
    static_cast<void>(laptop.exchange());
    desk.log(5);

    sendShared(desk.engine);

    EXPECT_EQ(desk.spasms(), 3) << "what the laptop wrote is not read";
    EXPECT_EQ(contentsOf(fileOf(desk))->episodes, 3);
    static_cast<void>(desk.exchange());
    EXPECT_EQ(desk.spasms(), 4);
}

TEST_F(Sharing, ForgetsNothingOfItselfToAStateThatCannotBeRead)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    for (const char* state : {"", "{}", "[1, 2]", "{\"last\": \"soon\"}", "no json"}) {
        setMachineSetting(*desk.database, MachineSetting::SharedState, state);
        EXPECT_FALSE(desk.exchange().state.fault) << state;
        EXPECT_EQ(desk.spasms(), 2);
    }
}

TEST_F(Sharing, CancelledLeavesTheDiaryAsItWas)
{
    desk.log(7);
    laptop.log(3);
    shareBoth();
    laptop.log(4);
    static_cast<void>(laptop.exchange());
    const auto before = allRows(*desk.database);

    EXPECT_THROW(
        static_cast<void>(exchangeShared(desk.engine, [](double share) { return share < 0.5; })),
        Cancelled);

    EXPECT_EQ(allRows(*desk.database), before);
    static_cast<void>(desk.exchange());
    EXPECT_EQ(desk.spasms(), 3);
}

struct SnapshotNameCase {
    const char* name;
    const char* file;
    bool isSnapshot;
    bool isConflict;
};

class SnapshotNames : public Sharing, public testing::WithParamInterface<SnapshotNameCase> {};

TEST_P(SnapshotNames, AreTold)
{
    std::ofstream{folder / GetParam().file} << "x";

    const auto look = lookIntoShared(folder);

    ASSERT_TRUE(std::holds_alternative<FolderLook>(look));
    const auto& snapshots = std::get<FolderLook>(look).snapshots;
    ASSERT_EQ(snapshots.size(), GetParam().isSnapshot ? 1U : 0U);
    if (GetParam().isSnapshot) {
        EXPECT_EQ(snapshots.front().machine, "0123456789ab");
        EXPECT_EQ(snapshots.front().isConflict, GetParam().isConflict);
    }
}

const SnapshotNameCase kSnapshotNameCases[] = {
    {"its own", "unclench-0123456789ab.db", true, false},
    {"of Syncthing", "unclench-0123456789ab.sync-conflict-20260302-080000-ABCDEFG.db", true, true},
    {"of Nextcloud", "unclench-0123456789ab (conflicted copy 2026-03-02 080000).db", true, true},
    {"of ownCloud", "unclench-0123456789ab_conflict-20260302-080000.db", true, true},
    {"a backup", "unclench-0123456789ab-2026-03-02.db", false, false},
    {"a copy of a backup", "unclench-0123456789ab-2026-03-02.sync-conflict-1.db", false, false},
    {"no sign", "unclench-0123456789xy.db", false, false},
    {"too short", "unclench-0123.db", false, false},
    {"too long", "unclench-0123456789abcd.db", false, false},
    {"unfinished", ".syncthing.unclench-Xy12Zt.part", false, false},
    {"another ending", "unclench-0123456789ab.db.tmp", false, false},
    {"hidden", ".unclench-0123456789ab.db", false, false}};
INSTANTIATE_TEST_SUITE_P(All,
                         SnapshotNames,
                         testing::ValuesIn(kSnapshotNameCases),
                         tests::caseName<SnapshotNameCase>);

} // namespace
} // namespace unclench
