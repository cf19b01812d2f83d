// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a diary's file is whole: the file itself, the references in it, and what it says.
#pragma once

#include "core/diary/finding.h"
#include "core/knowledge/red_flags.h"
#include "core/knowledge/vocabulary.h"
#include "core/store/progress.h"
#include "core/time/moment.h"

#include <vector>

namespace unclench {

class Database;

/// Changes nothing. The gravest findings come first; where the file itself is broken there are no
/// others. Throws StorageError where the file cannot even be asked, and Cancelled.
[[nodiscard]] std::vector<Finding> verify(Database& database,
                                          const Vocabulary& vocabulary,
                                          const RedFlags& rules,
                                          const Moment& now,
                                          const Progress& progress = {});

} // namespace unclench
