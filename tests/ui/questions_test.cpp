// SPDX-License-Identifier: GPL-3.0-or-later
// The red-flag questions in the window: one by one, as lists, once a day; saved as they are given.
#include "tests/ui/shell_fixture.h"
#include "ui/pages/questions_page.h"
#include "ui/wording/alerts.h"

#include <QScrollArea>
#include <QScrollBar>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;

class Questions : public ShellFixture {
protected:
    Questions() { window.show(); }

    /// A spasm as a person logs it.
    void logSpasm(int pain = 7)
    {
        shell.bridge().logSpasm(pain);
        QApplication::processEvents();
    }
    [[nodiscard]] std::vector<Answer> answers()
    {
        return diary.engine.alerts().store().answers({});
    }
    [[nodiscard]] std::optional<Answer> answerTo(const std::string& question)
    {
        std::optional<Answer> last;
        for (Answer& answer : answers()) {
            if (answer.question == question) {
                last = std::move(answer);
            }
        }
        return last;
    }
    [[nodiscard]] std::vector<std::string> openRules()
    {
        std::vector<std::string> rules;
        for (const Alert& alert : diary.engine.alerts().active()) {
            rules.push_back(alert.rule);
        }
        return rules;
    }
    [[nodiscard]] bool isSeen(const char* name)
    {
        return field<QWidget>(QLatin1String{name})->isVisible();
    }
    void pressOften(const char* name, int times)
    {
        for (int i = 0; i < times; ++i) {
            press(QLatin1String{name});
        }
    }
    /// To the first question after `question`, with "no" for those on the way.
    void goTo(const char* question)
    {
        for (int i = 0; i < 14 && text("questionLabel") != words.question(question); ++i) {
            press(QStringLiteral("noButton"));
        }
        ASSERT_EQ(text("questionLabel"), words.question(question));
    }
};

TEST_F(Questions, FollowANewSpasmThatIsSavedFirst)
{
    logSpasm();

    EXPECT_TRUE(isSeen("questionsPage"));
    EXPECT_TRUE(diary.engine.diary().openBout());
    EXPECT_THAT(saved().toStdString(), testing::StartsWith("Saved: spasm, pain 7"));
    EXPECT_EQ(text("questionLabel"), words.question("rf_bladder_retention"));
    EXPECT_EQ(text("questionProgressLabel"), QStringLiteral("1 of 15"));
}

TEST_F(Questions, DoNotFollowAFurtherReading)
{
    logSpasm();
    press(QStringLiteral("questionsLaterButton"));
    EXPECT_TRUE(isSeen("nowPage"));

    logSpasm(5);

    EXPECT_TRUE(isSeen("nowPage"));
}

TEST_F(Questions, AreSavedWithOnePressAndGoOn)
{
    logSpasm();

    press(QStringLiteral("noButton"));

    EXPECT_EQ(answerTo("rf_bladder_retention")->value, AnswerValue::No);
    EXPECT_EQ(text("questionLabel"), words.question("rf_bladder_incontinence"));
    EXPECT_EQ(text("questionProgressLabel"), QStringLiteral("2 of 15"));
}

TEST_F(Questions, AreAnsweredByTheirLetters)
{
    logSpasm();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));

    QTest::keyClick(&window, Qt::Key_N);
    QTest::keyClick(&window, Qt::Key_Y);
    QTest::keyClick(&window, Qt::Key_W);

    EXPECT_EQ(answerTo("rf_bladder_retention")->value, AnswerValue::No);
    EXPECT_EQ(answerTo("rf_bladder_incontinence")->value, AnswerValue::Yes);
}

TEST_F(Questions, AreNotAnsweredByAKeyThatIsHeld)
{
    logSpasm();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));

    field<QWidget>(QStringLiteral("noButton"))->setFocus();
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    EXPECT_EQ(answers().size(), 1U);
}

TEST_F(Questions, KeepAYesBackUntilItIsKnownWhetherItIsNew)
{
    logSpasm();

    press(QStringLiteral("yesButton"));

    EXPECT_TRUE(answers().empty());
    EXPECT_TRUE(openRules().empty());
    EXPECT_TRUE(isSeen("twoWeeksLabel"));
    EXPECT_FALSE(isSeen("knownLabel"));
    press(QStringLiteral("newButton"));
    EXPECT_EQ(answerTo("rf_bladder_retention")->change, Change::New);
    EXPECT_THAT(openRules(), testing::ElementsAre("rf_bladder_retention"));
}

TEST_F(Questions, RaiseNoEmergencyForWhatIsOldAndKnown)
{
    logSpasm();

    press(QStringLiteral("yesButton"));
    press(QStringLiteral("asBeforeButton"));
    EXPECT_TRUE(isSeen("knownLabel"));
    EXPECT_TRUE(answers().empty());
    press(QStringLiteral("knownYesButton"));

    const auto answer = answerTo("rf_bladder_retention");
    EXPECT_EQ(answer->value, AnswerValue::Yes);
    EXPECT_EQ(answer->change, Change::Unchanged);
    EXPECT_EQ(answer->clinicianKnows, true);
    EXPECT_TRUE(openRules().empty());
    EXPECT_EQ(answers().size(), 1U);
}

TEST_F(Questions, OfWhatIsOldButNotKnownAreUrgent)
{
    logSpasm();

    press(QStringLiteral("yesButton"));
    press(QStringLiteral("asBeforeButton"));
    press(QStringLiteral("knownNoButton"));

    ASSERT_EQ(openRules().size(), 1U);
    EXPECT_EQ(diary.engine.alerts().active().front().level, Level::Urgent);
}

TEST_F(Questions, NotSureOfAnEmergencyCountsAsYes)
{
    logSpasm();

    press(QStringLiteral("notSureButton"));
    press(QStringLiteral("newNotSureButton"));

    EXPECT_EQ(answerTo("rf_bladder_retention")->value, AnswerValue::Unsure);
    EXPECT_EQ(diary.engine.alerts().active().front().level, Level::Emergency);
}

/// Every way off the screen saves a yes that is half answered as new.
struct Leaving {
    const char* name;
    void (*leave)(MainWindow& window);
};
void click(MainWindow& window, const char* name)
{
    window.findChild<QAbstractButton*>(QLatin1String{name})->click();
}
const Leaving kLeavings[] = {
    {"Back", [](MainWindow& window) { click(window, "questionBackButton"); }},
    {"Later", [](MainWindow& window) { click(window, "questionsLaterButton"); }},
    {"another page", [](MainWindow& window) { click(window, "historyButton"); }},
    {"Something changed", [](MainWindow& window) { click(window, "changedButton"); }},
    {"closing the window", [](MainWindow& window) { window.close(); }},
    {"hiding the window", [](MainWindow& window) { window.hide(); }},
};

TEST_F(Questions, AreKeptAsNewWhoeverLeaves)
{
    for (const Leaving& leaving : kLeavings) {
        tests::Diary own;
        Shell other{own.engine,
                    {.words = words,
                     .numbers = numbers,
                     .country = QStringLiteral("GB"),
                     .version = QStringLiteral("0"),
                     .explain = [](const StorageError&) { return QString{}; }}};
        other.window().show();
        other.bridge().logSpasm(7);
        click(other.window(), "noButton");
        click(other.window(), "yesButton");
        ASSERT_EQ(own.engine.alerts().store().answers({}).size(), 1U) << leaving.name;

        leaving.leave(other.window());

        const auto answers = own.engine.alerts().store().answers({});
        ASSERT_EQ(answers.size(), 2U) << leaving.name;
        EXPECT_EQ(answers.back().question, "rf_bladder_incontinence") << leaving.name;
        EXPECT_EQ(answers.back().value, AnswerValue::Yes) << leaving.name;
        EXPECT_EQ(answers.back().change, std::nullopt) << leaving.name;
        EXPECT_EQ(own.engine.alerts().active().front().level, Level::Emergency) << leaving.name;
    }
}

TEST_F(Questions, AreKeptWhereTheProgramEndsHalfWay)
{
    tests::Diary own;
    {
        Shell other{own.engine,
                    {.words = words,
                     .numbers = numbers,
                     .country = QStringLiteral("GB"),
                     .version = QStringLiteral("0"),
                     .explain = [](const StorageError&) { return QString{}; }}};
        other.window().show();
        other.bridge().logSpasm(7);
        click(other.window(), "yesButton");
    }

    EXPECT_EQ(own.engine.alerts().store().answers({}).size(), 1U);
}

TEST_F(Questions, CanBeAnsweredAnew)
{
    logSpasm();
    press(QStringLiteral("noButton"));

    press(QStringLiteral("questionBackButton"));
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("noButton"))->isChecked());
    press(QStringLiteral("yesButton"));
    press(QStringLiteral("newButton"));

    EXPECT_EQ(answers().size(), 2U);
    EXPECT_EQ(answerTo("rf_bladder_retention")->value, AnswerValue::Yes);
}

TEST_F(Questions, TheOptionalOneCanBeSkipped)
{
    logSpasm();
    EXPECT_FALSE(isSeen("skipButton"));
    goTo("rf_sexual_change");

    press(QStringLiteral("skipButton"));

    EXPECT_EQ(answerTo("rf_sexual_change")->value, AnswerValue::Skipped);
    EXPECT_EQ(text("questionLabel"), words.question("rf_legs_both"));
}

TEST_F(Questions, OfOneTopicStandInOneList)
{
    logSpasm();
    pressOften("noButton", 11);

    EXPECT_EQ(text("questionTopicLabel"), wording::questionTopic(QuestionTopic::Legs));
    press(QStringLiteral("answer_rf_foot_drop_yes"));
    EXPECT_EQ(answerTo("rf_foot_drop")->value, AnswerValue::Yes);
    press(QStringLiteral("noneOfTheseButton"));

    EXPECT_EQ(answerTo("rf_foot_drop")->value, AnswerValue::Yes);
    EXPECT_EQ(answerTo("rf_balance_loss")->value, AnswerValue::No);
    EXPECT_EQ(text("questionTopicLabel"), wording::questionTopic(QuestionTopic::Illness));
}

TEST_F(Questions, TellWhatIsTickedUnderAYes)
{
    logSpasm();
    pressOften("noButton", 11);
    press(QStringLiteral("questionNextButton"));
    EXPECT_FALSE(isSeen("flag_rf_weight_loss"));

    press(QStringLiteral("answer_rf_weight_loss_yes"));
    EXPECT_THAT(openRules(), testing::Contains("rf_weight_loss"));
    press(QStringLiteral("flag_rf_weight_loss_intended"));

    EXPECT_EQ(answerTo("rf_weight_loss")->flags, "intended");
    EXPECT_THAT(openRules(), testing::Not(testing::Contains("rf_weight_loss")));
}

TEST_F(Questions, NoneOfTheseIsOneStepToTakeBack)
{
    logSpasm();
    pressOften("noButton", 11);
    press(QStringLiteral("noneOfTheseButton"));
    ASSERT_TRUE(answerTo("rf_balance_loss"));

    undo();

    EXPECT_FALSE(answerTo("rf_balance_loss"));
    EXPECT_FALSE(answerTo("rf_leg_one_neuro"));
}

TEST_F(Questions, EndWithoutSayingThatAllIsWell)
{
    logSpasm();
    pressOften("noButton", 11);
    pressOften("noneOfTheseButton", 4);

    EXPECT_EQ(text("questionsEndLabel"), wording::nothingOpen());
    EXPECT_FALSE(isSeen("unansweredLabel"));
    press(QStringLiteral("questionsDoneButton"));
    EXPECT_TRUE(isSeen("nowPage"));
    EXPECT_FALSE(isSeen("dailyCard"));
}

TEST_F(Questions, EndWithWhatToDoWhereSomethingIsOpen)
{
    logSpasm();
    pressOften("noButton", 11);
    press(QStringLiteral("answer_rf_foot_drop_yes"));
    pressOften("questionNextButton", 4);

    EXPECT_NE(text("questionsEndLabel"), wording::nothingOpen());
    EXPECT_TRUE(isSeen("unansweredLabel"));
}

TEST_F(Questions, LoseNothingHalfWayAndGoOnWithTheRest)
{
    logSpasm();
    pressOften("noButton", 3);
    press(QStringLiteral("questionsLaterButton"));

    EXPECT_EQ(answers().size(), 3U);
    EXPECT_TRUE(isSeen("dailyCard"));
    EXPECT_FALSE(isSeen("dailyNoneButton"));
    press(QStringLiteral("answerOpenButton"));

    EXPECT_EQ(text("questionLabel"), words.question("rf_saddle_numbness"));
    EXPECT_EQ(text("questionProgressLabel"), QStringLiteral("1 of 12"));
}

TEST_F(Questions, AreAtMostEighteenScreens)
{
    ProfileEntry weeks{{}, {}, ProfileKey::PregnantWeeks, "20"};
    static_cast<void>(tests::done(diary.journal().tell(weeks, {})));
    static_cast<void>(tests::done(
        diary.journal().logSpasm(tests::spasm(6, {}, tests::regions({{"neck", Side::Left}})))));
    shell.asking().asking().askOpen();

    const int count = text("questionProgressLabel").section(QLatin1Char(' '), -1).toInt();

    EXPECT_EQ(count, 13 + 4); // without a cold session, whose question would be one more
}

TEST_F(Questions, OfTheDayAreAnsweredWithOnePress)
{
    logSpasm();
    press(QStringLiteral("questionsLaterButton"));
    EXPECT_FALSE(isSeen("dailyNoneButton"));
    diary.clock.pass(24h);
    shell.bridge().refresh();
    ASSERT_TRUE(isSeen("dailyNoneButton"));

    press(QStringLiteral("dailyScale4"));
    press(QStringLiteral("dailyNoneButton"));

    EXPECT_EQ(answers().size(), 11U);
    EXPECT_EQ(answerTo("rf_chest_pain")->value, AnswerValue::No);
    EXPECT_EQ(diary.engine.diary().courses({}).front().lastPain(), 4);
    EXPECT_FALSE(isSeen("dailyNoneButton"));
}

TEST_F(Questions, OfTheDayStandBesideHeatAndColdAndLeaveNothingToScrollOnceAnswered)
{
    logSpasm();
    pressOften("noButton", 11);
    press(QStringLiteral("questionNextButton"));
    press(QStringLiteral("answer_rf_fever_unsure"));
    pressOften("noneOfTheseButton", 3);
    press(QStringLiteral("questionsDoneButton"));
    diary.clock.pass(74h);
    diary.engine.alerts().advance();
    shell.bridge().refresh();
    QApplication::processEvents();
    ASSERT_TRUE(isSeen("dailyNoneButton"));
    ASSERT_TRUE(isSeen("openQuestionsLabel"));

    EXPECT_TRUE(isSeen("heatStartButton"));

    press(QStringLiteral("dailyNoneButton"));
    EXPECT_FALSE(isSeen("dailyNoneButton"));
    EXPECT_EQ(field<QScrollArea>(QStringLiteral("nowScroll"))->verticalScrollBar()->maximum(), 0);
}

TEST_F(Questions, OfTheDayAreAskedOneByOneWhereOneApplies)
{
    logSpasm();
    press(QStringLiteral("questionsLaterButton"));
    diary.clock.pass(24h);
    shell.bridge().refresh();

    press(QStringLiteral("dailyOneButton"));

    EXPECT_EQ(text("questionLabel"), words.question("rf_bladder_retention"));
    EXPECT_EQ(text("questionProgressLabel"), QStringLiteral("1 of 11"));
}

TEST_F(Questions, ThatNobodyWasSureOfAreAskedAgainTheNextDay)
{
    logSpasm();
    pressOften("noButton", 11);
    press(QStringLiteral("questionNextButton"));
    press(QStringLiteral("answer_rf_fever_unsure"));
    pressOften("noneOfTheseButton", 3);
    EXPECT_THAT(diary.engine.alerts().asking().unsure, testing::IsEmpty());
    diary.clock.pass(24h);

    EXPECT_THAT(diary.engine.alerts().asking().unsure, testing::ElementsAre("rf_fever"));
}

} // namespace
} // namespace unclench::ui
