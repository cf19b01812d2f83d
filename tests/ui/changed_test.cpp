// SPDX-License-Identifier: GPL-3.0-or-later
// *Something changed*: reached from everywhere, told inside an episode and outside.
#include "tests/ui/shell_fixture.h"
#include "ui/pages/changed_page.h"

#include <QDateTimeEdit>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

class Changed : public ShellFixture {
protected:
    Changed()
    {
        window.show();
        press(QStringLiteral("changedButton"));
    }
    [[nodiscard]] bool isSeen(const char* name)
    {
        return field<QWidget>(QLatin1String{name})->isVisible();
    }
    template <class Record>
    [[nodiscard]] std::vector<Record> all()
    {
        return diary.engine.diary().dated<Record>({});
    }
    void write(const char* name, const char* text)
    {
        auto* line = field<QLineEdit>(QLatin1String{name});
        line->setFocus();
        QTest::keyClicks(line, QLatin1String{text});
    }
};

TEST_F(Changed, IsOneKeyAway)
{
    window.showNow();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));

    QTest::keyClick(&window, Qt::Key_F8);

    EXPECT_TRUE(isSeen("changedPage"));
}

TEST_F(Changed, AsksOneQuestionWithoutAnEpisode)
{
    press(QStringLiteral("ask_rf_saddle_numbness"));

    EXPECT_EQ(text("questionLabel"), words.question("rf_saddle_numbness"));
    press(QStringLiteral("yesButton"));
    press(QStringLiteral("newButton"));
    EXPECT_EQ(diary.engine.alerts().active().front().level, Level::Emergency);
}

TEST_F(Changed, AsksAQuestionOfAList)
{
    press(QStringLiteral("ask_rf_fever"));

    EXPECT_TRUE(isSeen("questionList"));
    press(QStringLiteral("answer_rf_fever_yes"));
    EXPECT_EQ(diary.engine.alerts().active().front().rule, "rf_fever");
}

TEST_F(Changed, TakesATemperatureInFahrenheit)
{
    press(QStringLiteral("temperatureEditUnit_F"));
    write("temperatureEdit", "100.4");
    press(QStringLiteral("temperatureEditSave"));

    const auto told = all<Measurement>();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().value, 38.0);
    EXPECT_EQ(told.front().told, Unit::Fahrenheit);
    EXPECT_TRUE(field<QLineEdit>(QStringLiteral("temperatureEdit"))->text().isEmpty());
}

TEST_F(Changed, TakesADecimalComma)
{
    write("weightEdit", "81,5");
    press(QStringLiteral("weightEditSave"));

    ASSERT_EQ(all<Measurement>().size(), 1U);
    EXPECT_EQ(all<Measurement>().front().value, 81.5);
}

TEST_F(Changed, SaysWhatATemperatureIsAndKeepsWhatWasTyped)
{
    write("temperatureEdit", "102");
    press(QStringLiteral("temperatureEditSave"));

    EXPECT_TRUE(all<Measurement>().empty());
    EXPECT_EQ(notice(),
              QStringLiteral("A body temperature lies between 30 and 45 °C (86 and 113 °F)."));
    EXPECT_EQ(field<QLineEdit>(QStringLiteral("temperatureEdit"))->text(), QStringLiteral("102"));
}

TEST_F(Changed, SaysThatWordsAreNoNumber)
{
    write("temperatureEdit", "hot");
    press(QStringLiteral("temperatureEditSave"));

    EXPECT_TRUE(isSeen("temperatureEditComplaint"));
    EXPECT_TRUE(all<Measurement>().empty());
}

TEST_F(Changed, SavesWhatIsTypedWhenTheWindowCloses)
{
    write("temperatureEdit", "37.5");

    window.close();

    ASSERT_EQ(all<Measurement>().size(), 1U);
    EXPECT_FALSE(window.isVisible());
}

TEST_F(Changed, KeepsTheWindowOnceForWhatCannotBeSaved)
{
    write("temperatureEdit", "102");

    window.close();
    EXPECT_TRUE(window.isVisible());
    window.close();

    EXPECT_FALSE(window.isVisible());
}

TEST_F(Changed, CountsTheDaysOfAProcedureFromItsDay)
{
    auto* day = field<QDateTimeEdit>(QStringLiteral("procedureDayEdit"));
    const QDate today = day->date();
    const auto days = [this] { return field<QLineEdit>(QStringLiteral("procedureEdit"))->text(); };
    EXPECT_TRUE(days().isEmpty());

    write("procedureEdit", "3");
    EXPECT_EQ(day->date(), today.addDays(-3));
    day->setDate(today.addDays(-12));
    EXPECT_EQ(days(), QStringLiteral("12"));
    press(QStringLiteral("procedureEditSave"));

    ASSERT_EQ(all<Procedure>().size(), 1U);
    EXPECT_EQ(all<Procedure>().front().at.localDay(),
              diary.clock.now().wall.localDay() - std::chrono::days{12});
    EXPECT_TRUE(days().isEmpty());
    EXPECT_EQ(day->date(), today);
}

TEST_F(Changed, SaysThatAProcedureIsNotStillToCome)
{
    auto* day = field<QDateTimeEdit>(QStringLiteral("procedureDayEdit"));

    day->setDate(day->date().addDays(1));
    EXPECT_TRUE(isSeen("procedureEditComplaint"));
    press(QStringLiteral("procedureEditSave"));
    EXPECT_TRUE(all<Procedure>().empty());

    day->setDate(day->date().addDays(-2));
    EXPECT_FALSE(isSeen("procedureEditComplaint"));
}

TEST_F(Changed, TakesAProcedure)
{
    write("procedureEdit", "3");
    press(QStringLiteral("procedureEditSave"));

    EXPECT_EQ(all<Procedure>().size(), 1U);
    EXPECT_TRUE(field<QLineEdit>(QStringLiteral("procedureEdit"))->text().isEmpty());
}

TEST_F(Changed, TellsASymptomAtOnceAndItsSideAfterwards)
{
    press(QStringLiteral("changedSymptoms_leg_tingling"));
    EXPECT_EQ(all<Symptom>().size(), 1U);
    EXPECT_TRUE(isSeen("changedSide"));
    press(QStringLiteral("changedSide_left"));

    EXPECT_EQ(all<Symptom>().back().side, Side::Left);
    EXPECT_FALSE(isSeen("changedSide"));
    press(QStringLiteral("changedSymptoms_leg_tingling"));
    EXPECT_FALSE(all<Symptom>().back().isPresent);
}

TEST_F(Changed, TellsWhatTheBackStops)
{
    press(QStringLiteral("changedFunction_walk_2"));

    const auto told = all<FunctionLimit>();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().level, 2);
}

} // namespace
} // namespace unclench::ui
