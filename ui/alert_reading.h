// SPDX-License-Identifier: GPL-3.0-or-later
// An alert and what is behind it, read from the engine and put into words.
#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/alert_view.h"
#include "ui/wording/words.h"

namespace unclench::ui {

/// Both throw StorageError.
[[nodiscard]] AlertEntry readAlert(Engine& engine, const Words& words, const Alert& alert);
/// The latest alerts with everything that happened to them, check-ins left out.
[[nodiscard]] AlertHistoryView readAlertHistory(Engine& engine, const Words& words);

} // namespace unclench::ui
