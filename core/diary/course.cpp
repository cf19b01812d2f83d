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

int distinctOnsets(std::span<const Span> spans, UtcTime now, std::chrono::milliseconds window)
{
    std::vector<Span> sorted{spans.begin(), spans.end()};
    std::sort(sorted.begin(), sorted.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });

    int count = 0;
    std::optional<UtcTime> freeSince; // the latest end so far; absent before the first span
    bool isOpen = false;
    for (const Span& span : sorted) {
        const bool isDistinct = !isOpen && (!freeSince || span.begin - *freeSince >= kSpasmFreeGap);
        if (isDistinct && span.begin > now - window && span.begin <= now) {
            ++count;
        }
        isOpen = isOpen || !span.end;
        if (span.end) {
            freeSince = std::max(freeSince.value_or(*span.end), *span.end);
        }
    }
    return count;
}

} // namespace unclench
