// SPDX-License-Identifier: GPL-3.0-or-later
// What desktops tell of a locked screen, of films and of do-not-disturb, and what becomes of it
// when who told it dies.
#include "app/desktop/do_not_disturb.h"
#include "app/desktop/idle_inhibitors.h"
#include "app/desktop/screen_lock.h"
#include "tests/app/fake_bus_service.h"
#include "tests/app/fake_programs.h"

#include <QDBusObjectPath>
#include <QSignalSpy>

#include <gmock/gmock.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unclench::app {
namespace {

using tests::comes;
using tests::FakeBusService;
using tests::FakePrograms;
using tests::settle;

constexpr const char* kLogind = "org.freedesktop.login1";
constexpr const char* kLogindPath = "/org/freedesktop/login1";
constexpr const char* kManager = "org.freedesktop.login1.Manager";
constexpr const char* kSessionInterface = "org.freedesktop.login1.Session";
constexpr const char* kFirst = "/org/freedesktop/login1/session/_31";
constexpr const char* kSecond = "/org/freedesktop/login1/session/_32";

/// What is told is true, and false again when it is told so, and when who told it is gone, and
/// true again when that comes back.
template <class Is, class Set>
void followsItsService(FakeBusService& service, Is&& is, Set&& set)
{
    service.start();
    set(true);
    EXPECT_TRUE(comes([&] { return is(); })) << "told so";
    set(false);
    EXPECT_TRUE(comes([&] { return !is(); })) << "told not so";
    set(true);
    EXPECT_TRUE(comes([&] { return is(); })) << "told so again";
    service.die();
    EXPECT_TRUE(comes([&] { return !is(); })) << "nobody tells it any more";
    service.start();
    EXPECT_TRUE(comes([&] { return is(); })) << "told by the one that came back";
    service.die();
    EXPECT_TRUE(comes([&] { return !is(); }));
}

class Locking : public testing::Test {
protected:
    Locking()
    {
        logind.answers[QStringLiteral("GetSession")] = [this](const QVariantList& arguments) {
            EXPECT_EQ(arguments, QVariantList{QStringLiteral("auto")});
            return QVariant::fromValue(QDBusObjectPath{QLatin1String{session}});
        };
        for (const char* path : {kFirst, kSecond}) {
            logind.set(path, kSessionInterface, "LockedHint", false);
            logind.set(path, kSessionInterface, "Active", true);
        }
    }
    [[nodiscard]] bool isLocked() const { return lock.isLocked(); }

    const char* session = kFirst;
    FakeBusService logind{kLogind};
    ScreenLock lock;
    QSignalSpy changed{&lock, &ScreenLock::changed};
};

TEST_F(Locking, IsToldByLogindsHint)
{
    followsItsService(
        logind, [this] { return isLocked(); },
        [this](bool is) { logind.set(kFirst, kSessionInterface, "LockedHint", is); });
    EXPECT_EQ(changed.size(), 6);
}

TEST_F(Locking, IsSoWhereAnotherPersonsSessionIsShown)
{
    followsItsService(
        logind, [this] { return isLocked(); },
        [this](bool is) { logind.set(kFirst, kSessionInterface, "Active", !is); });
}

TEST_F(Locking, IsAskedByProcessWhereLogindDoesNotKnowAuto)
{
    logind.answers.erase(QStringLiteral("GetSession"));
    logind.answers[QStringLiteral("GetSessionByPID")] = [](const QVariantList& arguments) {
        EXPECT_EQ(arguments.value(0).toLongLong(), QCoreApplication::applicationPid());
        return QVariant::fromValue(QDBusObjectPath{QLatin1String{kFirst}});
    };
    followsItsService(
        logind, [this] { return isLocked(); },
        [this](bool is) { logind.set(kFirst, kSessionInterface, "LockedHint", is); });
}

TEST_F(Locking, FollowsOurSessionToAnotherPath)
{
    logind.set(kSecond, kSessionInterface, "LockedHint", true);
    logind.start();
    ASSERT_TRUE(comes([this] { return logind.asked.size() >= 4; }));
    settle();
    EXPECT_FALSE(isLocked());

    session = kSecond;
    logind.tell(kLogindPath, kManager, "SessionRemoved",
                {QStringLiteral("1"), QVariant::fromValue(QDBusObjectPath{QLatin1String{kFirst}})});
    EXPECT_TRUE(comes([this] { return isLocked(); }));
}

TEST_F(Locking, IsToldByScreenSavers)
{
    for (const auto& [name, path] : {std::pair{"org.freedesktop.ScreenSaver", "/ScreenSaver"},
                                     {"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"}}) {
        FakeBusService saver{name};
        bool isActive = false;
        saver.answers[QStringLiteral("GetActive")] = [&](const QVariantList&) { return isActive; };
        followsItsService(
            saver, [this] { return isLocked(); },
            [&, on = path, by = name](bool is) {
                isActive = is;
                saver.tell(on, by, "ActiveChanged", {is});
            });
    }
}

TEST_F(Locking, IsOneWhereTwoTellIt)
{
    FakeBusService saver{"org.gnome.ScreenSaver"};
    bool isActive = true;
    saver.answers[QStringLiteral("GetActive")] = [&](const QVariantList&) { return isActive; };
    saver.start();
    ASSERT_TRUE(comes([this] { return isLocked(); }));
    logind.set(kFirst, kSessionInterface, "LockedHint", true);
    logind.start();
    ASSERT_TRUE(comes([this] { return logind.asked.size() >= 4; }));
    settle();

    isActive = false;
    const auto before = saver.asked.size();
    saver.tell("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", {false});
    ASSERT_TRUE(comes([&] { return saver.asked.size() > before; }));
    settle();
    EXPECT_TRUE(isLocked());
    EXPECT_EQ(changed.size(), 1);

    logind.set(kFirst, kSessionInterface, "LockedHint", false);
    EXPECT_TRUE(comes([this] { return !isLocked(); }));
}

TEST(Inhibitors, AreToldByLogind)
{
    FakeBusService logind{kLogind};
    IdleInhibitors inhibitors;
    const QSignalSpy changed{&inhibitors, &IdleInhibitors::changed};
    followsItsService(
        logind, [&] { return inhibitors.isInhibited(); },
        [&](bool is) {
            logind.set(kLogindPath, kManager, "BlockInhibited",
                       is ? QStringLiteral("shutdown:idle") : QStringLiteral("shutdown:idleness"));
        });
    EXPECT_EQ(changed.size(), 6);
}

TEST(Inhibitors, AreToldByGnome)
{
    FakeBusService gnome{"org.gnome.SessionManager"};
    IdleInhibitors inhibitors;
    followsItsService(
        gnome, [&] { return inhibitors.isInhibited(); },
        [&](bool is) {
            gnome.set("/org/gnome/SessionManager", "org.gnome.SessionManager", "InhibitedActions",
                      is ? 12U : 4U);
        });
}

TEST(Inhibitors, OfGnomeAreAskedForWhenOneComesOrGoes)
{
    FakeBusService gnome{"org.gnome.SessionManager"};
    gnome.start();
    IdleInhibitors inhibitors;
    for (const char* signal : {"InhibitorAdded", "InhibitorRemoved"}) {
        ASSERT_TRUE(comes([&] { return !gnome.asked.isEmpty(); }));
        settle();
        gnome.asked.clear();
        gnome.tell("/org/gnome/SessionManager", "org.gnome.SessionManager", signal,
                   {QVariant::fromValue(QDBusObjectPath{QStringLiteral("/one")})});
        EXPECT_TRUE(comes([&] { return !gnome.asked.isEmpty(); })) << signal;
    }
}

TEST(Inhibitors, AreToldByPlasma)
{
    constexpr const char* kPolicies = "org.kde.Solid.PowerManagement.PolicyAgent";
    FakeBusService plasma{kPolicies};
    bool has = false;
    plasma.answers[QStringLiteral("HasInhibition")] = [&](const QVariantList& arguments) {
        EXPECT_EQ(arguments, QVariantList{4U});
        return has;
    };
    IdleInhibitors inhibitors;
    followsItsService(
        plasma, [&] { return inhibitors.isInhibited(); },
        [&](bool is) {
            has = is;
            plasma.tell("/org/kde/Solid/PowerManagement/PolicyAgent", kPolicies,
                        "InhibitionsChanged", {QStringList{}, QStringList{}});
        });
}

TEST(Inhibitors, OfAServiceThatHangsAreHeardWhenItAnswers)
{
    FakeBusService logind{kLogind};
    logind.isSlow = true;
    logind.start();
    logind.set(kLogindPath, kManager, "BlockInhibited", QStringLiteral("idle"));
    IdleInhibitors inhibitors;
    ASSERT_TRUE(comes([&] { return logind.isAsked(); }));
    EXPECT_FALSE(inhibitors.isInhibited());

    logind.release();

    EXPECT_TRUE(comes([&] { return inhibitors.isInhibited(); }));
}

class Disturbing : public testing::Test {
protected:
    Disturbing() { qunsetenv("XDG_CURRENT_DESKTOP"); }
    ~Disturbing() override { qunsetenv("XDG_CURRENT_DESKTOP"); }
};

TEST_F(Disturbing, IsHeldBackByPlasmaAndDunst)
{
    for (const auto& [interface, property] :
         {std::pair{"org.freedesktop.Notifications", "Inhibited"},
          {"org.dunstproject.cmd0", "paused"}}) {
        FakeBusService service{"org.freedesktop.Notifications"};
        const DoNotDisturb quiet;
        const QSignalSpy changed{&quiet, &DoNotDisturb::changed};
        followsItsService(
            service, [&] { return quiet.isOn(); },
            [&, by = interface, told = property](bool is) {
                service.set("/org/freedesktop/Notifications", by, told, is);
            });
        EXPECT_EQ(changed.size(), 6);
        EXPECT_FALSE(service.asked.contains(QStringLiteral("Introspect")));
    }
}

TEST_F(Disturbing, IsHeldBackByXfce)
{
    FakeBusService xfconf{"org.xfce.Xfconf"};
    bool isOn = false;
    xfconf.answers[QStringLiteral("GetProperty")] = [&](const QVariantList& arguments) {
        EXPECT_EQ(arguments, (QVariantList{QStringLiteral("xfce4-notifyd"),
                                           QStringLiteral("/do-not-disturb")}));
        return QVariant::fromValue(QDBusVariant{isOn});
    };
    const DoNotDisturb quiet;
    followsItsService(
        xfconf, [&] { return quiet.isOn(); },
        [&](bool is) {
            isOn = is;
            xfconf.tell("/org/xfce/Xfconf", "org.xfce.Xfconf", "PropertyChanged",
                        {QStringLiteral("xfce4-notifyd"), QStringLiteral("/do-not-disturb"),
                         QVariant::fromValue(QDBusVariant{is})});
        });
}

TEST_F(Disturbing, IsNotAskedForWhereXfceTellsOfSomethingElse)
{
    FakeBusService xfconf{"org.xfce.Xfconf"};
    xfconf.answers[QStringLiteral("GetProperty")] = [](const QVariantList&) { return true; };
    xfconf.start();
    const DoNotDisturb quiet;
    ASSERT_TRUE(comes([&] { return quiet.isOn(); }));
    const auto before = xfconf.asked.size();

    for (const char* property : {"/theme", "/do-not-disturb"}) {
        xfconf.tell("/org/xfce/Xfconf", "org.xfce.Xfconf", "PropertyChanged",
                    {QStringLiteral("xfce4-notifyd"), QLatin1String{property},
                     QVariant::fromValue(QDBusVariant{true})});
    }
    ASSERT_TRUE(comes([&] { return xfconf.asked.size() > before; }));
    settle();
    EXPECT_EQ(xfconf.asked.size(), before + 1);
}

/// A gsettings on the PATH whose monitor says what is written here, until this ends.
class FakeSettings {
public:
    FakeSettings()
    {
        ::mkfifo(programs.file("said").toLocal8Bit().constData(), 0600);
        programs.add("gsettings",
                     "case $1 in get) /bin/cat \"$here/now\" ;; *) echo $$ > \"$here/monitor\"; "
                     "exec /bin/cat \"$here/said\" ;; esac");
        open();
    }
    ~FakeSettings() { ::close(m_said); }

    void open() { m_said = ::open(programs.file("said").toLocal8Bit().constData(), O_RDWR); }
    /// The monitor ends by itself.
    void end()
    {
        ::close(m_said);
        m_said = -1;
    }
    void startWith(const char* value)
    {
        tests::writeBytes(programs.file("now").toStdString(), value);
    }
    void say(const QByteArray& line)
    {
        EXPECT_EQ(::write(m_said, line.constData(), static_cast<std::size_t>(line.size())),
                  line.size());
    }
    [[nodiscard]] int monitor() const
    {
        return QByteArray::fromStdString(tests::bytesOf(programs.file("monitor").toStdString()))
            .trimmed()
            .toInt();
    }

    FakePrograms programs;

private:
    int m_said = -1;
};

TEST_F(Disturbing, IsHeldBackByGnomesSettings)
{
    qputenv("XDG_CURRENT_DESKTOP", "Debian:GNOME");
    FakeSettings settings;
    settings.startWith("false\n");
    DoNotDisturb quiet;
    QSignalSpy changed{&quiet, &DoNotDisturb::changed};

    ASSERT_TRUE(comes([&] { return quiet.isOn(); })) << "by what it was at the start";
    settings.say("show-banners: true\n");
    ASSERT_TRUE(comes([&] { return !quiet.isOn(); }));
    settings.say("show-in-lock-screen: false\nshow-ban");
    settings.say("ners: false\n");
    ASSERT_TRUE(comes([&] { return quiet.isOn(); }));
    EXPECT_EQ(changed.size(), 3);
    EXPECT_THAT(
        settings.programs.calls(),
        testing::UnorderedElementsAre(
            QStringLiteral("gsettings monitor org.gnome.desktop.notifications show-banners"),
            QStringLiteral("gsettings get org.gnome.desktop.notifications show-banners")));
}

TEST_F(Disturbing, IsFollowedByANewMonitorWhereOneEnds)
{
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    FakeSettings settings;
    settings.startWith("true\n");
    DoNotDisturb quiet;
    ASSERT_TRUE(comes([&] { return settings.monitor() > 0; }));
    settings.say("show-banners: false\n");
    ASSERT_TRUE(comes([&] { return quiet.isOn(); }));

    const int first = settings.monitor();
    ::kill(first, SIGKILL);

    EXPECT_TRUE(comes([&] { return !quiet.isOn(); })) << "asked anew";
    ASSERT_TRUE(comes([&] { return settings.monitor() != first && settings.monitor() > 0; }));
    settings.say("show-banners: false\n");
    EXPECT_TRUE(comes([&] { return quiet.isOn(); }));
}

TEST_F(Disturbing, IsNotFollowedForEverByAMonitorThatNeverSaysAnything)
{
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    FakePrograms programs;
    programs.add("gsettings", "[ $1 = get ] && echo false");
    const DoNotDisturb quiet;
    const auto monitors = [&] { return programs.calls().filter(QStringLiteral("monitor")).size(); };

    ASSERT_TRUE(comes([&] { return monitors() == 3; }));
    ASSERT_TRUE(comes([&] { return !quiet.isOn(); }));
    settle();
    EXPECT_EQ(monitors(), 3);
}

TEST_F(Disturbing, LeavesNoProgramBehind)
{
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    FakeSettings settings;
    settings.startWith("true\n");
    {
        const DoNotDisturb quiet;
        ASSERT_TRUE(comes([&] { return settings.monitor() > 0; }));
    }
    EXPECT_TRUE(comes([&] { return tests::isOver(settings.monitor()); }));
}

TEST_F(Disturbing, StartsNothingElsewhere)
{
    qputenv("XDG_CURRENT_DESKTOP", "XFCE");
    const FakeSettings settings;
    const DoNotDisturb quiet;
    settle();
    EXPECT_FALSE(quiet.isOn());
    EXPECT_TRUE(settings.programs.calls().isEmpty());
}

} // namespace
} // namespace unclench::app
