// SPDX-License-Identifier: GPL-3.0-or-later
// What stays of a diary when another takes its place: no emergency is ended by going back.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/record.h"

#include <vector>

namespace unclench {

class Database;

struct OpenEmergencies {
    std::vector<Alert> alerts;
    /// What happened to them.
    std::vector<AlertStep> steps;
};

/// Throws StorageError.
[[nodiscard]] OpenEmergencies openEmergencies(Database& database);

/// Puts them into another diary, unless it holds a later version of one, as it does where the
/// person closed it later. Returns how many of them are open there then. Requires: a Transaction,
/// or a diary in memory. Throws StorageError.
int keepEmergencies(Database& diary, const OpenEmergencies& emergencies);

/// Puts `record` as it is in the place of the one with its id, or adds it; nothing goes to the
/// change log. Throws StorageError.
void putRecord(Database& diary, const AnyRecord& record);

} // namespace unclench
