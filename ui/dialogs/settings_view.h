// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings show, as values.
#pragma once

#include "core/diary/profile.h"
#include "core/diary/settings.h"
#include "core/knowledge/emergency_numbers.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace unclench::ui {

/// Which colours the program shows; kept on this computer, not in the diary.
enum class Appearance { System, Light, Dark, HighContrast };

struct SettingsView {
    Moment now;
    Settings settings;
    /// Keys whose stored value is out of range: the default stands.
    std::vector<std::string> ignored;
    Profile profile;
    /// Told, and not taken back.
    std::set<std::string> conditions;
    /// Absent: the number of this country is not known.
    std::optional<EmergencyNumber> suggestion;
};

} // namespace unclench::ui

namespace unclench {
template <>
inline constexpr std::array kNames<ui::Appearance> =
    std::to_array<std::string_view>({"system", "light", "dark", "high_contrast"});
} // namespace unclench
