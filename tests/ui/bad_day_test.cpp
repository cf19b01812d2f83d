// SPDX-License-Identifier: GPL-3.0-or-later
// Bad-day mode: six big buttons, by mouse or by keyboard alone, and an emergency above them.
#include "tests/ui/shell_fixture.h"
#include "ui/pages/bad_day_page.h"
#include "ui/widgets/big_button.h"
#include "ui/wording/spoken.h"

#include <QSignalSpy>
#include <QWindow>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

class BadDay : public ShellFixture {
protected:
    BadDay()
    {
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        QApplication::processEvents();
    }
    void key(Qt::Key key)
    {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : &window, key);
        QApplication::processEvents();
    }
    bool isSeen(const char* name) { return field<QWidget>(QLatin1String{name})->isVisible(); }
    BigButton* big(const char* name) { return field<BigButton>(QLatin1String{name}); }
    std::optional<Course> open()
    {
        const auto bout = diary.engine.diary().openBout();
        return bout ? diary.engine.diary().course(bout->episode) : std::nullopt;
    }
    Care& care() { return diary.engine.care(); }
    void tell(const std::vector<std::string>& ids, bool isPresent)
    {
        std::vector<Condition> told;
        for (const std::string& id : ids) {
            Condition condition;
            condition.condition = id;
            condition.isPresent = isPresent;
            told.push_back(condition);
        }
        static_cast<void>(tests::done(diary.journal().tellAll(told)));
    }
    /// A spasm, and everything answered that is asked before heat and cold.
    void prepare()
    {
        diary.log(5);
        tell(care().toAsk(Modality::Heat), false);
        tell(care().toAsk(Modality::Cold), false);
    }
    void pass(std::chrono::milliseconds time)
    {
        diary.clock.pass(time);
        shell.passTime();
    }
    void sayYes(const char* question)
    {
        Answer answer;
        answer.question = question;
        answer.value = AnswerValue::Yes;
        static_cast<void>(tests::done(diary.engine.alerts().answer(answer, {})));
        QApplication::processEvents();
    }
    QString title() { return text("badDayTitle"); }
    /// What was said aloud since it was asked last.
    QStringList heard()
    {
        QStringList all;
        while (!m_heard.isEmpty()) {
            all << m_heard.takeFirst().front().toString();
        }
        return all;
    }
    void enter()
    {
        shell.badDay().enter();
        QApplication::processEvents();
        heard();
    }

private:
    QSignalSpy m_heard{&shell, &Shell::speakRequested};
};

TEST_F(BadDay, F9EntersFromAnyPageAndLeavesToThatPage)
{
    shell.showGuide();

    key(Qt::Key_F9);
    EXPECT_TRUE(isSeen("badDayPage"));
    EXPECT_FALSE(isSeen("navigation"));
    EXPECT_EQ(QApplication::focusWidget(), big("badDaySpasmButton"));
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::BigButtons)));

    key(Qt::Key_F9);
    EXPECT_TRUE(isSeen("guidePage"));
    EXPECT_TRUE(isSeen("navigation"));
}

TEST_F(BadDay, LeaveAndEscLeaveToo)
{
    enter();
    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_TRUE(isSeen("nowPage"));

    enter();
    press(QStringLiteral("badDayHelpButton"));
    key(Qt::Key_Escape);
    EXPECT_TRUE(isSeen("badDaySpasmButton")) << "first back to the six";
    key(Qt::Key_Escape);
    EXPECT_TRUE(isSeen("nowPage"));
}

TEST_F(BadDay, OnePressOnANumberSavesASpasmAndTheNextAddsToIt)
{
    enter();
    press(QStringLiteral("badDaySpasmButton"));
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::HowStrong)));
    press(QStringLiteral("badDayPain8"));

    ASSERT_TRUE(open());
    EXPECT_EQ(open()->lastPain(), 8);
    EXPECT_THAT(heard(), ElementsAre(QStringLiteral("Saved. Pain 8.")));
    EXPECT_TRUE(isSeen("badDaySpasmButton")) << "its questions wait";

    press(QStringLiteral("badDayPainButton"));
    press(QStringLiteral("badDayPain0"));
    EXPECT_EQ(open()->lastPain(), 0);
    EXPECT_EQ(open()->readings.size(), 2U);
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::HowStrong),
                                     QStringLiteral("Saved. Pain 0.")));

    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_TRUE(isSeen("questionsPage"));
}

TEST_F(BadDay, UndoTakesANumberBack)
{
    enter();
    press(QStringLiteral("badDaySpasmButton"));
    press(QStringLiteral("badDayPain8"));

    press(QStringLiteral("undoButton"));

    EXPECT_FALSE(open());
    EXPECT_TRUE(isSeen("badDayPage"));
    EXPECT_THAT(heard(), testing::Contains(wording::spoken(wording::Spoken::TakenBack)));
}

TEST_F(BadDay, WithoutASpasmPainNowAndOverSayWhyNothingHappens)
{
    enter();
    for (const char* name : {"badDayPainButton", "badDayOverButton"}) {
        EXPECT_TRUE(big(name)->isOff());
        press(QLatin1String{name});
        EXPECT_EQ(title(), QStringLiteral("No spasm is open. Press Spasm when one comes."));
        EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::NoneOpen)));
    }
    EXPECT_FALSE(open());
}

TEST_F(BadDay, ItIsOverEndsTheSpasmAndUndoOpensItAgain)
{
    diary.log(5);
    enter();

    press(QStringLiteral("badDayOverButton"));
    EXPECT_FALSE(open());
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::ItIsOver)));

    press(QStringLiteral("undoButton"));
    EXPECT_TRUE(open());
}

TEST_F(BadDay, HeatAsksOnceThenRunsAndStopsByTheSameButton)
{
    diary.log(5);
    enter();

    press(QStringLiteral("badDayHeatButton"));
    EXPECT_TRUE(isSeen("careQuestionsPage"));
    EXPECT_FALSE(isSeen("navigation"));
    press(QStringLiteral("careContinueButton"));

    ASSERT_TRUE(care().running());
    EXPECT_TRUE(isSeen("badDayPage"));
    EXPECT_EQ(big("badDayHeatButton")->accessibleName(), QStringLiteral("Stop heat"));
    EXPECT_EQ(big("badDayHeatButton")->more(), QStringLiteral("15:00 left"));
    EXPECT_EQ(big("badDayColdButton")->accessibleName(), QStringLiteral("It hurts more"));
    EXPECT_THAT(heard(), testing::Contains(wording::spoken(wording::Spoken::HeatIsOn)));
    EXPECT_EQ(shell.nextTick(), 1s);
    diary.clock.pass(63s);
    shell.tick();
    EXPECT_EQ(big("badDayHeatButton")->more(), QStringLiteral("13:57 left"));
    EXPECT_EQ(big("badDayHeatButton")->accessibleDescription(), QStringLiteral("14 minutes left"));

    press(QStringLiteral("badDayHeatButton"));
    EXPECT_FALSE(care().running());
    EXPECT_TRUE(isSeen("badDayPage"));
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::Stopped)));
    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_TRUE(isSeen("careAfterPage")) << "what it did is asked afterwards";
}

TEST_F(BadDay, GoingBackFromWhatIsAskedStartsNothing)
{
    diary.log(5);
    enter();
    press(QStringLiteral("badDayColdButton"));

    press(QStringLiteral("careBackButton"));

    EXPECT_TRUE(isSeen("badDayPage"));
    EXPECT_FALSE(care().running());
}

TEST_F(BadDay, AnAnswerThatForbidsHeatIsSaidToBeSo)
{
    diary.log(5);
    enter();
    press(QStringLiteral("badDayHeatButton"));
    press(QStringLiteral("careCondition_sunburn"));
    press(QStringLiteral("careContinueButton"));

    EXPECT_FALSE(care().running());
    EXPECT_TRUE(isSeen("badDayReasons"));
    EXPECT_EQ(text("badDayReasons"), QStringLiteral("The skin is sunburnt."));
    EXPECT_THAT(heard(), testing::Contains(QStringLiteral(
                             "Heat is not for now. The skin is sunburnt. Not now.")));
}

TEST_F(BadDay, ItHurtsMoreStopsAndIsKept)
{
    prepare();
    enter();
    press(QStringLiteral("badDayColdButton"));
    ASSERT_TRUE(care().running());
    heard();

    press(QStringLiteral("badDayHeatButton"));

    EXPECT_FALSE(care().running());
    EXPECT_EQ(care().last()->felt, Effect::Worse);
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::ColdOff)));
}

TEST_F(BadDay, ADoubleClickStartsAndDoesNotStop)
{
    prepare();
    enter();

    QWidget* heat = big("badDayHeatButton");
    // By way of the window: what a widget gets of a double click is decided there.
    QTest::mouseDClick(window.windowHandle(), Qt::LeftButton, {},
                       heat->mapTo(&window, heat->rect().center()));

    EXPECT_TRUE(care().running());
}

TEST_F(BadDay, WhatIsBlockedShowsAndSaysWhyAndFromWhen)
{
    prepare();
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, {}})));
    pass(15min);
    static_cast<void>(tests::done(care().stop({{}, Skin::Normal, Effect::Same})));
    enter();
    EXPECT_TRUE(big("badDayHeatButton")->isOff());
    const QString from = big("badDayHeatButton")->more();
    EXPECT_TRUE(from.startsWith(QStringLiteral("Not now, from "))) << qPrintable(from);

    press(QStringLiteral("badDayHeatButton"));

    EXPECT_FALSE(care().running());
    EXPECT_EQ(title(), QStringLiteral("Heat. ") + from + QLatin1Char('.'));
    EXPECT_EQ(text("badDayReasons"),
              QStringLiteral("Your skin is resting after the last session."));
    EXPECT_THAT(heard(), ElementsAre(QStringLiteral("Heat is not for now. Your skin is resting "
                                                    "after the last session. ") +
                                     from + QLatin1Char('.')));
    pass(31min);
    EXPECT_TRUE(isSeen("badDayHeatButton")) << "it may be started now";
    EXPECT_FALSE(big("badDayHeatButton")->isOff());
}

TEST_F(BadDay, TheSkinIsAskedForWhereItIsInTheWay)
{
    prepare();
    static_cast<void>(tests::done(care().start({Modality::Cold, {}, {}, {}})));
    pass(15min);
    static_cast<void>(tests::done(care().stop({{}, {}, Effect::Same})));
    pass(31min);
    enter();
    press(QStringLiteral("badDayHeatButton"));
    EXPECT_TRUE(text("badDayReasons")
                    .endsWith(QStringLiteral("Does your skin look and feel normal again?")));

    press(QStringLiteral("badDayYesButton"));

    EXPECT_TRUE(isSeen("badDayHeatButton"));
    EXPECT_FALSE(big("badDayHeatButton")->isOff());
}

TEST_F(BadDay, ALookAtTheSkinDuringHeatIsAnsweredHere)
{
    prepare();
    tell({"diabetes"}, true);
    enter();
    press(QStringLiteral("badDayHeatButton"));
    EXPECT_FALSE(isSeen("badDaySkin"));
    pass(5min + 1s);
    EXPECT_TRUE(isSeen("badDaySkin"));
    EXPECT_EQ(title(), QStringLiteral("Look at your skin now."));

    press(QStringLiteral("badDaySkinNormalButton"));
    EXPECT_FALSE(isSeen("badDaySkin"));
    EXPECT_TRUE(care().running());
    pass(5min);
    press(QStringLiteral("badDaySkinWrongButton"));
    EXPECT_FALSE(care().running());
}

TEST_F(BadDay, SaysToTakeItOffWhenItIsOver)
{
    prepare();
    enter();
    press(QStringLiteral("badDayHeatButton"));
    pass(16min);

    EXPECT_EQ(title(), QStringLiteral("Take the heat off now."));
    EXPECT_EQ(big("badDayHeatButton")->accessibleName(), QStringLiteral("I took it off"));
    press(QStringLiteral("badDayHeatButton"));
    EXPECT_FALSE(care().running());
}

TEST_F(BadDay, HelpShowsTheNumberAtOnceWithoutAnyAlert)
{
    enter();

    press(QStringLiteral("badDayHelpButton"));

    EXPECT_TRUE(shell.alerts().view().open.empty());
    EXPECT_TRUE(isSeen("badDayNumber"));
    EXPECT_EQ(text("badDayNumber"), QStringLiteral("999"));
    EXPECT_TRUE(text("badDaySource").contains(QStringLiteral("United Kingdom")));
    EXPECT_EQ(text("badDayDrive"),
              QStringLiteral("Or go to an emergency department. Do not drive yourself."));
    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::CallIfNeeded)));
}

TEST_F(BadDay, HelpShowsThePersonsOwnNumber)
{
    enter();
    shell.alerts().tellNumber(QStringLiteral("+44 20 7946 0000"));

    press(QStringLiteral("badDayHelpButton"));

    EXPECT_EQ(text("badDayNumber"), QStringLiteral("+44 20 7946 0000"));
}

TEST_F(BadDay, HelpLeadsToTheQuestionsAndBackToTheSix)
{
    diary.log(5);
    enter();
    press(QStringLiteral("badDayHelpButton"));
    press(QStringLiteral("badDayQuestionsButton"));
    EXPECT_TRUE(isSeen("questionsPage"));
    EXPECT_FALSE(isSeen("navigation"));

    key(Qt::Key_Escape);
    EXPECT_TRUE(isSeen("badDayPage"));

    press(QStringLiteral("badDayHelpButton"));
    press(QStringLiteral("badDayChangedButton"));
    EXPECT_TRUE(isSeen("changedPage"));
    EXPECT_FALSE(isSeen("navigation"));
    key(Qt::Key_F9);
    EXPECT_TRUE(isSeen("navigation"));
}

TEST_F(BadDay, AnEmergencyLiesAboveItAndKeepsTheWindow)
{
    diary.log(5);
    enter();
    sayYes("rf_bladder_incontinence");
    EXPECT_TRUE(isSeen("emergencyPage"));

    key(Qt::Key_F9);
    EXPECT_TRUE(isSeen("emergencyPage"));
    key(Qt::Key_Escape);
    EXPECT_TRUE(isSeen("emergencyPage"));
    key(Qt::Key_1);
    EXPECT_TRUE(isSeen("emergencyPage"));

    press(QStringLiteral("contactedButton"));
    EXPECT_TRUE(isSeen("badDayPage"));
    EXPECT_FALSE(isSeen("navigation"));
    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_TRUE(isSeen("nowPage"));
    EXPECT_TRUE(isSeen("navigation"));
}

TEST_F(BadDay, IsNotEnteredOverAnEmergency)
{
    diary.log(5);
    sayYes("rf_bladder_incontinence");

    key(Qt::Key_F9);

    EXPECT_FALSE(shell.badDay().isOn());
    press(QStringLiteral("contactedButton"));
    EXPECT_TRUE(isSeen("navigation"));
}

TEST_F(BadDay, TheBannerStaysAboveIt)
{
    diary.log(5);
    enter();
    sayYes("rf_fever");

    EXPECT_TRUE(isSeen("alertBanner"));
    EXPECT_TRUE(isSeen("badDayPage"));
}

TEST_F(BadDay, WhoeverWantsToWriteDownASpasmComesToItsNumbers)
{
    enter();

    window.raiseAtScale();

    EXPECT_TRUE(isSeen("badDayPain0"));
}

TEST_F(BadDay, IsOfferedQuietlyFromSevenOnAndTheOfferEntersIt)
{
    press(QStringLiteral("spasmScale6"));
    EXPECT_FALSE(isSeen("badDayOfferBar"));
    window.showNow();
    press(QStringLiteral("painNowButton"));
    press(QStringLiteral("readingScale7"));
    EXPECT_TRUE(isSeen("badDayOfferBar"));
    EXPECT_TRUE(isSeen("nowPage"));

    press(QStringLiteral("badDayOfferYesButton"));

    EXPECT_TRUE(isSeen("badDayPage"));
    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_FALSE(isSeen("badDayOfferBar"));
}

TEST_F(BadDay, IsOfferedAfterWhatElseIsOffered)
{
    window.offer(QStringLiteral("Shall it start with the desktop?"));
    press(QStringLiteral("spasmScale8"));
    EXPECT_TRUE(isSeen("offerBar"));
    EXPECT_FALSE(isSeen("badDayOfferBar"));

    press(QStringLiteral("offerNoButton"));
    EXPECT_TRUE(isSeen("badDayOfferBar"));

    window.offer(QStringLiteral("And again?"));
    EXPECT_TRUE(isSeen("badDayOfferBar"));
    EXPECT_FALSE(isSeen("offerBar"));
    press(QStringLiteral("badDayOfferYesButton"));
    EXPECT_FALSE(isSeen("offerBar"));
    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_TRUE(isSeen("offerBar"));
}

TEST_F(BadDay, IsOfferedOncePerSpasm)
{
    press(QStringLiteral("spasmScale8"));
    EXPECT_TRUE(isSeen("badDayOfferBar"));
    press(QStringLiteral("badDayOfferNoButton"));
    EXPECT_FALSE(isSeen("badDayOfferBar"));

    window.showNow();
    press(QStringLiteral("spasmScale9"));
    shell.bridge().undo();
    shell.bridge().undo();
    shell.bridge().redo();
    EXPECT_FALSE(isSeen("badDayOfferBar"));
    pass(1min);
    EXPECT_FALSE(isSeen("badDayOfferBar"));

    diary.end();
    diary.clock.pass(25h);
    press(QStringLiteral("spasmScale10"));
    EXPECT_TRUE(isSeen("badDayOfferBar"));
}

TEST_F(BadDay, TheOfferGoesWithTheSpasm)
{
    press(QStringLiteral("spasmScale8"));
    shell.bridge().undo();
    EXPECT_FALSE(isSeen("badDayOfferBar"));
}

TEST_F(BadDay, WhatWasSavedBeforeTheStartOrInTheModeIsNotOffered)
{
    enter();
    press(QStringLiteral("badDaySpasmButton"));
    press(QStringLiteral("badDayPain9"));
    press(QStringLiteral("badDayLeaveButton"));
    EXPECT_FALSE(isSeen("badDayOfferBar"));

    Shell later{diary.engine,
                {.words = words,
                 .numbers = numbers,
                 .country = {},
                 .version = {},
                 .explain = [](const StorageError&) { return QString{}; }}};
    later.bridge().refresh();
    auto* offer = later.window().findChild<QWidget*>(QStringLiteral("badDayOfferBar"));
    EXPECT_TRUE(offer->isHidden());
    later.bridge().addReading(9, false);
    EXPECT_TRUE(offer->isHidden()) << "the second of that spasm";
}

TEST_F(BadDay, EverythingIsDoneByKeyboard)
{
    enter();
    EXPECT_EQ(QApplication::focusWidget(), big("badDaySpasmButton"));
    key(Qt::Key_Right);
    EXPECT_EQ(QApplication::focusWidget(), big("badDayHeatButton"));
    key(Qt::Key_Down);
    EXPECT_EQ(QApplication::focusWidget(), big("badDayColdButton"));
    key(Qt::Key_Right);
    EXPECT_EQ(QApplication::focusWidget(), big("badDayOverButton"));
    key(Qt::Key_Up);
    EXPECT_EQ(QApplication::focusWidget(), big("badDayHelpButton"));
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    EXPECT_EQ(QApplication::focusWidget(), big("badDaySpasmButton"));
    key(Qt::Key_Left);
    EXPECT_EQ(QApplication::focusWidget(), big("badDaySpasmButton"));

    key(Qt::Key_Space);
    key(Qt::Key_1);
    EXPECT_EQ(QApplication::focusWidget(), big("badDayPain1"));
    EXPECT_FALSE(open()) << "a digit only goes there";
    key(Qt::Key_0);
    EXPECT_EQ(QApplication::focusWidget(), big("badDayPain10"));
    key(Qt::Key_Return);
    EXPECT_EQ(open()->lastPain(), 10);
}

TEST_F(BadDay, DigitsPressTheSixColumnByColumn)
{
    prepare();
    enter();
    key(Qt::Key_5);
    EXPECT_TRUE(isSeen("badDayNumber"));
    key(Qt::Key_Escape);
    key(Qt::Key_3);
    EXPECT_EQ(care().running()->session.modality, Modality::Heat);
    key(Qt::Key_3);
    EXPECT_FALSE(care().running());
    key(Qt::Key_6);
    EXPECT_FALSE(open());
    key(Qt::Key_1);
    EXPECT_TRUE(isSeen("badDayPain0"));
}

TEST_F(BadDay, AFailureIsSaidAloud)
{
    diary.log(5);
    enter();
    diary.end();

    Q_EMIT field<BadDayPage>(QStringLiteral("badDayPage"))->endRequested();

    EXPECT_THAT(heard(), ElementsAre(wording::spoken(wording::Spoken::NotSaved)));
    EXPECT_FALSE(notice().isEmpty());
}

} // namespace
} // namespace unclench::ui
