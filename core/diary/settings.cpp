// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/settings.h"

#include <array>
#include <charconv>

namespace unclench {

namespace {

bool setNumber(int& target, std::string_view text, Settings::Range range)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < range.least ||
        value > range.most) {
        return false;
    }
    target = value;
    return true;
}

bool setPace(Settings& settings, std::string_view text)
{
    const auto pace = fromId<Pace>(text);
    settings.pace = pace.value_or(settings.pace);
    return pace.has_value();
}

bool setPatience(Settings& settings, std::string_view text)
{
    for (const int days : Settings::kPatienceDays) {
        if (text == std::to_string(days)) {
            settings.patienceDays = days;
            return true;
        }
    }
    return false;
}

bool setSwitch(bool& target, std::string_view text)
{
    target = text == "yes";
    return target || text == "no";
}

/// Puts a text into the settings; false where it is out of range.
bool put(Settings& settings, SettingKey key, std::string_view text)
{
    switch (key) {
    case SettingKey::Pace: return setPace(settings, text);
    case SettingKey::PatienceDays: return setPatience(settings, text);
    case SettingKey::SittingMinutes:
        return setNumber(settings.sittingMinutes, text, Settings::kSittingMinutes);
    case SettingKey::BreakMinutes:
        return setNumber(settings.breakMinutes, text, Settings::kBreakMinutes);
    case SettingKey::FirstStartDone: return setSwitch(settings.isFirstStartDone, text);
    case SettingKey::NoticesSayWhy: return setSwitch(settings.noticesSayWhy, text);
    case SettingKey::AutostartOffered: return setSwitch(settings.isAutostartOffered, text);
    case SettingKey::SoundOn: return setSwitch(settings.isSoundOn, text);
    case SettingKey::SoundVolume:
        return setNumber(settings.soundVolume, text, Settings::kSoundVolume);
    case SettingKey::SpeechOn: return setSwitch(settings.isSpeechOn, text);
    case SettingKey::RingThroughDnd: return setSwitch(settings.ringsThroughDnd, text);
    case SettingKey::CareOffers: return setSwitch(settings.offersCare, text);
    }
    return false;
}

} // namespace

SettingsReading settingsFrom(std::span<const SettingRow> rows)
{
    SettingsReading reading;
    for (const SettingRow& row : rows) {
        const auto key = fromId<SettingKey>(row.key);
        if (key && !put(reading.settings, *key, row.value)) {
            reading.ignored.push_back(row.key);
        }
    }
    return reading;
}

std::string settingText(const Settings& settings, SettingKey key)
{
    switch (key) {
    case SettingKey::Pace: return std::string{toId(settings.pace)};
    case SettingKey::PatienceDays: return std::to_string(settings.patienceDays);
    case SettingKey::SittingMinutes: return std::to_string(settings.sittingMinutes);
    case SettingKey::BreakMinutes: return std::to_string(settings.breakMinutes);
    case SettingKey::FirstStartDone: return settings.isFirstStartDone ? "yes" : "no";
    case SettingKey::NoticesSayWhy: return settings.noticesSayWhy ? "yes" : "no";
    case SettingKey::AutostartOffered: return settings.isAutostartOffered ? "yes" : "no";
    case SettingKey::SoundOn: return settings.isSoundOn ? "yes" : "no";
    case SettingKey::SoundVolume: return std::to_string(settings.soundVolume);
    case SettingKey::SpeechOn: return settings.isSpeechOn ? "yes" : "no";
    case SettingKey::RingThroughDnd: return settings.ringsThroughDnd ? "yes" : "no";
    case SettingKey::CareOffers: return settings.offersCare ? "yes" : "no";
    }
    return {};
}

std::span<const std::string_view> sourcesOf(SettingKey key)
{
    static constexpr std::array<std::string_view, 4> kPace{"health_article", "verywell", "sapna",
                                                           "healthwise"};
    static constexpr std::array<std::string_view, 2> kPatience{"empower", "sapna"};
    static constexpr std::array<std::string_view, 3> kSitting{"verywell", "sapna", "empower"};
    static constexpr std::array<std::string_view, 1> kBreak{"de_carvalho"};
    switch (key) {
    case SettingKey::Pace: return kPace;
    case SettingKey::PatienceDays: return kPatience;
    case SettingKey::SittingMinutes: return kSitting;
    case SettingKey::BreakMinutes: return kBreak;
    case SettingKey::FirstStartDone:
    case SettingKey::NoticesSayWhy:
    case SettingKey::AutostartOffered:
    case SettingKey::SoundOn:
    case SettingKey::SoundVolume:
    case SettingKey::SpeechOn:
    case SettingKey::RingThroughDnd:
    case SettingKey::CareOffers: return {};
    }
    return {};
}

SettingCheck checkSetting(std::string_view name, std::string_view value)
{
    const auto key = fromId<SettingKey>(name);
    if (!key) {
        return SettingCheck::UnknownKey;
    }
    Settings scratch;
    return put(scratch, *key, value) ? SettingCheck::Fits : SettingCheck::OutOfRange;
}

} // namespace unclench
