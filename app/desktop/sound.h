// SPDX-License-Identifier: GPL-3.0-or-later
// The sound of an alarm, played by whichever program of the system can.
#pragma once

#include "app/desktop/attempts.h"

#include <QByteArray>
#include <QObject>

#include <filesystem>

namespace unclench::app {

/// Plays the program's own sound. Nothing is thrown and nothing waits.
///
/// The players count loudness each in their own way, and aplay not at all: so what they are given
/// is a file of the cache in which the sound is as loud as it is to be.
class Sound : public QObject {
    Q_OBJECT
public:
    /// `folder`: where that file is kept.
    explicit Sound(std::filesystem::path folder);

    /// Whether this machine has a program that plays sounds. Looked for each time: one can be
    /// installed while we run.
    [[nodiscard]] static bool isAvailable();
    /// From the beginning, also where it plays already. `volume`: 0 to 100; at 0 nothing is played.
    /// A player that fails is followed by the next one.
    void play(int volume);
    void stop() { m_players.stop(); }
    [[nodiscard]] bool isPlaying() const { return m_players.isRunning(); }

Q_SIGNALS:
    /// It was played to its end, or cannot be (which the log says). Once for each `play` that is
    /// not stopped or begun anew, never within it.
    void ended();

private:
    std::filesystem::path m_folder;
    Attempts m_players;
};

/// `wav`, 16 bit little endian behind a header of 44 bytes, at `volume` of its height: 100 as it
/// is, and below that by the square, as loudness is heard.
[[nodiscard]] QByteArray atVolume(QByteArray wav, int volume);

} // namespace unclench::app
