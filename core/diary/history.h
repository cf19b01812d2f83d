// SPDX-License-Identifier: GPL-3.0-or-later
// What History asks of the diary and what it is told: values between the store and the pages.
#pragma once

#include "core/diary/course.h"
#include "core/diary/observations.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// One word of a search: found where a note has a word that begins so, whatever the case and the
/// marks on the letters, or where one of the ids was told.
struct SearchWord {
    std::string text;
    std::vector<std::string> regions;
    std::vector<std::string> triggers;
    std::vector<std::string> symptoms;

    friend bool operator==(const SearchWord&, const SearchWord&) = default;
};

/// Which onsets: by the local day that it was there and then.
enum class HistorySpan { Ever, Days30, Year, FromTo };

enum class HistoryColumn { Began, Lasted, Worst, LastPain, Where, Triggers, Notes };
inline constexpr int kHistoryColumns = 7;

/// Every member narrows; one that is empty or absent does not. Lists: any of them.
struct HistoryFilter {
    /// All of them, anywhere in the episode.
    std::vector<SearchWord> words;
    HistorySpan span = HistorySpan::Ever;
    /// Both days count; only with HistorySpan::FromTo.
    std::optional<std::chrono::local_days> from;
    std::optional<std::chrono::local_days> to;
    /// As it stands now. A place without a side: any side; one with: that side or both.
    std::vector<Place> regions;
    /// Worst pain; an episode without a reading has none.
    std::optional<int> painAtLeast;
    std::optional<int> painAtMost;
    std::vector<std::string> symptoms;
    std::vector<std::string> triggers;
    /// The deleted ones instead of the live ones.
    bool isDeleted = false;

    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

struct HistorySort {
    HistoryColumn by = HistoryColumn::Began;
    bool isDescending = true;
    /// For Where and Triggers: the ids in the order of their words. What is not in it comes last.
    std::vector<std::string> order;

    friend bool operator==(const HistorySort&, const HistorySort&) = default;
};

/// One line of History.
struct HistoryRow {
    EpisodeLine line;
    /// As in Details; empty where not told.
    std::vector<std::string> triggers;
    /// The beginning of the latest note, at most 200 characters; empty where there is none.
    std::string note;
    /// Another one, not deleted, was there at the same time: two computers may tell of one.
    bool isBesideAnother = false;

    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

/// One episode, whether deleted or not: what was deleted with it counts in it.
struct HistoryEntry {
    Course course;
    std::vector<Symptom> symptoms;
    bool isDeleted = false;
    /// When another one began that was there at the same time. Absent: none was.
    std::optional<Moment> beside;
};

} // namespace unclench
