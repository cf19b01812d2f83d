// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/told_for.h"

#include <algorithm>

namespace unclench {

std::optional<UtcTime> toldFor(const AnyRecord& record)
{
    if (stampOf(record).isDeleted()) {
        return std::nullopt;
    }
    return std::visit(
        []<class Record>(const Record& told) -> std::optional<UtcTime> {
            if constexpr (std::is_same_v<Record, Alert> || std::is_same_v<Record, AlertStep> ||
                          std::is_same_v<Record, SeatSpan> || std::is_same_v<Record, SeatEvent> ||
                          std::is_same_v<Record, Visit> ||
                          std::is_same_v<Record, BackgroundEntry>) {
                // What becomes of an alert is not told for the time it was raised, and no rule
                // looks at sitting, visits or the background.
                return std::nullopt;
            } else if constexpr (std::is_same_v<Record, CareSession>) {
                // Of one that was timed here only the end is news.
                return (told.beginBoot && told.end ? *told.end : told.begin).utc;
            } else if constexpr (requires { told.begin.utc; }) {
                return told.begin.utc;
            } else if constexpr (requires { told.at.utc; }) {
                return told.at.utc;
            } else {
                return std::nullopt;
            }
        },
        record);
}

std::optional<UtcTime> earlier(std::optional<UtcTime> one, std::optional<UtcTime> other)
{
    return one && other ? std::min(*one, *other) : one ? one : other;
}

} // namespace unclench
