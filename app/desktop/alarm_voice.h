// SPDX-License-Identifier: GPL-3.0-or-later
// What an alarm does to be noticed: its sound, a spoken sentence and a notification.
#pragma once

#include "app/desktop/notifier.h"
#include "app/desktop/sound.h"
#include "app/desktop/speech.h"
#include "core/diary/settings.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

namespace unclench::app {

/// One call of an alarm.
struct Ringing {
    /// What it is about, as in Notification: never empty.
    QString about;
    QString title;
    QString body;
    /// Spoken after the sound. Empty: nothing is.
    QString sentence;
    QList<NotificationButton> buttons{};
    /// Else it neither sounds nor speaks while the desktop says that it holds notices back, and its
    /// notification is held back with the others.
    bool throughDoNotDisturb = true;
};

/// Nothing is thrown and nothing waits. What this machine cannot do is left out; the rest is done.
/// When it rings again is for the caller: there is no clock in it.
class AlarmVoice : public QObject {
    Q_OBJECT
public:
    /// `cache`: where the sound is kept as a file. `language`: of the sentences, as in Speech.
    AlarmVoice(std::filesystem::path cache, QString language);

    /// Shows or refreshes the notification; plays the sound, then speaks, as far as `settings` want
    /// it. Where it sounds about the same already, it goes on and does not begin anew; where about
    /// something else, that falls silent, and its notification stays.
    void ring(const Ringing& ringing, const Settings& settings);
    /// Answered, or no longer true: silence at once, and the notification goes.
    void silence(const QString& about);
    /// Silence, and all notifications of `ring` go.
    void silenceAll();
    /// Absent: it is silent.
    [[nodiscard]] std::optional<QString> soundingAbout() const;

    /// What the settings let a person try. Nothing while an alarm sounds.
    void tryOutSound(int volume);
    void say(const QString& sentence, int volume);

    [[nodiscard]] static bool hasSound() { return Sound::isAvailable(); }
    [[nodiscard]] static bool hasSpeech() { return Speech::isAvailable(); }
    [[nodiscard]] bool hasNotifications() const { return m_notifier.isThere(); }

Q_SIGNALS:
    /// The person pressed the notification, or a button of it. It rings on until `silence`.
    void opened(const QString& about);
    void pressed(const QString& about, const QString& action);

private:
    void begin();
    void speak();
    void hush();

    Notifier m_notifier;
    Sound m_sound;
    Speech m_speech;
    /// What it sounds about, from the call to the end of the sentence.
    std::optional<Ringing> m_ringing;
    /// Counts calls, so that a late answer about do-not-disturb starts nothing that is over.
    int m_call = 0;
    Settings m_settings;
    QStringList m_shown;
};

} // namespace unclench::app
