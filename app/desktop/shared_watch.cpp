// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shared_watch.h"

#include "app/desktop/own_engine.h"
#include "core/engine/sharing.h"

#include <spdlog/spdlog.h>

namespace unclench::app {

namespace {

using namespace std::chrono_literals;

/// Whoever carries files writes them one after the other.
constexpr auto kSettled = 1500ms;
/// A countdown wakes the program each second.
constexpr auto kShareInPassing = 30s;

} // namespace

SharedWatch::SharedWatch(std::filesystem::path dataFolder,
                         const Clock& clock,
                         const Vocabulary& vocabulary,
                         FolderNow folderNow)
    : m_dataFolder(std::move(dataFolder)), m_clock(clock), m_vocabulary(vocabulary),
      m_folderNow(std::move(folderNow))
{
    m_worker.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettled);
    connect(&m_soon, &QTimer::timeout, this, &SharedWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SharedWatch::lookSoon);
}

SharedWatch::~SharedWatch()
{
    const bool isWaiting = m_soon.isActive() || m_wantsLook || m_isBusy;
    m_isEnding = true;
    m_worker.waitForDone();
    if (isWaiting && m_folderNow()) {
        sendLast();
    }
}

void SharedWatch::sendLast()
{
    try {
        OwnEngine engine{m_dataFolder, m_clock, m_vocabulary, Database::Access::Read};
        sendShared(*engine);
    } catch (const StorageError& error) {
        spdlog::warn("the last change did not go to the shared folder: {}", error.what());
    }
}

void SharedWatch::lookSoon()
{
    // Begun once: what goes on and on must not put it off for ever.
    if (!m_soon.isActive() && (m_folderNow() || !m_watcher.directories().isEmpty())) {
        m_soon.start();
    }
}

void SharedWatch::lookInPassing()
{
    if (!m_lookedAt || m_clock.now().monotonic - *m_lookedAt >= kShareInPassing) {
        look();
    }
}

void SharedWatch::look()
{
    if (m_isBusy) {
        m_wantsLook = true;
        return;
    }
    m_soon.stop();
    m_lookedAt = m_clock.now().monotonic;
    const auto folder = m_folderNow();
    watch(folder);
    if (folder) {
        m_isBusy = true;
        m_worker.start([this] { carryOut(); });
    }
}

void SharedWatch::watch(const std::optional<std::filesystem::path>& folder)
{
    const QString wanted = folder ? QString::fromStdString(folder->string()) : QString{};
    const QStringList watched = m_watcher.directories();
    if (watched == QStringList{wanted}) {
        return;
    }
    if (!watched.isEmpty()) {
        m_watcher.removePaths(watched);
    }
    if (!wanted.isEmpty()) {
        m_watcher.addPath(wanted); // one that is not there is tried again with the next look
    }
}

void SharedWatch::carryOut()
{
    std::optional<Exchanged> done;
    try {
        OwnEngine engine{m_dataFolder, m_clock, m_vocabulary, Database::Access::Read};
        done = exchangeShared(*engine, [this](double) { return !m_isEnding; });
    } catch (const Cancelled&) {
        return; // this object ends: nobody is told
    } catch (const StorageError& error) {
        spdlog::warn("the exchange through the shared folder failed: {}", error.what());
    }
    QMetaObject::invokeMethod(
        this,
        [this, done] {
            m_isBusy = false;
            if (done) {
                Q_EMIT exchanged(*done);
            }
            if (std::exchange(m_wantsLook, false)) {
                lookSoon();
            }
        },
        Qt::QueuedConnection);
}

} // namespace unclench::app
