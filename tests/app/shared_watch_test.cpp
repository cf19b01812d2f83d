// SPDX-License-Identifier: GPL-3.0-or-later
// The shared folder while a program runs: what changes here goes out, what changes there comes in,
// and nobody has to ask for it.
#include "app/desktop/shared_watch.h"

#include "core/engine/engine.h"
#include "core/engine/sharing.h"
#include "core/store/backups.h"
#include "core/store/shared_folder.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>

namespace unclench::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int kPatience = 20'000; // milliseconds

/// A computer: a data folder with its diary.
struct Computer {
    Computer(const fs::path& folder, const Clock& clock, const Vocabulary& vocabulary)
        : database(Database::open(folder, {})), engine(*database, clock, vocabulary, uuids)
    {
    }

    void log(int pain)
    {
        const auto logged = engine.journal().logSpasm(
            {.pain = pain, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}});
        EXPECT_TRUE(std::holds_alternative<SpasmSaved>(logged));
        EXPECT_TRUE(std::holds_alternative<Saved>(engine.journal().endEpisode(std::nullopt)));
    }
    int spasms() { return engine.diary().episodeCount(); }

    UuidSource uuids;
    std::unique_ptr<Database> database;
    Engine engine;
};

class SharedWatchTest : public testing::Test {
protected:
    SharedWatchTest()
    {
        fs::create_directories(folder);
        clock.pass(1h);
        here.log(3);
        clock.pass(48h);
        there.log(7);
        clock.pass(48h);
        static_cast<void>(startSharing(here.engine, folder, {}));
        static_cast<void>(startSharing(there.engine, folder, {{here.database->machine()}}));
        claimMachine(here.engine, there.database->machine(), true);
    }
    std::unique_ptr<SharedWatch> watching()
    {
        return std::make_unique<SharedWatch>(temp / "here", clock, vocabulary,
                                             [this] { return sharedFolderOf(*here.database); });
    }
    fs::path fileOf(const Computer& computer) const
    {
        return folder / snapshotName(computer.database->machine());
    }
    int sentSpasms() const
    {
        const auto holds = contentsOf(fileOf(here));
        return holds ? holds->episodes : -1;
    }

    tests::TempFolder temp;
    fs::path folder = temp / "shared";
    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    Computer here{temp / "here", clock, vocabulary};
    Computer there{temp / "there", clock, vocabulary};
};

TEST_F(SharedWatchTest, TakesInWhatIsThereAndWhatAppears)
{
    const auto watch = watching();
    watch->lookSoon();
    ASSERT_TRUE(QTest::qWaitFor([this] { return here.spasms() == 2; }, kPatience));
    // Until it is quiet: only the folder itself may wake it now.
    QSignalSpy looks{watch.get(), &SharedWatch::exchanged};
    while (looks.wait(4000)) {
    }

    there.log(5);
    static_cast<void>(exchangeShared(there.engine));

    EXPECT_TRUE(QTest::qWaitFor([this] { return here.spasms() == 3; }, kPatience));
}

TEST_F(SharedWatchTest, SendsWhatIsToldHere)
{
    const auto watch = watching();
    here.log(5);

    watch->lookSoon();

    EXPECT_TRUE(QTest::qWaitFor([this] { return sentSpasms() == 3; }, kPatience));
}

TEST_F(SharedWatchTest, LooksInPassingOnlyAWhileAfterTheLastLook)
{
    const auto watch = watching();
    QSignalSpy looks{watch.get(), &SharedWatch::exchanged};
    watch->lookInPassing();
    ASSERT_TRUE(looks.wait(kPatience));
    while (looks.wait(4000)) { // it hears of what it wrote itself
    }
    const auto before = looks.count();

    watch->lookInPassing();
    EXPECT_FALSE(looks.wait(1000));
    clock.pass(1min);
    watch->lookInPassing();

    EXPECT_TRUE(looks.wait(kPatience));
    EXPECT_GT(looks.count(), before);
}

TEST_F(SharedWatchTest, SendsWhatWasToldLastBeforeItEnds)
{
    auto watch = watching();
    here.log(5);
    watch->lookSoon();

    watch.reset();

    EXPECT_EQ(sentSpasms(), 2) << "the other computer's is not read any more, its own is sent";
}

TEST_F(SharedWatchTest, DoesNothingWhereNoFolderIsShared)
{
    stopSharing(here.engine);
    const auto watch = watching();
    QSignalSpy looks{watch.get(), &SharedWatch::exchanged};

    watch->lookSoon();
    watch->lookInPassing();

    EXPECT_FALSE(looks.wait(2500));
    EXPECT_EQ(here.spasms(), 1);
}

TEST_F(SharedWatchTest, SaysThatTheFolderWentAndGoesOnWhenItIsBack)
{
    const auto watch = watching();
    QSignalSpy looks{watch.get(), &SharedWatch::exchanged};
    fs::rename(folder, temp / "away");
    watch->lookInPassing();
    ASSERT_TRUE(looks.wait(kPatience));
    EXPECT_EQ(looks.front().front().value<Exchanged>().state.fault, TargetFault::NotThere);

    fs::rename(temp / "away", folder);
    watch->lookSoon();

    EXPECT_TRUE(QTest::qWaitFor([this] { return here.spasms() == 2; }, kPatience));
}

} // namespace
} // namespace unclench::app
