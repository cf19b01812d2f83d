// SPDX-License-Identifier: GPL-3.0-or-later
// A month of the calendar, read from the whole diary and put into words.
#pragma once

#include "core/diary/chronicle.h"
#include "ui/widgets/month_view.h"

#include <chrono>
#include <vector>

namespace unclench::ui {

/// Each reading counts on the day that it was there and then. `onlyThese`, sorted: the spasms that
/// a filter leaves; nullptr: all. Alerts and what is not known of a day show all the same. A month
/// before the first one told of, or after the present one, becomes the nearest of those.
[[nodiscard]] MonthView monthOf(const Chronicle& chronicle,
                                const std::vector<Uuid>* onlyThese,
                                std::chrono::year_month month,
                                const Moment& now);

} // namespace unclench::ui
