// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of a diary found that is not as it must be.
#pragma once

#include "core/knowledge/names.h"
#include "core/time/moment.h"

#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// A record that a finding is about, as far as it can be told from others.
struct FoundRecord {
    std::string id;
    /// When it was, or began. Absent: it is of no time, or cannot be read.
    std::optional<Moment> at;
    /// When it ended. Absent: it did not, or has no length.
    std::optional<Moment> until;
    /// Of what has no time: what it is called.
    std::string name;

    friend bool operator==(const FoundRecord&, const FoundRecord&) = default;
};

/// One thing that is not as it must be: an id of what was checked, where, how often, and which.
struct Finding {
    enum class Check {
        FileBroken,       ///< SQLite's own check failed
        IndexesOff,       ///< the tables are sound, what leads to their rows is not
        SchemaOff,        ///< a table, index or trigger is missing or not as this version makes it
        SchemaExtra,      ///< one that this version does not make
        RowUnreadable,    ///< a record that does not fit its kind
        OrphanFound,      ///< refers to something that is not there
        LooseEnd,         ///< names an episode that is not there, and stands without it as well
        OwnerDeleted,     ///< belongs to an episode that was deleted without it
        ErasedStands,     ///< was erased, and is there all the same
        EndBeforeBegin,   ///< ends before it begins, by the clock that counts
        BoutsOverlap,     ///< two bouts of one episode at once
        EpisodesOverlap,  ///< two spasms at once
        SpansOverlap,     ///< two sessions, or two spans of sitting, of one machine at once
        SeveralOpen,      ///< more than one bout that is not over
        SeveralRunning,   ///< more than one session, or span of sitting, of one machine goes on
        EpisodeHollow,    ///< a live episode without a live bout
        UnknownWord,      ///< an id that this version does not know
        UnknownSetting,   ///< a setting that this version does not know
        SettingUnfit,     ///< a setting with a value out of its range: the default stands
        ReportUnreadable, ///< a report that is not in the form of its field
        ValueUnfit,       ///< a number or text that is out of its range
        InFuture,         ///< told for a time that has not come
        WrittenInFuture,  ///< written at a time that has not come: some clock was wrong
        TextUnfit,        ///< a text with a NUL, too long, or not UTF-8
        SeveralOfOne,     ///< two live records of what there is once; the latest stands
        NotesOff          ///< the search of notes does not hold what the notes say
    };
    Check check{};
    /// The table; for FileBroken and IndexesOff SQLite's first complaint, for a schema the name of
    /// what is off.
    std::string where;
    int count = 1;
    /// The records, each once, of overlaps both; at most kMostFound. Empty: there are none to name.
    std::vector<FoundRecord> which;

    static constexpr std::size_t kMostFound = 1000;

    friend bool operator==(const Finding&, const Finding&) = default;
};
template <>
inline constexpr std::array kNames<Finding::Check> = std::to_array<std::string_view>(
    {"file_broken",    "indexes_off",      "schema_off",        "schema_extra",
     "row_unreadable", "orphan",           "loose_end",         "owner_deleted",
     "erased_stands",  "end_before_begin", "bouts_overlap",     "episodes_overlap",
     "spans_overlap",  "several_open",     "several_running",   "episode_hollow",
     "unknown_word",   "unknown_setting",  "setting_unfit",     "report_unreadable",
     "value_unfit",    "in_future",        "written_in_future", "text_unfit",
     "several_of_one", "notes_off"});

static_assert(kNames<Finding::Check>.size() ==
              std::size_t{1} + static_cast<std::size_t>(Finding::Check::NotesOff));

/// How much a finding matters.
enum class Weight {
    Broken, ///< the file itself: go back to a copy, or save what can be read
    Wrong,  ///< what the diary says does not fit together: to be put right by hand
    Note    ///< nothing needs doing
};
template <>
inline constexpr std::array kNames<Weight> = std::to_array<std::string_view>({"broken", "wrong",
                                                                              "note"});

[[nodiscard]] Weight weightOf(Finding::Check check);

} // namespace unclench
