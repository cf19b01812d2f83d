// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/episodes_in.h"

namespace unclench {

std::vector<const Chronicle::Episode*> episodesIn(const Chronicle& chronicle, const Period& period)
{
    std::vector<const Chronicle::Episode*> found;
    const bool isEmpty = period.begin && period.end && *period.begin >= *period.end;
    for (const Chronicle::Episode& episode : chronicle.episodes) {
        if (isEmpty || (period.end && episode.onset.utc >= *period.end)) {
            break;
        }
        const bool isOverBefore = period.begin && episode.onset.utc < *period.begin &&
                                  episode.end.value_or(chronicle.now.utc) <= *period.begin;
        if (!isOverBefore) {
            found.push_back(&episode);
        }
    }
    return found;
}

} // namespace unclench
