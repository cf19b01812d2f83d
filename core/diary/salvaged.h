// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a damaged diary: how much was read, filled in, made up and lost.
#pragma once

#include "core/diary/record.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace unclench {

/// Numbers of records of one kind; deleted ones count as well. Each record counts once, in the
/// first of these that fits.
struct SalvagedKind {
    RecordKind kind{};
    /// Out of the damaged file, whole.
    int read = 0;
    /// Out of the damaged file, put together from its indexes: what no index held is left empty.
    int inPart = 0;
    /// In the copy alone, or newer there.
    int fromCopy = 0;
    /// Others belong to it and it has little to say itself, so it was made anew.
    int madeUp = 0;
    /// It is known that it was there, but not what it said; or what it belongs to is lost.
    int lost = 0;

    friend bool operator==(const SalvagedKind&, const SalvagedKind&) = default;
};

struct Salvaged {
    /// Only kinds of which there is something to say, in the order of RecordKind.
    std::vector<SalvagedKind> kinds;
    /// Old versions of corrected records that were read, and what is known of erased ones.
    int oldVersions = 0;
    int erased = 0;
    /// Some part of the file could not be read at all: nobody can say what stood there.
    bool mayMissMore = false;
    /// What leads to the records was damaged, and no record was: it was built anew, and nothing is
    /// lost.
    bool wereOnlyIndexesOff = false;
    /// Some alert, or some answer to a question about warning signs, may be lost: the questions
    /// should be asked again.
    bool shouldAskAgain = false;
    /// The copy that filled it in. Absent: there is no good one, or none was asked for.
    std::optional<std::filesystem::path> copy;
    /// Where the damaged file lies now. Absent: it was left where it is.
    std::optional<std::filesystem::path> damaged;

    [[nodiscard]] int total(int SalvagedKind::*number) const
    {
        int sum = 0;
        for (const SalvagedKind& kind : kinds) {
            sum += kind.*number;
        }
        return sum;
    }
};

} // namespace unclench
