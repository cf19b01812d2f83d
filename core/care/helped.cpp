// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/helped.h"

#include <algorithm>

namespace unclench {

namespace {

/// Requires: not empty.
double median(std::vector<int> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

} // namespace

std::vector<Helped> helped(std::span<const CareSession> sessions)
{
    std::vector<Helped> all;
    for (const Modality modality : {Modality::Heat, Modality::Cold}) {
        std::vector<int> before;
        std::vector<int> after;
        for (const CareSession& session : sessions) {
            if (session.modality == modality && session.end && session.painBefore &&
                session.painAfter) {
                before.push_back(*session.painBefore);
                after.push_back(*session.painAfter);
            }
        }
        if (before.size() >= kLeastSessions) {
            const std::size_t count = before.size();
            all.push_back({modality, count, median(std::move(before)), median(std::move(after))});
        }
    }
    return all;
}

} // namespace unclench
