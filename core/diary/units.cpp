// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/units.h"

#include <cmath>

namespace unclench {

double canonical(double value, Unit unit)
{
    constexpr double kKilogramsInPound = 0.45359237; // exact, by definition
    double converted = value;
    if (unit == Unit::Fahrenheit) {
        converted = (value - 32.0) * 5.0 / 9.0;
    } else if (unit == Unit::Pound) {
        converted = value * kKilogramsInPound;
    }
    return std::round(converted * 100.0) / 100.0;
}

} // namespace unclench
