// SPDX-License-Identifier: GPL-3.0-or-later
// The only way time enters the program: three readings taken together.
#pragma once

#include "core/time/moment.h"

#include <string>

namespace unclench {

/// One look at the clocks. `boot` counts suspended time, `monotonic` does not, so that the growth
/// of `boot - monotonic` is sleep and a jump of `wall - boot` is a clock that was set. `boot` and
/// `monotonic` compare only between readings with the same `bootId`.
struct Now {
    Moment wall;
    std::chrono::milliseconds boot{0};
    std::chrono::milliseconds monotonic{0};
    std::string bootId;
};

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Now now() const = 0;
};

} // namespace unclench
