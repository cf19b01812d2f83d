// SPDX-License-Identifier: GPL-3.0-or-later
// What a running program does for its file when nobody waits for it: the check, the daily copy.
#pragma once

#include "core/diary/backup.h"
#include "core/time/clock.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <mutex>
#include <optional>

namespace unclench::app {

/// Works on a thread of its own with connections of its own; ends what runs before it ends itself.
class Upkeep : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    Upkeep(std::filesystem::path folder, const Clock& clock);
    ~Upkeep() override;

    /// Whether the file is whole (core/store/wholeness.h); where it is, what was deleted 30 days
    /// ago is erased.
    void check();
    /// Today's copy, beside the diary and where else one is kept; nothing where they are there
    /// already. Where the folder elsewhere is not there, it is looked for at each call.
    void copyIfDue();

Q_SIGNALS:
    /// The check found the file broken.
    void foundDamage();
    /// The backup of today could not be written to the folder that is kept elsewhere. Once for each
    /// reason; from the thread that works.
    void copyElsewhereFailed(const unclench::KeptElsewhere& kept);

private:
    void copy(const Moment& now);
    [[nodiscard]] bool isAwaitedThere() const;

    std::filesystem::path m_folder;
    const Clock& m_clock;
    mutable std::mutex m_mutex;
    /// What the last copy elsewhere came to. The one thing that both threads look at.
    std::optional<KeptElsewhere> m_elsewhere;
    QThreadPool m_worker;
};

} // namespace unclench::app
