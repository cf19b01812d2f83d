// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the one page, as tables whose rows are made one at a time: ten years are tens
// of thousands of them.
#pragma once

#include "ui/report/content.h"
#include "ui/report/report.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace unclench::ui::report {

struct LongTable {
    QString caption;
    QStringList head;
    /// Of the width, adding up to 1.
    std::vector<double> shares;
    /// Columns with a person's own words.
    std::vector<bool> isTyped;
    std::size_t count = 0;
    /// As many cells as `head`; each on one line of text that may wrap. Refers to the arguments of
    /// `longTables`.
    std::function<QStringList(std::size_t row)> row;
};

/// Those that have a row, in the order of the long version; a section that is off has none. All
/// arguments must outlive them.
[[nodiscard]] std::vector<LongTable> longTables(const LongVersion& longVersion,
                                                const Wishes& wishes,
                                                const Moment& now,
                                                const Words& words);

/// What the first page had no room for, in full. Absent: nothing. Keeps no reference to `inFull`.
[[nodiscard]] std::optional<LongTable> inFullTable(const std::vector<Entry>& inFull);

} // namespace unclench::ui::report
