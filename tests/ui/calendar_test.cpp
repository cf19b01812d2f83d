// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of History: what stands on a day, and how the keyboard goes through months.
#include "tests/support/controls.h"
#include "tests/support/test_clock.h"
#include "tests/ui/layout_faults.h"
#include "ui/month_reading.h"
#include "ui/pages/history_calendar.h"
#include "ui/theme.h"
#include "ui/widgets/month_calendar.h"
#include "ui/widgets/month_painting.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTest>

#include <gmock/gmock.h>

#include <algorithm>

namespace unclench::ui {
namespace {

using std::chrono::local_days;
using std::chrono::year_month;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr year_month monthIn(int year, unsigned month)
{
    return std::chrono::year{year} / std::chrono::month{month};
}
constexpr year_month kFebruary = monthIn(2026, 2);
constexpr year_month kMarch = monthIn(2026, 3);

local_days on(year_month month, unsigned day)
{
    return local_days{month / std::chrono::day{day}};
}
local_days march(unsigned day)
{
    return on(kMarch, day);
}

/// A diary as it was told until noon of Friday 20 March 2026.
struct Told {
    Chronicle chronicle;
    UuidSource uuids;
    Moment now = tests::at("2026-03-20T12:00:00+01:00");

    /// One after the other. No end: it is open.
    Uuid spasm(const char* onset, const char* end = nullptr)
    {
        const Moment begin = tests::at(onset);
        Chronicle::Episode episode;
        episode.id = uuids.next(begin.utc);
        episode.onset = begin;
        if (end != nullptr) {
            episode.end = tests::at(end).utc;
        }
        chronicle.episodes.push_back(episode);
        return episode.id;
    }
    /// Of the last spasm.
    void reading(const char* at, int pain)
    {
        const Moment when = tests::at(at);
        chronicle.readings.push_back({when, static_cast<int>(chronicle.episodes.size()) - 1, pain});
        tell(when.localDay());
    }
    void tell(local_days day)
    {
        chronicle.toldDays.push_back(day);
        std::sort(chronicle.toldDays.begin(), chronicle.toldDays.end());
    }
    void painFree(local_days day)
    {
        chronicle.painFreeDays.push_back(day);
        tell(day);
    }
    [[nodiscard]] MonthView month(year_month of = kMarch,
                                  const std::vector<Uuid>* only = nullptr) const
    {
        return monthOf(chronicle, only, of, now);
    }
};

/// Of March.
const MonthDayView& dayOf(const MonthView& view, std::size_t day)
{
    return view.days.at(day - 1);
}

TEST(Months, ShowTheWorstPainOfEachDay)
{
    Told told;
    told.spasm("2026-03-03T08:00:00+01:00", "2026-03-03T20:00:00+01:00");
    told.reading("2026-03-03T08:00:00+01:00", 3);
    told.reading("2026-03-03T12:00:00+01:00", 7);
    told.reading("2026-03-03T20:00:00+01:00", 0);

    const MonthView view = told.month();

    EXPECT_EQ(view.title, QStringLiteral("March 2026"));
    ASSERT_EQ(view.days.size(), 31U);
    EXPECT_EQ(dayOf(view, 3).worst, 7);
    EXPECT_EQ(dayOf(view, 3).text, QStringLiteral("Tuesday 3 March: worst pain 7, one spasm"));
    EXPECT_EQ(dayOf(view, 4).worst, std::nullopt);
}

TEST(Months, CountAReadingOnTheDayThatItWasThereAndThen)
{
    Told told;
    told.spasm("2026-03-01T00:10:00+14:00", "2026-03-05T23:40:00-08:00");
    told.reading("2026-03-01T00:10:00+14:00", 4); // in February by the clock of Greenwich
    told.reading("2026-03-05T23:30:00-08:00", 6); // there on the sixth

    const MonthView view = told.month();

    EXPECT_EQ(dayOf(view, 1).worst, 4);
    EXPECT_EQ(dayOf(view, 5).worst, 6);
    EXPECT_FALSE(dayOf(view, 6).isTold);
}

TEST(Months, SayWhereASpasmWentOnAndNoPainWasTold)
{
    Told told;
    told.spasm("2026-03-03T08:00:00+01:00", "2026-03-05T08:00:00+01:00");
    told.reading("2026-03-03T08:00:00+01:00", 5);

    const MonthView view = told.month();

    EXPECT_EQ(dayOf(view, 4).episodes, 1);
    EXPECT_EQ(dayOf(view, 4).worst, std::nullopt);
    EXPECT_EQ(dayOf(view, 4).text, QStringLiteral("Wednesday 4 March: one spasm, pain not told"));
    EXPECT_EQ(dayOf(view, 6).episodes, 0);
}

TEST(Months, AnOpenSpasmGoesOnUntilToday)
{
    Told told;
    told.spasm("2026-03-18T08:00:00+01:00");

    const MonthView view = told.month();

    EXPECT_EQ(dayOf(view, 20).text,
              QStringLiteral("Today, Friday 20 March: one spasm, pain not told"));
    EXPECT_TRUE(dayOf(view, 20).isToday);
    EXPECT_EQ(dayOf(view, 21).episodes, 0);
    EXPECT_TRUE(dayOf(view, 21).isFuture);
    EXPECT_EQ(dayOf(view, 21).text, QStringLiteral("Saturday 21 March: still to come"));
}

TEST(Months, KnowNoPainFromNothingWrittenDown)
{
    Told told;
    told.painFree(march(6));
    told.tell(march(8));

    const MonthView view = told.month();

    EXPECT_EQ(dayOf(view, 6).text, QStringLiteral("Friday 6 March: no pain"));
    EXPECT_EQ(dayOf(view, 7).text, QStringLiteral("Saturday 7 March: nothing written down"));
    EXPECT_EQ(dayOf(view, 8).text, QStringLiteral("Sunday 8 March: written down, but no spasm"));
    EXPECT_TRUE(dayOf(view, 6).isPainFree);
    EXPECT_FALSE(dayOf(view, 7).isTold);
}

TEST(Months, CountTheSpasmsOfADayAndItsAlerts)
{
    Told told;
    told.spasm("2026-03-03T08:00:00+01:00", "2026-03-03T09:00:00+01:00");
    told.reading("2026-03-03T08:00:00+01:00", 5);
    told.spasm("2026-03-03T20:00:00+01:00", "2026-03-03T21:00:00+01:00");
    told.reading("2026-03-03T20:00:00+01:00", 2);
    told.chronicle.alerts.push_back(
        {{}, tests::at("2026-03-03T20:30:00+01:00"), Level::Urgent, "rf_fever"});

    const MonthView view = told.month();

    EXPECT_TRUE(dayOf(view, 3).hasAlert);
    EXPECT_EQ(dayOf(view, 3).text,
              QStringLiteral("Tuesday 3 March: worst pain 5, 2 spasms, an alert"));
    EXPECT_FALSE(dayOf(view, 4).hasAlert);
}

TEST(Months, AFilterLeavesItsSpasmsAlone)
{
    Told told;
    const Uuid wanted = told.spasm("2026-03-03T08:00:00+01:00", "2026-03-03T09:00:00+01:00");
    told.reading("2026-03-03T08:00:00+01:00", 5);
    told.spasm("2026-03-03T20:00:00+01:00", "2026-03-04T21:00:00+01:00");
    told.reading("2026-03-03T20:00:00+01:00", 9);
    told.reading("2026-03-04T20:00:00+01:00", 9);
    told.painFree(march(6));
    const std::vector<Uuid> only{wanted};

    const MonthView view = told.month(kMarch, &only);

    EXPECT_EQ(dayOf(view, 3).text, QStringLiteral("Tuesday 3 March: worst pain 5, one spasm"));
    EXPECT_EQ(dayOf(view, 4).text,
              QStringLiteral("Wednesday 4 March: nothing that matches the filters"));
    EXPECT_FALSE(dayOf(view, 6).isPainFree);
    EXPECT_EQ(dayOf(view, 7).text, QStringLiteral("Saturday 7 March: nothing written down"));
}

TEST(Months, OutsideOfTheDiaryBecomeTheNearest)
{
    Told told;
    told.spasm("2025-12-30T08:00:00+01:00", "2025-12-30T09:00:00+01:00");

    EXPECT_EQ(told.month(monthIn(1999, 3)).month, monthIn(2025, 12));
    EXPECT_FALSE(told.month(monthIn(1999, 3)).hasEarlier);
    EXPECT_TRUE(told.month(monthIn(1999, 3)).hasLater);
    EXPECT_EQ(told.month(monthIn(2099, 3)).month, kMarch);
    EXPECT_FALSE(told.month().hasLater);
    EXPECT_TRUE(told.month().hasEarlier);
    EXPECT_EQ(dayOf(told.month(monthIn(2025, 12)), 30).text,
              QStringLiteral("Tuesday 30 December 2025: one spasm, pain not told"));
}

TEST(Months, OfAnEmptyDiaryAreThePresentOneAlone)
{
    const MonthView view = Told{}.month(kFebruary);

    EXPECT_EQ(view.month, kMarch);
    EXPECT_FALSE(view.hasEarlier);
    EXPECT_FALSE(view.hasLater);
}

struct WeekCase {
    const char* language;
    int columnOfSunday;
    const char* firstName;
};
TEST(Months, BeginTheirWeeksAsTheLanguageDoes)
{
    for (const WeekCase& one : {WeekCase{"en_US", 0, "Sun"}, WeekCase{"en_GB", 6, "Mon"}}) {
        QLocale::setDefault(QLocale{QLatin1String{one.language}});

        const MonthView view = Told{}.month(); // 1 March is a Sunday

        EXPECT_EQ(view.firstColumn, one.columnOfSunday) << one.language;
        EXPECT_EQ(view.weekdays.value(0), QLatin1String{one.firstName});
        EXPECT_EQ(view.weekdays.size(), 7);
    }
    QLocale::setDefault(QLocale::c());
}

class Calendars : public testing::Test {
protected:
    Calendars()
    {
        told.spasm("2025-06-10T08:00:00+01:00", "2025-06-10T09:00:00+01:00");
        told.spasm("2026-03-03T08:00:00+01:00", "2026-03-03T09:00:00+01:00");
        told.reading("2026-03-03T08:00:00+01:00", 5);
        QObject::connect(&calendar, &MonthCalendar::monthRequested, [this](year_month month) {
            asked.push_back(month);
            calendar.display(told.month(month));
        });
        QObject::connect(&calendar, &MonthCalendar::dayOpened,
                         [this](local_days day) { opened.push_back(day); });
        calendar.resize(600, 500);
        calendar.display(told.month());
    }
    void type(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(&calendar, key, with);
    }
    QPoint middleOf(local_days day) { return calendar.placeOf(day).center().toPoint(); }

    Told told;
    MonthCalendar calendar;
    std::vector<year_month> asked;
    std::vector<local_days> opened;
};

TEST_F(Calendars, StandOnTodayAtFirstAndSayIt)
{
    EXPECT_EQ(calendar.day(), march(20));
    EXPECT_EQ(calendar.said(), QStringLiteral("Today, Friday 20 March: nothing written down"));
    EXPECT_EQ(calendar.accessibleName(), calendar.said());
}

TEST_F(Calendars, AreGoneThroughByDayAndWeek)
{
    QStringList said;
    QObject::connect(&calendar, &MonthCalendar::daySaid,
                     [&](const QString& text) { said << text; });

    type(Qt::Key_Left);
    EXPECT_EQ(calendar.day(), march(19));
    type(Qt::Key_Up);
    type(Qt::Key_Up);
    EXPECT_EQ(calendar.day(), march(5));
    type(Qt::Key_Down);
    type(Qt::Key_Right);
    EXPECT_EQ(calendar.day(), march(13));
    type(Qt::Key_Home);
    EXPECT_EQ(calendar.day(), march(1));
    type(Qt::Key_End);
    EXPECT_EQ(calendar.day(), march(31));

    EXPECT_EQ(said.size(), 7);
    EXPECT_EQ(said.last(), calendar.accessibleName());
    EXPECT_THAT(asked, IsEmpty());
}

TEST_F(Calendars, AreGoneThroughTheOtherWayWhereTheLanguageIs)
{
    calendar.setLayoutDirection(Qt::RightToLeft);
    EXPECT_GT(calendar.placeOf(march(2)).left(), calendar.placeOf(march(3)).left());

    type(Qt::Key_Left);

    EXPECT_EQ(calendar.day(), march(21));
}

TEST_F(Calendars, GoOverIntoTheMonthBefore)
{
    type(Qt::Key_Home);
    type(Qt::Key_Left);
    EXPECT_THAT(asked, ElementsAre(kFebruary));
    EXPECT_EQ(calendar.day(), on(kFebruary, 28));

    type(Qt::Key_Right);
    EXPECT_EQ(calendar.day(), march(1));
    type(Qt::Key_Up);
    EXPECT_EQ(calendar.day(), on(kFebruary, 22));
}

TEST_F(Calendars, TurnPagesByMonthAndYearAndEndWhereTheDiaryDoes)
{
    type(Qt::Key_End);
    type(Qt::Key_PageUp);
    EXPECT_EQ(calendar.day(), on(kFebruary, 28)); // it has no 31st
    type(Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(asked.back(), monthIn(2025, 2));
    EXPECT_EQ(calendar.day(), on(monthIn(2025, 6), 28)); // the first month there is
    type(Qt::Key_PageUp);
    EXPECT_EQ(asked.size(), 2U);
    type(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(calendar.day(), march(28));
    type(Qt::Key_PageDown);

    EXPECT_EQ(asked.size(), 3U);
    EXPECT_EQ(calendar.day(), march(28));
}

TEST_F(Calendars, OpenADayButNoneThatIsStillToCome)
{
    type(Qt::Key_Return);
    type(Qt::Key_Right);
    type(Qt::Key_Return);
    EXPECT_THAT(opened, ElementsAre(march(20)));

    QTest::mouseClick(&calendar, Qt::LeftButton, {}, middleOf(march(3)));
    EXPECT_EQ(calendar.day(), march(3));
    EXPECT_EQ(opened.size(), 1U);
    QTest::mouseDClick(&calendar, Qt::LeftButton, {}, middleOf(march(3)));
    EXPECT_THAT(opened, ElementsAre(march(20), march(3)));
}

TEST_F(Calendars, SayItAgainWhereADayBecomesAnother)
{
    QStringList said;
    QObject::connect(&calendar, &MonthCalendar::daySaid,
                     [&](const QString& text) { said << text; });

    calendar.display(told.month());
    EXPECT_THAT(said, IsEmpty());
    told.painFree(march(20));
    calendar.display(told.month());

    EXPECT_THAT(said, ElementsAre(QStringLiteral("Today, Friday 20 March: no pain")));
    EXPECT_EQ(calendar.day(), march(20));
}

QImage signPicture(const MonthDayView& day, const QPalette& palette)
{
    QImage picture{80, 60, QImage::Format_Grayscale8};
    picture.fill(palette.color(QPalette::Base));
    QPainter painter{&picture};
    paintMonthDay(painter, QRectF{picture.rect()}, day, palette, QApplication::font());
    return picture;
}

TEST(MonthSigns, AreToldApartInGrey)
{
    std::vector<MonthDayView> days(7);
    days[0].worst = 7;
    days[1].isPainFree = true;
    days[2].episodes = 1;
    days[3].isTold = true;
    days[5].isFuture = true;
    days[6].hasAlert = true;
    for (const auto scheme : {theme::Scheme::Light, theme::Scheme::Dark,
                              theme::Scheme::BlackOnWhite, theme::Scheme::WhiteOnBlack}) {
        for (std::size_t a = 0; a < days.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                EXPECT_NE(signPicture(days[a], theme::palette(scheme)),
                          signPicture(days[b], theme::palette(scheme)))
                    << a << " as " << b;
            }
        }
    }
}

TEST(MonthSigns, EveryNumberCanBeReadOnItsShade)
{
    for (const auto scheme : {theme::Scheme::Light, theme::Scheme::Dark,
                              theme::Scheme::BlackOnWhite, theme::Scheme::WhiteOnBlack}) {
        for (int pain = 0; pain <= 10; ++pain) {
            const QColor shade = theme::painFill(theme::palette(scheme), pain);
            EXPECT_GE(theme::contrast(theme::textOn(shade), shade), 4.5) << pain;
        }
    }
}

class HistoryCalendars : public testing::Test {
protected:
    HistoryCalendars()
    {
        told.spasm("2025-06-10T08:00:00+01:00", "2025-06-10T09:00:00+01:00");
        QObject::connect(&page, &HistoryCalendar::monthRequested,
                         [this](year_month month) { page.display(told.month(month)); });
        QObject::connect(&page, &HistoryCalendar::dayOpened,
                         [this](local_days day) { opened.push_back(day); });
        page.display(told.month());
    }
    void show(QSize size)
    {
        page.resize(size);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    QPushButton* button(const char* name)
    {
        return page.findChild<QPushButton*>(QLatin1String{name});
    }
    QString text(const char* name) { return page.findChild<QLabel*>(QLatin1String{name})->text(); }
    MonthCalendar* month() { return page.findChild<MonthCalendar*>(); }

    Told told;
    HistoryCalendar page;
    std::vector<local_days> opened;
};

TEST_F(HistoryCalendars, SayTheDayUnderTheKeyboardAndOpenIt)
{
    show({800, 600});
    QTest::keyClick(month(), Qt::Key_Left);
    EXPECT_EQ(text("monthSaid"), QStringLiteral("Thursday 19 March: nothing written down"));

    QTest::mouseClick(button("openDayButton"), Qt::LeftButton);
    QTest::keyClick(month(), Qt::Key_End);

    EXPECT_THAT(opened, ElementsAre(march(19)));
    EXPECT_FALSE(button("openDayButton")->isEnabled());
}

TEST_F(HistoryCalendars, SayInTheirKeyWhatAFilterDoesToADay)
{
    EXPECT_EQ(text("monthKeyWithout"), QStringLiteral("Written down, no spasm"));

    const std::vector<Uuid> none;
    page.display(told.month(kMarch, &none));

    EXPECT_EQ(text("monthKeyWithout"),
              QStringLiteral("Written down, not shown because of the filters"));
}

TEST_F(HistoryCalendars, GoToTheMonthBeforeAndBackToToday)
{
    show({800, 600});
    EXPECT_FALSE(button("monthAfterButton")->isEnabled());
    EXPECT_FALSE(button("monthTodayButton")->isEnabled());

    QTest::mouseClick(button("monthBeforeButton"), Qt::LeftButton);
    QTest::mouseClick(button("monthBeforeButton"), Qt::LeftButton);
    EXPECT_EQ(text("monthTitle"), QStringLiteral("January 2026"));
    EXPECT_TRUE(button("monthAfterButton")->isEnabled());
    QTest::mouseClick(button("monthTodayButton"), Qt::LeftButton);

    EXPECT_EQ(text("monthTitle"), QStringLiteral("March 2026"));
    EXPECT_EQ(month()->day(), march(20));
    EXPECT_TRUE(month()->hasFocus());
}

TEST_F(HistoryCalendars, CutNothingInSmallWindowsAndLargeFonts)
{
    const QFont usual = QApplication::font();
    for (const double scale : {1.0, 2.0}) {
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(font);
        HistoryCalendar calendar; // measures follow the font that it was made with
        calendar.display(told.month());
        for (const QSize size : {QSize{640, 400}, QSize{960, 600}, QSize{1280, 800}}) {
            calendar.resize(size);
            calendar.show();
            QApplication::processEvents();
            QApplication::processEvents();

            const QStringList faults = layoutFaults(calendar);
            EXPECT_TRUE(faults.isEmpty()) << qPrintable(faults.join(QLatin1Char('\n')));
            const auto* month = calendar.findChild<MonthCalendar*>();
            EXPECT_GE(month->width(), month->minimumSizeHint().width());
            EXPECT_GE(month->height(), month->minimumSizeHint().height());
        }
    }
    QApplication::setFont(usual);
}

TEST_F(HistoryCalendars, HaveNamesForEveryControlAndTabReachesThemInOrder)
{
    page.display(told.month(kFebruary)); // all buttons are on
    show({800, 600});
    EXPECT_EQ(tests::expectNamedControls(page), 5);

    button("monthBeforeButton")->setFocus();
    std::vector<std::string> visited;
    for (int i = 0; i < 5; ++i) {
        visited.push_back(page.focusWidget()->objectName().toStdString());
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    }
    EXPECT_THAT(visited, ElementsAre("monthBeforeButton", "monthAfterButton", "monthTodayButton",
                                     "monthCalendar", "openDayButton"));
}

} // namespace
} // namespace unclench::ui
