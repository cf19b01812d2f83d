// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications with a service that is whole, slow, dying or not there.
#include "app/desktop/notifier.h"
#include "tests/app/fake_programs.h"
#include "tests/app/fake_service.h"

#include <QDBusConnectionInterface>
#include <QSignalSpy>

#include <gmock/gmock.h>

namespace unclench::app {
namespace {

using tests::comes;
using tests::FakeService;
using tests::settle;

Notification takeItOff(const char* title = "Take it off")
{
    Notification notification;
    notification.about = QStringLiteral("session");
    notification.title = QLatin1String{title};
    notification.body = QStringLiteral("Time's up for cold & <heat>.");
    notification.isCritical = true;
    notification.buttons = {{QStringLiteral("off"), QStringLiteral("It is off")},
                            {QStringLiteral("worse"), QStringLiteral("It hurts more")}};
    return notification;
}

class Notices : public testing::Test {
protected:
    /// Shows it and waits until the service was asked to.
    void show(const Notification& notification)
    {
        const auto before = service.shown.size();
        notifier.show(notification);
        ASSERT_TRUE(comes([&] { return service.shown.size() > before; }));
    }
    /// The service has answered everything, and we have heard it.
    void hearAll()
    {
        bool isAnswered = false;
        notifier.askIfHeldBack([&](bool) { isAnswered = true; });
        ASSERT_TRUE(comes([&] { return isAnswered; }));
        settle();
    }
    void restart()
    {
        service.die();
        settle();
        service.start();
        ASSERT_TRUE(comes([this] { return notifier.isThere(); }));
        hearAll();
    }

    FakeService service;
    Notifier notifier;
    QSignalSpy opened{&notifier, &Notifier::opened};
    QSignalSpy pressed{&notifier, &Notifier::pressed};
};

TEST_F(Notices, HaveTheirButtonsAndTellWhichWasPressed)
{
    show(takeItOff());
    hearAll();

    EXPECT_EQ(service.shown.last().actions.mid(2),
              (QStringList{QStringLiteral("off"), QStringLiteral("It is off"),
                           QStringLiteral("worse"), QStringLiteral("It hurts more")}));
    EXPECT_EQ(service.shown.last().actions.first(), QStringLiteral("default"));

    service.press(service.last, QStringLiteral("worse"));
    ASSERT_TRUE(comes([this] { return pressed.size() == 1; }));
    EXPECT_EQ(pressed.first(), (QVariantList{QStringLiteral("session"), QStringLiteral("worse")}));
    EXPECT_EQ(opened.size(), 0);

    service.press(service.last, QStringLiteral("default"));
    ASSERT_TRUE(comes([this] { return opened.size() == 1; }));
    EXPECT_EQ(opened.first(), QVariantList{QStringLiteral("session")});
    EXPECT_EQ(pressed.size(), 1);
}

TEST_F(Notices, HaveNoButtonsWhereTheServiceHasNone)
{
    service.capabilities.clear();

    show(takeItOff());

    EXPECT_EQ(service.shown.last().actions.size(), 2);
}

TEST_F(Notices, EscapeTheirTextWhereTheServiceReadsMarkup)
{
    show(takeItOff());
    EXPECT_EQ(service.shown.last().body, QStringLiteral("Time's up for cold & <heat>."));
    hearAll();

    service.capabilities << QStringLiteral("body-markup");
    restart();
    show(takeItOff());
    EXPECT_EQ(service.shown.last().body, QStringLiteral("Time's up for cold &amp; &lt;heat&gt;."));
}

TEST_F(Notices, SayHowUrgentTheyAreAndWhoMakesTheSound)
{
    Notification notification = takeItOff();
    notification.sound = Notification::Sound::Silent;
    show(notification);
    EXPECT_EQ(service.shown.last().hints[QStringLiteral("urgency")].toInt(), 2);
    EXPECT_TRUE(service.shown.last().hints[QStringLiteral("suppress-sound")].toBool());
    EXPECT_TRUE(service.shown.last().hints[QStringLiteral("resident")].toBool());
    EXPECT_EQ(service.shown.last().timeout, 0);

    hearAll();
    notification.isCritical = false;
    notification.isLasting = true;
    notification.sound = Notification::Sound::Alarm;
    show(notification);
    EXPECT_EQ(service.shown.last().hints[QStringLiteral("urgency")].toInt(), 1);
    EXPECT_FALSE(service.shown.last().hints.contains(QStringLiteral("suppress-sound")));
    EXPECT_EQ(service.shown.last().hints[QStringLiteral("sound-name")].toString(),
              QStringLiteral("alarm-clock-elapsed"));
    EXPECT_EQ(service.shown.last().timeout, 0);

    hearAll();
    notification.isLasting = false;
    show(notification);
    EXPECT_EQ(service.shown.last().timeout, -1);
}

TEST_F(Notices, AboutTheSameReplaceEachOther)
{
    show(takeItOff());
    hearAll();
    show(takeItOff("Take it off now"));

    EXPECT_EQ(service.shown.last().replaces, service.last);
    EXPECT_EQ(service.last, 1U);
}

TEST_F(Notices, WaitForASlowServiceAndThenShowTheLatest)
{
    service.isSlow = true;
    show(takeItOff("first"));
    notifier.show(takeItOff("second"));
    notifier.show(takeItOff("third"));
    settle();
    EXPECT_EQ(service.shown.size(), 1);

    service.release();

    ASSERT_TRUE(comes([this] { return service.shown.size() == 2; }));
    EXPECT_EQ(service.shown.last().title, QStringLiteral("third"));
    EXPECT_EQ(service.shown.last().replaces, 1U);
}

TEST_F(Notices, WithdrawnBeforeTheServiceAnsweredAreClosedWhenItDoes)
{
    service.isSlow = true;
    show(takeItOff());

    notifier.withdraw(QStringLiteral("session"));
    settle();
    EXPECT_TRUE(service.closed.isEmpty());
    service.release();

    ASSERT_TRUE(comes([this] { return !service.closed.isEmpty(); }));
    EXPECT_EQ(service.closed, QList<uint>{1U});
}

TEST_F(Notices, WithdrawnAndWantedAgainBeforeTheServiceAnsweredStay)
{
    service.isSlow = true;
    show(takeItOff("first"));
    notifier.withdraw(QStringLiteral("session"));
    notifier.show(takeItOff("second"));

    service.release();

    ASSERT_TRUE(comes([this] { return service.shown.size() == 2; }));
    hearAll();
    EXPECT_EQ(service.shown.last().title, QStringLiteral("second"));
    EXPECT_TRUE(service.closed.isEmpty());
}

TEST_F(Notices, WithdrawnBeforeTheyWereSentAreNeverShown)
{
    notifier.show(takeItOff()); // what the service can is asked first
    notifier.withdraw(QStringLiteral("session"));
    hearAll();

    EXPECT_TRUE(service.shown.isEmpty());
}

TEST_F(Notices, AreNewOnesAfterTheServiceCameBack)
{
    show(takeItOff());
    hearAll();

    restart();
    notifier.withdraw(QStringLiteral("session"));
    show(takeItOff());

    EXPECT_EQ(service.shown.last().replaces, 0U);
    EXPECT_TRUE(service.closed.isEmpty()); // its number means another one by now
}

TEST_F(Notices, SurviveAServiceThatDiesInTheMiddle)
{
    service.isSlow = true;
    show(takeItOff("first"));

    service.die();
    settle();
    service.isSlow = false;
    service.start();
    hearAll();
    show(takeItOff("second"));

    EXPECT_EQ(service.shown.last().title, QStringLiteral("second"));
    EXPECT_EQ(service.shown.last().replaces, 0U);
}

TEST_F(Notices, DismissedAndShownAgainAreNewOnes)
{
    show(takeItOff());
    hearAll();
    service.dismiss(service.last);
    hearAll();

    show(takeItOff());

    EXPECT_EQ(service.shown.last().replaces, 0U);
}

TEST_F(Notices, TellWhetherTheDesktopHoldsThemBack)
{
    const auto isHeldBack = [this] {
        std::optional<bool> answer;
        notifier.askIfHeldBack([&](bool isSo) { answer = isSo; });
        EXPECT_FALSE(answer);
        EXPECT_TRUE(comes([&] { return answer.has_value(); }));
        return answer.value_or(false);
    };

    EXPECT_FALSE(isHeldBack());
    service.isInhibited = true;
    EXPECT_TRUE(isHeldBack());
}

TEST(WithoutAService, NothingIsShownAndNothingIsHeldBack)
{
    const QStringList startable =
        QDBusConnection::sessionBus().interface()->activatableServiceNames();
    if (startable.contains(QLatin1String{"org.freedesktop.Notifications"})) {
        GTEST_SKIP() << "this machine would start a service of its own";
    }
    Notifier notifier;
    EXPECT_FALSE(notifier.isThere());
    notifier.show(takeItOff());
    notifier.withdraw(QStringLiteral("session"));

    std::optional<bool> answer;
    notifier.askIfHeldBack([&](bool isSo) { answer = isSo; });
    ASSERT_TRUE(comes([&] { return answer.has_value(); }));
    EXPECT_FALSE(*answer);
}

} // namespace
} // namespace unclench::app
