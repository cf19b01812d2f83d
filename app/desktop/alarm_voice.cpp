// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alarm_voice.h"

#include <utility>

namespace unclench::app {

AlarmVoice::AlarmVoice(std::filesystem::path cache, QString language)
    : m_sound(std::move(cache)), m_speech(std::move(language))
{
    connect(&m_notifier, &Notifier::opened, this, &AlarmVoice::opened);
    connect(&m_notifier, &Notifier::pressed, this, &AlarmVoice::pressed);
    connect(&m_sound, &Sound::ended, this, &AlarmVoice::speak);
    connect(&m_speech, &Speech::ended, this, [this] { m_ringing.reset(); });
}

void AlarmVoice::ring(const Ringing& ringing, const Settings& settings)
{
    // Where we have no player the desktop may make the sound, so that an alarm is heard all the
    // same.
    const bool isLeftToDesktop =
        settings.isSoundOn && settings.soundVolume > 0 && !Sound::isAvailable();
    const auto sound = isLeftToDesktop ? Notification::Sound::Alarm : Notification::Sound::Silent;
    m_notifier.show({ringing.about, ringing.title, ringing.body, ringing.throughDoNotDisturb, true,
                     ringing.buttons, sound});
    m_shown.removeOne(ringing.about);
    m_shown << ringing.about;
    if (soundingAbout() == ringing.about) {
        return;
    }
    hush();
    m_ringing = ringing;
    m_settings = settings;
    if (ringing.throughDoNotDisturb) {
        begin();
        return;
    }
    m_notifier.askIfHeldBack([this, call = m_call](bool isHeldBack) {
        if (call != m_call) {
            return; // answered in the meantime
        }
        if (isHeldBack) {
            hush();
        } else {
            begin();
        }
    });
}

void AlarmVoice::begin()
{
    if (m_settings.isSoundOn) {
        m_sound.play(m_settings.soundVolume);
    } else {
        speak();
    }
}

void AlarmVoice::speak()
{
    if (!m_ringing) {
        return; // it was only tried out
    }
    m_speech.say(m_settings.isSpeechOn ? m_ringing->sentence : QString{}, m_settings.soundVolume);
}

void AlarmVoice::hush()
{
    ++m_call;
    m_sound.stop();
    m_speech.stop();
    m_ringing.reset();
}

void AlarmVoice::silence(const QString& about)
{
    if (soundingAbout() == about) {
        hush();
    }
    m_notifier.withdraw(about);
    m_shown.removeOne(about);
}

void AlarmVoice::silenceAll()
{
    hush();
    for (const QString& about : std::exchange(m_shown, {})) {
        m_notifier.withdraw(about);
    }
}

std::optional<QString> AlarmVoice::soundingAbout() const
{
    return m_ringing ? std::optional{m_ringing->about} : std::nullopt;
}

void AlarmVoice::tryOutSound(int volume)
{
    if (!m_ringing) {
        m_speech.stop();
        m_sound.play(volume);
    }
}

void AlarmVoice::say(const QString& sentence, int volume)
{
    if (!m_ringing) {
        m_sound.stop();
        m_speech.say(sentence, volume);
    }
}

} // namespace unclench::app
