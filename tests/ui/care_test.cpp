// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold in the window: the cards, the dial, and what is asked before and after.
#include "tests/ui/shell_fixture.h"
#include "ui/pages/care_after.h"
#include "ui/pages/care_questions.h"
#include "ui/widgets/care_dial.h"
#include "ui/wording/care.h"
#include "ui/wording/times.h"

#include <QCheckBox>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;

class CareInWindow : public ShellFixture {
protected:
    Care& care() { return diary.engine.care(); }
    /// A spasm that came back, so that heat comes first.
    void logRecurrent()
    {
        Details details;
        details.firstEver = false;
        static_cast<void>(tests::done(diary.journal().logSpasm(tests::spasm(6, {}, details))));
    }
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
    void answerAll()
    {
        tell(care().toAsk(Modality::Heat), false);
        tell(care().toAsk(Modality::Cold), false);
    }
    void pass(std::chrono::milliseconds time)
    {
        diary.clock.pass(time);
        shell.passTime();
    }
    void showWindow()
    {
        window.show();
        QApplication::processEvents();
    }
    bool isSeen(const char* name)
    {
        return field<QWidget>(QLatin1String{name})->isVisibleTo(&window);
    }
    bool isOn(const QString& name) { return field<QAbstractButton>(name)->isEnabled(); }
    std::optional<CareSession> last() { return care().last(); }
    QString figures() { return field<CareDial>(QStringLiteral("careDial"))->figures(); }
};

TEST_F(CareInWindow, BothMayBeStartedWithoutASpasmAndNoneIsRecommended)
{
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Allowed"));
    EXPECT_EQ(text("coldStatus"), QStringLiteral("Allowed"));
    EXPECT_TRUE(isOn(QStringLiteral("heatStartButton")));
    EXPECT_TRUE(isOn(QStringLiteral("coldStartButton")));
    EXPECT_FALSE(isSeen("carePlanLabel"));
}

TEST_F(CareInWindow, RecommendsHeatWhereSpasmsComeBackAndSaysWhyHowAndWhenNext)
{
    logRecurrent();

    EXPECT_EQ(text("heatStatus"), QStringLiteral("Recommended"));
    EXPECT_EQ(text("heatReason_heat_recurrent"),
              QStringLiteral("When spasms come back, heat comes first."));
    EXPECT_EQ(text("heatHow"), QStringLiteral("15 min, low, with a cloth between"));
    EXPECT_EQ(text("carePlanLabel"), QStringLiteral("Next: heat at 12:00, 16:00, 20:00."));
}

TEST_F(CareInWindow, ABlockedCardKeepsItsStartAndSaysEveryReason)
{
    logRecurrent();
    tell({"past_heat_reaction", "drowsy_now"}, true);

    EXPECT_EQ(text("heatStatus"), QStringLiteral("Not now"));
    EXPECT_TRUE(isSeen("heatStartButton"));
    EXPECT_FALSE(isOn(QStringLiteral("heatStartButton")));
    EXPECT_EQ(text("heatReason_past_heat_reaction"),
              QStringLiteral("You had a bad reaction to heat before."));
    EXPECT_EQ(text("heatReason_drowsy_now"), QStringLiteral("You are drowsy."));
    EXPECT_EQ(window.findChild<QWidget*>(QStringLiteral("heatReason_past_heat_reaction_button")),
              nullptr);
}

TEST_F(CareInWindow, WhatHasPassedIsToldAtItsReasonAndTakenBackByUndo)
{
    logRecurrent();
    tell({"drowsy_now"}, true);

    press(QStringLiteral("heatReason_drowsy_now_button"));

    EXPECT_EQ(text("heatStatus"), QStringLiteral("Recommended"));
    undo();
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Not now"));
}

TEST_F(CareInWindow, AClinicianCanAllowWhatNeedsAskingForThatModalityAlone)
{
    logRecurrent();
    tell({"poor_circulation"}, true);
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Not now"));
    EXPECT_EQ(window.findChild<QWidget*>(QStringLiteral("coldReason_poor_circulation_button")),
              nullptr);

    press(QStringLiteral("heatReason_poor_circulation_button"));

    EXPECT_EQ(text("heatStatus"), QStringLiteral("Recommended"));
    EXPECT_EQ(text("coldStatus"), QStringLiteral("Not now"));
    EXPECT_TRUE(diary.engine.profile().clinicianOk.contains("heat:poor_circulation"));
}

TEST_F(CareInWindow, NobodyIsAskedTwiceBeforeASession)
{
    logRecurrent();

    press(QStringLiteral("heatStartButton"));
    EXPECT_TRUE(isSeen("careQuestionsPage"));
    EXPECT_FALSE(care().running());
    press(QStringLiteral("careContinueButton"));

    EXPECT_TRUE(isSeen("careRunning"));
    ASSERT_TRUE(care().running());
    EXPECT_TRUE(care().toAsk(Modality::Heat).empty());
    static_cast<void>(tests::done(care().stop({{}, Skin::Normal, {}})));
    pass(5h);
    press(QStringLiteral("heatStartButton"));
    EXPECT_TRUE(care().running());
}

TEST_F(CareInWindow, AnAnswerThatForbidsItIsSavedAndTheStartRefusedInWords)
{
    logRecurrent();
    press(QStringLiteral("heatChooseButton"));
    press(QStringLiteral("heatMinutes_10"));
    press(QStringLiteral("heatStartButton"));

    press(QStringLiteral("careCondition_sunburn"));
    EXPECT_EQ(field<QAbstractButton>(QStringLiteral("careContinueButton"))->text(),
              QStringLiteral("&Continue"));
    press(QStringLiteral("careContinueButton"));

    EXPECT_FALSE(care().running());
    EXPECT_TRUE(isSeen("careBlock"));
    EXPECT_EQ(notice(), QStringLiteral("Heat: not now. The skin is sunburnt."));
    EXPECT_FALSE(isOn(QStringLiteral("heatStartButton")));
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("heatMinutes_10"))->isChecked());
}

TEST_F(CareInWindow, GoingBackFromTheQuestionsStartsAndSavesNothing)
{
    logRecurrent();
    const std::size_t open = care().toAsk(Modality::Heat).size();

    press(QStringLiteral("heatStartButton"));
    press(QStringLiteral("careBackButton"));

    EXPECT_TRUE(isSeen("careBlock"));
    EXPECT_FALSE(care().running());
    EXPECT_EQ(care().toAsk(Modality::Heat).size(), open);
}

TEST_F(CareInWindow, StartsWithWhatWasChosen)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatChooseButton"));
    press(QStringLiteral("heatMinutes_20"));
    press(QStringLiteral("heatKind_bottle"));
    press(QStringLiteral("heatPain_7"));

    press(QStringLiteral("heatStartButton"));

    const auto running = care().running();
    ASSERT_TRUE(running);
    EXPECT_EQ(running->session.planned, 20min);
    EXPECT_EQ(running->session.kind, CareKind::Bottle);
    EXPECT_EQ(running->session.painBefore, 7);
    EXPECT_EQ(saved(), QStringLiteral("Heat runs for 20 minutes."));
    EXPECT_FALSE(isSeen("undoButton"));
}

TEST_F(CareInWindow, ABathIsDecidedAnewAndNotOfferedLongerThanIsAllowed)
{
    logRecurrent();
    answerAll();
    tell({"multiple_sclerosis"}, true);
    press(QStringLiteral("heatChooseButton"));
    EXPECT_EQ(window.findChild<QWidget*>(QStringLiteral("heatMinutes_20")), nullptr);
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Recommended"));

    press(QStringLiteral("heatKind_bath"));
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Not now"));
    pass(1min);
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Not now")) << "the choice holds";

    press(QStringLiteral("heatKind_bath"));
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Recommended"));
}

TEST_F(CareInWindow, TheDialCountsAndTellsAScreenReaderOnceAMinuteOnly)
{
    logRecurrent();
    answerAll();
    showWindow();
    press(QStringLiteral("heatStartButton"));
    auto* dial = field<CareDial>(QStringLiteral("careDial"));
    EXPECT_EQ(figures(), QStringLiteral("15:00"));
    EXPECT_EQ(shell.nextTick(), 1s);

    diary.clock.pass(1s + 400ms);
    shell.tick();
    EXPECT_EQ(figures(), QStringLiteral("14:59"));
    EXPECT_EQ(shell.nextTick(), 600ms);
    EXPECT_EQ(dial->accessibleName(), QStringLiteral("Heat: 15 minutes left"));

    diary.clock.pass(59s);
    shell.tick();
    EXPECT_EQ(figures(), QStringLiteral("14:00"));
    EXPECT_EQ(dial->accessibleName(), QStringLiteral("Heat: 14 minutes left"));
}

TEST_F(CareInWindow, NothingTicksWhereTheDialIsNotSeen)
{
    logRecurrent();
    answerAll();
    showWindow();
    press(QStringLiteral("heatStartButton"));

    shell.showHistory();
    EXPECT_EQ(shell.nextTick(), 15min);

    window.hide();
    EXPECT_FALSE(shell.nextTick());
}

TEST_F(CareInWindow, AsksToTakeItOffWhenItIsOverAndCountsHowLong)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatStartButton"));
    press(QStringLiteral("careAsideButton"));
    EXPECT_FALSE(isSeen("careRunning"));

    pass(16min + 20s);

    EXPECT_TRUE(isSeen("careRunning"));
    EXPECT_EQ(text("careRunningTitle"), QStringLiteral("Take the heat off now."));
    EXPECT_EQ(figures(), QStringLiteral("+1:20"));
    EXPECT_EQ(field<QAbstractButton>(QStringLiteral("careStopButton"))->accessibleName(),
              QStringLiteral("I took it off"));
    press(QStringLiteral("careStopButton"));
    EXPECT_FALSE(care().running());
    EXPECT_EQ(saved(), QStringLiteral("Saved: heat, 16 minutes."));
    EXPECT_TRUE(isSeen("careAfterPage"));
}

TEST_F(CareInWindow, ItHurtsMoreStopsAtOnceAndBlocksThatForTheSpasm)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatStartButton"));
    pass(3min);

    press(QStringLiteral("hurtsMoreButton"));

    EXPECT_FALSE(care().running());
    EXPECT_EQ(last()->felt, Effect::Worse);
    EXPECT_EQ(text("careAfterLead"), QStringLiteral("Take the heat off now."));
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("afterFelt_worse"))->isChecked());
    press(QStringLiteral("careDoneButton"));
    pass(5h);
    EXPECT_EQ(text("heatReason_heat_raised_pain"),
              QStringLiteral("Heat made this spasm hurt more."));
    EXPECT_EQ(text("coldStatus"), QStringLiteral("Recommended"));
}

TEST_F(CareInWindow, PainCanBeWrittenDownWhileItRunsAndTheDialComesBack)
{
    logRecurrent();
    answerAll();
    showWindow();
    press(QStringLiteral("heatStartButton"));

    window.showScale();
    EXPECT_TRUE(isSeen("spasmScale"));
    EXPECT_EQ(text("careAskLabel").left(11), QStringLiteral("Heat runs u"));
    press(QStringLiteral("spasmScale4"));

    EXPECT_TRUE(isSeen("careRunning"));
    EXPECT_EQ(diary.engine.diary().course(diary.engine.diary().openBout()->episode)->lastPain(), 4);

    window.showScale();
    press(QStringLiteral("careAskYesButton"));
    EXPECT_TRUE(isSeen("careRunning"));
}

TEST_F(CareInWindow, AsksForTheSkinWhereCautionDoes)
{
    logRecurrent();
    answerAll();
    tell({"diabetes"}, true);
    press(QStringLiteral("heatStartButton"));
    pass(5min - 1s);
    EXPECT_FALSE(isSeen("skinCheck"));
    EXPECT_EQ(text("careToDo4"), QStringLiteral("Look at your skin every 5 minutes."));

    pass(1s);
    EXPECT_TRUE(isSeen("skinCheck"));
    press(QStringLiteral("skinNormalButton"));
    EXPECT_FALSE(isSeen("skinCheck"));
    EXPECT_TRUE(care().running());
}

TEST_F(CareInWindow, SkinThatIsNotNormalEndsIt)
{
    logRecurrent();
    answerAll();
    tell({"diabetes"}, true);
    press(QStringLiteral("heatStartButton"));
    pass(6min);

    press(QStringLiteral("skinWrongButton"));

    EXPECT_FALSE(care().running());
    EXPECT_TRUE(isSeen("careAfterPage"));
    EXPECT_EQ(text("careAfterLead"), QStringLiteral("Take the heat off now."));
}

TEST_F(CareInWindow, EachAnswerAfterwardsIsSavedByItsPress)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatStartButton"));
    pass(15min);
    press(QStringLiteral("careStopButton"));

    press(QStringLiteral("afterPain3"));
    EXPECT_EQ(last()->painAfter, 3);
    EXPECT_EQ(last()->skin, std::nullopt);
    press(QStringLiteral("afterSkin_numb"));
    EXPECT_EQ(last()->skin, Skin::Numb);
    EXPECT_EQ(text("skinAdvice"),
              QStringLiteral("Leave heat and cold off. Look at your skin again in 30 minutes."));
    press(QStringLiteral("afterSkin_normal"));
    EXPECT_EQ(last()->skin, Skin::Normal);
    EXPECT_FALSE(isSeen("skinAdvice"));
    press(QStringLiteral("afterFelt_better"));
    EXPECT_EQ(last()->felt, Effect::Better);
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("afterFelt_better"))->isChecked());

    press(QStringLiteral("careDoneButton"));
    EXPECT_TRUE(isSeen("careBlock"));
    EXPECT_FALSE(isSeen("careAskCard"));
}

TEST_F(CareInWindow, ABlisterRaisesItsWarning)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatStartButton"));
    pass(15min);
    press(QStringLiteral("careStopButton"));

    press(QStringLiteral("afterSkin_blister"));

    EXPECT_TRUE(isSeen("alertBanner"));
    EXPECT_TRUE(isSeen("careAfterPage"));
}

TEST_F(CareInWindow, WhatNeverHappenedIsTakenOutAndComesBackByUndo)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatStartButton"));
    pass(15min);
    press(QStringLiteral("careStopButton"));

    press(QStringLiteral("neverHappenedButton"));

    EXPECT_FALSE(last());
    EXPECT_TRUE(isSeen("careBlock"));
    EXPECT_TRUE(isOn(QStringLiteral("heatStartButton")));
    undo();
    EXPECT_TRUE(last());
    EXPECT_FALSE(isOn(QStringLiteral("heatStartButton")));
}

TEST_F(CareInWindow, AfterASessionThatEndedElsewhereItAsksOnNow)
{
    logRecurrent();
    answerAll();
    press(QStringLiteral("heatStartButton"));
    pass(5min);
    static_cast<void>(tests::done(care().stop({})));
    EXPECT_TRUE(text("careAskLabel").startsWith(QStringLiteral("How was the heat of")));

    press(QStringLiteral("careAskYesButton"));
    EXPECT_TRUE(isSeen("careAfterPage"));
    press(QStringLiteral("afterPain2"));
    press(QStringLiteral("careDoneButton"));

    EXPECT_EQ(last()->painAfter, 2);
    EXPECT_FALSE(isSeen("careAskCard"));
}

TEST_F(CareInWindow, ThatQuestionCanBeLeft)
{
    logRecurrent();
    answerAll();
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, {}})));
    static_cast<void>(tests::done(care().stop({})));

    press(QStringLiteral("careAskNoButton"));

    EXPECT_FALSE(isSeen("careAskCard"));
}

TEST_F(CareInWindow, AsksWhetherTheSkinFeelsNormalUntilItDoes)
{
    logRecurrent();
    answerAll();
    static_cast<void>(tests::done(care().start({Modality::Cold, {}, {}, {}})));
    pass(15min);
    static_cast<void>(tests::done(care().stop({{}, {}, Effect::Same})));
    EXPECT_FALSE(isSeen("careAskCard")) << "it rests yet";
    pass(30min);
    EXPECT_TRUE(isSeen("careAskCard"));

    press(QStringLiteral("careAskNoButton"));
    EXPECT_EQ(care().store().checksOf(last()->stamp.id).back().skin, Skin::Numb);
    EXPECT_EQ(text("coldStatus"), QStringLiteral("Not now"));
    EXPECT_FALSE(isSeen("careAskNoButton"));

    press(QStringLiteral("careAskYesButton"));
    EXPECT_EQ(text("heatStatus"), QStringLiteral("Recommended"));
    EXPECT_FALSE(isSeen("careAskCard"));
}

TEST_F(CareInWindow, NotYetAfterABlisterDoesNotBeginItsDayAnew)
{
    logRecurrent();
    answerAll();
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, {}})));
    static_cast<void>(tests::done(care().stop({{}, Skin::Blister, {}})));
    pass(23h);
    press(QStringLiteral("careAskNoButton"));
    pass(1h);

    press(QStringLiteral("careAskYesButton"));

    EXPECT_NE(text("coldStatus").left(7), QStringLiteral("Not now"));
}

TEST_F(CareInWindow, AsksWhetherTheClockIsRightWhereItWasSetBack)
{
    logRecurrent();
    answerAll();
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, {}})));
    pass(15min);
    static_cast<void>(tests::done(care().stop({{}, Skin::Normal, Effect::Same})));
    diary.clock.setWall(diary.clock.now().wall - 24h * 3);
    pass(31min);
    EXPECT_EQ(text("careAskLabel"),
              QStringLiteral("The clock of this computer was set back. Is it right now?"));

    press(QStringLiteral("careAskYesButton"));

    EXPECT_FALSE(isSeen("careAskCard"));
    EXPECT_TRUE(isOn(QStringLiteral("heatStartButton")));
}

TEST_F(CareInWindow, SaysFromWhenNeverTooEarly)
{
    logRecurrent();
    answerAll();
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, {}})));
    pass(15min + 1s);
    static_cast<void>(tests::done(care().stop({{}, Skin::Normal, Effect::Same})));
    const Moment end = diary.clock.now().wall;
    const Moment from = end + 30min;
    const Moment full{std::chrono::ceil<std::chrono::minutes>(from.utc), from.offset};

    EXPECT_EQ(text("heatStatus"), QStringLiteral("Not now, from ") + wording::timeOfDay(full));
    const auto refused = care().start({Modality::Heat, {}, {}, {}});
    EXPECT_EQ(wording::careRefusal(std::get<Problems>(refused).front(), words, end),
              QStringLiteral("Heat: not now, from ") + wording::timeOfDay(full) +
                  QStringLiteral(". Your skin is resting after the last session."));
}

TEST_F(CareInWindow, DetailsListTheSessionsAndTakeOneOut)
{
    logRecurrent();
    answerAll();
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, CareKind::Pad, 6})));
    pass(15min);
    const auto ended = tests::done(care().stop({4, Skin::Normal, {}}));
    open(diary.engine.diary().openBout()->episode);
    const QString name = QStringLiteral("care_") + QString::fromStdString(ended.id.text());

    EXPECT_TRUE(field<QLabel>(name)->text().endsWith(
        QStringLiteral(", Heating pad, 15 min, pain 6 to 4, skin normal")))
        << qPrintable(field<QLabel>(name)->text());
    press(name + QStringLiteral("_remove"));

    EXPECT_FALSE(last());
    EXPECT_TRUE(isSeen("noCareLabel"));
}

TEST_F(CareInWindow, APastSessionIsWrittenDownAndARefusedOneStaysInTheForm)
{
    diary.log(5);
    diary.clock.pass(3h);
    static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, {}})));
    open(diary.engine.diary().openBout()->episode);
    press(QStringLiteral("pastCareButton"));
    press(QStringLiteral("pastModality_cold"));
    press(QStringLiteral("pastPainBefore_6"));
    auto* minutes = field<QLineEdit>(QStringLiteral("pastCareMinutes"));
    minutes->setText(QStringLiteral("60")); // into the session that runs
    press(QStringLiteral("savePastCareButton"));
    EXPECT_FALSE(notice().isEmpty());
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("pastPainBefore_6"))->isChecked());
    EXPECT_EQ(minutes->text(), QStringLiteral("60"));

    minutes->setText(QStringLiteral("10"));
    press(QStringLiteral("savePastCareButton"));

    const auto sessions = care().store().ofEpisode(diary.engine.diary().openBout()->episode);
    ASSERT_EQ(sessions.size(), 2U);
    EXPECT_EQ(sessions.front().modality, Modality::Cold);
    EXPECT_EQ(sessions.front().planned, 10min);
    EXPECT_EQ(sessions.front().painBefore, 6);
    EXPECT_FALSE(isSeen("savePastCareButton"));
}

TEST_F(CareInWindow, DetailsSayWhatPainDidFromFiveSessionsOn)
{
    logRecurrent();
    answerAll();
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(i == 0 || care().store().withPain().size() == static_cast<std::size_t>(i));
        static_cast<void>(tests::done(care().start({Modality::Heat, {}, {}, 6})));
        diary.clock.pass(15min);
        static_cast<void>(tests::done(care().stop({4, Skin::Normal, {}})));
        diary.clock.pass(5h);
        open(diary.engine.diary().openBout()->episode);
        EXPECT_EQ(isSeen("helpedLabel"), i == 4);
    }
    EXPECT_TRUE(
        text("helpedLabel").contains(QStringLiteral("Heat, 5 sessions: pain 6 before, 4 after")));
}

} // namespace
} // namespace unclench::ui
