// SPDX-License-Identifier: GPL-3.0-or-later
// The first start on a diary in memory: what is answered is told, what is skipped is not.
#include "tests/support/controls.h"
#include "tests/support/diary.h"
#include "ui/bridge.h"
#include "ui/pages/first_start_page.h"
#include "ui/settings_bridge.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

QString explain(const StorageError& error)
{
    return QString::fromUtf8(error.what());
}

class FirstStart : public testing::Test {
protected:
    FirstStart()
    {
        QObject::connect(&page, &FirstStartPage::beginRequested, &settings,
                         &SettingsBridge::finishFirstStart);
        page.display(settings.firstStartView());
        page.resize(1280, 800);
        page.show();
    }

    QAbstractButton* button(const char* name)
    {
        return page.findChild<QAbstractButton*>(QLatin1String{name});
    }
    QLineEdit* line(const char* name) { return page.findChild<QLineEdit*>(QLatin1String{name}); }
    void press(const char* name) { QTest::keyClick(button(name), Qt::Key_Space); }
    void type(const char* name, const char* text)
    {
        line(name)->selectAll();
        QTest::keyClicks(line(name), QLatin1String{text});
    }
    std::vector<std::string> conditions()
    {
        std::vector<std::string> ids;
        for (const Condition& told : diary.engine.diary().dated<Condition>({})) {
            ids.push_back(told.condition + (told.isPresent ? "" : " gone"));
        }
        return ids;
    }

    tests::Diary diary;
    Words words = Words::builtIn();
    EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    Bridge bridge{diary.engine, explain};
    SettingsBridge settings{diary.engine, bridge, numbers, QStringLiteral("GB"), explain};
    QSignalSpy finished{&settings, &SettingsBridge::firstStartFinished};
    FirstStartPage page{words};
};

TEST_F(FirstStart, SaysWhatThisIsAndIsNot)
{
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("disclaimerLabel"))->text(),
              QStringLiteral("This app keeps a diary and reminders. It does not diagnose, replace "
                             "care, or watch you. It cannot call for help."));
}

TEST_F(FirstStart, IsDueUntilItWasLeft)
{
    EXPECT_TRUE(settings.isFirstStartDue());

    press("beginButton");

    EXPECT_EQ(finished.size(), 1);
    EXPECT_FALSE(settings.isFirstStartDue());
    EXPECT_TRUE(diary.engine.settings().settings.isFirstStartDone);
}

TEST_F(FirstStart, IsNotDueInADiaryThatHasSomething)
{
    diary.log(5);

    EXPECT_FALSE(settings.isFirstStartDue());
}

TEST_F(FirstStart, TellsWhatWasAnswered)
{
    type("birthYearEdit", "1980");
    type("pregnantWeeksEdit", "20");
    type("emergencyNumberEdit", "112");
    press("conditionCheckBox_diabetes");
    press("conditionCheckBox_raynaud");
    press("beginButton");

    const Profile profile = diary.engine.profile();
    EXPECT_EQ(profile.birthYear, 1980);
    EXPECT_EQ(profile.pregnantWeeks, 20);
    EXPECT_EQ(profile.emergencyNumber, "112");
    EXPECT_THAT(conditions(), testing::ElementsAre("diabetes", "raynaud"));
}

TEST_F(FirstStart, TellsNothingOfWhatWasSkipped)
{
    press("beginButton");

    const Profile profile = diary.engine.profile();
    EXPECT_FALSE(profile.birthYear);
    EXPECT_FALSE(profile.pregnantWeeks);
    EXPECT_THAT(conditions(), testing::IsEmpty());
}

TEST_F(FirstStart, SuggestsTheNumberOfTheCountryWithItsSource)
{
    EXPECT_EQ(line("emergencyNumberEdit")->text(), QStringLiteral("999"));
    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("emergencySourceLabel"))
                    ->text()
                    .contains(QStringLiteral("NHS")));

    press("beginButton");

    EXPECT_EQ(diary.engine.profile().emergencyNumber, "999");
}

TEST_F(FirstStart, AsksForTheNumberOfAnUnknownCountry)
{
    page.display({diary.clock.now().wall, std::nullopt});

    EXPECT_TRUE(line("emergencyNumberEdit")->text().isEmpty());
    press("beginButton");

    EXPECT_FALSE(diary.engine.profile().emergencyNumber);
}

TEST_F(FirstStart, StaysAndSaysSoWhereAYearCannotBe)
{
    for (const char* year : {"18", "1905", "2027", "eighty"}) {
        type("birthYearEdit", year);
        press("beginButton");

        EXPECT_EQ(finished.size(), 0) << year;
        EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("birthYearEditComplaint"))->isVisible());
        EXPECT_EQ(line("birthYearEdit")->text(), QLatin1String{year});
    }
    EXPECT_TRUE(settings.isFirstStartDue());
}

TEST_F(FirstStart, KeepsWhatWasTypedWhereSavingFailsAndSavesItLater)
{
    type("birthYearEdit", "1980");
    press("conditionCheckBox_diabetes");
    diary.database->script("PRAGMA query_only = ON");
    press("beginButton");
    EXPECT_EQ(finished.size(), 0);
    EXPECT_EQ(line("birthYearEdit")->text(), QStringLiteral("1980"));

    diary.database->script("PRAGMA query_only = OFF");
    press("beginButton");

    EXPECT_EQ(finished.size(), 1);
    EXPECT_EQ(diary.engine.profile().birthYear, 1980);
}

TEST_F(FirstStart, DoesNotTellTwiceWhatTheDiaryHasAlready)
{
    press("conditionCheckBox_diabetes");
    press("beginButton");
    press("beginButton");

    EXPECT_THAT(conditions(), testing::ElementsAre("diabetes"));
}

TEST_F(FirstStart, FitsItsSizesAndScrollsInTheSmallOne)
{
    auto* scroll = page.findChild<QScrollArea*>();
    const auto fits = [&] { return scroll->verticalScrollBar()->maximum() == 0; };
    EXPECT_TRUE(QTest::qWaitFor(fits, 1000)) << scroll->verticalScrollBar()->maximum();

    page.resize(960, 600);
    QCoreApplication::processEvents();

    EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0);
    QAbstractButton* begin = button("beginButton");
    EXPECT_TRUE(page.rect().contains(QRect{begin->mapTo(&page, QPoint{}), begin->size()}));
}

TEST_F(FirstStart, EveryControlHasAName)
{
    EXPECT_GE(tests::expectNamedControls(page), 18);
}

} // namespace
} // namespace unclench::ui
