// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sound.h"

#include "app/desktop/folders.h"

#include <QFile>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <spdlog/spdlog.h>
#include <string_view>
#include <system_error>

namespace unclench::embedded {
extern const std::string_view kSessionEnd;
}

namespace unclench::app {

namespace {

using namespace std::chrono_literals;

/// The sound has 2.8 seconds; what takes longer than this hangs.
constexpr auto kLongestSound = 8s;
constexpr qsizetype kHeader = 44;
/// paplay first: it fails at once where it cannot play, and PipeWire understands it too. pw-play
/// hangs where PipeWire runs for video alone.
constexpr std::array kPlayers{"paplay", "pw-play", "aplay"};

bool holds(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) && file.size() == bytes.size() && file.readAll() == bytes;
}

/// Leaves a file in which `bytes` stand, never half of them. Empty: it cannot be written.
QString keep(const std::filesystem::path& folder, const QByteArray& bytes)
{
    const QString path = QString::fromStdString((folder / "alarm.wav").string());
    if (holds(path, bytes)) {
        return path;
    }
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    QSaveFile file{path};
    if (!failure && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
        file.commit()) {
        return path;
    }
    spdlog::warn("the sound could not be written: {}",
                 failure ? failure.message() : file.errorString().toStdString());
    return {};
}

} // namespace

Sound::Sound(std::filesystem::path folder) : m_folder(std::move(folder)), m_players(kLongestSound)
{
    connect(&m_players, &Attempts::ended, this, &Sound::ended);
}

bool Sound::isAvailable()
{
    return std::any_of(kPlayers.begin(), kPlayers.end(), [](const char* name) {
        return !findProgram(QLatin1String{name}).isEmpty();
    });
}

void Sound::play(int volume)
{
    QList<Attempt> attempts;
    if (volume > 0) {
        const std::string_view sound = embedded::kSessionEnd;
        const QString file = keep(m_folder, atVolume({sound.data(), std::ssize(sound)}, volume));
        if (!file.isEmpty()) {
            for (const char* name : kPlayers) {
                attempts.append({QLatin1String{name}, {file}});
            }
        }
    }
    m_players.run(attempts);
}

QByteArray atVolume(QByteArray wav, int volume)
{
    const double factor = std::pow(std::clamp(volume, 0, 100) / 100.0, 2);
    for (qsizetype at = kHeader; at + 1 < wav.size(); at += 2) {
        const auto height = qFromLittleEndian<qint16>(wav.constData() + at);
        qToLittleEndian(static_cast<qint16>(std::lround(height * factor)), wav.data() + at);
    }
    return wav;
}

} // namespace unclench::app
