// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of alerts, and what becomes of each answer.
#include "tests/ui/shell_fixture.h"
#include "ui/dialogs/why_dialog.h"
#include "ui/pages/alert_history_page.h"
#include "ui/pages/emergency_page.h"
#include "ui/widgets/alert_banner.h"
#include "ui/widgets/navigation.h"
#include "ui/wording/alerts.h"

#include <QAccessible>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class AlertsTest : public ShellFixture {
protected:
    void show()
    {
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        QApplication::processEvents();
    }
    void yes(const char* question)
    {
        Answer answer;
        answer.question = question;
        answer.value = AnswerValue::Yes;
        static_cast<void>(tests::done(diary.engine.alerts().answer(answer, {})));
    }
    AlertBanner* banner() { return field<AlertBanner>(QStringLiteral("alertBanner")); }
    EmergencyPage* page() { return field<EmergencyPage>(QStringLiteral("emergencyPage")); }
    QPushButton* button(const QString& name) { return field<QPushButton>(name); }
    Alert latest(const char* rule)
    {
        const auto alert = diary.engine.alerts().store().latest(rule);
        EXPECT_TRUE(alert) << rule;
        return alert.value_or(Alert{});
    }
    std::vector<AlertChange> changesOf(const char* rule)
    {
        std::vector<AlertChange> changes;
        for (const AlertStep& step : diary.engine.alerts().store().stepsOf(latest(rule).stamp.id)) {
            changes.push_back(step.change);
        }
        return changes;
    }
    /// All that can be read in `part`.
    static QString wordsOf(const QWidget& part)
    {
        QStringList all;
        for (const auto* widget : part.findChildren<QWidget*>()) {
            all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
            if (const auto* label = qobject_cast<const QLabel*>(widget)) {
                all << label->text();
            } else if (const auto* one = qobject_cast<const QAbstractButton*>(widget)) {
                all << one->text();
            }
        }
        return all.join(QLatin1Char('\n'));
    }
    void choose(const char* menu, int index)
    {
        field<QMenu>(QLatin1String{menu})->actions().at(index)->trigger();
        QApplication::processEvents();
    }
};

TEST_F(AlertsTest, NoBannerStandsWhereNothingIsOpen)
{
    diary.log(4);
    show();

    EXPECT_FALSE(banner()->isVisible());
    EXPECT_FALSE(page()->isVisible());
}

TEST_F(AlertsTest, TheBannerShowsTheHighestLevelAndEveryReason)
{
    show();
    diary.log(4);
    yes("rf_leg_pain_one");
    EXPECT_EQ(text("alertTitle"), QStringLiteral("Book an appointment"));
    yes("rf_fever");
    yes("rf_night_pain");

    EXPECT_TRUE(banner()->isVisible());
    EXPECT_EQ(text("alertTitle"), QStringLiteral("Please speak to a health professional today"));
    EXPECT_EQ(text("alertLines"), QStringLiteral("Fever or chills\n"
                                                 "Pain that wakes you and does not settle\n"
                                                 "Book an appointment: pain down one leg"));
}

TEST_F(AlertsTest, APartOfACombinationIsAReasonOfItAlone)
{
    show();
    diary.log(4);
    yes("rf_fever");
    EXPECT_TRUE(banner()->isVisible());
    yes("rf_leg_one_neuro");

    EXPECT_EQ(diary.engine.alerts().active().size(), 3U);
    EXPECT_TRUE(page()->isVisible());
    EXPECT_FALSE(field<QLabel>(QStringLiteral("otherAlerts"))->isVisible());
    EXPECT_EQ(shell.alerts().view().open.size(), 1U);
}

TEST_F(AlertsTest, WhatIsPutBeforeThePersonIsNotedOnce)
{
    diary.log(4);
    yes("rf_fever");
    EXPECT_THAT(changesOf("rf_fever"), ElementsAre(AlertChange::Raised));

    show();
    shell.alerts().refresh();
    shell.alerts().markShown();

    EXPECT_THAT(changesOf("rf_fever"), ElementsAre(AlertChange::Raised, AlertChange::Shown));
}

TEST_F(AlertsTest, TheAnswersOfTheBannerDoWhatTheySay)
{
    show();
    diary.log(4);
    yes("rf_fever");
    press(QStringLiteral("alert_rf_fever_contacted"));
    EXPECT_EQ(latest("rf_fever").closing, Closing::Seen);
    EXPECT_FALSE(banner()->isVisible());
    EXPECT_EQ(saved(), wording::afterClosing());

    undo();
    EXPECT_TRUE(banner()->isVisible());
    press(QStringLiteral("alert_rf_fever_notNeeded"));
    EXPECT_EQ(latest("rf_fever").closing, Closing::Dismissed);
}

TEST_F(AlertsTest, SeveralAreAnsweredOneByOne)
{
    show();
    diary.log(4);
    yes("rf_fever");
    yes("rf_leg_pain_one");
    press(QStringLiteral("answerAlertsButton"));
    EXPECT_TRUE(button(QStringLiteral("alert_rf_fever_contacted"))->isVisible());

    press(QStringLiteral("alert_rf_leg_pain_one_notNeeded"));

    EXPECT_EQ(latest("rf_leg_pain_one").closing, Closing::Dismissed);
    EXPECT_EQ(latest("rf_fever").state, AlertState::Open);
    EXPECT_EQ(text("alertLines"), QStringLiteral("Fever or chills"));
}

TEST_F(AlertsTest, UrgentIsPutOffOnceForHoursAndSoonForDays)
{
    show();
    diary.log(4);
    yes("rf_fever");
    EXPECT_EQ(field<QMenu>(QStringLiteral("alert_rf_fever_delays"))->actions().size(), 3);
    choose("alert_rf_fever_delays", 2);
    EXPECT_FALSE(banner()->isVisible());
    EXPECT_EQ(latest("rf_fever").until->utc, (diary.clock.now().wall + 12h).utc);

    diary.clock.pass(13h);
    diary.engine.alerts().advance();

    EXPECT_TRUE(banner()->isVisible());
    const QPushButton* later = button(QStringLiteral("alert_rf_fever_later"));
    EXPECT_FALSE(later->isEnabled());
    EXPECT_TRUE(later->toolTip().contains(QLatin1String("once already")));
    EXPECT_EQ(later->accessibleDescription(), later->toolTip());

    press(QStringLiteral("alert_rf_fever_contacted"));
    yes("rf_leg_pain_one");
    choose("alert_rf_leg_pain_one_delays", 2);
    EXPECT_EQ(latest("rf_leg_pain_one").until->utc, (diary.clock.now().wall + 24h * 7).utc);
}

TEST_F(AlertsTest, AnEmergencyTakesTheWholeWindow)
{
    show();
    diary.log(4);
    yes("rf_bladder_incontinence");

    EXPECT_TRUE(page()->isVisible());
    EXPECT_FALSE(field<Navigation>(QStringLiteral("navigation"))->isVisible());
    EXPECT_FALSE(banner()->isVisible());
    EXPECT_EQ(text("emergencySaid"), QStringLiteral("You said: you lost control of your bladder."));
    EXPECT_EQ(text("emergencyNumber"), QStringLiteral("999"));
    EXPECT_TRUE(text("emergencySource").contains(QLatin1String("Source: ")));
    EXPECT_EQ(window.focusWidget(), button(QStringLiteral("callHelpButton")));

    for (const auto& [key, modifier] :
         {std::pair{Qt::Key_Escape, Qt::NoModifier}, std::pair{Qt::Key_1, Qt::ControlModifier},
          std::pair{Qt::Key_2, Qt::ControlModifier}}) {
        QTest::keyClick(window.focusWidget(), key, modifier);
        EXPECT_TRUE(page()->isVisible());
    }
    shell.showHistory();
    EXPECT_TRUE(page()->isVisible());
    window.raiseAtScale();
    EXPECT_TRUE(page()->isVisible());
}

TEST_F(AlertsTest, AnEmergencyThatAnAnswerRaisesHasTheKeyboard)
{
    show();
    press(QStringLiteral("spasmScale6"));
    press(QStringLiteral("yesButton"));
    press(QStringLiteral("newButton"));
    ASSERT_TRUE(page()->isVisible());

    // The next question is laid out behind it.
    EXPECT_EQ(QApplication::focusWidget(), button(QStringLiteral("callHelpButton")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), button(QStringLiteral("contactedButton")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);

    EXPECT_FALSE(page()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), field<QWidget>(QStringLiteral("oneQuestion")));
}

TEST_F(AlertsTest, AnEmergencyInAHiddenWindowHasTheKeyboardWhenItComes)
{
    press(QStringLiteral("spasmScale6")); // its questions come
    yes("rf_bladder_incontinence");
    shell.showDetails(diary.engine.diary().openBout()->episode);
    show();

    EXPECT_TRUE(page()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), button(QStringLiteral("callHelpButton")));
}

TEST_F(AlertsTest, AnOfferWaitsWhileAnEmergencyHasTheWindow)
{
    auto* offer = field<QWidget>(QStringLiteral("offerBar"));
    show();
    window.offer(QStringLiteral("Shall it?"));
    yes("rf_bladder_incontinence");
    EXPECT_FALSE(offer->isVisible());
    window.offer(QStringLiteral("Shall it?"));
    EXPECT_FALSE(offer->isVisible());

    press(QStringLiteral("contactedButton"));
    EXPECT_TRUE(offer->isVisible());

    press(QStringLiteral("offerNoButton"));
    yes("rf_saddle_numbness");
    press(QStringLiteral("contactedButton"));
    EXPECT_FALSE(offer->isVisible());
}

TEST_F(AlertsTest, CallHelpShowsTheNumberAndChangesNothing)
{
    show();
    yes("rf_bladder_incontinence");

    press(QStringLiteral("callHelpButton"));

    EXPECT_TRUE(field<QLabel>(QStringLiteral("callNumber"))->isVisible());
    EXPECT_EQ(text("callNumber"), QStringLiteral("999"));
    EXPECT_EQ(latest("rf_bladder_incontinence").state, AlertState::Open);
    press(QStringLiteral("backFromCallButton"));
    EXPECT_TRUE(button(QStringLiteral("contactedButton"))->isVisible());
}

TEST_F(AlertsTest, ContactedClosesEveryEmergencyInOnePress)
{
    show();
    diary.log(4);
    yes("rf_bladder_incontinence");
    yes("rf_saddle_numbness");
    yes("rf_leg_pain_one");

    press(QStringLiteral("contactedButton"));

    EXPECT_EQ(latest("rf_bladder_incontinence").closing, Closing::Seen);
    EXPECT_EQ(latest("rf_saddle_numbness").closing, Closing::Seen);
    EXPECT_FALSE(page()->isVisible());
    EXPECT_TRUE(banner()->isVisible());
    EXPECT_TRUE(field<Navigation>(QStringLiteral("navigation"))->isVisible());
    EXPECT_EQ(saved(), wording::afterClosing());
}

TEST_F(AlertsTest, ByMistakeClosesTheOneOrAsksWhich)
{
    show();
    diary.log(4);
    yes("rf_bladder_incontinence");
    yes("rf_saddle_numbness");

    press(QStringLiteral("mistakeButton"));
    EXPECT_EQ(latest("rf_saddle_numbness").state, AlertState::Open);
    press(QStringLiteral("mistake_rf_saddle_numbness"));
    EXPECT_EQ(latest("rf_saddle_numbness").closing, Closing::Mistake);
    EXPECT_EQ(latest("rf_bladder_incontinence").state, AlertState::Open);
    EXPECT_TRUE(page()->isVisible());

    press(QStringLiteral("mistakeButton"));
    EXPECT_EQ(latest("rf_bladder_incontinence").closing, Closing::Mistake);
    EXPECT_FALSE(page()->isVisible());
}

TEST_F(AlertsTest, ASpasmCanBeWrittenDownAndTheEmergencyComesBack)
{
    show();
    yes("rf_bladder_incontinence");
    press(QStringLiteral("writeSpasmButton"));
    EXPECT_FALSE(page()->isVisible());
    EXPECT_TRUE(banner()->isVisible());
    EXPECT_EQ(text("alertTitle"), QStringLiteral("Please get help now"));

    press(QStringLiteral("spasmScale6"));
    EXPECT_TRUE(diary.engine.diary().openBout());
    EXPECT_FALSE(page()->isVisible());
    EXPECT_TRUE(button(QStringLiteral("showEmergencyButton"))->isVisible());

    press(QStringLiteral("showEmergencyButton"));
    EXPECT_TRUE(page()->isVisible());

    press(QStringLiteral("writeSpasmButton"));
    yes("rf_fever"); // anything new
    EXPECT_TRUE(page()->isVisible());

    press(QStringLiteral("writeSpasmButton"));
    Q_EMIT window.activated();
    EXPECT_TRUE(page()->isVisible());
}

TEST_F(AlertsTest, AnUnknownNumberIsAskedForAndNotInvented)
{
    show();
    Shell other{diary.engine,
                {.words = words,
                 .numbers = numbers,
                 .country = {},
                 .version = QStringLiteral("0"),
                 .explain = [](const StorageError&) { return QString{}; }}};
    other.alerts().refresh();
    other.window().show();
    yes("rf_bladder_incontinence");
    auto* number = other.window().findChild<QLabel*>(QStringLiteral("emergencyNumber"));
    auto* line = other.window().findChild<QLineEdit*>(QStringLiteral("emergencyNumberField"));
    auto* call = other.window().findChild<QLabel*>(QStringLiteral("emergencyCall"));
    EXPECT_FALSE(number->isVisible());
    EXPECT_TRUE(line->isVisible());
    EXPECT_TRUE(call->text().startsWith(QLatin1String("Call your emergency number.")));

    line->setText(QStringLiteral("0800 123"));
    QTest::keyClick(line, Qt::Key_Return);

    EXPECT_EQ(number->text(), QStringLiteral("0800 123"));
    EXPECT_TRUE(number->isVisible());
    EXPECT_FALSE(line->isVisible());
}

TEST_F(AlertsTest, TellsOfWhatIsNewlyOpenAndOfNothingTwice)
{
    QSignalSpy spy{&shell.alerts(), &AlertsBridge::raised};
    diary.log(4);
    EXPECT_EQ(spy.count(), 0);
    yes("rf_fever");
    EXPECT_EQ(spy.count(), 1);
    shell.alerts().refresh();
    diary.log(5);
    EXPECT_EQ(spy.count(), 1);

    static_cast<void>(tests::done(diary.engine.alerts().snooze("rf_fever", 1h)));
    EXPECT_EQ(spy.count(), 1);
    diary.clock.pass(2h);
    diary.engine.alerts().advance();
    EXPECT_EQ(spy.count(), 2);
}

TEST_F(AlertsTest, WhyNamesTheReasonsTheirTimeAndTheSources)
{
    show();
    diary.log(4);
    yes("rf_fever");
    press(QStringLiteral("alertWhyButton"));

    const auto* dialog = window.findChild<WhyDialog*>(QStringLiteral("whyDialog"));
    ASSERT_NE(dialog, nullptr);
    const QString all = wordsOf(*dialog);
    EXPECT_TRUE(all.contains(QLatin1String("Fever or chills (told "))) << qPrintable(all);
    for (const QString& title : shell.alerts().view().open.front().sources) {
        EXPECT_TRUE(all.contains(title)) << qPrintable(title);
    }
}

TEST_F(AlertsTest, TheHistoryTellsWhatBecameOfEachAndStrikesOutWhatWasTakenBack)
{
    show();
    diary.log(4);
    yes("rf_fever");
    yes("rf_chest_pain");
    press(QStringLiteral("mistakeButton"));
    press(QStringLiteral("historyButton"));
    press(QStringLiteral("alertHistoryButton"));

    auto* history = field<AlertHistoryPage>(QStringLiteral("alertHistoryPage"));
    EXPECT_TRUE(history->isVisible());
    const QString all = wordsOf(*history);
    EXPECT_TRUE(all.contains(QLatin1String("Closed: answered by mistake"))) << qPrintable(all);
    EXPECT_TRUE(all.contains(QLatin1String("Taken back as a mistake.")));
    EXPECT_TRUE(all.contains(QLatin1String("Raised")));
    QStringList struck;
    for (const QLabel* label : history->findChildren<QLabel*>()) {
        if (label->font().strikeOut()) {
            struck << label->text();
        }
    }
    ASSERT_EQ(struck.size(), 1);
    EXPECT_TRUE(struck.front().contains(QLatin1String("chest pain")));

    press(QStringLiteral("closeAlertHistoryButton"));
    EXPECT_TRUE(field<QWidget>(QStringLiteral("historyPage"))->isVisible());
}

TEST_F(AlertsTest, TheHistoryTellsThatOneWasShownAtOnce)
{
    show();
    diary.log(4);
    shell.alertShowing().showHistory();
    yes("rf_fever");

    EXPECT_TRUE(wordsOf(*field<AlertHistoryPage>(QStringLiteral("alertHistoryPage")))
                    .contains(wording::alertChange(AlertChange::Shown)));
}

TEST_F(AlertsTest, AreAlertsForAScreenReaderToo)
{
    show();
    diary.log(4);
    yes("rf_fever");
    const auto* seen = QAccessible::queryAccessibleInterface(banner());
    EXPECT_EQ(seen->role(), QAccessible::AlertMessage);
    EXPECT_EQ(seen->text(QAccessible::Name),
              QStringLiteral("Please speak to a health professional today: Fever or chills"));
    yes("rf_bladder_incontinence");
    const auto* whole = QAccessible::queryAccessibleInterface(page());
    EXPECT_EQ(whole->role(), QAccessible::AlertMessage);
    EXPECT_TRUE(whole->text(QAccessible::Name).contains(QLatin1String("999")));
}

TEST_F(AlertsTest, NothingThatIsShownSaysThatAllIsWellOrNamesAnIllness)
{
    const QRegularExpression never{
        QStringLiteral("(?<!do )you have an? |probably just|nothing to worry|all clear|you are "
                       "safe|it is safe|you are fine|no red flags|cauda|stroke|infection in|"
                       "syndrome|fracture"),
        QRegularExpression::CaseInsensitiveOption};
    show();
    diary.log(4);
    for (const RedFlagRule& rule : diary.engine.redFlags().rules()) {
        if (rule.question && !rule.question->offeredIf) {
            yes(rule.id.c_str());
        }
    }
    shell.alertShowing().showWhy();
    const auto* dialog = window.findChild<WhyDialog*>(QStringLiteral("whyDialog"));
    QString all = wordsOf(*page());
    for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        if (!label->text().startsWith(QLatin1String("Who says so"))) { // titles are others' words
            all += label->text();
        }
    }
    press(QStringLiteral("contactedButton"));
    all += wordsOf(*banner());
    shell.alertShowing().showHistory();
    all += wordsOf(*field<AlertHistoryPage>(QStringLiteral("alertHistoryPage")));

    EXPECT_GT(all.size(), 2000);
    EXPECT_FALSE(never.match(all).hasMatch()) << qPrintable(never.match(all).captured());
}

} // namespace
} // namespace unclench::ui
