// SPDX-License-Identifier: GPL-3.0-or-later
// Programs beside ours: they end, fail, hang and are replaced, and never hold us up.
#include "app/desktop/attempts.h"
#include "app/desktop/child.h"
#include "tests/app/fake_programs.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

#include <optional>

namespace unclench::app {
namespace {

using namespace std::chrono_literals;
using tests::comes;
using tests::FakePrograms;
using tests::isOver;
using tests::settle;

class Beside : public testing::Test {
protected:
    void run(const char* name, const QStringList& arguments = {})
    {
        child->run(programs.file(name), arguments);
    }
    /// What hangs, once it does.
    int hanging()
    {
        EXPECT_TRUE(comes([this] { return programs.hanging() > 0; }));
        return programs.hanging();
    }

    FakePrograms programs;
    std::optional<Child> child{20s};
    QSignalSpy finished{&*child, &Child::finished};
    QSignalSpy failed{&*child, &Child::failed};
};

TEST_F(Beside, OneThatDoesItsWorkIsToldOnce)
{
    programs.add("player");

    run("player", {QStringLiteral("a sound"), QStringLiteral("-x")});

    EXPECT_TRUE(child->isRunning());
    ASSERT_TRUE(comes([this] { return !child->isRunning(); }));
    settle();
    EXPECT_EQ(finished.size(), 1);
    EXPECT_EQ(failed.size(), 0);
    EXPECT_EQ(programs.calls(), QStringList{QStringLiteral("player a sound -x")});
}

TEST_F(Beside, AStatusThatIsNotZeroIsAFailure)
{
    programs.add("player", FakePrograms::kFails);

    run("player");

    ASSERT_TRUE(comes([this] { return !child->isRunning(); }));
    settle();
    EXPECT_EQ(finished.size(), 0);
    EXPECT_EQ(failed.size(), 1);
}

TEST_F(Beside, OneThatDoesNotExistFailsLater)
{
    run("player");

    EXPECT_EQ(failed.size(), 0);
    ASSERT_TRUE(comes([this] { return !failed.isEmpty(); }));
    settle();
    EXPECT_EQ(failed.size(), 1);
    EXPECT_FALSE(child->isRunning());
}

TEST_F(Beside, OneThatReadsFindsNothing)
{
    programs.add("player", "read word && exit 0; exit 1");

    run("player");

    ASSERT_TRUE(comes([this] { return !failed.isEmpty(); }));
}

TEST_F(Beside, OneThatHangsIsKilledWithWhatItStarted)
{
    programs.add("player", FakePrograms::kHangs);
    Child impatient{300ms};
    QSignalSpy gaveUp{&impatient, &Child::failed};

    impatient.run(programs.file("player"), {});

    ASSERT_TRUE(comes([&] { return !gaveUp.isEmpty(); }));
    EXPECT_TRUE(comes([this] { return isOver(hanging()); }));
    settle();
    EXPECT_EQ(gaveUp.size(), 1);
    EXPECT_FALSE(impatient.isRunning());
}

TEST_F(Beside, AFurtherOneReplacesItAndOnlyThatIsTold)
{
    programs.add("player", FakePrograms::kHangs);
    programs.add("other");
    run("player");
    const int first = hanging();

    run("other");

    ASSERT_TRUE(comes([this] { return !child->isRunning(); }));
    EXPECT_TRUE(comes([first] { return isOver(first); }));
    settle();
    EXPECT_EQ(finished.size(), 1);
    EXPECT_EQ(failed.size(), 0);
}

TEST_F(Beside, OneThatIsStoppedAsSoonAsItIsStartedTellsNothing)
{
    programs.add("player");

    run("player");
    child->stop();
    settle();

    EXPECT_FALSE(child->isRunning());
    EXPECT_EQ(finished.size() + failed.size(), 0);
}

TEST_F(Beside, OurEndEndsIt)
{
    programs.add("player", FakePrograms::kHangs);
    run("player");
    const int pid = hanging();

    child.reset();

    EXPECT_TRUE(comes([pid] { return isOver(pid); }));
}

TEST(SeveralPrograms, AreTriedUntilOneDoesItAndThatIsRemembered)
{
    FakePrograms programs;
    programs.add("second", FakePrograms::kFails);
    programs.add("third");
    programs.add("fourth");
    Attempts attempts{20s};
    QSignalSpy ended{&attempts, &Attempts::ended};
    const QList<Attempt> all{{QStringLiteral("first"), {}},
                             {QStringLiteral("second"), {}},
                             {QStringLiteral("third"), {}},
                             {QStringLiteral("fourth"), {}}};

    attempts.run(all);
    ASSERT_TRUE(comes([&] { return ended.size() == 1; }));
    attempts.run(all);
    ASSERT_TRUE(comes([&] { return ended.size() == 2; }));

    EXPECT_EQ(programs.called(), (QStringList{QStringLiteral("second"), QStringLiteral("third"),
                                              QStringLiteral("third")}));
}

TEST(SeveralPrograms, OfWhichNoneIsThereEndLaterAndOnce)
{
    FakePrograms programs;
    Attempts attempts{20s};
    QSignalSpy ended{&attempts, &Attempts::ended};

    attempts.run({{QStringLiteral("first"), {}}});
    EXPECT_TRUE(attempts.isRunning());
    EXPECT_EQ(ended.size(), 0);
    attempts.run({{QStringLiteral("second"), {}}});
    settle();

    EXPECT_EQ(ended.size(), 1);
    EXPECT_FALSE(attempts.isRunning());
}

} // namespace
} // namespace unclench::app
