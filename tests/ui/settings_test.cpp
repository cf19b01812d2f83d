// SPDX-License-Identifier: GPL-3.0-or-later
// The settings on a diary in memory, and what the window keeps outside of it.
#include "tests/support/controls.h"
#include "tests/support/diary.h"
#include "tests/support/temp_folder.h"
#include "ui/bridge.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/settings_bridge.h"
#include "ui/window_state.h"

#include <QAbstractButton>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QWheelEvent>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

QString explain(const StorageError& error)
{
    return QString::fromUtf8(error.what());
}

class SettingsWindow : public testing::Test {
protected:
    SettingsWindow()
    {
        QObject::connect(&settings, &SettingsBridge::settingsChanged, &dialog,
                         &SettingsDialog::display);
        QObject::connect(&dialog, &SettingsDialog::settingRequested, &settings,
                         &SettingsBridge::set);
        QObject::connect(&dialog, &SettingsDialog::resetRequested, &settings,
                         &SettingsBridge::reset);
        QObject::connect(&dialog, &SettingsDialog::birthYearRequested, &settings,
                         &SettingsBridge::tellBirthYear);
        QObject::connect(&dialog, &SettingsDialog::pregnantWeeksRequested, &settings,
                         &SettingsBridge::tellPregnantWeeks);
        QObject::connect(&dialog, &SettingsDialog::emergencyNumberRequested, &settings,
                         &SettingsBridge::tellEmergencyNumber);
        QObject::connect(&dialog, &SettingsDialog::conditionRequested, &settings,
                         &SettingsBridge::tellCondition);
        settings.refresh();
        dialog.show();
    }

    QAbstractButton* button(const QString& name)
    {
        return dialog.findChild<QAbstractButton*>(name);
    }
    QLineEdit* line(const char* name) { return dialog.findChild<QLineEdit*>(QLatin1String{name}); }
    QSpinBox* box(const char* name) { return dialog.findChild<QSpinBox*>(QLatin1String{name}); }
    QLabel* notice() { return dialog.findChild<QLabel*>(QStringLiteral("settingsNoticeLabel")); }
    QSlider* volume() { return dialog.findChild<QSlider*>(QStringLiteral("soundVolumeSlider")); }
    QString volumeSaid()
    {
        return dialog.findChild<QLabel*>(QStringLiteral("soundVolumeLabel"))->text();
    }
    void press(const char* name) { QTest::keyClick(button(QLatin1String{name}), Qt::Key_Space); }
    void type(const char* name, const char* text)
    {
        line(name)->selectAll();
        QTest::keyClick(line(name), Qt::Key_Backspace);
        QTest::keyClicks(line(name), QLatin1String{text});
        QTest::keyClick(line(name), Qt::Key_Return);
    }
    Settings stored() { return diary.engine.settings().settings; }

    tests::Diary diary;
    Words words = Words::builtIn();
    EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    Bridge bridge{diary.engine, explain};
    SettingsBridge settings{diary.engine, bridge, numbers, QStringLiteral("DE"), explain};
    SettingsDialog dialog{diary.vocabulary, words};
};

TEST_F(SettingsWindow, EachPaceIsStoredAtOnce)
{
    for (std::size_t i = kNames<Pace>.size(); i-- > 0;) {
        const std::string_view id = kNames<Pace>[i];
        QAbstractButton* radio =
            button(QStringLiteral("paceRadio_") + QString::fromUtf8(id.data(), std::ssize(id)));
        radio->click();
        EXPECT_EQ(toId(stored().pace), id);
    }
}

TEST_F(SettingsWindow, DaysOfPatienceAreStored)
{
    press("patienceRadio_3");
    EXPECT_EQ(stored().patienceDays, 3);

    press("patienceRadio_7");
    EXPECT_EQ(stored().patienceDays, 7);
}

TEST_F(SettingsWindow, MinutesAreStoredAndStayInTheirRange)
{
    QTest::keyClick(box("sittingMinutesSpinBox"), Qt::Key_Up);
    EXPECT_EQ(stored().sittingMinutes, 31);

    box("sittingMinutesSpinBox")->setValue(600);
    EXPECT_EQ(stored().sittingMinutes, Settings::kSittingMinutes.most);
    box("breakMinutesSpinBox")->setValue(0);
    EXPECT_EQ(stored().breakMinutes, Settings::kBreakMinutes.least);
}

TEST_F(SettingsWindow, AResetGoesBackToTheDefaultAndIsOfferedOnlyThen)
{
    EXPECT_FALSE(button(QStringLiteral("breakMinutesResetButton"))->isEnabled());
    box("breakMinutesSpinBox")->setValue(5);
    EXPECT_TRUE(button(QStringLiteral("breakMinutesResetButton"))->isEnabled());

    press("breakMinutesResetButton");

    EXPECT_EQ(stored(), Settings{});
    EXPECT_EQ(box("breakMinutesSpinBox")->value(), Settings{}.breakMinutes);
}

TEST_F(SettingsWindow, AStoredValueOutOfRangeIsSaidUntilItIsReset)
{
    static_cast<void>(tests::done(diary.journal().set("sitting_minutes", "45")));
    diary.database->script("UPDATE setting SET value = '600' WHERE key = 'sitting_minutes'");
    settings.refresh();
    EXPECT_TRUE(notice()->isVisible());
    EXPECT_TRUE(notice()->text().contains(QStringLiteral("30 minutes")));

    press("sittingMinutesResetButton");

    EXPECT_FALSE(notice()->isVisible());
    EXPECT_THAT(diary.engine.settings().ignored, testing::IsEmpty());
}

TEST_F(SettingsWindow, FactsAboutThePersonAreTold)
{
    type("birthYearEdit", "1980");
    type("pregnantWeeksEdit", "20");
    type("emergencyNumberEdit", "+49 112");
    press("conditionCheckBox_neuropathy");

    const Profile profile = diary.engine.profile();
    EXPECT_EQ(profile.birthYear, 1980);
    EXPECT_EQ(profile.pregnantWeeks, 20);
    EXPECT_EQ(profile.emergencyNumber, "+49 112");
    EXPECT_TRUE(diary.engine.diary().dated<Condition>({}).back().isPresent);
    EXPECT_EQ(diary.engine.diary().profileEntries().size(), 3U);
}

TEST_F(SettingsWindow, FactsCanBeTakenAway)
{
    type("birthYearEdit", "1980");
    type("birthYearEdit", "1981");
    type("pregnantWeeksEdit", "20");
    press("conditionCheckBox_neuropathy");

    type("birthYearEdit", "");
    type("pregnantWeeksEdit", "");
    press("conditionCheckBox_neuropathy");

    EXPECT_FALSE(diary.engine.profile().birthYear);
    EXPECT_FALSE(diary.engine.profile().pregnantWeeks);
    EXPECT_FALSE(diary.engine.diary().dated<Condition>({}).back().isPresent);
}

TEST_F(SettingsWindow, AYearThatCannotBeIsSaidAndNotTold)
{
    type("birthYearEdit", "1800");

    EXPECT_TRUE(dialog.findChild<QLabel*>(QStringLiteral("birthYearEditComplaint"))->isVisible());
    EXPECT_FALSE(diary.engine.profile().birthYear);
    EXPECT_TRUE(dialog.isVisible());
}

TEST_F(SettingsWindow, TheSuggestedNumberIsOneResetAway)
{
    press("emergencyNumberResetButton");

    EXPECT_EQ(diary.engine.profile().emergencyNumber, "112");
    EXPECT_EQ(line("emergencyNumberEdit")->text(), QStringLiteral("112"));
}

TEST_F(SettingsWindow, UndoShowsTheValueBefore)
{
    type("birthYearEdit", "1980");
    box("breakMinutesSpinBox")->setValue(5);
    bridge.undo();
    bridge.undo();

    EXPECT_EQ(box("breakMinutesSpinBox")->value(), Settings{}.breakMinutes);
    EXPECT_TRUE(line("birthYearEdit")->text().isEmpty());
}

TEST_F(SettingsWindow, AFailureKeepsWhatWasTypedUntilItIsSaved)
{
    QObject::connect(&bridge, &Bridge::failed, &dialog, &SettingsDialog::displayNotice);
    diary.database->script("PRAGMA query_only = ON");
    type("birthYearEdit", "1980");
    EXPECT_TRUE(notice()->isVisible());
    settings.refresh();
    EXPECT_EQ(line("birthYearEdit")->text(), QStringLiteral("1980"));

    diary.database->script("PRAGMA query_only = OFF");
    QTest::keyClick(line("birthYearEdit"), Qt::Key_Return);

    EXPECT_EQ(diary.engine.profile().birthYear, 1980);
    EXPECT_FALSE(notice()->isVisible());
}

TEST_F(SettingsWindow, ColoursAreAWish)
{
    QSignalSpy wishes{&dialog, &SettingsDialog::appearanceRequested};
    dialog.displayAppearance(Appearance::Light);

    press("appearanceRadio_dark");

    ASSERT_EQ(wishes.size(), 1);
    EXPECT_EQ(wishes.front().front().value<Appearance>(), Appearance::Dark);
}

TEST_F(SettingsWindow, EachSwitchOfAlarmsIsStored)
{
    struct Switch {
        const char* name;
        bool Settings::*member;
    };
    for (const auto& [name, member] : {Switch{"soundOnCheckBox", &Settings::isSoundOn},
                                       Switch{"speechOnCheckBox", &Settings::isSpeechOn},
                                       Switch{"ringThroughDndCheckBox", &Settings::ringsThroughDnd},
                                       Switch{"careOffersCheckBox", &Settings::offersCare}}) {
        const bool before = Settings{}.*member;
        EXPECT_EQ(button(QLatin1String{name})->isChecked(), before) << name;
        press(name);
        EXPECT_EQ(stored().*member, !before) << name;
    }
}

TEST_F(SettingsWindow, TheVolumeIsSaidStoredAndReset)
{
    EXPECT_EQ(volumeSaid(), QStringLiteral("70 percent"));

    QTest::keyClick(volume(), Qt::Key_Right);
    EXPECT_EQ(stored().soundVolume, 75);
    EXPECT_EQ(volumeSaid(), QStringLiteral("75 percent"));

    press("soundVolumeResetButton");
    EXPECT_EQ(stored().soundVolume, 70);
    EXPECT_EQ(volume()->value(), 70);
}

TEST_F(SettingsWindow, AVolumeIsStoredOnceHoweverFarTheSliderIsPulled)
{
    QSignalSpy wishes{&dialog, &SettingsDialog::settingRequested};

    volume()->setSliderDown(true);
    for (const int way : {60, 40, 20}) {
        volume()->setSliderPosition(way);
        EXPECT_EQ(volumeSaid(), QStringLiteral("%1 percent").arg(way));
    }
    EXPECT_EQ(wishes.size(), 0);
    volume()->setSliderDown(false);

    EXPECT_EQ(wishes.size(), 1);
    EXPECT_EQ(stored().soundVolume, 20);
}

TEST_F(SettingsWindow, SoundAndSpeechAreTriedOutAtTheVolumeThatIsShown)
{
    QSignalSpy sounds{&dialog, &SettingsDialog::tryOutSoundRequested};
    QSignalSpy sentences{&dialog, &SettingsDialog::tryOutSpeechRequested};
    volume()->setValue(40);

    press("trySoundButton");
    press("trySpeechButton");

    ASSERT_EQ(sounds.size(), 1);
    EXPECT_EQ(sounds.front(), QVariantList{40});
    ASSERT_EQ(sentences.size(), 1);
    EXPECT_EQ(sentences.front(), (QVariantList{QStringLiteral("Take the cold pack off now."), 40}));
}

TEST_F(SettingsWindow, WhatThisMachineCannotDoIsSaidAndNotTriedOut)
{
    const auto* missing = dialog.findChild<QLabel*>(QStringLiteral("alarmMissingLabel"));
    EXPECT_FALSE(missing->isVisible());

    dialog.displayAlarmMeans({.hasSound = false, .hasSpeech = true, .hasNotifications = true});
    EXPECT_TRUE(missing->isVisible());
    EXPECT_EQ(missing->text(), QStringLiteral("No program for sound was found. Install "
                                              "pipewire-bin, pulseaudio-utils or alsa-utils."));
    EXPECT_FALSE(button(QStringLiteral("trySoundButton"))->isEnabled());
    EXPECT_TRUE(button(QStringLiteral("trySpeechButton"))->isEnabled());

    dialog.displayAlarmMeans({.hasSound = true, .hasSpeech = false, .hasNotifications = false});
    EXPECT_EQ(missing->text().count(QLatin1Char('\n')), 1);
    EXPECT_TRUE(button(QStringLiteral("trySoundButton"))->isEnabled());
    EXPECT_FALSE(button(QStringLiteral("trySpeechButton"))->isEnabled());

    dialog.displayAlarmMeans({});
    EXPECT_FALSE(missing->isVisible());
}

TEST_F(SettingsWindow, NothingIsTriedOutAtNoVolume)
{
    volume()->setValue(0);

    EXPECT_EQ(volumeSaid(), QStringLiteral("silent"));
    EXPECT_FALSE(button(QStringLiteral("trySoundButton"))->isEnabled());
    EXPECT_FALSE(button(QStringLiteral("trySpeechButton"))->isEnabled());
}

TEST_F(SettingsWindow, TheWheelChangesNoNumberThatHasNotTheKeyboard)
{
    line("birthYearEdit")->setFocus();
    QWheelEvent wheel{{5, 5}, {5, 5}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false};
    QCoreApplication::sendEvent(box("sittingMinutesSpinBox"), &wheel);

    EXPECT_EQ(stored().sittingMinutes, Settings{}.sittingMinutes);

    QCoreApplication::sendEvent(volume(), &wheel);
    EXPECT_EQ(stored().soundVolume, Settings{}.soundVolume);
}

TEST_F(SettingsWindow, EveryControlHasAName)
{
    EXPECT_GE(tests::expectNamedControls(dialog), 30);
}

TEST(Dialogs, CloseWithEscapeAndNameTheirControls)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    const Words words = Words::builtIn();
    SettingsDialog settings{vocabulary, words};
    AboutDialog about{QStringLiteral("1.2.3"), vocabulary.sources(), numbers.sources()};
    KeysDialog keys;
    for (QDialog* dialog : {static_cast<QDialog*>(&settings), static_cast<QDialog*>(&about),
                            static_cast<QDialog*>(&keys)}) {
        dialog->show();
        EXPECT_GE(tests::expectNamedControls(*dialog), 2);

        QTest::keyClick(dialog, Qt::Key_Escape);

        EXPECT_FALSE(dialog->isVisible()) << qPrintable(dialog->objectName());
    }
}

TEST(Dialogs, AboutNamesVersionLicenceAndEverySource)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    AboutDialog about{QStringLiteral("1.2.3"), vocabulary.sources(), numbers.sources()};

    QString all;
    for (const QLabel* label : about.findChildren<QLabel*>()) {
        all += label->text();
    }
    EXPECT_TRUE(all.contains(QStringLiteral("1.2.3")));
    EXPECT_TRUE(all.contains(QStringLiteral("GPL-3.0-or-later")));
    EXPECT_TRUE(all.contains(QStringLiteral("It does not diagnose")));
    EXPECT_EQ(about.findChild<QListWidget*>()->count(),
              std::ssize(vocabulary.sources()) + std::ssize(numbers.sources()));
}

TEST(Dialogs, KeysNamesEachOfThemOnce)
{
    KeysDialog dialog;
    const auto* table = dialog.findChild<QTableWidget*>();
    QStringList keys;
    for (int row = 0; row < table->rowCount(); ++row) {
        keys << table->item(row, 0)->text();
        EXPECT_FALSE(table->item(row, 1)->text().isEmpty());
    }

    EXPECT_EQ(keys.removeDuplicates(), 0);
    for (const char* key : {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Q", "Alt+P", "Alt+O", "Return",
                            "Ctrl+1", "Ctrl+2", "Ctrl+F", "Del", "Ctrl+,", "F1"}) {
        EXPECT_TRUE(keys.contains(QLatin1String{key})) << key;
    }
}

TEST(SettingSources, AreAllInTheKnowledge)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    for (std::size_t i = 0; i < kNames<SettingKey>.size(); ++i) {
        for (const std::string_view id : sourcesOf(static_cast<SettingKey>(i))) {
            EXPECT_TRUE(std::any_of(vocabulary.sources().begin(), vocabulary.sources().end(),
                                    [&](const Source& source) { return source.id == id; }))
                << id;
        }
    }
    EXPECT_EQ(sourcesOf(SettingKey::Pace).size(), kNames<Pace>.size());
}

TEST(WindowStateFile, KeepsPlaceColoursAndLanguage)
{
    const tests::TempFolder folder;
    {
        WindowState state{folder / "window.ini"};
        QWidget window;
        window.setGeometry(40, 50, 500, 400);
        state.save(window);
        state.setAppearance(Appearance::Dark);
        state.setLanguage(QStringLiteral("de"));
    }

    const WindowState state{folder / "window.ini"};
    QWidget window;
    state.restore(window);

    EXPECT_EQ(window.geometry(), (QRect{40, 50, 500, 400}));
    EXPECT_EQ(state.appearance(), Appearance::Dark);
    EXPECT_EQ(state.language(), QStringLiteral("de"));
}

TEST(WindowStateFile, MakesAFirstWindowNoLargerThanTheScreen)
{
    const tests::TempFolder folder;
    QWidget window;
    window.resize(20'000, 20'000);
    WindowState{folder / "none.ini"}.restore(window);

    const QSize room = window.screen()->availableSize();
    EXPECT_LT(window.width(), room.width());
    EXPECT_LT(window.height(), room.height());
    EXPECT_GT(window.height(), room.height() / 2);
}

TEST(WindowStateFile, IsTheDefaultWhereItIsMissingOrBroken)
{
    const tests::TempFolder folder;
    tests::writeBytes(folder / "window.ini",
                      "appearance=neon\n[window]\ngeometry=\"nowhere\"\n\xFF\xFE");
    const WindowState state{folder / "window.ini"};
    QWidget window;
    window.setGeometry(1, 2, 300, 200);
    state.restore(window);

    EXPECT_EQ(state.appearance(), Appearance::System);
    EXPECT_EQ(window.geometry(), (QRect{1, 2, 300, 200}));
    EXPECT_EQ(WindowState{folder / "none.ini"}.appearance(), Appearance::System);
}

TEST(WindowStateFile, MovesAWindowFromAScreenThatIsGone)
{
    const QRect laptop{0, 0, 1280, 800};
    const QRect beside{1280, 0, 1920, 1080};

    const QRect there{1500, 100, 1000, 700};
    EXPECT_EQ(placedOnScreen(there, {laptop, beside}), there);
    const QRect moved = placedOnScreen(there, {laptop});
    EXPECT_TRUE(laptop.contains(moved));
    EXPECT_EQ(moved.size(), there.size());

    const QRect huge{1500, 100, 3000, 2000};
    EXPECT_TRUE(laptop.contains(placedOnScreen(huge, {laptop})));
    const QRect aboveTheEdge{100, -500, 600, 550};
    EXPECT_TRUE(laptop.contains(placedOnScreen(aboveTheEdge, {laptop})));

    const QRect underATitle{0, 24, 1280, 776};
    EXPECT_EQ(placedOnScreen(QRect{0, 0, 1200, 700}, {underATitle}), (QRect{0, 24, 1200, 700}))
        << "its title could not be taken hold of";
}

} // namespace
} // namespace unclench::ui
