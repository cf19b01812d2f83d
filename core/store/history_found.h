// SPDX-License-Identifier: GPL-3.0-or-later
// What the questions of History carry from one step to the next; seen by HistoryStore alone.
#pragma once

#include "core/store/history_store.h"

#include <cstdint>

namespace unclench {

/// What counts in live or in deleted episodes, of the table `p`.
[[nodiscard]] inline std::string_view counting(bool isDeleted)
{
    return isDeleted ? "p.deleted_utc_ms IS NOT NULL AND p.deleted_utc_ms ="
                       " (SELECT deleted_utc_ms FROM episode WHERE id = p.episode_id)"
                     : "p.deleted_utc_ms IS NULL";
}

/// All that an answer is picked and sorted by. Sorted by id, as the indexes are: what another table
/// knows of an episode is found by walking both side by side.
struct HistoryStore::Found {
    std::string id;
    std::int64_t onset = 0;
    std::int64_t localOnset = 0;
    /// The greatest there is while it is open.
    std::int64_t end = 0;
    /// Nothing told: comes last.
    std::optional<std::int64_t> key{};
    std::string text{};
};

} // namespace unclench
