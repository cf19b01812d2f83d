// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold as `status` and `history` tell of them.
#pragma once

#include "app/cli/session.h"

#include <nlohmann/json.hpp>

namespace unclench::app::cli {

/// Says what runs, or what is allowed now, and returns the same for `--json`.
nlohmann::ordered_json sayCare(Session& session);

/// The sessions that began in the period of `session`, with the looks at the skin.
[[nodiscard]] nlohmann::ordered_json careSessions(Session& session);

} // namespace unclench::app::cli
