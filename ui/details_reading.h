// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the details page shows of one episode.
#pragma once

#include "core/engine/engine.h"
#include "ui/pages/details_view.h"

#include <optional>

namespace unclench::ui {

/// Absent: no such episode. Throws StorageError. `counts` decide the order of chips; where they are
/// absent they are counted, medicine classes without this episode's, and stay as they are
/// afterwards, so that the order does not change under the hand.
[[nodiscard]] std::optional<DetailsView>
readDetails(Engine& engine, const Uuid& episode, std::optional<UseCounts>& counts);

} // namespace unclench::ui
