// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/retention.h"

#include <algorithm>
#include <set>

namespace unclench {

namespace {

using std::chrono::local_days;

/// The Monday before or at `day`.
local_days weekOf(local_days day)
{
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

local_days monthOf(local_days day)
{
    const std::chrono::year_month_day date{day};
    return local_days{date.year() / date.month() / 1};
}

/// Of `days`, the latest first, adds the last of each span to `kept`, until `most` were added that
/// were not there before.
void keepLastOfEach(const std::vector<local_days>& days,
                    local_days (*spanOf)(local_days),
                    std::size_t most,
                    std::set<local_days>& kept)
{
    std::size_t added = 0;
    for (std::size_t i = 0; i < days.size() && added < most; ++i) {
        const bool isLast = i == 0 || spanOf(days[i]) != spanOf(days[i - 1]);
        if (isLast && kept.insert(days[i]).second) {
            ++added;
        }
    }
}

} // namespace

std::vector<local_days> daysKept(std::vector<local_days> days, local_days today)
{
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    const auto ahead = std::upper_bound(days.begin(), days.end(), today);
    const auto past = std::vector<local_days>(std::make_reverse_iterator(ahead), days.rend());

    std::set<local_days> kept(
        past.begin(), past.begin() + static_cast<std::ptrdiff_t>(std::min(kDaysKept, past.size())));
    keepLastOfEach(past, weekOf, kWeeksKept, kept);
    keepLastOfEach(past, monthOf, kMonthsKept, kept);

    const auto stay = std::min<std::ptrdiff_t>(kDaysKept, days.end() - ahead);
    kept.insert(ahead, ahead + stay);
    return {kept.begin(), kept.end()};
}

} // namespace unclench
