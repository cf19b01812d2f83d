// SPDX-License-Identifier: GPL-3.0-or-later
// What was told of episodes, counted over those of the period of a summary.
#pragma once

#include "core/diary/chronicle.h"
#include "core/diary/summary_records.h"
#include "core/review/summary.h"

#include <optional>
#include <span>
#include <vector>

namespace unclench {

/// Finds episodes that are asked for in the order of their ids, each without a search.
class EpisodesById {
public:
    /// Keeps a view of `episodes`, which must outlive it.
    explicit EpisodesById(std::span<const Chronicle::Episode* const> episodes);

    /// Its place. Absent: not among them. Requires: no id is asked for after a greater one.
    [[nodiscard]] std::optional<std::size_t> find(const Uuid& id);

private:
    std::span<const Chronicle::Episode* const> m_episodes;
    std::vector<std::size_t> m_order;
    std::size_t m_next = 0;
};

/// Quality, pattern, signs, triggers, activities, lengths of one spasm, injuries, first ever.
/// Requires: `summary.period` is set.
void putToldCounts(Summary& summary, const Chronicle& chronicle, const SummaryRecords& records);

} // namespace unclench
