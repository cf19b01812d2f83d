// SPDX-License-Identifier: GPL-3.0-or-later
// The sound and the spoken sentence, through programs that stand for the system's.
#include "app/desktop/sound.h"
#include "app/desktop/speech.h"
#include "tests/app/fake_programs.h"
#include "tests/support/case_name.h"
#include "ui/wording/spoken.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtEndian>

#include <gmock/gmock.h>

#include <cmath>

namespace unclench::app {
namespace {

using tests::bytesOf;
using tests::comes;
using tests::FakePrograms;
using tests::settle;

QByteArray original()
{
    return QByteArray::fromStdString(bytesOf(UNCLENCH_SOUND));
}

/// The heights of a WAV of 16 bit with a plain header.
std::vector<int> heightsOf(const QByteArray& wav)
{
    std::vector<int> heights;
    for (qsizetype at = 44; at + 1 < wav.size(); at += 2) {
        heights.push_back(qFromLittleEndian<qint16>(wav.constData() + at));
    }
    return heights;
}

double loudnessOf(const std::vector<int>& heights)
{
    double sum = 0;
    for (const int height : heights) {
        sum += static_cast<double>(height) * height;
    }
    return std::sqrt(sum / static_cast<double>(heights.size()));
}

class Playing : public testing::Test {
protected:
    void playToTheEnd(int volume)
    {
        const auto before = ended.size();
        sound.play(volume);
        EXPECT_TRUE(sound.isPlaying());
        EXPECT_EQ(ended.size(), before);
        ASSERT_TRUE(comes([&] { return ended.size() > before; }));
        settle();
        EXPECT_EQ(ended.size(), before + 1);
        EXPECT_FALSE(sound.isPlaying());
    }
    QByteArray played() { return QByteArray::fromStdString(bytesOf(folder / "new/alarm.wav")); }

    tests::TempFolder folder;
    FakePrograms programs;
    Sound sound{folder / "new"};
    QSignalSpy ended{&sound, &Sound::ended};
};

TEST_F(Playing, GivesTheSoundAsAFileToAPlayer)
{
    programs.add("aplay");
    programs.add("paplay");

    playToTheEnd(100);

    EXPECT_EQ(programs.calls(), QStringList{QStringLiteral("paplay ") +
                                            QString::fromStdString(folder / "new/alarm.wav")});
    EXPECT_EQ(played(), original());
}

TEST_F(Playing, TheNextPlayerComesWhereOneFails)
{
    programs.add("pw-play", FakePrograms::kFails);
    programs.add("aplay");

    playToTheEnd(70);

    EXPECT_EQ(programs.called(), (QStringList{QStringLiteral("pw-play"), QStringLiteral("aplay")}));
}

TEST_F(Playing, TheVolumeIsInTheFile)
{
    programs.add("pw-play");

    playToTheEnd(50);
    const double half = loudnessOf(heightsOf(played()));
    playToTheEnd(100);
    const double whole = loudnessOf(heightsOf(played()));

    EXPECT_NEAR(half, whole / 4, 1);
}

TEST_F(Playing, NothingIsPlayedAtNoVolume)
{
    programs.add("pw-play");

    playToTheEnd(0);

    EXPECT_TRUE(programs.calls().isEmpty());
}

TEST_F(Playing, AFileThatWasCutOffIsWrittenAnew)
{
    programs.add("pw-play");
    playToTheEnd(100);
    tests::writeBytes(folder / "new/alarm.wav", "RIFF");

    playToTheEnd(100);

    EXPECT_EQ(played(), original());
}

TEST_F(Playing, AFolderThatCannotBeMadeIsSilence)
{
    programs.add("pw-play");
    tests::writeBytes(folder / "new", "a file stands here");

    playToTheEnd(100);

    EXPECT_TRUE(programs.calls().isEmpty());
}

TEST_F(Playing, WithoutAPlayerItSaysSo)
{
    EXPECT_FALSE(Sound::isAvailable());
    playToTheEnd(100);

    programs.add("aplay");
    EXPECT_TRUE(Sound::isAvailable());
}

TEST_F(Playing, StoppedItIsSilentAtOnceAndTellsNothing)
{
    programs.add("pw-play", FakePrograms::kHangs);
    sound.play(100);
    ASSERT_TRUE(comes([this] { return programs.hanging() > 0; }));

    sound.stop();

    EXPECT_FALSE(sound.isPlaying());
    EXPECT_TRUE(comes([this] { return tests::isOver(programs.hanging()); }));
    settle();
    EXPECT_EQ(ended.size(), 0);
}

TEST(TheSound, IsShortSoftAndRisesWithEachBell)
{
    const QByteArray wav = original();
    const std::vector<int> heights = heightsOf(wav);
    constexpr std::size_t kRate = 22050;
    ASSERT_EQ(wav.left(4), "RIFF");
    ASSERT_EQ(qFromLittleEndian<quint32>(wav.constData() + 24), kRate);
    EXPECT_LE(wav.size(), 200 * 1024);
    EXPECT_GT(heights.size(), 2 * kRate);
    EXPECT_LT(heights.size(), 3 * kRate);

    const auto loudnessFrom = [&](double second) {
        const auto from = heights.begin() + static_cast<std::ptrdiff_t>(second * kRate);
        return loudnessOf({from, from + kRate / 4});
    };
    EXPECT_LT(loudnessFrom(0), loudnessFrom(0.5));
    EXPECT_LT(loudnessFrom(0.5), loudnessFrom(1.0));
    EXPECT_LT(loudnessFrom(2.5), loudnessFrom(1.0) / 10);
    EXPECT_LT(std::abs(heights.front()), 10);
    EXPECT_LT(std::abs(heights.back()), 10);
    // No click: a step is never larger than the highest partial makes it.
    for (std::size_t i = 1; i < heights.size(); ++i) {
        ASSERT_LT(std::abs(heights[i] - heights[i - 1]), 16'000) << i;
    }
}

TEST(TheSound, IsScaledByTheSquare)
{
    QByteArray wav(44, 'h');
    wav.append("\x10\x27\xF0\xD8", 4); // 10000 and -10000

    EXPECT_EQ(atVolume(wav, 100), wav);
    EXPECT_EQ(heightsOf(atVolume(wav, 50)), (std::vector{2500, -2500}));
    EXPECT_EQ(heightsOf(atVolume(wav, 0)), (std::vector{0, 0}));
    EXPECT_EQ(atVolume(wav, 50).left(44), wav.left(44));
}

class Speaking : public testing::Test {
protected:
    FakePrograms programs;
    Speech speech{QStringLiteral("en-GB")};
    QSignalSpy ended{&speech, &Speech::ended};
};

TEST_F(Speaking, AsksTheProgramThatSpeaksByItself)
{
    programs.add("espeak-ng");
    programs.add("spd-say");

    speech.say(QStringLiteral("Take the heat off now."), 70);

    EXPECT_TRUE(speech.isSpeaking());
    ASSERT_TRUE(comes([this] { return ended.size() == 1; }));
    EXPECT_EQ(programs.calls(), QStringList{QStringLiteral("espeak-ng -v en-gb -s 150 -a 105 -- ") +
                                            QStringLiteral("Take the heat off now.")});
}

TEST_F(Speaking, AsksTheDaemonWhereThatIsAllThereIs)
{
    EXPECT_FALSE(Speech::isAvailable());
    programs.add("spd-say");
    EXPECT_TRUE(Speech::isAvailable());

    speech.say(QStringLiteral("Breathe in."), 70);

    ASSERT_TRUE(comes([this] { return ended.size() == 1; }));
    EXPECT_EQ(programs.calls(),
              QStringList{QStringLiteral("spd-say --wait --priority important --language en-GB ") +
                          QStringLiteral("--volume 40 -- Breathe in.")});
}

TEST_F(Speaking, ANewSentenceStopsTheOld)
{
    programs.add("espeak-ng", FakePrograms::kHangs);
    speech.say(QStringLiteral("Breathe in."), 70);
    ASSERT_TRUE(comes([this] { return programs.hanging() > 0; }));
    const int old = programs.hanging();
    programs.add("espeak-ng");

    speech.say(QStringLiteral("Breathe out."), 70);

    ASSERT_TRUE(comes([this] { return ended.size() == 1; }));
    EXPECT_TRUE(comes([old] { return tests::isOver(old); }));
    settle();
    EXPECT_EQ(ended.size(), 1);
}

TEST_F(Speaking, StoppedTheDaemonIsToldToBeSilent)
{
    programs.add("spd-say", "case $1 in --stop) exit 0;; esac; "
                            "/bin/sleep 1000 & echo $! > \"$here/hanging\"; wait");
    speech.say(QStringLiteral("Breathe in."), 70);
    ASSERT_TRUE(comes([this] { return programs.hanging() > 0; }));

    speech.stop();

    EXPECT_FALSE(speech.isSpeaking());
    EXPECT_TRUE(
        comes([this] { return programs.calls().last() == QLatin1String{"spd-say --stop"}; }));
    EXPECT_EQ(ended.size(), 0);
}

TEST_F(Speaking, WithoutAProgramOrAVolumeItEndsInSilence)
{
    speech.say(QStringLiteral("Breathe in."), 70);
    EXPECT_EQ(ended.size(), 0);
    ASSERT_TRUE(comes([this] { return ended.size() == 1; }));

    programs.add("espeak-ng");
    speech.say(QStringLiteral("Breathe in."), 0);
    ASSERT_TRUE(comes([this] { return ended.size() == 2; }));
    EXPECT_TRUE(programs.calls().isEmpty());
}

TEST(SpokenLanguage, IsThePersonsOwnWhereTheySpeakIt)
{
    const auto spoken = [](const char* system) {
        return spokenLanguage(QStringLiteral("en"), QLatin1String{system});
    };
    EXPECT_EQ(spoken("en_GB"), QStringLiteral("en-GB"));
    EXPECT_EQ(spoken("en_US"), QStringLiteral("en-US"));
    EXPECT_EQ(spoken("de_DE"), QStringLiteral("en"));
    EXPECT_EQ(spoken("C"), QStringLiteral("en"));
    EXPECT_EQ(spoken("enm"), QStringLiteral("en"));
}

/// The real espeak-ng: what it prints on standard output.
QByteArray espeak(const QStringList& arguments)
{
    QProcess program;
    program.start(QStandardPaths::findExecutable(QStringLiteral("espeak-ng")),
                  QStringList{QStringLiteral("-v"), QStringLiteral("en-us")} + arguments);
    EXPECT_TRUE(program.waitForFinished()) << "is espeak-ng installed?";
    EXPECT_EQ(program.exitCode(), 0);
    return program.readAllStandardOutput();
}

class SpokenSentence : public testing::TestWithParam<ui::wording::Spoken> {};

TEST_P(SpokenSentence, IsHeard)
{
    const tests::TempFolder folder;
    const QString file = QString::fromStdString((folder / "spoken.wav").string());

    espeak({QStringLiteral("-w"), file, QStringLiteral("--"), ui::wording::spoken(GetParam())});

    const QByteArray wav = QByteArray::fromStdString(bytesOf(folder / "spoken.wav"));
    ASSERT_GT(wav.size(), 44);
    const auto rate = qFromLittleEndian<quint32>(wav.constData() + 24);
    const std::vector<int> heights = heightsOf(wav);
    EXPECT_GT(static_cast<double>(heights.size()), 0.5 * rate);
    EXPECT_LT(static_cast<double>(heights.size()), 4.0 * rate);
    EXPECT_GT(loudnessOf(heights), 500);
}

TEST_P(SpokenSentence, HasSoundsForEachOfItsWords)
{
    const QString sentence = ui::wording::spoken(GetParam());
    const QStringList words = sentence.split(QLatin1Char(' '));
    EXPECT_LE(words.size(), 8);
    EXPECT_TRUE(sentence.endsWith(QLatin1Char('.')));
    for (const QString& word : words) {
        EXPECT_FALSE(
            espeak({QStringLiteral("-q"), QStringLiteral("--ipa"), QStringLiteral("--"), word})
                .trimmed()
                .isEmpty())
            << qPrintable(word);
    }
}

INSTANTIATE_TEST_SUITE_P(All, SpokenSentence, testing::ValuesIn(ui::wording::kAllSpoken));

} // namespace
} // namespace unclench::app
