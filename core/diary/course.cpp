// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/course.h"

#include <algorithm>

namespace unclench {

std::optional<int> Course::worstPain() const
{
    const auto worst =
        std::max_element(readings.begin(), readings.end(),
                         [](const Reading& a, const Reading& b) { return a.pain < b.pain; });
    return worst == readings.end() ? std::nullopt : std::optional{worst->pain};
}

std::optional<int> Course::lastPain() const
{
    return readings.empty() ? std::nullopt : std::optional{readings.back().pain};
}

std::vector<UtcTime> distinctOnsets(std::span<const Span> spans)
{
    std::vector<Span> sorted{spans.begin(), spans.end()};
    std::sort(sorted.begin(), sorted.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });

    std::vector<UtcTime> onsets;
    std::optional<UtcTime> freeSince; // the latest end so far; absent before the first span
    bool isOpen = false;
    for (const Span& span : sorted) {
        const bool isDistinct = !isOpen && (!freeSince || span.begin - *freeSince >= kSpasmFreeGap);
        if (isDistinct) {
            onsets.push_back(span.begin);
        }
        isOpen = isOpen || !span.end;
        if (span.end) {
            freeSince = std::max(freeSince.value_or(*span.end), *span.end);
        }
    }
    return onsets;
}

int distinctOnsets(std::span<const Span> spans, UtcTime now, std::chrono::milliseconds window)
{
    const std::vector<UtcTime> onsets = distinctOnsets(spans);
    return static_cast<int>(std::count_if(onsets.begin(), onsets.end(), [&](UtcTime onset) {
        return onset > now - window && onset <= now;
    }));
}

} // namespace unclench
