// SPDX-License-Identifier: GPL-3.0-or-later
// An alert as lines of the command line.
#pragma once

#include "app/cli/session.h"
#include "core/diary/alert.h"

#include <string>
#include <vector>

namespace unclench::app::cli {

/// What to do, why, and with which command it is answered.
void sayAlert(Session& session, const Alert& alert);

/// The number to call: the person's own, else that of the country of the locale. Absent: not known.
[[nodiscard]] std::optional<QString> emergencyNumber(Session& session);

[[nodiscard]] std::vector<std::string> sourceTitles(const Vocabulary& vocabulary,
                                                    const std::vector<std::string>& ids);

} // namespace unclench::app::cli
