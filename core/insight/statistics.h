// SPDX-License-Identifier: GPL-3.0-or-later
// Medians and intervals as docs/insights.md defines them: no assumption on the shape of the data.
#pragma once

#include <optional>
#include <vector>

namespace unclench {

/// Both ends belong to it.
struct Interval {
    double low = 0;
    double high = 0;
};

/// The middle; of an even number the mean of the two in the middle. Requires: not empty.
[[nodiscard]] double median(std::vector<double> values);

/// The medians of the lower and of the upper half. Requires: at least two.
[[nodiscard]] Interval quartiles(std::vector<double> values);

/// A 95 % interval of the median by order statistics (Conover 1999, 3.2). Absent: fewer than six.
[[nodiscard]] std::optional<Interval> medianInterval(std::vector<double> values);

/// Wilson's 95 % interval (1927) of a share. Requires: 0 <= count <= n, n > 0.
[[nodiscard]] Interval shareInterval(int count, int n);

} // namespace unclench
