// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that a rule, an alarm or a report reads: typed, with range and default.
#pragma once

#include "core/diary/stamp.h"
#include "core/knowledge/names.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// A row as it is kept: one live row for each key that was ever set.
struct SettingRow {
    Stamp stamp;
    std::string key;
    std::string value;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("key", self.key);
        visit("value", self.value);
    }
    friend bool operator==(const SettingRow&, const SettingRow&) = default;
};

/// How often heat and cold are offered.
enum class Pace { Default, Alt000, Alt003, AltHw };
template <>
inline constexpr std::array kNames<Pace> = std::to_array<std::string_view>({"default", "alt_000",
                                                                            "alt_003", "alt_hw"});

enum class SettingKey {
    Pace,
    PatienceDays,
    SittingMinutes,
    BreakMinutes,
    FirstStartDone,
    NoticesSayWhy,
    AutostartOffered,
    SoundOn,
    SoundVolume,
    SpeechOn,
    RingThroughDnd,
    CareOffers,
    SittingOn,
    EarlyNotice,
    BreakPrompt,
    StandMinutes,
    WorkHours,
    WorkDays,
    Paper
};
template <>
inline constexpr std::array kNames<SettingKey> = std::to_array<std::string_view>(
    {"pace", "patience_days", "sitting_minutes", "break_minutes", "first_start_done",
     "notices_say_why", "autostart_offered", "sound_on", "sound_volume", "speech_on",
     "ring_through_dnd", "care_offers", "sitting_on", "early_notice", "break_prompt",
     "stand_minutes", "work_hours", "work_days", "paper"});

/// How somebody is told that a break is due, from quiet to loud.
enum class BreakPrompt { Notification, Card, FullScreen };
template <>
inline constexpr std::array
    kNames<BreakPrompt> = std::to_array<std::string_view>({"notification", "card", "full_screen"});

/// What the page for the doctor is laid out for. Usual: what is usual in this country.
enum class PaperSize { Usual, A4, Letter };
template <>
inline constexpr std::array kNames<PaperSize> = std::to_array<std::string_view>({"usual", "a4",
                                                                                 "letter"});

/// From when to when somebody works, in minutes of the local day, 0 to 1439, never the same. An end
/// before the beginning is one of the next day.
struct WorkHours {
    int fromMinute = 0;
    int toMinute = 0;

    friend bool operator==(const WorkHours&, const WorkHours&) = default;
};

struct Settings {
    struct Range {
        int least;
        int most;
    };
    static constexpr std::array kPatienceDays{7, 3};
    static constexpr Range kSittingMinutes{20, 60};
    static constexpr Range kBreakMinutes{1, 10};
    static constexpr Range kSoundVolume{0, 100};
    /// 0 beside these: standing is not timed.
    static constexpr Range kStandMinutes{5, 60};

    Pace pace = Pace::Default;
    /// After how many days without improvement a visit is advised: 7 (Empower Fitness: a week)
    /// or 3 (SAPNA: a few days).
    int patienceDays = 7;
    /// Minutes of sitting until a break is due, 20 to 60 (30: Verywell Health,
    /// SAPNA, Empower Fitness).
    int sittingMinutes = 30;
    /// Length of a break in minutes, 1 to 10 (2: De Carvalho 2023).
    int breakMinutes = 2;
    /// The screen of the first start was answered or passed over; it does not come again.
    bool isFirstStartDone = false;
    /// A notification may name the reason of an alert; others may look at the screen.
    bool noticesSayWhy = false;
    /// Starting with the desktop was offered; it is not offered again.
    bool isAutostartOffered = false;
    /// An alarm plays a sound, at `soundVolume` percent of what the player would play: 0 to 100.
    bool isSoundOn = true;
    int soundVolume = 70;
    /// An alarm speaks, as loud as its sound.
    bool isSpeechOn = true;
    /// The end of a session rings, too, while the desktop holds notices back.
    bool ringsThroughDnd = true;
    /// The next time for heat or cold is offered.
    bool offersCare = false;
    /// Sitting is measured at all.
    bool isSittingOn = true;
    /// A quiet word comes shortly before a break is due.
    bool hasEarlyNotice = false;
    BreakPrompt breakPrompt = BreakPrompt::Notification;
    /// After how many minutes of standing a change is suggested, 5 to 60; 0: never.
    int standMinutes = 0;
    /// Breaks are called for in these alone. Absent: at any time.
    std::optional<WorkHours> workHours = std::nullopt;
    /// The same for Monday to Friday.
    bool isWorkWeekdaysOnly = false;
    PaperSize paper = PaperSize::Usual;

    friend bool operator==(const Settings&, const Settings&) = default;
};

struct SettingsReading {
    Settings settings;
    /// Keys whose stored value is out of range or unknown: the default stands, and the person is
    /// told.
    std::vector<std::string> ignored;
};

/// Rows of keys that this version does not know are left alone: a newer one wrote them.
[[nodiscard]] SettingsReading settingsFrom(std::span<const SettingRow> rows);

/// The value of a setting as it is kept.
[[nodiscard]] std::string settingText(const Settings& settings, SettingKey key);

/// Where the values on offer come from: ids of sources (core/knowledge). Empty: nothing clinical.
[[nodiscard]] std::span<const std::string_view> sourcesOf(SettingKey key);

/// Whether `value` may be stored under `key`.
enum class SettingCheck { Fits, UnknownKey, OutOfRange };
[[nodiscard]] SettingCheck checkSetting(std::string_view key, std::string_view value);

} // namespace unclench
