// SPDX-License-Identifier: GPL-3.0-or-later
// Moments and lengths of time, as a person says them.
#pragma once

#include "core/time/moment.h"

#include <QString>

namespace unclench::ui::wording {

/// "09:40" today, "yesterday 09:40", else "Sat 14 Nov 09:40", with the year where it is another
/// one. In the local time that was valid then.
[[nodiscard]] QString moment(const Moment& moment, const Moment& now);

/// "09:40".
[[nodiscard]] QString timeOfDay(const Moment& moment);

/// The same of a minute of the day, 0 to 1440.
[[nodiscard]] QString minuteOfDay(int minute);

/// "less than a minute", "25 min", "2 h 10 min", "3 d 4 h"; negative counts as nothing.
[[nodiscard]] QString length(std::chrono::milliseconds length);

} // namespace unclench::ui::wording
