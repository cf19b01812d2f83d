// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/elapsed.h"

#include <algorithm>

namespace unclench {

using std::chrono::milliseconds;

namespace {

/// The two clocks drift by milliseconds; what was set is set by more.
constexpr std::chrono::seconds kDrift{2};
/// Boots that are remembered: nothing that is measured lasts longer.
constexpr std::size_t kMostBoots = 16;

milliseconds offsetOf(const Now& now)
{
    return now.wall.utc.time_since_epoch() - now.boot;
}

} // namespace

bool look(ClockHistory& history, const Now& now)
{
    const milliseconds offset = offsetOf(now);
    if (history.empty() || history.back().bootId != now.bootId) {
        history.push_back({now.bootId, offset, offset});
        if (history.size() > kMostBoots) {
            history.erase(history.begin());
        }
        return true;
    }
    if (std::chrono::abs(history.back().last - offset) < kDrift) {
        return false;
    }
    history.back().last = offset;
    return true;
}

milliseconds elapsedSince(const Mark& mark, const Now& now, const ClockHistory& history)
{
    if (mark.boot && mark.bootId == now.bootId) {
        return std::max(milliseconds{0}, now.boot - *mark.boot);
    }
    if (!mark.boot) {
        return std::max(milliseconds{0}, now.wall.utc - mark.wall.utc);
    }
    milliseconds elapsed = now.wall.utc - mark.wall.utc;
    auto boot = std::find_if(history.begin(), history.end(),
                             [&](const ClockSeen& clock) { return clock.bootId == *mark.bootId; });
    if (boot != history.end()) {
        elapsed = now.wall.utc.time_since_epoch() - (*mark.boot + boot->last);
        while (++boot != history.end()) {
            const bool isThis = boot->bootId == now.bootId;
            elapsed -= (isThis ? offsetOf(now) : boot->last) - boot->first;
        }
    }
    return std::max(now.boot, elapsed);
}

} // namespace unclench
