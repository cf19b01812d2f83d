// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/speech.h"

#include "app/desktop/folders.h"

namespace unclench::app {

namespace {

using namespace std::chrono_literals;

/// No sentence takes half as long. A speech daemon without a sound device never ends.
constexpr auto kLongestSpeech = 10s;
constexpr auto kPatienceWithSilence = 2s;
/// The first choice: it speaks by itself, where the other asks a daemon that may hang.
const QString kSpeaker = QStringLiteral("espeak-ng");
const QString kDaemon = QStringLiteral("spd-say");
/// Of 200; above it espeak-ng clips.
constexpr int kLoudest = 150;
/// Words a minute: slower than its own 175, for who is in pain or half asleep.
constexpr int kPace = 150;

} // namespace

Speech::Speech(QString language)
    : m_language(std::move(language)), m_speakers(kLongestSpeech), m_hush(kPatienceWithSilence)
{
    connect(&m_speakers, &Attempts::ended, this, &Speech::ended);
}

bool Speech::isAvailable()
{
    return !findProgram(kSpeaker).isEmpty() || !findProgram(kDaemon).isEmpty();
}

void Speech::say(const QString& sentence, int volume)
{
    stop();
    QList<Attempt> attempts;
    if (volume > 0 && !sentence.isEmpty()) {
        attempts.append(
            {kSpeaker,
             {QStringLiteral("-v"), m_language.toLower(), QStringLiteral("-s"),
              QString::number(kPace), QStringLiteral("-a"),
              QString::number(volume * kLoudest / 100), QStringLiteral("--"), sentence}});
        attempts.append(
            {kDaemon,
             {QStringLiteral("--wait"), QStringLiteral("--priority"), QStringLiteral("important"),
              QStringLiteral("--language"), m_language, QStringLiteral("--volume"),
              QString::number(volume * 2 - 100), QStringLiteral("--"), sentence}});
    }
    m_speakers.run(attempts);
}

void Speech::stop()
{
    if (m_speakers.running() == kDaemon) {
        m_hush.run(findProgram(kDaemon), {QStringLiteral("--stop")});
    }
    m_speakers.stop();
}

QString spokenLanguage(const QString& language, const QString& system)
{
    const QString tag = QString{system}.replace(u'_', u'-');
    return tag.startsWith(language + QLatin1Char('-'), Qt::CaseInsensitive) ? tag : language;
}

} // namespace unclench::app
