// SPDX-License-Identifier: GPL-3.0-or-later
// Does what takes long with a diary while the window goes on: backups, exports, checks, repairs.
#pragma once

#include "core/store/progress.h"
#include "core/store/storage_error.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace unclench::app {

/// One job at a time, on a thread of its own. Ends what runs before it ends itself; what such a job
/// would have told goes nowhere then.
class DataWorker : public QObject {
    Q_OBJECT
public:
    DataWorker();
    ~DataWorker() override;

    /// Done in the thread of this object once the job is done.
    using Then = std::function<void()>;
    /// Opens a connection of its own; may throw StorageError, and Cancelled.
    using Job = std::function<Then(const Progress& progress)>;
    using Explain = std::function<QString(const StorageError& error)>;

    /// `explain` puts into words why the job failed; it is called in the thread of this object.
    /// False: another job runs, so this one is not begun.
    bool start(Job job, Explain explain);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// The job ends where it next asks, and nothing of it is kept; where it does not ask any more,
    /// it ends as if nobody had cancelled.
    void cancel();

Q_SIGNALS:
    /// `share`: 0 to 1. Comes from the other thread.
    void progressed(double share);
    void cancelled();
    /// Why it failed, in words that say what to do.
    void failed(const QString& sentence);
    /// After the job's `Then`, or after one of the two above. Another one may begin.
    void ended();

private:
    [[nodiscard]] Then carryOut(const Job& job, const Explain& explain);
    void tell(double share);

    bool m_isBusy = false;
    std::atomic<bool> m_isCancelled{false};
    /// Of the other thread: what was told last.
    double m_told = 0;
    QThreadPool m_worker;
};

} // namespace unclench::app
