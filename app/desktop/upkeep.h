// SPDX-License-Identifier: GPL-3.0-or-later
// What a running program does for its file when nobody waits for it: the check, the daily copy.
#pragma once

#include "core/time/clock.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>

namespace unclench::app {

/// Works on a thread of its own with connections of its own; ends what runs before it ends itself.
class Upkeep : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    Upkeep(std::filesystem::path folder, const Clock& clock);
    ~Upkeep() override;

    /// SQLite's quick check of the file; where it is whole, what was deleted 30 days ago is erased.
    void check();
    /// Today's copy; nothing where it is there already.
    void copyIfDue();

Q_SIGNALS:
    /// The check found the file broken.
    void foundDamage();

private:
    std::filesystem::path m_folder;
    const Clock& m_clock;
    QThreadPool m_worker;
};

} // namespace unclench::app
