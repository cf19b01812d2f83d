// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a salvaged diary whole in itself: what others belong to and is lost is made anew where it
// has little to say itself; what cannot stand without what is lost goes.
#pragma once

#include "core/diary/record.h"

#include <map>
#include <string>

namespace unclench {

class Database;

struct MadeUp {
    /// How many were made anew.
    std::map<RecordKind, int> made;
    /// How many had to go, because what they belong to says something itself and is lost.
    std::map<RecordKind, int> gone;
};

/// A lost episode comes back as what holds its parts together, with a bout from the first to the
/// last thing told in it; a lost medicine under `lostName`; a lost session of heat or cold as long
/// as the looks at the skin that belong to it. What goes is kept as an old version. Requires:
/// foreign keys are off, and no transaction is open. Throws StorageError.
[[nodiscard]] MadeUp makeWhole(Database& diary, const std::string& lostName);

} // namespace unclench
