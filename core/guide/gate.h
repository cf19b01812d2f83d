// SPDX-License-Identifier: GPL-3.0-or-later
// Whether stretches and exercise are open now: after the gate of the clinical document, section 4.
#pragma once

#include "core/diary/episode.h"
#include "core/diary/observations.h"
#include "core/knowledge/guide.h"
#include "core/knowledge/names.h"
#include "core/knowledge/red_flags.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace unclench {

/// The condition by which a person tells whether it cramps now.
inline constexpr std::string_view kCrampNow = "cramp_now";

/// What keeps exercise closed.
enum class ExerciseBar { Cramp, CrampUnknown, PainAbove3, HigherThanYesterday, AlertOpen };
template <>
inline constexpr std::array kNames<ExerciseBar> = std::to_array<std::string_view>(
    {"cramp", "cramp_unknown", "pain_above_3", "higher_than_yesterday", "alert_open"});

/// How strong it was at a moment, by a reading or by a day without pain (0).
struct PainTold {
    Moment at;
    int pain = 0;
};

/// What the gate looks at. What lies in the future of the clock (it was set back) counts as any
/// other.
struct ExerciseTold {
    Moment now;
    /// In the order in which they were told; others than kCrampNow are passed over.
    std::vector<Condition> conditions;
    /// At least the one that is open and the one that ended last; in any order.
    std::vector<Bout> bouts;
    /// While a spasm is open, in the order of time: all of it, and what else was told yesterday and
    /// today. While none is: empty, for then no pain stands in the way.
    std::vector<PainTold> pains;
    /// The highest level of an alert that is open or snoozed. Absent: there is none.
    std::optional<Level> highest;
};

struct ExerciseGate {
    /// Empty: exercise is open. In the order of ExerciseBar.
    std::vector<ExerciseBar> because;
    /// Absent: not known.
    std::optional<bool> isCramping;
    /// When that was told. Set where `isCramping` is.
    std::optional<Moment> crampTold;
    /// The last pain told, and the last of the local day before. Absent: not told.
    std::optional<int> pain;
    std::optional<int> painYesterday;

    [[nodiscard]] bool isAllowed() const { return because.empty(); }
};

/// Open means all of: no cramp now; pain at most GuideNumber::MostPain at its last telling, and not
/// higher than at the last telling of the previous local day; no alert of Urgent or more.
///
/// - **Cramp**: what was told last. Never told is not known. A yes counts until the spasm is over;
///   from then on it is not known. A no counts until a spasm begins after it, and at most to the
///   end of the GuideNumber::CrampToldDays local days after the one on which it was told; from then
///   on it is not known. Not known keeps exercise closed, for then the person is asked.
/// - **Yesterday** is compared by its last telling, not by its worst: after a bad morning and a
///   better evening, a pain that rises again is higher. Where nothing was told yesterday there is
///   nothing to be higher than.
[[nodiscard]] ExerciseGate exerciseGate(const ExerciseTold& told, const Guide& guide);

} // namespace unclench
