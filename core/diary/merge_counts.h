// SPDX-License-Identifier: GPL-3.0-or-later
// What came of taking another diary in, in numbers of its records.
#pragma once

namespace unclench {

/// docs/merge.md says how it is decided which version stands.
struct MergeCounts {
    /// They were not here.
    int added = 0;
    /// A later version of what was here.
    int replaced = 0;
    /// They were here, word for word.
    int alike = 0;
    /// What is here is later, or was erased.
    int older = 0;
    /// Open episodes and sessions of heat or cold that are there at the same time now and were not
    /// before: kept, for the person to look at.
    int overlaps = 0;
    /// Of those taken: written by a clock that is ahead of this one.
    int fromFuture = 0;

    [[nodiscard]] bool isNothingNew() const { return added == 0 && replaced == 0; }
    friend bool operator==(const MergeCounts&, const MergeCounts&) = default;
};

} // namespace unclench
