// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns of a table on the page may be. Values alone.
#pragma once

#include <cstddef>
#include <vector>

namespace unclench::ui::report {

/// Of one column, the gap to the next included.
struct ColumnNeeds {
    /// So that no word breaks, and so that nothing wraps.
    double least = 0;
    double most = 0;
    /// So that its heading stands on one line.
    double heading = 0;
};

/// Some ways to share `width`, the best first where they need the same height; at least one. The
/// column `flexible` takes what the others leave.
[[nodiscard]] std::vector<std::vector<double>>
columnChoices(const std::vector<ColumnNeeds>& needs, double width, std::size_t flexible);

} // namespace unclench::ui::report
