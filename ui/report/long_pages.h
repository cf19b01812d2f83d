// SPDX-License-Identifier: GPL-3.0-or-later
// The long version on paper, row by row: no more of it is in memory than one page.
#pragma once

#include "ui/report/first_page.h"
#include "ui/report/long_tables.h"

#include <functional>
#include <optional>
#include <vector>

namespace unclench::ui::report {

/// What to do with each page, and with each share of the rows that is done (false: stop).
struct PageVisitor {
    std::function<void(int page, const std::vector<Box>& boxes)> page;
    std::function<bool(double share)> progress;
};

/// Sets all tables and the methods into pages, the first of which is page 2, and hands each on when
/// it is full. The headings of a table stand on each page that it goes on to. Returns the last
/// page's number. Absent: `progress` said to stop.
[[nodiscard]] std::optional<int> setLongPages(const std::vector<LongTable>& tables,
                                              QPageSize::PageSizeId paper,
                                              const PageVisitor& visitor);

} // namespace unclench::ui::report
