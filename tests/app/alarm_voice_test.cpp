// SPDX-License-Identifier: GPL-3.0-or-later
// What an alarm does to be noticed, on machines that can do all of it, some of it, or nothing.
#include "app/desktop/alarm_voice.h"
#include "app/desktop/child.h"
#include "tests/app/fake_programs.h"
#include "tests/app/fake_service.h"

#include <QSignalSpy>

#include <gmock/gmock.h>

#include <chrono>

namespace unclench::app {
namespace {

using tests::comes;
using tests::FakePrograms;
using tests::FakeService;
using tests::isOver;
using tests::settle;

const QString kSession = QStringLiteral("session 1");

Ringing coldOff(const QString& about = kSession)
{
    return {about, QStringLiteral("Time is up"), QStringLiteral("Take the cold pack off."),
            QStringLiteral("Take the cold pack off now.")};
}

class Ring : public testing::Test {
protected:
    void ringToTheEnd(const Ringing& ringing)
    {
        voice.ring(ringing, settings);
        EXPECT_TRUE(comes([this] { return !voice.soundingAbout(); }));
    }
    int hanging()
    {
        EXPECT_TRUE(comes([this] { return programs.hanging() > 0; }));
        return programs.hanging();
    }

    tests::TempFolder folder;
    FakePrograms programs;
    FakeService service;
    Settings settings;
    AlarmVoice voice{folder.path(), QStringLiteral("en")};
};

TEST_F(Ring, PlaysThenSpeaksAndShowsANotice)
{
    programs.add("pw-play");
    programs.add("espeak-ng");
    Ringing ringing = coldOff();
    ringing.buttons = {{QStringLiteral("off"), QStringLiteral("It is off")}};

    voice.ring(ringing, settings);

    EXPECT_EQ(voice.soundingAbout(), kSession);
    ASSERT_TRUE(comes([this] { return !voice.soundingAbout(); }));
    EXPECT_EQ(programs.called(),
              (QStringList{QStringLiteral("pw-play"), QStringLiteral("espeak-ng")}));
    EXPECT_TRUE(programs.calls().last().endsWith(QLatin1String{"Take the cold pack off now."}));
    ASSERT_TRUE(comes([this] { return service.shown.size() == 1; }));
    EXPECT_EQ(service.shown.first().title, QStringLiteral("Time is up"));
    EXPECT_EQ(service.shown.first().hints[QStringLiteral("urgency")].toInt(), 2);
    EXPECT_TRUE(service.shown.first().hints[QStringLiteral("suppress-sound")].toBool());
    EXPECT_EQ(service.shown.first().actions.size(), 4);
}

TEST_F(Ring, DoesWhatTheSettingsWant)
{
    programs.add("pw-play");
    programs.add("espeak-ng");

    settings.isSoundOn = false;
    ringToTheEnd(coldOff());
    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("espeak-ng")});

    settings.isSoundOn = true;
    settings.isSpeechOn = false;
    ringToTheEnd(coldOff());
    EXPECT_EQ(programs.called().mid(1), QStringList{QStringLiteral("pw-play")});

    settings.isSoundOn = false;
    ringToTheEnd(coldOff());
    EXPECT_EQ(programs.called().size(), 2);
}

TEST_F(Ring, SpeaksWhereNothingPlays)
{
    programs.add("espeak-ng");

    ringToTheEnd(coldOff());

    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("espeak-ng")});
    ASSERT_TRUE(comes([this] { return service.shown.size() == 1; }));
    EXPECT_TRUE(service.shown.first().hints.contains(QStringLiteral("sound-name")));
}

TEST_F(Ring, SpeaksWhereThePlayerFails)
{
    programs.add("pw-play", FakePrograms::kFails);
    programs.add("espeak-ng");

    ringToTheEnd(coldOff());

    EXPECT_EQ(programs.called(),
              (QStringList{QStringLiteral("pw-play"), QStringLiteral("espeak-ng")}));
}

TEST_F(Ring, ShowsItsNoticeWhereNothingCanBeHeard)
{
    ringToTheEnd(coldOff());

    EXPECT_TRUE(comes([this] { return service.shown.size() == 1; }));
}

TEST_F(Ring, RungAgainWhileItSoundsItGoesOnAndRefreshesItsNotice)
{
    programs.add("pw-play", FakePrograms::kHangs);
    voice.ring(coldOff(), settings);
    const int first = hanging();
    ASSERT_TRUE(comes([this] { return service.shown.size() == 1; }));

    voice.ring(coldOff(), settings);

    ASSERT_TRUE(comes([this] { return service.shown.size() == 2; }));
    EXPECT_FALSE(isOver(first));
    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("pw-play")});
}

TEST_F(Ring, AboutSomethingElseReplacesTheSoundAndKeepsTheNotice)
{
    programs.add("pw-play", FakePrograms::kHangs);
    voice.ring(coldOff(), settings);
    const int first = hanging();
    programs.add("pw-play");

    ringToTheEnd(coldOff(QStringLiteral("another")));

    EXPECT_TRUE(comes([first] { return isOver(first); }));
    EXPECT_EQ(programs.called(),
              (QStringList{QStringLiteral("pw-play"), QStringLiteral("pw-play")}));
    ASSERT_TRUE(comes([this] { return service.shown.size() == 2; }));
    EXPECT_TRUE(service.closed.isEmpty());
}

TEST_F(Ring, SilencedItStopsAtOnceSaysNothingAndTakesItsNoticeBack)
{
    programs.add("pw-play", FakePrograms::kHangs);
    programs.add("espeak-ng");
    voice.ring(coldOff(), settings);
    const int player = hanging();
    ASSERT_TRUE(comes([this] { return service.shown.size() == 1; }));

    voice.silence(kSession);

    EXPECT_FALSE(voice.soundingAbout());
    EXPECT_TRUE(comes([player] { return isOver(player); }));
    EXPECT_TRUE(comes([this] { return !service.closed.isEmpty(); }));
    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("pw-play")});
}

TEST_F(Ring, SilencingAnotherLeavesIt)
{
    programs.add("pw-play", FakePrograms::kHangs);
    voice.ring(coldOff(), settings);
    const int player = hanging();

    voice.silence(QStringLiteral("another"));
    settle();

    EXPECT_EQ(voice.soundingAbout(), kSession);
    EXPECT_FALSE(isOver(player));
}

TEST_F(Ring, AllOfItGoesAtOnce)
{
    programs.add("pw-play");
    ringToTheEnd(coldOff());
    ringToTheEnd(coldOff(QStringLiteral("another")));
    ASSERT_TRUE(comes([this] { return service.shown.size() == 2; }));

    voice.silenceAll();

    EXPECT_TRUE(comes([this] { return service.closed.size() == 2; }));
}

TEST_F(Ring, AButtonIsToldAndItRingsOnUntilItIsSilenced)
{
    programs.add("pw-play", FakePrograms::kHangs);
    QSignalSpy pressed{&voice, &AlarmVoice::pressed};
    voice.ring(coldOff(), settings);
    hanging();
    ASSERT_TRUE(comes([this] { return service.shown.size() == 1; }));

    service.press(service.last, QStringLiteral("off"));

    ASSERT_TRUE(comes([&] { return pressed.size() == 1; }));
    EXPECT_EQ(pressed.first(), (QVariantList{kSession, QStringLiteral("off")}));
    EXPECT_EQ(voice.soundingAbout(), kSession);
}

TEST_F(Ring, DoNotDisturbIsHeardOnlyWhereItIsToBe)
{
    programs.add("pw-play");
    service.isInhibited = true;
    Ringing quiet = coldOff();
    quiet.throughDoNotDisturb = false;

    ringToTheEnd(quiet);
    EXPECT_TRUE(programs.calls().isEmpty());
    ASSERT_TRUE(comes([this] { return service.shown.size() == 1; }));
    EXPECT_EQ(service.shown.first().hints[QStringLiteral("urgency")].toInt(), 1);
    EXPECT_EQ(service.shown.first().timeout, 0);

    ringToTheEnd(coldOff());
    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("pw-play")});

    service.isInhibited = false;
    ringToTheEnd(quiet);
    EXPECT_EQ(programs.called().size(), 2);
}

TEST_F(Ring, SilencedBeforeTheDesktopAnsweredNothingIsHeard)
{
    programs.add("pw-play");
    programs.add("later");
    Ringing quiet = coldOff();
    quiet.throughDoNotDisturb = false;
    voice.ring(quiet, settings);

    voice.silence(kSession);

    // What is asked and started after it is answered and runs after it.
    Notifier another;
    bool isAnswered = false;
    another.askIfHeldBack([&](bool) { isAnswered = true; });
    ASSERT_TRUE(comes([&] { return isAnswered; }));
    Child later{std::chrono::seconds{20}};
    later.run(programs.file("later"), {});
    ASSERT_TRUE(comes([&] { return !later.isRunning(); }));
    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("later")});
}

TEST_F(Ring, NothingIsTriedOutWhileItSounds)
{
    programs.add("pw-play", FakePrograms::kHangs);
    programs.add("espeak-ng");
    voice.ring(coldOff(), settings);
    hanging();

    voice.tryOutSound(100);
    voice.say(QStringLiteral("Breathe in."), 100);
    settle();

    EXPECT_EQ(programs.called(), QStringList{QStringLiteral("pw-play")});
}

TEST_F(Ring, TriedOutEachIsHeardAlone)
{
    programs.add("pw-play");
    programs.add("espeak-ng");

    voice.tryOutSound(40);
    ASSERT_TRUE(comes([this] { return programs.calls().size() == 1; }));
    voice.say(QStringLiteral("Breathe in."), 40);
    ASSERT_TRUE(comes([this] { return programs.calls().size() == 2; }));
    settle();

    EXPECT_EQ(programs.called(),
              (QStringList{QStringLiteral("pw-play"), QStringLiteral("espeak-ng")}));
    EXPECT_TRUE(service.shown.isEmpty());
}

} // namespace
} // namespace unclench::app
