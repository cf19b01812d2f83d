// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a check, for verify.cpp alone.
#pragma once

#include "core/diary/finding.h"
#include "core/knowledge/red_flags.h"
#include "core/store/progress.h"
#include "core/time/moment.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace unclench {

class Database;

/// Adds one where `count` is not zero.
void addFinding(std::vector<Finding>& findings,
                Finding::Check check,
                std::string where,
                std::int64_t count);

/// Tables, indexes and triggers against those of a new diary.
void verifySchema(Database& database, std::vector<Finding>& findings);

/// Each record by itself.
void verifyRecords(Database& database,
                   const Vocabulary& vocabulary,
                   const RedFlags& rules,
                   const Moment& now,
                   const Progress& progress,
                   std::vector<Finding>& findings);

/// Whether records fit to each other.
void verifyTies(Database& database, std::vector<Finding>& findings);

} // namespace unclench
