// SPDX-License-Identifier: GPL-3.0-or-later
// What History was narrowed by, kept under a name.
#pragma once

#include "core/diary/history.h"
#include "core/diary/stamp.h"

#include <optional>
#include <string>

namespace unclench {

template <>
inline constexpr std::array
    kNames<HistorySpan> = std::to_array<std::string_view>({"ever", "days_30", "year", "from_to"});

/// As a person chose it: the search as typed, since what a word means depends on the language.
struct SavedFilter {
    Stamp stamp;
    /// Not blank.
    std::string name;
    std::string search;
    HistorySpan span = HistorySpan::Ever;
    /// "2026-03-02"; empty but with HistorySpan::FromTo.
    std::string fromDay;
    std::string toDay;
    /// "lower_back:left"; empty: any. So are the others.
    std::string place;
    std::optional<int> painAtLeast;
    std::optional<int> painAtMost;
    std::string symptom;
    std::string trigger;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("name", self.name);
        visit("search", self.search);
        visit("span", self.span);
        visit("from_day", self.fromDay);
        visit("to_day", self.toDay);
        visit("place", self.place);
        visit("pain_at_least", self.painAtLeast);
        visit("pain_at_most", self.painAtMost);
        visit("symptom", self.symptom);
        visit("trigger_id", self.trigger);
    }
    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

} // namespace unclench
