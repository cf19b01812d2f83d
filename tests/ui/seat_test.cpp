// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting: the ring, the card on *Now*, the day and the week, what of it can be put right.
#include "app/made_up_seat.h"
#include "tests/support/case_name.h"
#include "ui/models/seat_span_model.h"
#include "ui/models/seat_week_model.h"
#include "ui/pages/seat_page.h"
#include "ui/widgets/day_band.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/seat_card.h"
#include "ui/widgets/seat_ring.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;

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

void show(QWidget& whole, QSize size = {1000, 700})
{
    whole.resize(size);
    whole.show();
    whole.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&whole));
}

SeatView satFor(std::chrono::milliseconds seated)
{
    SeatView view;
    view.seated = seated;
    return view;
}

struct RingCase {
    const char* name;
    SeatView view;
    const char* figures;
    const char* unit;
    const char* said;
    double share;
};
const RingCase kRings[] = {
    {"at the beginning", satFor(0s), "0", "min", "Sitting: 0 minutes of 30 minutes", 0.0},
    {"whole minutes are counted", satFor(21min + 59s), "21", "min",
     "Sitting: 21 minutes of 30 minutes", 1319.0 / 1800},
    {"full at its interval", satFor(30min), "30", "min", "Sitting: 30 minutes of 30 minutes", 1.0},
    {"no fuller after it", satFor(99min), "99", "min", "Sitting: 99 minutes of 30 minutes", 1.0},
    {"hours from a hundred minutes on", satFor(100min), "1:40", "h",
     "Sitting: 100 minutes of 30 minutes", 1.0},
    {"nothing is known", app::seatUnknown(), "–", "min", "Sitting: nothing is known yet", 0.0},
    {"not measured", app::seatOff(), "–", "", "Sitting is not measured", 0.0},
    {"a break", app::seatOnBreak(65s), "1:05", "left", "About 1 minute of the break left",
     55.0 / 120},
    {"its last second", app::seatOnBreak(1ms), "0:01", "left",
     "Less than a minute of the break left", 119.999 / 120},
    {"a break that is over", app::seatOnBreak(-5s), "0:00", "left", "The break is over", 1.0},
};
class SeatRings : public testing::TestWithParam<RingCase> {};
TEST_P(SeatRings, SayItInFiguresWordsAndHowFullTheyAre)
{
    SeatRing ring;

    ring.display(GetParam().view);

    EXPECT_EQ(ring.figures(), QString::fromUtf8(GetParam().figures));
    EXPECT_EQ(ring.unit(), QString::fromUtf8(GetParam().unit));
    EXPECT_EQ(ring.accessibleName(), QString::fromUtf8(GetParam().said));
    EXPECT_NEAR(ring.share(), GetParam().share, 0.001);
}
INSTANTIATE_TEST_SUITE_P(All, SeatRings, testing::ValuesIn(kRings), tests::caseName<RingCase>);

class SeatCards : public testing::Test {
protected:
    SeatCards() { show(card, {1000, 200}); }
    void display(const SeatView& view)
    {
        card.display(view);
        QApplication::processEvents();
    }
    bool isSeen(const char* name) { return part<QWidget>(card, name)->isVisible(); }
    bool isOn(const char* name) { return part<QWidget>(card, name)->isEnabled(); }

    SeatCard card;
};

TEST_F(SeatCards, SayHowLongAndCallForNothingWhileNothingIsDue)
{
    display(app::seatUsual());

    EXPECT_EQ(text(card, "seatState"), QStringLiteral("Sitting for 21 min"));
    EXPECT_EQ(text(card, "seatToday"), app::seatUsual().today);
    EXPECT_FALSE(isSeen("seatNote"));
    EXPECT_FALSE(isSeen("seatSnoozeButton"));
    EXPECT_FALSE(isSeen("seatSkipButton"));
    EXPECT_FALSE(isSeen("seatAsk"));
    EXPECT_EQ(part<QPushButton>(card, "seatMainButton")->text(), QStringLiteral("I go&t up"));
}

TEST_F(SeatCards, TellThatSomebodyGotUpByMouseAndByKey)
{
    QSignalSpy gotUp{&card, &SeatCard::gotUpRequested};
    display(app::seatUsual());

    press(card, "seatMainButton");
    part<QWidget>(card, "seatMainButton")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_EQ(gotUp.count(), 2);
    EXPECT_EQ(part<QPushButton>(card, "seatMainButton")->shortcut(),
              (QKeySequence{Qt::ALT | Qt::Key_T}));
}

TEST_F(SeatCards, OfferToWaitOrSkipWhenABreakIsDue)
{
    QSignalSpy later{&card, &SeatCard::snoozeRequested};
    QSignalSpy skipped{&card, &SeatCard::skipRequested};
    display(app::seatDue());

    press(card, "seatSnoozeButton");
    press(card, "seatSkipButton");

    EXPECT_EQ(text(card, "seatState"), QStringLiteral("Time to get up"));
    EXPECT_EQ(later.count(), 1);
    EXPECT_EQ(skipped.count(), 1);
}

TEST_F(SeatCards, SayWhyItCannotBePutOffAThirdTime)
{
    SeatView view = app::seatDue();
    view.snoozesLeft = 0;

    display(view);

    EXPECT_TRUE(isSeen("seatSnoozeButton"));
    EXPECT_FALSE(isOn("seatSnoozeButton"));
    EXPECT_EQ(text(card, "seatNote"), QStringLiteral("It cannot be put off again."));
}

TEST_F(SeatCards, SayWhatABreakWaitsForAndDoNotCallMeanwhile)
{
    display(app::seatHeld());

    EXPECT_EQ(text(card, "seatState"), QStringLiteral("Sitting for 38 min"));
    EXPECT_EQ(text(card, "seatNote"), QStringLiteral("Held: heat runs. Shown after."));
    EXPECT_FALSE(isSeen("seatSnoozeButton"));
}

TEST_F(SeatCards, AreToldThePostureFromTheirMenu)
{
    QSignalSpy told{&card, &SeatCard::postureTold};
    display(app::seatUsual());

    for (const char* action :
         {"seatPosture_seated", "seatPosture_standing", "seatPosture_lying", "seatPosture_away"}) {
        part<QWidget>(card, "seatPostureMenu")
            ->findChild<QAction*>(QLatin1String{action})
            ->trigger();
    }

    ASSERT_EQ(told.count(), 4);
    EXPECT_EQ(told[1][0].value<Posture>(), Posture::Standing);
    EXPECT_EQ(told[3][0].value<Posture>(), Posture::Away);
    EXPECT_EQ(part<QPushButton>(card, "seatPostureButton")->text(), QStringLiteral("Sitting"));
}

TEST_F(SeatCards, BeginLengthenAndEndAMeeting)
{
    QSignalSpy meeting{&card, &SeatCard::meetingRequested};
    display(app::seatUsual());
    press(card, "seatMeetingButton");
    display(app::seatMeeting());
    press(card, "seatLongerButton");
    press(card, "seatMeetingButton");

    ASSERT_EQ(meeting.count(), 3);
    EXPECT_EQ(meeting[0][0].toInt(), 60);
    EXPECT_EQ(meeting[1][0].toInt(), 30);
    EXPECT_EQ(meeting[2][0].toInt(), 0);
}

TEST_F(SeatCards, PauseForAsLongAsWasChosenAndGoOn)
{
    QSignalSpy paused{&card, &SeatCard::pauseRequested};
    QSignalSpy resumed{&card, &SeatCard::resumeRequested};
    display(app::seatUsual());
    QList<int> minutes;
    for (const char* action : {"seatPause_30", "seatPause_60", "seatPause_120", "seatPause_0"}) {
        part<QWidget>(card, "seatPauseMenu")->findChild<QAction*>(QLatin1String{action})->trigger();
        minutes << paused.last()[0].toInt();
    }
    EXPECT_EQ(minutes, (QList<int>{30, 60, 120, 0}));

    display(app::seatPaused());
    EXPECT_FALSE(isSeen("seatPauseButton"));
    press(card, "seatResumeButton");

    EXPECT_EQ(resumed.count(), 1);
}

TEST_F(SeatCards, AskAboutAGapAndAreAnsweredEitherWay)
{
    QSignalSpy answered{&card, &SeatCard::gapAnswered};
    display(app::seatGap());

    press(card, "seatFirstAnswer");
    press(card, "seatSecondAnswer");

    EXPECT_EQ(text(card, "seatQuestion"), QStringLiteral("Away 10:05 to 10:20?"));
    ASSERT_EQ(answered.count(), 2);
    EXPECT_EQ(answered[0][0].value<Uuid>(), app::seatGap().gap->span);
    EXPECT_FALSE(answered[0][1].toBool());
    EXPECT_TRUE(answered[1][1].toBool());
}

TEST_F(SeatCards, OfferAShorterIntervalButAskOneThingAtATime)
{
    QSignalSpy answered{&card, &SeatCard::shorterAnswered};
    SeatView both = app::seatGap();
    both.offersShorter = true;
    display(both);
    EXPECT_EQ(text(card, "seatQuestion"), QStringLiteral("Away 10:05 to 10:20?"));

    display(app::seatShorter());
    EXPECT_EQ(part<QPushButton>(card, "seatSecondAnswer")->text(),
              QStringLiteral("Leave it at 30"));
    press(card, "seatFirstAnswer");
    press(card, "seatSecondAnswer");

    ASSERT_EQ(answered.count(), 2);
    EXPECT_TRUE(answered[0][0].toBool());
    EXPECT_FALSE(answered[1][0].toBool());
}

TEST_F(SeatCards, WaitForTheReturnFromABreak)
{
    QSignalSpy back{&card, &SeatCard::backRequested};
    QSignalSpy gotUp{&card, &SeatCard::gotUpRequested};
    display(app::seatOnBreak(72s));

    press(card, "seatMainButton");

    EXPECT_EQ(back.count(), 1);
    EXPECT_EQ(gotUp.count(), 0);
    EXPECT_FALSE(isSeen("seatMeetingButton"));
}

TEST_F(SeatCards, OfferToMeasureWhereNothingIsMeasured)
{
    QSignalSpy measuring{&card, &SeatCard::measuringRequested};
    display(app::seatOff());

    press(card, "seatMainButton");

    EXPECT_EQ(text(card, "seatState"), QStringLiteral("Sitting is not measured."));
    EXPECT_EQ(measuring.count(), 1);
    EXPECT_FALSE(isSeen("seatPauseButton"));
    EXPECT_TRUE(isSeen("seatDayButton"));
}

class DayBands : public testing::Test {
protected:
    DayBands()
    {
        band.display(app::seatDay());
        show(band, {1000, 200});
        band.setFocus();
    }
    void type(Qt::Key key) { QTest::keyClick(&band, key); }

    DayBand band;
};

TEST_F(DayBands, ShowTheHoursInWhichSomethingWasAndNotTheNightBefore)
{
    EXPECT_EQ(band.minutesShown(), (std::pair{8 * 60, 16 * 60}));

    band.display({});
    EXPECT_EQ(band.minutesShown().second - band.minutesShown().first, 8 * 60);
}

TEST_F(DayBands, KeepInsideOfALongAndOfAShortDay)
{
    SeatDayView day = app::seatDay();
    day.dayMinutes = 1500;
    day.spans.back().endMinute = 1500;
    band.display(day);
    EXPECT_EQ(band.minutesShown().second, 1500);

    SeatDayView late;
    late.dayMinutes = 1380;
    late.spans = {app::seatDay().spans[1]};
    late.spans[0].beginMinute = 1370;
    late.spans[0].endMinute = 1380;
    band.display(late);
    EXPECT_EQ(band.minutesShown().second, 1380);
    EXPECT_EQ(band.minutesShown().first, 1380 - 8 * 60);
}

TEST_F(DayBands, AreGoneThroughWithTheKeyboardAndSayWhatIsThere)
{
    QSignalSpy moved{&band, &DayBand::moved};
    type(Qt::Key_Home);
    type(Qt::Key_Right);
    const QString second = band.said();
    type(Qt::Key_End);
    type(Qt::Key_Right); // there is no more
    const QString last = band.said();
    type(Qt::Key_Left);

    EXPECT_EQ(second, QStringLiteral("08:12 to 08:44, sitting, 32 min"));
    EXPECT_EQ(last, QStringLiteral("14:05 to 14:26, sitting, 21 min"));
    EXPECT_NE(band.said(), last);
    EXPECT_EQ(band.accessibleName(), band.said());
    EXPECT_EQ(moved.last()[0].toString(), band.said());
}

TEST_F(DayBands, AskForACorrectionWhereOneIsPossible)
{
    QSignalSpy asked{&band, &DayBand::correctionRequested};
    type(Qt::Key_Home);
    type(Qt::Key_Return);
    EXPECT_EQ(asked.count(), 0);

    while (!band.said().contains(QStringLiteral("away, 15 min"))) {
        type(Qt::Key_Right);
    }
    type(Qt::Key_Return);
    QTest::mouseClick(&band, Qt::LeftButton, {},
                      {static_cast<int>(band.across(10 * 60 + 12)), band.sizeHint().height() / 2});

    EXPECT_EQ(asked.count(), 2);
}

class SeatPages : public testing::Test {
protected:
    SeatPages()
    {
        page.display(app::seatDay());
        page.displayWeek(app::seatWeek());
        show(page);
    }
    SeatPage page;
};

TEST_F(SeatPages, GoToTheDayBeforeAndAfterByButtonAndByKey)
{
    QSignalSpy changed{&page, &SeatPage::dayChanged};
    EXPECT_FALSE(part<QWidget>(page, "dayAfterButton")->isEnabled());
    QTest::keyClick(&page, Qt::Key_PageDown);
    EXPECT_EQ(changed.count(), 0);

    page.display(app::seatDayEmpty());
    press(page, "dayBeforeButton");
    press(page, "dayAfterButton");
    QTest::keyClick(&page, Qt::Key_PageUp);
    QTest::keyClick(&page, Qt::Key_PageDown);

    ASSERT_EQ(changed.count(), 4);
    EXPECT_EQ(changed[0][0].toInt(), -1);
    EXPECT_EQ(changed[1][0].toInt(), 1);
    EXPECT_EQ(changed[2][0].toInt(), -1);
    EXPECT_EQ(changed[3][0].toInt(), 1);
}

TEST_F(SeatPages, AnEmptyDaySaysWhatWillStandThere)
{
    page.display(app::seatDayEmpty());

    EXPECT_EQ(text(page, "seatDayEmpty"), app::seatDayEmpty().empty);
    EXPECT_FALSE(part<QWidget>(page, "dayBand")->isVisible());
    EXPECT_TRUE(part<QWidget>(page, "seatWeekTable")->isVisible());
}

TEST_F(SeatPages, WhatCanBePutRightIsInATableAndIsPutRightThere)
{
    QSignalSpy corrected{&page, &SeatPage::corrected};
    auto* table = part<QTableView>(page, "seatSpanTable");
    ASSERT_EQ(table->model()->rowCount(), 2);
    EXPECT_EQ(text(page, "correctionHint"), app::seatDay().spans[5].text);

    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_EQ(text(page, "correctionHint"), app::seatDay().spans[9].text);
    QTest::keyClick(table, Qt::Key_Up);
    EXPECT_FALSE(part<QWidget>(page, "wasAwayButton")->isEnabled()); // it says so already
    press(page, "wasSittingButton");

    ASSERT_EQ(corrected.count(), 1);
    EXPECT_EQ(corrected[0][0].value<Uuid>(), app::seatDay().spans[5].id);
    EXPECT_EQ(corrected[0][1].value<Posture>(), Posture::Seated);
}

TEST_F(SeatPages, ARowThatIsChosenStaysChosenWhileAMinutePasses)
{
    auto* table = part<QTableView>(page, "seatSpanTable");
    table->selectRow(1);

    page.display(app::seatDay());

    EXPECT_EQ(table->currentIndex().row(), 1);
    EXPECT_TRUE(part<QWidget>(page, "wasSittingButton")->isEnabled());
}

TEST_F(SeatPages, TheLineOffersBothAnswersInAMenu)
{
    QSignalSpy corrected{&page, &SeatPage::corrected};
    auto* band = part<DayBand>(page, "dayBand");
    band->setFocus();
    QTest::keyClick(band, Qt::Key_Home);
    while (!band->said().contains(QStringLiteral("away, 15 min"))) {
        QTest::keyClick(band, Qt::Key_Right);
    }

    QTest::keyClick(band, Qt::Key_Return);
    auto* menu = part<QMenu>(page, "correctionMenu");
    menu->findChild<QAction*>(QStringLiteral("correct_seated"))->trigger();
    menu->close();

    ASSERT_EQ(corrected.count(), 1);
    EXPECT_EQ(corrected[0][1].value<Posture>(), Posture::Seated);
}

TEST_F(SeatPages, TheWeekStandsInATableAsWell)
{
    auto* table = part<QTableView>(page, "seatWeekTable");
    const auto cell = [&](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };

    EXPECT_EQ(table->model()->rowCount(), 7);
    EXPECT_EQ(cell(0, SeatWeekModel::Sitting), QStringLiteral("6 h 22 min"));
    EXPECT_EQ(cell(2, SeatWeekModel::Longest), QStringLiteral("1 h 32 min"));
    EXPECT_EQ(cell(2, SeatWeekModel::Skipped), QStringLiteral("3"));
    EXPECT_EQ(cell(5, SeatWeekModel::Sitting), QStringLiteral("–"));
}

TEST(SeatModels, AreSoundWhileTheyChange)
{
    SeatSpanModel spans;
    SeatWeekModel week;
    const QAbstractItemModelTester ofSpans{&spans,
                                           QAbstractItemModelTester::FailureReportingMode::Fatal};
    const QAbstractItemModelTester ofWeek{&week,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};

    spans.display(app::seatDay().spans);
    week.display(app::seatWeek().days);
    week.display(app::seatWeek().days);
    spans.display({});
    week.display({});

    EXPECT_EQ(spans.rowCount(), 0);
}

} // namespace
} // namespace unclench::ui
