// SPDX-License-Identifier: GPL-3.0-or-later
// Input that stops and returns, as a Wayland compositor and Mutter tell it, and what becomes of it
// when they die. With the X server: tests/world/idle_test.py.
#include "app/desktop/idle/idle_watch.h"
#include "tests/app/fake_bus_service.h"
#include "tests/app/fake_programs.h"
#include "tests/support/fake_compositor.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

#include <algorithm>
#include <optional>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace unclench::app {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::comes;
using tests::FakeBusService;
using tests::FakeCompositor;
using tests::settle;
using tests::TestClock;
using Offers = FakeCompositor::Offers;

constexpr const char* kSocket = "wayland-test";

/// Sets a variable for one test.
class Variable {
public:
    Variable(const char* name, const QByteArray& value) : m_name(name), m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~Variable() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    QByteArray m_before;
};

class Idling : public testing::Test {
protected:
    void start()
    {
        watch.emplace(clock);
        QObject::connect(&*watch, &IdleWatch::wentIdle, [this](std::chrono::milliseconds idleFor) {
            told << QStringLiteral("idle %1").arg(idleFor.count());
        });
        QObject::connect(&*watch, &IdleWatch::input, [this] { told << QStringLiteral("input"); });
        QObject::connect(&*watch, &IdleWatch::changed,
                         [this] { told << QLatin1Char('[') + watch->name() + QLatin1Char(']'); });
    }
    /// The one that tells is this one.
    [[nodiscard]] bool isBy(const char* name)
    {
        return comes([&] { return watch->name() == QLatin1String{name}; });
    }
    /// What was told since this was asked last.
    QStringList heard()
    {
        settle();
        return std::exchange(told, {});
    }
    [[nodiscard]] bool hears(const QStringList& what)
    {
        const bool isHeard = comes([&] { return told.size() >= what.size(); });
        EXPECT_EQ(told, what);
        told.clear();
        return isHeard;
    }

    tests::TempFolder folder;
    Variable runtime{"XDG_RUNTIME_DIR", folder.path().c_str()};
    Variable wayland{"WAYLAND_DISPLAY", kSocket};
    Variable x{"DISPLAY", {}};
    TestClock clock;
    QStringList told;
    std::optional<IdleWatch> watch;
};

/// One test for both protocols.
class OnWayland : public Idling, public testing::WithParamInterface<Offers> {
protected:
    void start()
    {
        compositor.emplace(kSocket, GetParam());
        Idling::start();
        ASSERT_TRUE(isBy(name()));
        told.clear();
        watch->watch(60s);
        ASSERT_TRUE(waits({60'000}));
    }
    [[nodiscard]] static const char* name()
    {
        return GetParam().ext != 0 ? "ext-idle-notify" : "kde-idle";
    }
    [[nodiscard]] bool waits(const std::vector<std::uint32_t>& what)
    {
        settle(); // what is no longer waited for looks the same
        const bool isSo = comes([&] { return compositor->waits() == what; });
        EXPECT_EQ(compositor->waits(), what);
        return isSo;
    }
    void goIdle()
    {
        clock.pass(60s);
        compositor->tellIdle(0);
        ASSERT_TRUE(hears({QStringLiteral("idle 60000")}));
    }

    std::optional<FakeCompositor> compositor;
};

INSTANTIATE_TEST_SUITE_P(Both,
                         OnWayland,
                         testing::Values(Offers{.ext = 1, .kde = 0}, Offers{.ext = 0, .kde = 1}),
                         [](const auto& offers) {
                             return std::string{offers.param.ext != 0 ? "ext" : "kde"};
                         });

TEST_P(OnWayland, InputThatStopsAndReturnsIsToldAgainAndAgain)
{
    start();
    for (int i = 0; i < 3; ++i) {
        goIdle();
        EXPECT_TRUE(watch->isIdle());

        compositor->tellInput(0);

        ASSERT_TRUE(hears({QStringLiteral("input")}));
        EXPECT_FALSE(watch->isIdle());
        ASSERT_TRUE(waits({60'000}));
    }
}

TEST_P(OnWayland, AnotherTimeWhileThereIsInputIsCountedAnew)
{
    start();

    watch->watch(180s);

    ASSERT_TRUE(waits({180'000}));
    compositor->tellIdle(0);
    EXPECT_TRUE(hears({QStringLiteral("idle 180000")}));
}

TEST_P(OnWayland, AShorterTimeWhileIdleIsToldAtOnceAndTheReturnIsNotLost)
{
    start();
    goIdle();
    clock.pass(5s);

    watch->watch(30s);

    EXPECT_EQ(told, QStringList{}); // never within the call
    ASSERT_TRUE(hears({QStringLiteral("idle 65000")}));
    ASSERT_TRUE(waits({60'000}));
    compositor->tellInput(0);
    ASSERT_TRUE(hears({QStringLiteral("input")}));
    ASSERT_TRUE(waits({30'000}));
}

TEST_P(OnWayland, ALongerTimeWhileIdleCountsTheRestAndTheReturnIsNotLost)
{
    start();
    goIdle();
    clock.pass(10s);

    watch->watch(180s);

    ASSERT_TRUE(waits({60'000, 110'000}));
    EXPECT_THAT(heard(), IsEmpty());
    clock.pass(110s);
    compositor->tellIdle(1);
    ASSERT_TRUE(hears({QStringLiteral("idle 180000")}));
    ASSERT_TRUE(waits({60'000}));
    compositor->tellInput(0);
    ASSERT_TRUE(hears({QStringLiteral("input")}));
    ASSERT_TRUE(waits({180'000}));
}

TEST_P(OnWayland, InputBeforeALongerTimeIsOverIsTold)
{
    start();
    goIdle();
    watch->watch(180s);
    ASSERT_TRUE(waits({60'000, 120'000}));

    compositor->tellInput(0);

    ASSERT_TRUE(hears({QStringLiteral("input")}));
    ASSERT_TRUE(waits({180'000}));
}

TEST_P(OnWayland, NothingIsToldAfterItIsNoLongerWatched)
{
    start();
    goIdle();

    watch->watch(std::nullopt);

    ASSERT_TRUE(waits({}));
    EXPECT_FALSE(watch->isIdle());
    EXPECT_THAT(heard(), IsEmpty());
    watch->watch(60s);
    ASSERT_TRUE(waits({60'000}));
}

TEST_P(OnWayland, SomebodyWhoIsIdleIsNotForgottenWhereTheCompositorDies)
{
    start();
    goIdle();

    compositor.reset();

    ASSERT_TRUE(hears({QStringLiteral("[]"), QStringLiteral("input")}));
    EXPECT_FALSE(watch->isIdle());
}

TEST_P(OnWayland, ACompositorThatComesBackIsAskedForTheSame)
{
    start();
    for (int i = 0; i < 2; ++i) {
        compositor.reset();
        ASSERT_TRUE(isBy(""));

        compositor.emplace(kSocket, GetParam());

        ASSERT_TRUE(isBy(name()));
        ASSERT_TRUE(waits({60'000}));
        heard();
        goIdle();
    }
}

TEST_P(OnWayland, ACompositorThatComesLateIsFound)
{
    Idling::start();
    watch->watch(60s);
    settle();
    EXPECT_EQ(watch->name(), QString{});

    compositor.emplace(kSocket, GetParam());

    ASSERT_TRUE(isBy(name()));
    EXPECT_TRUE(waits({60'000}));
}

TEST_P(OnWayland, ASeatThatGoesIsReplacedByAnother)
{
    start();
    compositor->offerSeat();
    goIdle();

    compositor->removeSeat();

    ASSERT_TRUE(hears({QStringLiteral("[]"), QStringLiteral("input"),
                       QLatin1Char('[') + QLatin1String{name()} + QLatin1Char(']')}));
    EXPECT_TRUE(waits({60'000}));
}

TEST_P(OnWayland, WithoutASeatNothingIsToldUntilThereIsOne)
{
    start();

    compositor->removeSeat();
    ASSERT_TRUE(isBy(""));
    compositor->offerSeat();

    ASSERT_TRUE(isBy(name()));
    EXPECT_TRUE(waits({60'000}));
}

class OnThisDesktop : public Idling {};

TEST_F(OnThisDesktop, TheVersionThatWeSpeakIsBoundWhereANewerIsOffered)
{
    FakeCompositor compositor{kSocket, {.ext = 2, .kde = 0}};
    start();
    watch->watch(1s);

    ASSERT_TRUE(isBy("ext-idle-notify"));
    EXPECT_TRUE(comes([&] { return compositor.waits().size() == 1; }));
    EXPECT_EQ(compositor.boundVersion, 1U);
}

TEST_F(OnThisDesktop, TheNewerProtocolLeadsAndTheOtherTakesOver)
{
    FakeCompositor compositor{kSocket, {.ext = 1, .kde = 1}};
    start();
    watch->watch(1s);
    ASSERT_TRUE(hears({QStringLiteral("[ext-idle-notify]")}));

    compositor.removeExt();
    ASSERT_TRUE(hears({QStringLiteral("[kde-idle]")}));
    ASSERT_TRUE(comes([&] { return compositor.waits().size() == 1; }));

    compositor.offerExt(1);
    ASSERT_TRUE(hears({QStringLiteral("[ext-idle-notify]")}));
    EXPECT_TRUE(comes([&] { return compositor.waits().size() == 1; }));
}

/// A socket that stays when who listened on it goes, as KWin's does while it restarts.
class LastingSocket {
public:
    explicit LastingSocket(const std::filesystem::path& path)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.string().copy(address.sun_path, sizeof address.sun_path - 1);
        EXPECT_EQ(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        EXPECT_EQ(::listen(m_socket, 8), 0);
    }
    ~LastingSocket() { ::close(m_socket); }
    LastingSocket(const LastingSocket&) = delete;
    LastingSocket& operator=(const LastingSocket&) = delete;
    [[nodiscard]] int another() const { return ::dup(m_socket); }

private:
    int m_socket;
};

TEST_F(OnThisDesktop, ACompositorThatRestartsBehindItsSocketIsFound)
{
    const LastingSocket socket{folder / kSocket};
    std::optional<FakeCompositor> compositor;
    compositor.emplace(socket.another(), Offers{});
    start();
    watch->watch(60s);
    ASSERT_TRUE(isBy("ext-idle-notify"));

    compositor.reset();
    ASSERT_TRUE(isBy(""));
    compositor.emplace(socket.another(), Offers{});

    ASSERT_TRUE(isBy("ext-idle-notify"));
    EXPECT_TRUE(comes([&] { return compositor->waits().size() == 1; }));
}

TEST_F(OnThisDesktop, ACompositorThatTakesOffenceIsLeftAloneUntilSomethingChanges)
{
    std::optional<FakeCompositor> compositor;
    compositor.emplace(kSocket, Offers{});
    start();
    ASSERT_TRUE(isBy("ext-idle-notify"));
    ASSERT_TRUE(comes([&] { return compositor->bindings == 1; }));

    compositor->takeOffence();
    ASSERT_TRUE(isBy(""));
    settle();
    EXPECT_EQ(compositor->bindings, 1);

    compositor.reset();
    compositor.emplace(kSocket, Offers{});
    EXPECT_TRUE(isBy("ext-idle-notify"));
}

constexpr const char* kMutter = "org.gnome.Mutter.IdleMonitor";
constexpr const char* kMutterPath = "/org/gnome/Mutter/IdleMonitor/Core";

/// Watches as Mutter keeps them: one for input is gone when it has fired, and one for idleness
/// that is so already fires at once.
class FakeMutter : public FakeBusService {
public:
    FakeMutter() : FakeBusService(kMutter)
    {
        answers[QStringLiteral("AddIdleWatch")] = [this](const QVariantList& arguments) {
            const auto wait = arguments.value(0).value<qulonglong>();
            idleWatches[++m_last] = wait;
            if (idle >= wait) {
                fire(m_last); // comes before the answer, which is allowed
            }
            return QVariant::fromValue(m_last);
        };
        answers[QStringLiteral("AddUserActiveWatch")] = [this](const QVariantList&) {
            activeWatches << ++m_last;
            return QVariant::fromValue(m_last);
        };
        answers[QStringLiteral("RemoveWatch")] = [this](const QVariantList& arguments) {
            idleWatches.erase(arguments.value(0).toUInt());
            activeWatches.removeAll(arguments.value(0).toUInt());
            return QVariant{};
        };
        answers[QStringLiteral("GetIdletime")] = [this](const QVariantList&) {
            return QVariant::fromValue(idle);
        };
    }
    void pass(qulonglong milliseconds)
    {
        const qulonglong before = std::exchange(idle, idle + milliseconds);
        for (const auto& [id, wait] : idleWatches) {
            if (wait > before && wait <= idle) {
                fire(id);
            }
        }
    }
    void press()
    {
        idle = 0;
        for (const uint id : std::exchange(activeWatches, {})) {
            fire(id);
        }
    }
    void forgetAll()
    {
        idleWatches.clear();
        activeWatches.clear();
        idle = 0;
    }
    void fire(uint id) { tell(kMutterPath, kMutter, "WatchFired", {id}); }

    qulonglong idle = 0;
    std::map<uint, qulonglong> idleWatches;
    QList<uint> activeWatches;

private:
    uint m_last = 0;
};

class OnGnome : public Idling {
protected:
    void start()
    {
        mutter.start();
        Idling::start();
        watch->watch(60s);
        ASSERT_TRUE(hears({QStringLiteral("[mutter]")}));
        ASSERT_TRUE(watches(60'000));
    }
    [[nodiscard]] bool watches(qulonglong wait)
    {
        return comes([&] {
            settle();
            return mutter.idleWatches.size() == 1 && mutter.idleWatches.begin()->second == wait;
        });
    }
    [[nodiscard]] bool awaitsInput(qsizetype count = 1)
    {
        return comes([&] { return mutter.activeWatches.size() == count; });
    }

    FakeMutter mutter;
};

TEST_F(OnGnome, InputThatStopsAndReturnsIsToldAgainAndAgain)
{
    start();
    for (int i = 0; i < 3; ++i) {
        mutter.pass(60'000);
        ASSERT_TRUE(hears({QStringLiteral("idle 60000")}));
        ASSERT_TRUE(awaitsInput());

        mutter.press();

        ASSERT_TRUE(hears({QStringLiteral("input")}));
    }
    EXPECT_FALSE(mutter.asked.contains(QStringLiteral("Introspect")));
}

TEST_F(OnGnome, InputBeforeItIsWaitedForIsNotLost)
{
    start();
    mutter.fire(mutter.idleWatches.begin()->first); // and there is input before we answer

    ASSERT_TRUE(comes([&] { return mutter.asked.contains(QStringLiteral("GetIdletime")); }));
    ASSERT_TRUE(awaitsInput(0));
    EXPECT_THAT(heard(), IsEmpty());

    mutter.pass(60'000);
    ASSERT_TRUE(hears({QStringLiteral("idle 60000")}));
}

TEST_F(OnGnome, AShorterTimeWhileIdleIsToldAtOnceAndTheReturnIsNotLost)
{
    start();
    mutter.pass(70'000);
    ASSERT_TRUE(hears({QStringLiteral("idle 70000")}));
    ASSERT_TRUE(awaitsInput());

    watch->watch(30s);

    ASSERT_TRUE(hears({QStringLiteral("idle 70000")}));
    ASSERT_TRUE(watches(30'000));
    EXPECT_EQ(mutter.activeWatches.size(), 1);
    mutter.press();
    EXPECT_TRUE(hears({QStringLiteral("input")}));
}

TEST_F(OnGnome, InputBeforeALongerTimeIsOverIsTold)
{
    start();
    mutter.pass(60'000);
    ASSERT_TRUE(hears({QStringLiteral("idle 60000")}));
    watch->watch(180s);
    ASSERT_TRUE(watches(180'000));
    EXPECT_THAT(heard(), IsEmpty());

    mutter.press();

    ASSERT_TRUE(hears({QStringLiteral("input")}));
    mutter.pass(180'000);
    EXPECT_TRUE(hears({QStringLiteral("idle 180000")}));
}

TEST_F(OnGnome, TimesChangedFasterThanMutterAnswersLeaveOneWatch)
{
    start();
    mutter.isSlow = true;
    watch->watch(30s);
    watch->watch(90s);
    watch->watch(45s);
    ASSERT_TRUE(comes([&] { return mutter.isAsked(); }));
    settle();

    mutter.release();

    EXPECT_TRUE(watches(45'000));
}

TEST_F(OnGnome, NothingIsToldAfterItIsNoLongerWatched)
{
    start();
    mutter.pass(60'000);
    ASSERT_TRUE(hears({QStringLiteral("idle 60000")}));
    ASSERT_TRUE(awaitsInput());

    watch->watch(std::nullopt);

    ASSERT_TRUE(comes([&] { return mutter.idleWatches.empty(); }));
    ASSERT_TRUE(awaitsInput(0));
    EXPECT_THAT(heard(), IsEmpty());
}

TEST_F(OnGnome, AMutterThatComesBackIsAskedForTheSame)
{
    start();
    mutter.pass(60'000);
    ASSERT_TRUE(hears({QStringLiteral("idle 60000")}));
    mutter.die();
    ASSERT_TRUE(hears({QStringLiteral("[]"), QStringLiteral("input")}));

    mutter.forgetAll();
    mutter.start();

    ASSERT_TRUE(hears({QStringLiteral("[mutter]")}));
    ASSERT_TRUE(watches(60'000));
    mutter.pass(60'000);
    EXPECT_TRUE(hears({QStringLiteral("idle 60000")}));
}

TEST_F(OnGnome, ACompositorThatTellsItselfLeads)
{
    start();
    const FakeCompositor compositor{kSocket, {}};
    ASSERT_TRUE(hears({QStringLiteral("[ext-idle-notify]")}));
    EXPECT_TRUE(comes([&] { return mutter.idleWatches.empty(); }));
}

TEST_F(OnThisDesktop, NothingIsToldWhereNobodyCanTell)
{
    start();
    watch->watch(1s);
    settle();
    EXPECT_EQ(watch->name(), QString{});
    EXPECT_THAT(heard(), IsEmpty());
}

} // namespace
} // namespace unclench::app
