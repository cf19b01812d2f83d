// SPDX-License-Identifier: GPL-3.0-or-later
// Speaks a short sentence, by whichever program of the system can.
#pragma once

#include "app/desktop/attempts.h"

#include <QObject>
#include <QString>

namespace unclench::app {

/// Nothing is thrown and nothing waits. One sentence at a time: a new one stops the old.
class Speech : public QObject {
    Q_OBJECT
public:
    /// `language`: BCP 47, as in "en-US": that of the sentences, and how a person is used to hear
    /// it.
    explicit Speech(QString language);

    /// Whether this machine has a program that speaks. Looked for each time: one can be installed
    /// while we run.
    [[nodiscard]] static bool isAvailable();
    /// `volume`: 0 to 100; at 0 nothing is said.
    void say(const QString& sentence, int volume);
    void stop();
    [[nodiscard]] bool isSpeaking() const { return m_speakers.isRunning(); }

Q_SIGNALS:
    /// It was said, or cannot be (which the log says). Once for each `say` that is not stopped or
    /// followed by another, never within it.
    void ended();

private:
    QString m_language;
    Attempts m_speakers;
    /// Tells the speech daemon to be silent: it goes on without the program that asked it.
    Child m_hush;
};

/// What to speak the words of `language` (two letters) in, on a desktop whose locale is `system`
/// (as in "en_GB"): its own way of speaking where it speaks that language.
[[nodiscard]] QString spokenLanguage(const QString& language, const QString& system);

} // namespace unclench::app
