// SPDX-License-Identifier: GPL-3.0-or-later
// The episodes that a question is about.
#pragma once

#include "core/diary/chronicle.h"
#include "core/time/period.h"

#include <algorithm>
#include <span>

namespace unclench {

/// Those that began in `period`.
[[nodiscard]] inline std::span<const Chronicle::Episode> onsetsIn(const Chronicle& chronicle,
                                                                  const Period& period)
{
    const auto isBefore = [](const Chronicle::Episode& episode, UtcTime time) {
        return episode.onset.utc < time;
    };
    const auto& all = chronicle.episodes;
    const auto from = period.begin
                          ? std::lower_bound(all.begin(), all.end(), *period.begin, isBefore)
                          : all.begin();
    const auto to =
        period.end ? std::lower_bound(all.begin(), all.end(), *period.end, isBefore) : all.end();
    return from < to ? std::span{from, to} : std::span<const Chronicle::Episode>{};
}

} // namespace unclench
