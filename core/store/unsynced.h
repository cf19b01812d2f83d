// SPDX-License-Identifier: GPL-3.0-or-later
// For what may be lost in a power cut: no disk is waited for, and so nothing wakes up again.
#pragma once

#include "core/store/database.h"

namespace unclench {

/// While it lives, commits do not wait for the disk; they stay whole all the same. Requires: no
/// transaction is open when it begins or ends.
class Unsynced {
public:
    explicit Unsynced(Database& database) : m_database(database)
    {
        m_database.script("PRAGMA synchronous = NORMAL");
    }
    ~Unsynced();
    Unsynced(const Unsynced&) = delete;
    Unsynced& operator=(const Unsynced&) = delete;

private:
    Database& m_database;
};

} // namespace unclench
