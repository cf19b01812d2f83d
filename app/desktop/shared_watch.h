// SPDX-License-Identifier: GPL-3.0-or-later
// The shared folder while the program runs: this diary goes there when something changed, and those
// of the person's other computers come in when they appear.
#pragma once

#include "core/diary/shared.h"
#include "core/knowledge/vocabulary.h"
#include "core/time/clock.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>

namespace unclench::app {

/// Works on a thread of its own with a connection of its own, and nobody waits for it. When it ends
/// it stops what comes in, which leaves nothing half done, and lets what was told last go out.
class SharedWatch : public QObject {
    Q_OBJECT
public:
    /// The folder that is set, read where the diary is open. Absent: none.
    using FolderNow = std::function<std::optional<std::filesystem::path>()>;
    /// `clock` and `vocabulary` must outlive it.
    SharedWatch(std::filesystem::path dataFolder,
                const Clock& clock,
                const Vocabulary& vocabulary,
                FolderNow folderNow);
    ~SharedWatch() override;

    /// Something may have changed here or there: looks once nothing more comes for a moment.
    void lookSoon();
    /// The program is awake anyway: looks where the last look is a while ago. A folder on another
    /// machine tells of no change by itself.
    void lookInPassing();

Q_SIGNALS:
    /// The state after a look; `counts` says what came in.
    void exchanged(const unclench::Exchanged& exchanged);

private:
    void look();
    /// Hears of changes in `folder`; of none where it is absent or not there.
    void watch(const std::optional<std::filesystem::path>& folder);
    void carryOut();
    void sendLast();

    std::filesystem::path m_dataFolder;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    FolderNow m_folderNow;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    bool m_isBusy = false;
    /// Once what runs is over.
    bool m_wantsLook = false;
    /// On the monotonic clock.
    std::optional<std::chrono::milliseconds> m_lookedAt;
    std::atomic<bool> m_isEnding{false};
    QThreadPool m_worker;
};

} // namespace unclench::app
