// SPDX-License-Identifier: GPL-3.0-or-later
// When an alarm that nobody has answered is repeated.
#pragma once

#include <chrono>

namespace unclench {

/// At once, after half a minute, after a minute, and from then on each minute.
inline constexpr std::chrono::milliseconds kFirstRepeat = std::chrono::seconds{30};
inline constexpr std::chrono::milliseconds kRepeat = std::chrono::minutes{1};

/// `over`: for how long it has been due, at least 0. The last of its times that has come.
[[nodiscard]] constexpr std::chrono::milliseconds lastRing(std::chrono::milliseconds over)
{
    return over >= kFirstRepeat && over < kRepeat ? kFirstRepeat : over / kRepeat * kRepeat;
}

/// The next of its times, after `over`.
[[nodiscard]] constexpr std::chrono::milliseconds nextRing(std::chrono::milliseconds over)
{
    return over < kFirstRepeat ? kFirstRepeat : (over / kRepeat + 1) * kRepeat;
}

static_assert(nextRing(lastRing(std::chrono::seconds{59})) == kRepeat);

} // namespace unclench
