// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a diary's file is whole: the file itself, the references in it, and what it says.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <string>
#include <vector>

namespace unclench {

class Database;

/// One thing that is not as it must be: an id of what was checked, the kind of record, and how
/// many.
struct Finding {
    enum class Check {
        FileBroken,      ///< SQLite's own check failed
        OrphanFound,     ///< refers to something that is not there
        OwnerDeleted,    ///< belongs to an episode that was deleted without it
        EndBeforeBegin,  ///< a bout that ends before it begins
        BoutsOverlap,    ///< two bouts of one episode at once
        SeveralOpen,     ///< more than one bout that is not over
        EpisodeHollow,   ///< a live episode without a live bout
        UnknownWord,     ///< an id that the vocabulary does not have
        ReportUnreadable ///< a report that is not in the form of its field
    };
    Check check;
    /// The table; for FileBroken, SQLite's first complaint.
    std::string where;
    int count = 1;
};
template <>
inline constexpr std::array kNames<Finding::Check> = std::to_array<std::string_view>(
    {"file_broken", "orphan", "owner_deleted", "end_before_begin", "bouts_overlap", "several_open",
     "episode_hollow", "unknown_word", "report_unreadable"});

/// Changes nothing. Throws StorageError where the file cannot even be asked.
[[nodiscard]] std::vector<Finding> verify(Database& database, const Vocabulary& vocabulary);

} // namespace unclench
