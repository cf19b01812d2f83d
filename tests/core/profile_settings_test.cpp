// SPDX-License-Identifier: GPL-3.0-or-later
// The profile and the settings as they stand after all that was told.
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::at;
using tests::Diary;
using tests::done;
using tests::fact;
using tests::refusalOf;

void tell(Diary& diary, ProfileKey key, const char* value)
{
    diary.clock.pass(1min);
    static_cast<void>(done(diary.journal().tell(fact(key, value), std::nullopt)));
}

TEST(Profile, IsEmptyWhereNothingWasTold)
{
    Diary diary;

    const Profile profile = diary.engine.profile();

    EXPECT_FALSE(profile.birthYear);
    EXPECT_FALSE(profile.ageAt(diary.clock.now().wall));
    EXPECT_FALSE(profile.pregnantWeeks);
    EXPECT_THAT(profile.clinicianOk, IsEmpty());
    EXPECT_FALSE(profile.emergencyNumber);
    EXPECT_FALSE(profile.name);
}

TEST(Profile, CountsAgeByYearFromTheFirstOfJanuary)
{
    Profile profile;
    profile.birthYear = 1986;

    EXPECT_EQ(profile.ageAt(at("2025-12-31T23:59+01:00")), 39);
    EXPECT_EQ(profile.ageAt(at("2026-01-01T00:00+01:00")), 40);
    EXPECT_EQ(birthYearFor(40, at("2026-01-01T00:00+01:00")), 1986);
}

TEST(Profile, HoldsTheLastToldOfEachKey)
{
    Diary diary;
    tell(diary, ProfileKey::BirthYear, "1980");
    tell(diary, ProfileKey::BirthYear, "1981");
    tell(diary, ProfileKey::Name, "Ada");
    tell(diary, ProfileKey::EmergencyNumber, "112");
    tell(diary, ProfileKey::EmergencyNumber, "");

    const Profile profile = diary.engine.profile();

    EXPECT_EQ(profile.birthYear, 1981);
    EXPECT_EQ(profile.name, "Ada");
    EXPECT_FALSE(profile.emergencyNumber);
}

TEST(Profile, RemembersWhenWeeksOfPregnancyWereTold)
{
    Diary diary;
    tell(diary, ProfileKey::PregnantWeeks, "20");
    const Moment told = diary.clock.now().wall;
    tell(diary, ProfileKey::Name, "Ada");

    EXPECT_EQ(diary.engine.profile().pregnantWeeks, 20);
    EXPECT_EQ(diary.engine.profile().pregnantTold, told);

    tell(diary, ProfileKey::PregnantWeeks, "");

    EXPECT_FALSE(diary.engine.profile().pregnantWeeks);
}

TEST(Profile, CollectsWhatAClinicianAllowedUntilItIsTakenBack)
{
    Diary diary;
    tell(diary, ProfileKey::ClinicianOk, "heat:diabetes");
    tell(diary, ProfileKey::ClinicianOk, "cold:raynaud");
    tell(diary, ProfileKey::ClinicianOk, "no:heat:diabetes");
    tell(diary, ProfileKey::ClinicianOk, "no:heat:rash");

    EXPECT_THAT(diary.engine.profile().clinicianOk, ElementsAre("cold:raynaud"));
}

struct FactCase {
    const char* name;
    ProfileKey key;
    const char* value;
    std::optional<ProblemKind> refusal;

    friend void PrintTo(const FactCase& c, std::ostream* out) { *out << c.name; }
};

class ToldFact : public testing::TestWithParam<FactCase> {};

TEST_P(ToldFact, IsKeptOrRefused)
{
    Diary diary;

    const auto result = diary.journal().tell(fact(GetParam().key, GetParam().value), std::nullopt);

    if (GetParam().refusal) {
        EXPECT_EQ(refusalOf(result), GetParam().refusal);
        EXPECT_THAT(diary.engine.diary().profileEntries(), IsEmpty());
    } else {
        EXPECT_EQ(done(result).at, diary.clock.now().wall);
    }
}

constexpr auto kFits = std::nullopt;

const FactCase kFacts[] = {
    {"born this year", ProfileKey::BirthYear, "2026", kFits},
    {"born 120 years ago", ProfileKey::BirthYear, "1906", kFits},
    {"born next year", ProfileKey::BirthYear, "2027", ProblemKind::OutOfRange},
    {"born 121 years ago", ProfileKey::BirthYear, "1905", ProblemKind::OutOfRange},
    {"a birth year in words", ProfileKey::BirthYear, "eighty", ProblemKind::Unreadable},
    {"a birth year with something after it", ProfileKey::BirthYear, "1980 ",
     ProblemKind::Unreadable},
    {"no birth year", ProfileKey::BirthYear, "", ProblemKind::Unreadable},
    {"a birth year beyond any number", ProfileKey::BirthYear, "99999999999",
     ProblemKind::Unreadable},
    {"not pregnant", ProfileKey::PregnantWeeks, "", kFits},
    {"no week yet", ProfileKey::PregnantWeeks, "0", kFits},
    {"45 weeks", ProfileKey::PregnantWeeks, "45", kFits},
    {"46 weeks", ProfileKey::PregnantWeeks, "46", ProblemKind::OutOfRange},
    {"minus one week", ProfileKey::PregnantWeeks, "-1", ProblemKind::OutOfRange},
    {"half a week", ProfileKey::PregnantWeeks, "20.5", ProblemKind::Unreadable},
    {"heat allowed", ProfileKey::ClinicianOk, "heat:diabetes", kFits},
    {"cold no longer allowed", ProfileKey::ClinicianOk, "no:cold:raynaud", kFits},
    {"neither heat nor cold", ProfileKey::ClinicianOk, "light:diabetes", ProblemKind::UnknownId},
    {"a condition nobody knows", ProfileKey::ClinicianOk, "heat:sadness", ProblemKind::UnknownId},
    {"heat without a condition", ProfileKey::ClinicianOk, "heat", ProblemKind::UnknownId},
    {"heat with an empty condition", ProfileKey::ClinicianOk, "heat:", ProblemKind::UnknownId},
    {"nothing taken back", ProfileKey::ClinicianOk, "no:", ProblemKind::UnknownId},
    {"taken back twice", ProfileKey::ClinicianOk, "no:no:heat:diabetes", ProblemKind::UnknownId},
    {"any number to dial", ProfileKey::EmergencyNumber, "+49 112", kFits},
    {"a name in another script", ProfileKey::Name, "\xD8\xB8\xD9\x87\xD8\xB1", kFits},
    {"a name that is not UTF 8", ProfileKey::Name, "Andr\xE9", ProblemKind::NotUtf8},
};
INSTANTIATE_TEST_SUITE_P(All, ToldFact, testing::ValuesIn(kFacts), tests::caseName<FactCase>);

struct SettingCase {
    const char* name;
    const char* key;
    const char* value;
    SettingCheck check;

    friend void PrintTo(const SettingCase& c, std::ostream* out) { *out << c.name; }
};

class SettingValue : public testing::TestWithParam<SettingCase> {};

TEST_P(SettingValue, IsChecked)
{
    EXPECT_EQ(checkSetting(GetParam().key, GetParam().value), GetParam().check);
}

const SettingCase kSettings[] = {
    {"each pace 1", "pace", "default", SettingCheck::Fits},
    {"each pace 2", "pace", "alt_000", SettingCheck::Fits},
    {"each pace 3", "pace", "alt_003", SettingCheck::Fits},
    {"each pace 4", "pace", "alt_hw", SettingCheck::Fits},
    {"a pace that is none", "pace", "fast", SettingCheck::OutOfRange},
    {"patience of 3", "patience_days", "3", SettingCheck::Fits},
    {"patience of 7", "patience_days", "7", SettingCheck::Fits},
    {"patience between", "patience_days", "5", SettingCheck::OutOfRange},
    {"patience with a zero before", "patience_days", "07", SettingCheck::OutOfRange},
    {"sitting 19", "sitting_minutes", "19", SettingCheck::OutOfRange},
    {"sitting 20", "sitting_minutes", "20", SettingCheck::Fits},
    {"sitting 60", "sitting_minutes", "60", SettingCheck::Fits},
    {"sitting 61", "sitting_minutes", "61", SettingCheck::OutOfRange},
    {"break 0", "break_minutes", "0", SettingCheck::OutOfRange},
    {"break 1", "break_minutes", "1", SettingCheck::Fits},
    {"break 10", "break_minutes", "10", SettingCheck::Fits},
    {"break 11", "break_minutes", "11", SettingCheck::OutOfRange},
    {"no number", "break_minutes", "two", SettingCheck::OutOfRange},
    {"a number with a unit", "sitting_minutes", "30m", SettingCheck::OutOfRange},
    {"nothing", "sitting_minutes", "", SettingCheck::OutOfRange},
    {"a number too long", "sitting_minutes", "30000000000", SettingCheck::OutOfRange},
    {"volume of nothing", "sound_volume", "0", SettingCheck::Fits},
    {"the whole volume", "sound_volume", "100", SettingCheck::Fits},
    {"more than the whole volume", "sound_volume", "101", SettingCheck::OutOfRange},
    {"less than no volume", "sound_volume", "-1", SettingCheck::OutOfRange},
    {"sound off", "sound_on", "no", SettingCheck::Fits},
    {"sound in other words", "sound_on", "off", SettingCheck::OutOfRange},
    {"speech off", "speech_on", "no", SettingCheck::Fits},
    {"not through do not disturb", "ring_through_dnd", "no", SettingCheck::Fits},
    {"offers", "care_offers", "yes", SettingCheck::Fits},
    {"offers in capitals", "care_offers", "YES", SettingCheck::OutOfRange},
    {"sitting not measured", "sitting_on", "no", SettingCheck::Fits},
    {"an early notice", "early_notice", "yes", SettingCheck::Fits},
    {"a card", "break_prompt", "card", SettingCheck::Fits},
    {"the full screen", "break_prompt", "full_screen", SettingCheck::Fits},
    {"a prompt that is none", "break_prompt", "siren", SettingCheck::OutOfRange},
    {"standing not timed", "stand_minutes", "0", SettingCheck::Fits},
    {"standing 4", "stand_minutes", "4", SettingCheck::OutOfRange},
    {"standing 5", "stand_minutes", "5", SettingCheck::Fits},
    {"standing 60", "stand_minutes", "60", SettingCheck::Fits},
    {"standing 61", "stand_minutes", "61", SettingCheck::OutOfRange},
    {"no hours of work", "work_hours", "off", SettingCheck::Fits},
    {"hours of work", "work_hours", "08:30-17:00", SettingCheck::Fits},
    {"hours of a night", "work_hours", "22:00-06:00", SettingCheck::Fits},
    {"the last minute", "work_hours", "00:00-23:59", SettingCheck::Fits},
    {"an hour too many", "work_hours", "08:00-24:00", SettingCheck::OutOfRange},
    {"a minute too many", "work_hours", "08:60-17:00", SettingCheck::OutOfRange},
    {"no time between", "work_hours", "08:00-08:00", SettingCheck::OutOfRange},
    {"hours without a zero", "work_hours", "8:00-17:00", SettingCheck::OutOfRange},
    {"hours with more behind", "work_hours", "08:00-17:00 ", SettingCheck::OutOfRange},
    {"hours of letters", "work_hours", "0a:00-17:00", SettingCheck::OutOfRange},
    {"every day", "work_days", "every", SettingCheck::Fits},
    {"weekdays", "work_days", "weekdays", SettingCheck::Fits},
    {"days that are none", "work_days", "monday", SettingCheck::OutOfRange},
    {"the usual paper", "paper", "usual", SettingCheck::Fits},
    {"letter paper", "paper", "letter", SettingCheck::Fits},
    {"a paper that is none", "paper", "a5", SettingCheck::OutOfRange},
    {"a key that is none", "volume", "5", SettingCheck::UnknownKey},
    {"a key in capitals", "Pace", "default", SettingCheck::UnknownKey},
};
INSTANTIATE_TEST_SUITE_P(All,
                         SettingValue,
                         testing::ValuesIn(kSettings),
                         tests::caseName<SettingCase>);

TEST(Settings, HaveTheirDefaultsWhereNothingWasSet)
{
    Diary diary;

    EXPECT_EQ(diary.engine.settings().settings, Settings{});
    EXPECT_THAT(diary.engine.settings().ignored, IsEmpty());
}

TEST(Settings, HoldTheLastValueInOneRow)
{
    Diary diary;

    const auto first = done(diary.journal().set("sitting_minutes", "20"));
    const auto second = done(diary.journal().set("sitting_minutes", "45"));
    static_cast<void>(done(diary.journal().set("pace", "alt_hw")));

    EXPECT_EQ(first.id, second.id);
    EXPECT_EQ(
        diary.engine.settings().settings,
        (Settings{
            .pace = Pace::AltHw, .patienceDays = 7, .sittingMinutes = 45, .breakMinutes = 2}));
    EXPECT_EQ(diary.engine.diary().settingRows().size(), 2U);
}

TEST(Settings, OfAlarmsAreKept)
{
    Diary diary;

    for (const auto& [key, value] : {std::pair{"sound_on", "no"},
                                     {"sound_volume", "35"},
                                     {"speech_on", "no"},
                                     {"ring_through_dnd", "no"},
                                     {"care_offers", "yes"}}) {
        static_cast<void>(done(diary.journal().set(key, value)));
    }

    const Settings kept = diary.engine.settings().settings;
    EXPECT_FALSE(kept.isSoundOn);
    EXPECT_EQ(kept.soundVolume, 35);
    EXPECT_FALSE(kept.isSpeechOn);
    EXPECT_FALSE(kept.ringsThroughDnd);
    EXPECT_TRUE(kept.offersCare);
    EXPECT_EQ(settingText(kept, SettingKey::SoundVolume), "35");
    EXPECT_EQ(settingText(kept, SettingKey::RingThroughDnd), "no");
}

TEST(Settings, OfSittingAreKept)
{
    Diary diary;

    for (const auto& [key, value] : {std::pair{"sitting_on", "no"},
                                     {"early_notice", "yes"},
                                     {"break_prompt", "full_screen"},
                                     {"stand_minutes", "20"},
                                     {"work_hours", "08:30-17:05"},
                                     {"work_days", "weekdays"}}) {
        static_cast<void>(done(diary.journal().set(key, value)));
    }

    const Settings kept = diary.engine.settings().settings;
    EXPECT_FALSE(kept.isSittingOn);
    EXPECT_TRUE(kept.hasEarlyNotice);
    EXPECT_EQ(kept.breakPrompt, BreakPrompt::FullScreen);
    EXPECT_EQ(kept.standMinutes, 20);
    EXPECT_EQ(kept.workHours, (WorkHours{510, 1025}));
    EXPECT_TRUE(kept.isWorkWeekdaysOnly);
    EXPECT_EQ(settingText(kept, SettingKey::WorkHours), "08:30-17:05");
    EXPECT_EQ(settingText(Settings{}, SettingKey::WorkHours), "off");
    EXPECT_EQ(settingText(kept, SettingKey::StandMinutes), "20");
    EXPECT_EQ(settingText(kept, SettingKey::WorkDays), "weekdays");
}

TEST(Settings, OfPaperAreKept)
{
    Diary diary;

    static_cast<void>(done(diary.journal().set("paper", "letter")));

    const Settings kept = diary.engine.settings().settings;
    EXPECT_EQ(kept.paper, PaperSize::Letter);
    EXPECT_EQ(settingText(kept, SettingKey::Paper), "letter");
    EXPECT_EQ(settingText(Settings{}, SettingKey::Paper), "usual");
}

TEST(Settings, RefuseAnUnknownKeyAndAValueOutOfRange)
{
    Diary diary;

    EXPECT_EQ(refusalOf(diary.journal().set("volume", "5")), ProblemKind::UnknownKey);
    EXPECT_EQ(refusalOf(diary.journal().set("break_minutes", "11")), ProblemKind::OutOfRange);
    EXPECT_THAT(diary.engine.diary().settingRows(), IsEmpty());
}

TEST(Settings, KeepTheDefaultForAStoredValueOutOfRangeAndSaySo)
{
    const SettingRow rows[] = {{{}, "sitting_minutes", "600"},
                               {{}, "break_minutes", "5"},
                               {{}, "from_a_newer_version", "x"}};

    const SettingsReading reading = settingsFrom(rows);

    EXPECT_EQ(reading.settings.sittingMinutes, Settings{}.sittingMinutes);
    EXPECT_EQ(reading.settings.breakMinutes, 5);
    EXPECT_THAT(reading.ignored, ElementsAre("sitting_minutes"));
}

} // namespace
} // namespace unclench
