// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold as knowledge: how long and how often, and for whom not. Every number names its
// source.
#pragma once

#include "core/knowledge/modality.h"
#include "core/knowledge/vocabulary.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// One number that decides something; what it means is said where it is used (core/care).
enum class CareThreshold {
    RestMinutes,
    LongestMinutes,
    CautionMinutes,
    SkinCheckMinutes,
    SkinInjuryHours,
    MostSessions,
    MostSessionsHours,
    ColdFirstHours,
    FirstDayHours,
    FreshInjuryHours,
    SwollenHours,
    SedatingHours,
    PatchHours,
    OintmentHours,
    BloodThinnerDays,
    ChildYears,
    ThinSkinYears
};
template <>
inline constexpr std::array kNames<CareThreshold> = std::to_array<std::string_view>(
    {"rest_minutes", "longest_minutes", "caution_minutes", "skin_check_minutes",
     "skin_injury_hours", "most_sessions", "most_sessions_hours", "cold_first_hours",
     "first_day_hours", "fresh_injury_hours", "swollen_hours", "sedating_hours", "patch_hours",
     "ointment_hours", "blood_thinner_days", "child_years", "thin_skin_years"});

/// How a treatment is done. Of one modality, or of a pace that a person chose for both.
struct Protocol {
    std::string id;
    std::optional<Modality> modality;
    /// As in the settings.
    std::optional<std::string> pace;
    /// Minutes of one session.
    std::chrono::minutes least;
    std::chrono::minutes usual;
    std::chrono::minutes most;
    /// From one start to the next of the same modality; 0: the rest after the end is enough.
    std::chrono::minutes interval;
    std::vector<std::string> sources;
};

/// In rising order.
enum class LimitLevel {
    Free,
    Caution, ///< shorter, low, the skin looked at more often
    NeedsOk, ///< blocked until the person records that a clinician said it is fine; then Caution
    Blocked  ///< whatever a clinician said
};
template <>
inline constexpr std::array kNames<LimitLevel> =
    std::to_array<std::string_view>({"free", "caution", "needs_ok", "blocked"});

/// What is not told as a condition but worked out; each one's meaning stands in
/// core/care/situation.h.
enum class CareFact {
    ColdAllergy,
    BandRash,
    FreshSwelling,
    StillSwollen,
    BloodThinner,
    Patch,
    Ointment,
    Sedating,
    Child,
    ThinSkin,
    Pregnant,
    FeverAlert
};
template <>
inline constexpr std::array kNames<CareFact> = std::to_array<std::string_view>(
    {"cold_allergy", "band_rash", "fresh_swelling", "still_swollen", "blood_thinner", "patch",
     "ointment", "sedating", "child", "thin_skin", "pregnant", "fever_alert"});

/// One row of the contraindications.
struct Limit {
    std::string id;
    /// Conditions of the vocabulary, any of which makes it hold.
    std::vector<std::string> conditions;
    std::optional<CareFact> fact;
    /// Under which id the fact is given as a reason, and a clinician's yes is looked for.
    std::string countsAs;
    /// Holds only together with an injury in this episode.
    bool needsInjury = false;
    LimitLevel heat = LimitLevel::Free;
    LimitLevel cold = LimitLevel::Free;
    /// Where a kind of heat is limited otherwise than a pad.
    std::map<CareKind, LimitLevel> kinds;
    /// Asked about before the first session that it would limit.
    bool isAsked = false;
    std::vector<std::string> sources;

    [[nodiscard]] LimitLevel level(Modality modality, std::optional<CareKind> kind) const;
};

/// Read once at start, passed by reference, never changed.
class CareRules {
public:
    /// The knowledge that was built into the program, read at the first call. Throws
    /// KnowledgeError.
    [[nodiscard]] static const CareRules& builtIn();
    /// Throws KnowledgeError on anything but the documented form (docs/architecture.md, Knowledge).
    [[nodiscard]] static CareRules parse(std::string_view bytes, const Vocabulary& vocabulary);

    [[nodiscard]] int number(CareThreshold threshold) const { return m_numbers.at(threshold); }
    [[nodiscard]] std::chrono::minutes minutes(CareThreshold threshold) const
    {
        return std::chrono::minutes{number(threshold)};
    }
    [[nodiscard]] std::chrono::hours hours(CareThreshold threshold) const
    {
        return std::chrono::hours{number(threshold)};
    }
    /// Requires: `id` is that of a protocol which parse demands ("heat_recurrent", ...).
    [[nodiscard]] const Protocol& protocol(std::string_view id) const;
    /// nullptr: the pace of the default protocols.
    [[nodiscard]] const Protocol* protocolOf(std::string_view pace) const;
    [[nodiscard]] const std::vector<Protocol>& protocols() const { return m_protocols; }
    [[nodiscard]] const std::vector<Limit>& limits() const { return m_limits; }

private:
    std::map<CareThreshold, int> m_numbers;
    std::vector<Protocol> m_protocols;
    std::vector<Limit> m_limits;
};

} // namespace unclench
