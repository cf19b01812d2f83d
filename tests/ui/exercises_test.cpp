// SPDX-License-Identifier: GPL-3.0-or-later
// The own exercises for breaks, and the settings of sitting.
#include "app/made_up_seat.h"
#include "ui/dialogs/exercises_dialog.h"
#include "ui/dialogs/seat_settings.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

#include <gtest/gtest.h>

namespace unclench::ui {
namespace {

template <class Part>
Part* part(QWidget& whole, const char* name)
{
    auto* found = whole.findChild<Part*>(QLatin1String{name});
    EXPECT_NE(found, nullptr) << name;
    return found;
}

void press(QWidget& whole, const char* name)
{
    QTest::mouseClick(part<QAbstractButton>(whole, name), Qt::LeftButton);
}

QString text(QWidget& whole, const char* name)
{
    return part<QLabel>(whole, name)->text();
}

void show(QWidget& whole, QSize size)
{
    whole.resize(size);
    whole.show();
    whole.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&whole));
}

class Exercises : public testing::Test {
protected:
    Exercises() { show(dialog, {900, 600}); }
    ExercisesDialog dialog;
    QSignalSpy saved{&dialog, &ExercisesDialog::saveRequested};
    QSignalSpy removed{&dialog, &ExercisesDialog::removeRequested};
};

TEST_F(Exercises, ANewOneIsSavedWithItsNameAndText)
{
    dialog.display({});
    EXPECT_TRUE(part<QWidget>(dialog, "exercisesEmpty")->isVisible());
    EXPECT_FALSE(part<QWidget>(dialog, "saveExerciseButton")->isEnabled());

    QTest::keyClicks(part<QLineEdit>(dialog, "exerciseNameEdit"), QStringLiteral(" Heel raises "));
    QTest::keyClicks(part<QPlainTextEdit>(dialog, "exerciseTextEdit"), QStringLiteral("Fifteen"));
    press(dialog, "saveExerciseButton");

    ASSERT_EQ(saved.count(), 1);
    const auto one = saved[0][0].value<OwnExerciseView>();
    EXPECT_EQ(one, (OwnExerciseView{
                       {}, QStringLiteral("Heel raises"), QStringLiteral("Fifteen"), {}, true}));
}

TEST_F(Exercises, OneOfTheListIsChangedAndKeepsItsId)
{
    dialog.display(app::ownExercises());
    part<QListWidget>(dialog, "exercisesList")->setCurrentRow(0);
    press(dialog, "exerciseOnCheckBox");
    press(dialog, "saveExerciseButton");

    ASSERT_EQ(saved.count(), 1);
    OwnExerciseView wanted = app::ownExercises()[0];
    wanted.isOn = false;
    EXPECT_EQ(saved[0][0].value<OwnExerciseView>(), wanted);
}

TEST_F(Exercises, WhatIsTypedStaysUntilItIsSaved)
{
    dialog.display(app::ownExercises());
    part<QListWidget>(dialog, "exercisesList")->setCurrentRow(0);
    part<QLineEdit>(dialog, "exerciseNameEdit")->setText(QStringLiteral("Rolls"));

    dialog.display(app::ownExercises()); // something else was saved
    EXPECT_EQ(part<QLineEdit>(dialog, "exerciseNameEdit")->text(), QStringLiteral("Rolls"));

    auto changed = app::ownExercises();
    changed[0].name = QStringLiteral("Rolls");
    dialog.display(changed);
    EXPECT_FALSE(part<QWidget>(dialog, "saveExerciseButton")->isEnabled());
}

TEST_F(Exercises, OneIsDeletedAndItsFieldsAreFree)
{
    dialog.display(app::ownExercises());
    EXPECT_FALSE(part<QWidget>(dialog, "removeExerciseButton")->isEnabled());
    part<QListWidget>(dialog, "exercisesList")->setCurrentRow(2);
    press(dialog, "removeExerciseButton");
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed[0][0].value<Uuid>(), app::ownExercises()[2].id);

    auto rest = app::ownExercises();
    rest.pop_back();
    dialog.display(rest);

    EXPECT_TRUE(part<QLineEdit>(dialog, "exerciseNameEdit")->text().isEmpty());
}

TEST_F(Exercises, APictureThatIsGoneIsSaidAndCanBeTakenAway)
{
    dialog.display(app::ownExercises());
    part<QListWidget>(dialog, "exercisesList")->setCurrentRow(1);
    EXPECT_EQ(text(dialog, "exercisePictureLabel"), QStringLiteral("The picture is gone."));

    press(dialog, "noPictureButton");
    press(dialog, "saveExerciseButton");

    ASSERT_EQ(saved.count(), 1);
    EXPECT_TRUE(saved[0][0].value<OwnExerciseView>().picture.isEmpty());
}

class SittingSettings : public testing::Test {
protected:
    SittingSettings() { show(part, {600, 500}); }
    QString last(SettingKey key)
    {
        return !asked.isEmpty() && asked.last()[0].value<SettingKey>() == key
                   ? asked.last()[1].toString()
                   : QString{};
    }
    SeatSettings part;
    QSignalSpy asked{&part, &SeatSettings::settingRequested};
};

TEST_F(SittingSettings, AreAskedForOneByOne)
{
    press(part, "sittingOnCheckBox");
    EXPECT_EQ(last(SettingKey::SittingOn), QStringLiteral("no"));
    press(part, "earlyNoticeCheckBox");
    EXPECT_EQ(last(SettingKey::EarlyNotice), QStringLiteral("yes"));
    part.findChild<QRadioButton*>(QStringLiteral("breakPromptRadio_full_screen"))->click();
    EXPECT_EQ(last(SettingKey::BreakPrompt), QStringLiteral("full_screen"));
    part.findChild<QRadioButton*>(QStringLiteral("workDaysRadio_weekdays"))->click();
    EXPECT_EQ(last(SettingKey::WorkDays), QStringLiteral("weekdays"));
}

TEST_F(SittingSettings, TimeStandingFromFiveMinutesOnOrNever)
{
    auto* box = part.findChild<QSpinBox*>(QStringLiteral("standMinutesSpinBox"));
    EXPECT_EQ(box->text(), QStringLiteral("Never"));
    QTest::keyClick(box, Qt::Key_Up);
    EXPECT_EQ(last(SettingKey::StandMinutes), QStringLiteral("5"));

    Settings settings;
    settings.standMinutes = 5;
    part.display(settings);
    QTest::keyClick(box, Qt::Key_Down);
    EXPECT_EQ(last(SettingKey::StandMinutes), QStringLiteral("0"));
}

TEST_F(SittingSettings, TurnWorkingHoursOnChangeThemAndOff)
{
    press(part, "workHoursCheckBox");
    EXPECT_EQ(last(SettingKey::WorkHours), QStringLiteral("09:00-17:00"));

    Settings settings;
    settings.workHours = WorkHours{9 * 60, 17 * 60};
    part.display(settings);
    part.findChild<QTimeEdit*>(QStringLiteral("workToEdit"))->setTime({18, 30});
    EXPECT_EQ(last(SettingKey::WorkHours), QStringLiteral("09:00-18:30"));
    asked.clear();
    part.findChild<QTimeEdit*>(QStringLiteral("workToEdit"))->setTime({9, 0}); // no time between
    EXPECT_EQ(asked.count(), 0);

    part.display(settings);
    press(part, "workHoursCheckBox");
    EXPECT_EQ(last(SettingKey::WorkHours), QStringLiteral("off"));
}

} // namespace
} // namespace unclench::ui
