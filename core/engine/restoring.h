// SPDX-License-Identifier: GPL-3.0-or-later
// What came of going back to a backup (`Engine::restore`).
#pragma once

#include "core/diary/backup.h"
#include "core/engine/unit_of_work.h"

namespace unclench {

struct Restored {
    /// What the diary holds now.
    BackupContents holds{};
    /// Emergencies that were open before and stand in the diary still: none is ended by this.
    int emergenciesKept = 0;
    /// The session of heat or cold that runs went on running.
    bool isSessionKept = false;
    /// Pictures that were missing and came back.
    int pictures = 0;
    /// Its `copy` is the backup of what was there before. Empty for a diary in memory.
    Undo undo{};
};

} // namespace unclench
