// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of heat and cold, read from the engine and put into words.
#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/care_view.h"
#include "ui/wording/words.h"

#include <optional>

namespace unclench::ui {

/// Both cards, the next times, and what runs; `ask` is left to who knows what was asked before.
/// `kind`: with what heat is to be, where the person chose. Throws StorageError.
[[nodiscard]] CareView readCare(Engine& engine, const Words& words, std::optional<CareKind> kind);
/// Absent: nothing runs. Throws StorageError.
[[nodiscard]] std::optional<CareRunningView> readRunningCare(Engine& engine);
/// The session `id`, for the questions after it. Absent: it is gone, or runs. Throws StorageError.
[[nodiscard]] std::optional<CareAfterView> readCareAfter(Engine& engine, const Uuid& id);
/// The conditions that end, where a person says that the reason `id` holds no longer.
[[nodiscard]] std::vector<std::string> passingWith(const std::string& id);

} // namespace unclench::ui
