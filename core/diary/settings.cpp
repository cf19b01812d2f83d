// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/settings.h"

#include <fmt/format.h>

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

bool setPrompt(Settings& settings, std::string_view text)
{
    const auto prompt = fromId<BreakPrompt>(text);
    settings.breakPrompt = prompt.value_or(settings.breakPrompt);
    return prompt.has_value();
}

bool setStandMinutes(Settings& settings, std::string_view text)
{
    if (text == "0") {
        settings.standMinutes = 0;
        return true;
    }
    return setNumber(settings.standMinutes, text, Settings::kStandMinutes);
}

/// "HH:MM", as minutes of the day.
std::optional<int> minuteOf(std::string_view text)
{
    const auto digit = [&](std::size_t at) { return text[at] - '0'; };
    const auto isDigit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !isDigit(0) || !isDigit(1) || !isDigit(3) ||
        !isDigit(4)) {
        return std::nullopt;
    }
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    return hour < 24 && minute < 60 ? std::optional{hour * 60 + minute} : std::nullopt;
}

bool setWorkHours(Settings& settings, std::string_view text)
{
    if (text == "off") {
        settings.workHours.reset();
        return true;
    }
    constexpr std::size_t kDash = 5;
    if (text.size() != 2 * kDash + 1 || text[kDash] != '-') {
        return false;
    }
    const auto from = minuteOf(text.substr(0, kDash));
    const auto to = minuteOf(text.substr(kDash + 1));
    if (!from || !to || from == to) {
        return false;
    }
    settings.workHours = WorkHours{*from, *to};
    return true;
}

std::string hoursText(const WorkHours& hours)
{
    return fmt::format("{:02}:{:02}-{:02}:{:02}", hours.fromMinute / 60, hours.fromMinute % 60,
                       hours.toMinute / 60, hours.toMinute % 60);
}

bool setWorkDays(Settings& settings, std::string_view text)
{
    settings.isWorkWeekdaysOnly = text == "weekdays";
    return settings.isWorkWeekdaysOnly || text == "every";
}

bool setPaper(Settings& settings, std::string_view text)
{
    const auto paper = fromId<PaperSize>(text);
    settings.paper = paper.value_or(settings.paper);
    return paper.has_value();
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
    case SettingKey::SittingOn: return setSwitch(settings.isSittingOn, text);
    case SettingKey::EarlyNotice: return setSwitch(settings.hasEarlyNotice, text);
    case SettingKey::BreakPrompt: return setPrompt(settings, text);
    case SettingKey::StandMinutes: return setStandMinutes(settings, text);
    case SettingKey::WorkHours: return setWorkHours(settings, text);
    case SettingKey::WorkDays: return setWorkDays(settings, text);
    case SettingKey::Paper: return setPaper(settings, text);
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
    case SettingKey::SittingOn: return settings.isSittingOn ? "yes" : "no";
    case SettingKey::EarlyNotice: return settings.hasEarlyNotice ? "yes" : "no";
    case SettingKey::BreakPrompt: return std::string{toId(settings.breakPrompt)};
    case SettingKey::StandMinutes: return std::to_string(settings.standMinutes);
    case SettingKey::WorkHours: return settings.workHours ? hoursText(*settings.workHours) : "off";
    case SettingKey::WorkDays: return settings.isWorkWeekdaysOnly ? "weekdays" : "every";
    case SettingKey::Paper: return std::string{toId(settings.paper)};
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
    case SettingKey::CareOffers:
    case SettingKey::SittingOn:
    case SettingKey::EarlyNotice:
    case SettingKey::BreakPrompt:
    case SettingKey::StandMinutes:
    case SettingKey::WorkHours:
    case SettingKey::WorkDays:
    case SettingKey::Paper: return {};
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
