// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from another program a second time stands back for what the diary makes of it by now.
#pragma once

namespace unclench {

class Database;

/// Numbers of staged records.
struct StoodBack {
    /// Here already; as they are here, they stay.
    int kept = 0;
    /// Deleted here, or part of a spasm that was.
    int deleted = 0;
};

/// Changes `staged` so that merging it into `diary` adds what is not there and touches nothing
/// else: what was changed stays so, what was deleted stays deleted. `bringsBack`: what was deleted
/// comes back. Throws StorageError.
StoodBack standBack(Database& staged, Database& diary, bool bringsBack);

} // namespace unclench
