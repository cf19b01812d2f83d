// SPDX-License-Identifier: GPL-3.0-or-later
// What is allowed now: the decision procedure for heat and cold.
#pragma once

#include "core/care/situation.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

enum class CareStatus { Blocked, Allowed, Recommended };
template <>
inline constexpr std::array
    kNames<CareStatus> = std::to_array<std::string_view>({"blocked", "allowed", "recommended"});

/// Why, beside the ids of conditions (resources/knowledge/care.json) and of protocols.
namespace care_reason {
inline constexpr std::string_view kEmergencyOpen = "emergency_open";
inline constexpr std::string_view kUrgentOpen = "urgent_open";
inline constexpr std::string_view kSessionRunning = "session_running";
inline constexpr std::string_view kSkinNotNormal = "skin_not_normal";
inline constexpr std::string_view kSkinInjury = "skin_injury_24h";
inline constexpr std::string_view kHeatRaisedPain = "heat_raised_pain";
inline constexpr std::string_view kColdRaisedPain = "cold_raised_pain";
inline constexpr std::string_view kSkinRest = "skin_rest";
inline constexpr std::string_view kFeelingNotConfirmed = "feeling_not_confirmed";
inline constexpr std::string_view kClockCheck = "clock_check";
inline constexpr std::string_view kSoftCap = "soft_cap";
} // namespace care_reason

struct CareDecision {
    CareStatus status = CareStatus::Allowed;
    /// Of what is blocked: how long until it may start, if nothing is told until then. Absent: not
    /// blocked, or time alone does not free it.
    std::optional<std::chrono::milliseconds> wait;
    /// How long until the usual time between two starts is over; 0: it is.
    std::chrono::milliseconds due{0};
    std::chrono::minutes usual{0};
    /// The longest that a session may be planned for.
    std::chrono::minutes most{0};
    /// Low, cloth, and the skin looked at every few minutes.
    bool needsCaution = false;
    /// Ids, in the order of the procedure: of what blocks, else of what limits, and of the protocol
    /// where it is recommended.
    std::vector<std::string> because;
    /// The one that it follows.
    std::string protocol;
};

/// At most one of the two is recommended.
struct CareDecisions {
    CareDecision heat;
    CareDecision cold;

    [[nodiscard]] const CareDecision& of(Modality modality) const
    {
        return modality == Modality::Heat ? heat : cold;
    }
};

/// `kind`: with what heat is to be; absent: a pad.
[[nodiscard]] CareDecisions decide(const CareRules& rules,
                                   const Situation& situation,
                                   std::optional<CareKind> kind = std::nullopt);

/// How long until time alone could change a decision; more than 0. Absent: it cannot.
[[nodiscard]] std::optional<std::chrono::milliseconds> nextChange(const CareRules& rules,
                                                                  const Situation& situation);

/// A session that would be recommended, and in how long.
struct PlannedCare {
    Modality modality = Modality::Heat;
    std::chrono::milliseconds in{0};

    friend bool operator==(const PlannedCare&, const PlannedCare&) = default;
};

/// The next sessions within `span`, if each is taken when it is recommended, for its usual time,
/// and does no harm; at most `most` of them.
[[nodiscard]] std::vector<PlannedCare> planAhead(const CareRules& rules,
                                                 const Situation& situation,
                                                 std::chrono::milliseconds span,
                                                 std::size_t most);

} // namespace unclench
