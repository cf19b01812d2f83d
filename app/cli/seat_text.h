// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting as `status` and `history` tell of it.
#pragma once

#include "app/cli/session.h"

#include <nlohmann/json.hpp>

namespace unclench::app::cli {

/// Says how sitting stands, and returns the same for `--json`.
nlohmann::ordered_json saySitting(Session& session);

} // namespace unclench::app::cli
