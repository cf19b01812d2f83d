// SPDX-License-Identifier: GPL-3.0-or-later
// The few facts about a person that change advice. Conditions are records of their own
// (observations.h).
#pragma once

#include "core/diary/stamp.h"
#include "core/knowledge/names.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace unclench {

/// Values as text: a year; whole weeks, nothing for not pregnant; "heat:diabetes" for a clinician's
/// yes and "no:heat:diabetes" for taking it back; a number to dial; anything.
enum class ProfileKey { BirthYear, PregnantWeeks, ClinicianOk, EmergencyNumber, Name };
template <>
inline constexpr std::array kNames<ProfileKey> = std::to_array<std::string_view>(
    {"birth_year", "pregnant_weeks", "clinician_ok", "emergency_number", "name"});

/// What stands before a clinician's yes that is taken back.
inline constexpr std::string_view kTakenBack = "no:";

/// One told fact. The last told of a key is how it stands; `clinician_ok` collects.
struct ProfileEntry {
    Stamp stamp;
    Moment at;
    ProfileKey key = ProfileKey::BirthYear;
    std::string value;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("at", self.at);
        visit("key", self.key);
        visit("value", self.value);
    }
    friend bool operator==(const ProfileEntry&, const ProfileEntry&) = default;
};

/// A profile as it stands at a moment.
struct Profile {
    std::optional<int> birthYear;
    /// Weeks as told and the moment of telling: weeks count on from there.
    std::optional<int> pregnantWeeks;
    Moment pregnantTold;
    std::set<std::string> clinicianOk;
    std::optional<std::string> emergencyNumber;
    std::optional<std::string> name;

    /// Of the two ages that a birth year allows the older one, so that no age limit is missed.
    [[nodiscard]] std::optional<int> ageAt(const Moment& moment) const;
    /// The weeks as they have counted on since they were told. Absent: not told, or told as not
    /// pregnant.
    [[nodiscard]] std::optional<int> pregnantWeeksAt(const Moment& moment) const;
};

inline constexpr int kOldestAge = 120;
inline constexpr int kMostPregnantWeeks = 45;

/// Conditions that change what is advised, asked at the first start, each of them skippable.
inline constexpr std::array kAskedConditions = std::to_array<std::string_view>(
    {"osteoporosis", "past_fragility_fracture", "steroid_long", "cancer_history", "injects_drugs",
     "weak_immune", "diabetes", "neuropathy", "raynaud", "poor_circulation", "anticoagulant",
     "heart_failure", "reduced_skin_feeling", "multiple_sclerosis"});

/// The birth year that makes someone `age` at `moment`. Requires: 0 <= age <= kOldestAge.
[[nodiscard]] int birthYearFor(int age, const Moment& moment);

/// Requires: `entries` live and in the order told.
[[nodiscard]] Profile profileFrom(std::span<const ProfileEntry> entries);

} // namespace unclench
