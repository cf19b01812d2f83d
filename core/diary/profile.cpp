// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/profile.h"

#include <charconv>

namespace unclench {

namespace {

std::optional<int> number(const std::string& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

std::optional<std::string> unlessEmpty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

} // namespace

int birthYearFor(int age, const Moment& moment)
{
    return static_cast<int>(std::chrono::year_month_day{moment.localDay()}.year()) - age;
}

std::optional<int> Profile::ageAt(const Moment& moment) const
{
    if (!birthYear) {
        return std::nullopt;
    }
    return static_cast<int>(std::chrono::year_month_day{moment.localDay()}.year()) - *birthYear;
}

std::optional<int> Profile::pregnantWeeksAt(const Moment& moment) const
{
    if (!pregnantWeeks) {
        return std::nullopt;
    }
    const auto passed = moment.localDay() - pregnantTold.localDay();
    return *pregnantWeeks +
           static_cast<int>(std::chrono::floor<std::chrono::weeks>(passed).count());
}

Profile profileFrom(std::span<const ProfileEntry> entries)
{
    Profile profile;
    for (const ProfileEntry& entry : entries) {
        switch (entry.key) {
        case ProfileKey::BirthYear: profile.birthYear = number(entry.value); break;
        case ProfileKey::PregnantWeeks:
            profile.pregnantWeeks = number(entry.value);
            profile.pregnantTold = entry.at;
            break;
        case ProfileKey::ClinicianOk:
            if (entry.value.starts_with(kTakenBack)) {
                profile.clinicianOk.erase(entry.value.substr(kTakenBack.size()));
            } else {
                profile.clinicianOk.insert(entry.value);
            }
            break;
        case ProfileKey::EmergencyNumber: profile.emergencyNumber = unlessEmpty(entry.value); break;
        case ProfileKey::Name: profile.name = unlessEmpty(entry.value); break;
        }
    }
    return profile;
}

} // namespace unclench
