// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/passing.h"

#include <algorithm>

namespace unclench {

using namespace std::chrono;

milliseconds untilNextMinute(const Moment& now, const Moment& begin)
{
    const milliseconds since = (now.utc - begin.utc) % minutes{1};
    return minutes{1} - (since < milliseconds{0} ? since + minutes{1} : since);
}

milliseconds untilNextDay(const Moment& now, const Zone& zone)
{
    const Moment next = zone.startOf(now.localDay() + days{1});
    return std::max<milliseconds>(next.utc - now.utc, minutes{1});
}

} // namespace unclench
