// SPDX-License-Identifier: GPL-3.0-or-later
// What can be told about an episode besides time and pain, and its form in a report.
#pragma once

#include "core/knowledge/names.h"
#include "core/knowledge/vocabulary.h"
#include "core/time/moment.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unclench {

/// In the order of the members of Details. How a value stands in a report: regions as
/// `["lower_back:left","hip"]`, other lists as `["twisting"]`, one id or text as `"sudden"`, yes
/// and no as `true` and `false`, the length of a spasm in whole seconds, a moment as
/// `"2026-03-02T08:00:00+01:00"`.
enum class DetailField {
    Regions,
    Triggers,
    Quality,
    Signs,
    Pattern,
    Activity,
    FirstEver,
    Sudden,
    Swelling,
    BruiseOverSpine,
    SpasmSeconds,
    InjuryAt,
    Note
};
template <>
inline constexpr std::array kNames<DetailField> = std::to_array<std::string_view>(
    {"regions", "triggers", "quality", "signs", "pattern", "activity", "first_ever", "sudden",
     "swelling", "bruise_over_spine", "spasm_seconds", "injury_at", "note"});

/// A place on the back, and where it has sides, which.
struct Place {
    std::string region;
    std::optional<Side> side;

    friend bool operator==(const Place&, const Place&) = default;
};

/// Every member absent until told. An empty list was told too: "no trigger".
struct Details {
    std::optional<std::vector<Place>> regions;
    std::optional<std::vector<std::string>> triggers;
    std::optional<std::vector<std::string>> quality;
    std::optional<std::vector<std::string>> signs;
    std::optional<std::string> pattern;
    std::optional<std::string> activity;
    /// The first back spasm of this person's life.
    std::optional<bool> firstEver;
    std::optional<bool> sudden;
    std::optional<bool> swelling;
    std::optional<bool> bruiseOverSpine;
    /// How long one spasm lasts, as told. 0 s to 365 d.
    std::optional<std::chrono::seconds> spasmLength;
    std::optional<Moment> injuryAt;
    std::optional<std::string> note;

    /// Calls `visit(field, member)` for each member in the order of DetailField.
    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(DetailField::Regions, self.regions);
        visit(DetailField::Triggers, self.triggers);
        visit(DetailField::Quality, self.quality);
        visit(DetailField::Signs, self.signs);
        visit(DetailField::Pattern, self.pattern);
        visit(DetailField::Activity, self.activity);
        visit(DetailField::FirstEver, self.firstEver);
        visit(DetailField::Sudden, self.sudden);
        visit(DetailField::Swelling, self.swelling);
        visit(DetailField::BruiseOverSpine, self.bruiseOverSpine);
        visit(DetailField::SpasmSeconds, self.spasmLength);
        visit(DetailField::InjuryAt, self.injuryAt);
        visit(DetailField::Note, self.note);
    }
    friend bool operator==(const Details&, const Details&) = default;
};

/// The told members as (field, JSON), in the order of DetailField.
[[nodiscard]] std::vector<std::pair<DetailField, std::string>> toReports(const Details& details);

/// Puts one told value into `details`. False: the JSON is not in the form of the field, nothing
/// changed.
[[nodiscard]] bool apply(Details& details, DetailField field, std::string_view json);

/// "lower_back:left" or "hip". Absent: what stands behind the colon is no side.
[[nodiscard]] std::optional<Place> parsePlace(std::string_view text);
[[nodiscard]] std::string toText(const Place& place);

} // namespace unclench
