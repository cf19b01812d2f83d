// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/settings.h"

#include <array>
#include <charconv>

namespace unclench {

namespace {

bool setNumber(int& target, std::string_view text, int least, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
        return false;
    }
    target = value;
    return true;
}

struct Key {
    std::string_view name;
    /// Puts a text into the settings; false where it is out of range.
    bool (*set)(Settings&, std::string_view);
};

constexpr std::array kKeys{
    Key{"pace",
        [](Settings& settings, std::string_view text) {
            const auto pace = fromId<Pace>(text);
            settings.pace = pace.value_or(settings.pace);
            return pace.has_value();
        }},
    Key{"patience_days",
        [](Settings& settings, std::string_view text) {
            return (text == "3" || text == "7") && setNumber(settings.patienceDays, text, 3, 7);
        }},
    Key{"sitting_minutes",
        [](Settings& settings, std::string_view text) {
            return setNumber(settings.sittingMinutes, text, 20, 60);
        }},
    Key{"break_minutes",
        [](Settings& settings, std::string_view text) {
            return setNumber(settings.breakMinutes, text, 1, 10);
        }},
};

} // namespace

SettingsReading settingsFrom(std::span<const SettingRow> rows)
{
    SettingsReading reading;
    for (const SettingRow& row : rows) {
        for (const Key& key : kKeys) {
            if (key.name == row.key && !key.set(reading.settings, row.value)) {
                reading.ignored.push_back(row.key);
            }
        }
    }
    return reading;
}

SettingCheck checkSetting(std::string_view name, std::string_view value)
{
    for (const Key& key : kKeys) {
        if (key.name == name) {
            Settings scratch;
            return key.set(scratch, value) ? SettingCheck::Fits : SettingCheck::OutOfRange;
        }
    }
    return SettingCheck::UnknownKey;
}

} // namespace unclench
