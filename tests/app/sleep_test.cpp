// SPDX-License-Identifier: GPL-3.0-or-later
// Sleep with a logind that is whole, slow, dying or not there.
#include "app/desktop/sleep.h"
#include "tests/app/fake_bus_service.h"
#include "tests/app/fake_programs.h"

#include <QDBusUnixFileDescriptor>
#include <QSignalSpy>

#include <gmock/gmock.h>

#include <poll.h>
#include <unistd.h>

namespace unclench::app {
namespace {

using tests::comes;
using tests::FakeBusService;
using tests::settle;

/// A logind that hands out delays, of which it sees when they are let go.
class FakeLogind : public FakeBusService {
public:
    FakeLogind() : FakeBusService("org.freedesktop.login1")
    {
        answers[QStringLiteral("Inhibit")] = [this](const QVariantList& arguments) {
            wanted = arguments;
            int ends[2];
            if (::pipe(ends) != 0) {
                return QVariant{};
            }
            ::close(m_end);
            m_end = ends[0];
            QDBusUnixFileDescriptor given;
            given.giveFileDescriptor(ends[1]);
            return QVariant::fromValue(given);
        };
    }
    ~FakeLogind() override { ::close(m_end); }

    /// Whether the last delay that it gave is still open.
    [[nodiscard]] bool isHeldUp() const
    {
        pollfd end{.fd = m_end, .events = 0, .revents = 0};
        return m_end >= 0 && ::poll(&end, 1, 0) == 0;
    }
    void prepare(bool isBeginning)
    {
        tell("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
             {isBeginning});
    }

    QVariantList wanted;

private:
    int m_end = -1;
};

class Sleeping : public testing::Test {
protected:
    void start()
    {
        logind.start();
        sleep.emplace();
        about = std::make_unique<QSignalSpy>(&*sleep, &Sleep::aboutToSleep);
        woke = std::make_unique<QSignalSpy>(&*sleep, &Sleep::woke);
        ASSERT_TRUE(comes([this] { return sleep->isHeldUp(); }));
    }

    FakeLogind logind;
    std::optional<Sleep> sleep;
    std::unique_ptr<QSignalSpy> about;
    std::unique_ptr<QSignalSpy> woke;
};

TEST_F(Sleeping, WaitsUntilWhatHearsOfItIsDone)
{
    start();
    EXPECT_EQ(logind.wanted.value(0), QStringLiteral("sleep"));
    EXPECT_EQ(logind.wanted.value(3), QStringLiteral("delay"));
    bool wasHeldUp = false;
    QObject::connect(&*sleep, &Sleep::aboutToSleep, [&] { wasHeldUp = logind.isHeldUp(); });

    logind.prepare(true);

    ASSERT_TRUE(comes([this] { return about->size() == 1; }));
    EXPECT_TRUE(wasHeldUp);
    EXPECT_TRUE(comes([this] { return !logind.isHeldUp(); }));
    EXPECT_EQ(woke->size(), 0);
}

TEST_F(Sleeping, IsHeldUpAgainAfterWaking)
{
    start();
    for (int night = 1; night <= 2; ++night) {
        logind.prepare(true);
        ASSERT_TRUE(comes([this] { return !logind.isHeldUp(); }));

        logind.prepare(false);

        ASSERT_TRUE(comes([this] { return sleep->isHeldUp(); }));
        EXPECT_TRUE(logind.isHeldUp());
        EXPECT_EQ(about->size(), night);
        EXPECT_EQ(woke->size(), night);
    }
}

TEST_F(Sleeping, ToldTwiceIsOne)
{
    start();
    logind.prepare(true);
    logind.prepare(true);
    logind.prepare(false);
    logind.prepare(false);

    ASSERT_TRUE(comes([this] { return woke->size() == 1 && sleep->isHeldUp(); }));
    settle();
    EXPECT_EQ(about->size(), 1);
    EXPECT_EQ(woke->size(), 1);
}

TEST_F(Sleeping, IsNotHeldUpByAnAnswerThatComesTooLate)
{
    start();
    logind.prepare(true);
    ASSERT_TRUE(comes([this] { return !logind.isHeldUp(); }));
    logind.isSlow = true;
    logind.prepare(false);
    ASSERT_TRUE(comes([this] { return logind.isAsked(); }));
    logind.prepare(true);
    ASSERT_TRUE(comes([this] { return about->size() == 2; }));

    logind.wanted.clear();
    logind.release();

    ASSERT_TRUE(comes([this] { return !logind.wanted.isEmpty() && !logind.isHeldUp(); }));
    EXPECT_FALSE(sleep->isHeldUp());
}

TEST_F(Sleeping, IsOverWhenLogindDiesInIt)
{
    start();
    logind.prepare(true);
    ASSERT_TRUE(comes([this] { return about->size() == 1; }));

    logind.die();

    ASSERT_TRUE(comes([this] { return woke->size() == 1; }));
    EXPECT_FALSE(sleep->isHeldUp());
}

TEST_F(Sleeping, IsHeldUpAgainWhenLogindComesBack)
{
    start();
    logind.die();
    ASSERT_TRUE(comes([this] { return !sleep->isHeldUp(); }));

    logind.start();

    ASSERT_TRUE(comes([this] { return sleep->isHeldUp(); }));
    EXPECT_EQ(woke->size(), 0);
    logind.prepare(true);
    EXPECT_TRUE(comes([this] { return about->size() == 1; }));
}

TEST_F(Sleeping, IsHeardOfOnceLogindIsThere)
{
    sleep.emplace();
    about = std::make_unique<QSignalSpy>(&*sleep, &Sleep::aboutToSleep);
    settle();
    EXPECT_FALSE(sleep->isHeldUp());

    logind.start();
    ASSERT_TRUE(comes([this] { return sleep->isHeldUp(); }));
    logind.prepare(true);

    EXPECT_TRUE(comes([this] { return about->size() == 1; }));
}

} // namespace
} // namespace unclench::app
