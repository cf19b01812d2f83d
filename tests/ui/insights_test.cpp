// SPDX-License-Identifier: GPL-3.0-or-later
// Insights: what is shown and what is not, in words, grid, map and tables.
#include "tests/support/case_name.h"
#include "tests/support/controls.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "ui/insights_bridge.h"
#include "ui/pages/insight_table.h"
#include "ui/pages/insights_page.h"
#include "ui/theme.h"
#include "ui/widgets/back_map.h"
#include "ui/widgets/hour_grid_view.h"
#include "ui/wording/insights.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr auto kHourLength = TypicalCourse::Length{3'600'000};

Insights usual()
{
    Insights insights;
    insights.episodes = 24;
    insights.hours.n = 24;
    insights.hours.counts[1][14] = 6;
    insights.hours.counts[0][8] = 3;
    insights.hours.counts[6][23] = 1;
    insights.places.n = 20;
    insights.places.rows = {{{"lower_back", Side::Left}, 12, 6.5},
                            {{"neck", Side::Middle}, 3, 4.0},
                            {{"hip", std::nullopt}, 2, std::nullopt}};
    insights.course.ended = 23;
    insights.course.lengths =
        TypicalCourse::Lengths{9 * kHourLength, 3 * kHourLength, 48 * kHourLength};
    insights.course.halving = 20;
    insights.course.reached = 14;
    insights.course.toHalf = 5 * kHourLength;
    insights.helped = {
        {UseKind::Heat, {}, 12, 4, 2, 0, MethodEffect::Pain{6, 4, -2, {-3, -1}, Noticed::Better}},
        {UseKind::Taken, "unknown", 3, 0, 0, 0, {}}};
    insights.triggers.n = 40;
    insights.triggers.rows = {{"twisting", 12, 0.3, {0.1807, 0.4543}}};
    insights.twoHours = {24, 60, SittingBefore::Minutes{70, 55, 15.2, {-4.8, 32.1}}};
    insights.dayBefore = {4, 60, {}};
    return insights;
}

InsightsView viewOf(const Insights& insights)
{
    InsightsView view;
    view.now = tests::at("2026-03-02T08:00:00+01:00");
    view.insights = insights;
    view.hasAny = true;
    return view;
}

struct RangeCase {
    const char* name;
    Interval range;
    const char* said;
};
const RangeCase kRanges[] = {
    {"both less", {-3, -1}, "1 to 3 less"},
    {"down to nothing", {-2, 0}, "0 to 2 less"},
    {"up from nothing", {0, 2.5}, "0 to 2.5 more"},
    {"both ways", {-1, 2}, "1 less to 2 more"},
    {"one value", {-2, -2}, "2 less"},
    {"nothing", {0, 0}, "no change"},
};
class ChangeRanges : public testing::TestWithParam<RangeCase> {};
TEST_P(ChangeRanges, AreSaidWithoutSigns)
{
    EXPECT_EQ(wording::changeRange(GetParam().range), QLatin1String{GetParam().said});
}
INSTANTIATE_TEST_SUITE_P(All, ChangeRanges, testing::ValuesIn(kRanges), tests::caseName<RangeCase>);

TEST(InsightWords, NameEveryKindOfMethod)
{
    const Words words = Words::builtIn();

    EXPECT_EQ(wording::method(UseKind::Cold, {}, words), QStringLiteral("Cold"));
    EXPECT_EQ(wording::method(UseKind::Tried, "massage", words), QStringLiteral("Massage"));
    EXPECT_EQ(wording::method(UseKind::Taken, "opioid", words), QStringLiteral("Opioid"));
    EXPECT_EQ(wording::method(UseKind::Taken, "unknown", words),
              QStringLiteral("A medicine, kind not told"));
}

TEST(InsightWords, SayWhatAMethodDidInALine)
{
    const Words words = Words::builtIn();

    EXPECT_EQ(wording::helped(usual().helped[0], words),
              QStringLiteral("Heat: pain 6 before, 4 after: 2 less (1 to 3 less). A change that "
                             "people notice. 12 uses. You said: 4 better, 2 the same, 0 worse."));
    EXPECT_EQ(wording::helped(usual().helped[1], words),
              QStringLiteral("A medicine, kind not told: not enough yet, 3 of 6 uses that it "
                             "takes. You said: nothing yet."));
}

TEST(InsightWords, SayHowASpasmGoes)
{
    TypicalCourse course = usual().course;
    EXPECT_THAT(
        wording::courseLines(course),
        ElementsAre(QStringLiteral("Half of your spasms were over within 9 h. The middle half "
                                   "took 3 h to 2 d. Counted: 23 spasms that are over."),
                    QStringLiteral("In 14 of 20 spasms the pain came down to half. Half of the "
                                   "spasms came to that within 5 h of the worst pain.")));

    course.reached = 9;
    course.toHalf.reset();
    EXPECT_EQ(wording::courseLines(course)[1],
              QStringLiteral("In 9 of 20 spasms the pain came down to half. Half of them or more "
                             "did not come to that, so no time is shown."));
    EXPECT_THAT(
        wording::courseLines({}),
        ElementsAre(QStringLiteral("Length: not enough yet, 0 of 5 spasms that it takes (over)."),
                    QStringLiteral("Time to half the pain: not enough yet, 0 of 5 spasms that it "
                                   "takes (pain of 2 or more).")));
}

TEST(InsightWords, SaySittingWithItsRangeAndThatItMayBeChance)
{
    SittingBefore before = usual().twoHours;
    EXPECT_EQ(wording::sittingBefore(before, wording::SittingWindow::TwoHours),
              QStringLiteral("Sitting in the 2 hours before: 15 minutes more than on your other "
                             "days (5 less to 32 more). 24 spasms, 60 other days. No clear "
                             "difference shows. It may be chance."));

    before.minutes = SittingBefore::Minutes{300, 301, -1, {-20, -1}};
    EXPECT_EQ(wording::sittingBefore(before, wording::SittingWindow::DayBefore),
              QStringLiteral("Sitting on the day before: 1 minute less than on your other days (1 "
                             "to 20 less). 24 spasms, 60 other days. It may be chance."));
    EXPECT_EQ(wording::sittingBefore({6, 4, {}}, wording::SittingWindow::DayBefore),
              QStringLiteral("Sitting on the day before: not enough yet, 6 of 8 spasms and 4 of 8 "
                             "other days that it takes."));
}

TEST(InsightWords, SayTheShareOfATriggerWithItsRange)
{
    const TriggerShares triggers = usual().triggers;

    EXPECT_EQ(wording::triggerShare(triggers.rows[0], triggers.n, Words::builtIn()),
              QStringLiteral("Twisting: 12 of 40 (18 to 45 %)"));
}

class InsightsPages : public testing::Test {
protected:
    InsightsPages() { display(viewOf(usual())); }
    void display(const InsightsView& view)
    {
        page.display(view);
        QApplication::processEvents();
    }
    void show()
    {
        page.resize(1000, 700);
        page.show();
        page.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&page));
    }
    template <class Part>
    Part* part(const char* name)
    {
        auto* found = page.findChild<Part*>(QLatin1String{name});
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QString text(const char* name) { return part<QLabel>(name)->text(); }
    bool isShown(const char* name) { return part<QWidget>(name)->isVisibleTo(&page); }
    QStringList row(const char* table, int row)
    {
        const QAbstractItemModel* model = part<InsightTable>(table)->model();
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column) {
            cells << model->index(row, column).data().toString();
        }
        return cells;
    }
    void swap()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier);
        QApplication::processEvents();
    }

    Vocabulary vocabulary = Vocabulary::builtIn();
    Words words = Words::builtIn();
    InsightsPage page{vocabulary, words};
};

TEST_F(InsightsPages, SayInAnEmptyDiaryWhatWillStandThere)
{
    display({});

    EXPECT_TRUE(text("insightsNote").startsWith(QLatin1String("Nothing is written down yet.")));
    EXPECT_TRUE(isShown("insightsNote"));
    EXPECT_FALSE(isShown("insightsCards"));
    EXPECT_FALSE(part<QWidget>("insightsTablesButton")->isEnabled());
}

TEST_F(InsightsPages, SayHowManyEachFigureStandsOn)
{
    EXPECT_FALSE(isShown("insightsNote"));
    EXPECT_EQ(text("insightsHoursCount"), QStringLiteral("Counted: 24 spasms."));
    EXPECT_EQ(text("insightsPlacesCount"), QStringLiteral("Counted: 20 spasms with places told."));
    EXPECT_EQ(text("insightsTriggersCount"),
              QStringLiteral("Counted: 40 spasms with triggers told."));
    EXPECT_TRUE(text("insightsSittingText")
                    .contains(QLatin1String("We looked at 2 things. Of 20, one looks like "
                                            "something by chance alone.")));
    EXPECT_EQ(part<QLabel>("insightsSittingText")->accessibleName(), text("insightsSittingText"));
}

TEST_F(InsightsPages, ShowNoFigureBelowItsMinimum)
{
    Insights few;
    few.hours.n = 6;
    few.places.n = 2;
    few.triggers.n = 7;

    display(viewOf(few));

    EXPECT_EQ(text("insightsHoursCount"),
              QStringLiteral("Not enough yet: 6 of 8 spasms that it takes."));
    EXPECT_EQ(text("insightsPlacesCount"),
              QStringLiteral("Not enough yet: 2 of 3 spasms that it takes (places told)."));
    EXPECT_EQ(text("insightsTriggersCount"),
              QStringLiteral("Not enough yet: 7 of 8 spasms that it takes (triggers told)."));
    for (const char* figure : {"hourGrid", "insightsHourSaid", "insightsHoursTable",
                               "backCountsMap", "insightsPlacesTable", "insightsTriggersTable",
                               "insightsTriggersNote", "insightsHelpedTable"}) {
        EXPECT_FALSE(isShown(figure)) << figure;
    }
    EXPECT_TRUE(isShown("insightsHelpedNone"));
}

TEST_F(InsightsPages, SayThatTheFirstDayIsAfterTheLastAndNothingElse)
{
    InsightsView view = viewOf({});
    view.isDateOrderWrong = true;

    display(view);

    EXPECT_EQ(text("insightsNote"),
              QStringLiteral("The first day is after the last one. Choose an earlier first day."));
    EXPECT_FALSE(isShown("insightsCards"));
}

TEST_F(InsightsPages, SwapGridAndMapForTheirTablesWithOneKey)
{
    show();
    part<HourGridView>("hourGrid")->setFocus();

    swap();

    EXPECT_FALSE(isShown("hourGrid"));
    EXPECT_FALSE(isShown("backCountsMap"));
    EXPECT_TRUE(isShown("insightsHoursTable"));
    EXPECT_TRUE(isShown("insightsPlacesTable"));
    EXPECT_EQ(QApplication::focusWidget(), part<QWidget>("insightsHoursTable"));
    EXPECT_EQ(part<InsightTable>("insightsHoursTable")->model()->rowCount(), 3);
    EXPECT_THAT(row("insightsHoursTable", 1),
                ElementsAre(QStringLiteral("Tuesday"), QStringLiteral("14:00 to 15:00"),
                            QStringLiteral("6")));
    EXPECT_THAT(row("insightsPlacesTable", 0),
                ElementsAre(QStringLiteral("Lower back, left"), QStringLiteral("12"),
                            QStringLiteral("6.5")));

    swap();

    EXPECT_TRUE(isShown("hourGrid"));
    EXPECT_FALSE(isShown("insightsHoursTable"));
    EXPECT_EQ(QApplication::focusWidget(), part<QWidget>("hourGrid"));
}

TEST_F(InsightsPages, KeepTheKeyboardAtTheMapWhenItIsSwapped)
{
    show();
    part<QRadioButton>("howOftenButton")->setFocus();

    swap();
    EXPECT_EQ(QApplication::focusWidget(), part<QWidget>("insightsPlacesTable"));
    swap();

    EXPECT_EQ(QApplication::focusWidget(), part<QWidget>("howOftenButton"));
}

TEST_F(InsightsPages, GoThroughTheGridWithTheKeyboard)
{
    show();
    auto* grid = part<HourGridView>("hourGrid");
    const auto said = [&] { return text("insightsHourSaid"); };

    grid->setFocus();
    EXPECT_EQ(said(), QStringLiteral("Tuesday, 14:00 to 15:00: 6 spasms")); // the fullest
    QTest::keyClick(grid, Qt::Key_Left);
    EXPECT_EQ(said(), QStringLiteral("Tuesday, 13:00 to 14:00: no spasm"));
    QTest::keyClick(grid, Qt::Key_Down);
    EXPECT_EQ(said(), QStringLiteral("Wednesday, 13:00 to 14:00: no spasm"));
    QTest::keyClick(grid, Qt::Key_End);
    QTest::keyClick(grid, Qt::Key_Right);
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(grid, Qt::Key_Down);
    }
    EXPECT_EQ(said(), QStringLiteral("Sunday, 23:00 to 00:00: 1 spasm"));
    EXPECT_EQ(grid->accessibleName(), said());
    QTest::keyClick(grid, Qt::Key_Home);
    EXPECT_EQ(said(), QStringLiteral("Sunday, 00:00 to 01:00: no spasm"));
}

TEST_F(InsightsPages, ShadeTheGridByHowManyBegan)
{
    HourGridView grid;
    grid.setPalette(theme::palette(theme::Scheme::Light));
    grid.display(usual().hours);
    grid.resize(grid.sizeHint());
    QImage image{grid.size(), QImage::Format_RGB32};
    grid.render(&image);
    const auto shade = [&](int day, int hour) {
        return image.pixelColor((grid.placeOf(day, hour).topLeft() + QPointF{3, 3}).toPoint());
    };

    EXPECT_EQ(shade(1, 14), QColor{theme::painFill(grid.palette(), 10).rgb()});
    EXPECT_EQ(shade(0, 8), QColor{theme::painFill(grid.palette(), 5).rgb()});
    EXPECT_GT(shade(6, 23).lightness(), shade(0, 8).lightness());
}

TEST_F(InsightsPages, ShadeTheBackByHowOftenOrByTheWorstPain)
{
    show();
    auto* map = part<BackMap>("insightsMap");
    EXPECT_EQ(map->accessibleDescription(),
              QStringLiteral("Lower back, left: 12 spasms; Neck, middle: 3 spasms"));
    EXPECT_EQ(text("insightsOffMap"), QStringLiteral("Side not told: Hip: 2 spasms."));

    part<QRadioButton>("worstPainButton")->click();

    EXPECT_EQ(map->accessibleDescription(),
              QStringLiteral("Lower back, left: worst pain 6.5; Neck, middle: worst pain 4"));
    EXPECT_FALSE(isShown("insightsOffMap"));
    EXPECT_EQ(part<QWidget>("howOftenButton")->focusPolicy(), Qt::ClickFocus);
}

TEST_F(InsightsPages, OnlyShowTheBack)
{
    show();
    auto* map = part<BackMap>("insightsMap");
    QSignalSpy pressed{map, &BackMap::placesChanged};

    QTest::mouseClick(map, Qt::LeftButton, {}, *map->centreOf({"lower_back", Side::Left}));

    EXPECT_EQ(pressed.count(), 0);
}

TEST_F(InsightsPages, ShowWhatHelpedAndWhatCameBeforeInTables)
{
    EXPECT_THAT(row("insightsHelpedTable", 0),
                ElementsAre(QStringLiteral("Heat"), QStringLiteral("12"), QStringLiteral("6"),
                            QStringLiteral("4"), QStringLiteral("2 less (1 to 3 less)"),
                            QStringLiteral("yes, less pain"),
                            QStringLiteral("4 better, 2 the same, 0 worse")));
    EXPECT_THAT(row("insightsHelpedTable", 1),
                ElementsAre(QStringLiteral("A medicine, kind not told"), QStringLiteral("3"),
                            QStringLiteral("–"), QStringLiteral("–"),
                            QStringLiteral("3 of 6 uses that it takes"), QStringLiteral("–"),
                            QStringLiteral("nothing yet")));
    EXPECT_THAT(row("insightsTriggersTable", 0),
                ElementsAre(QStringLiteral("Twisting"), QStringLiteral("12 of 40"),
                            QStringLiteral("30 %"), QStringLiteral("18 to 45 %")));
    EXPECT_TRUE(text("insightsHelpedNote").contains(QLatin1String("Ostelo 2008")));
    EXPECT_TRUE(text("insightsSittingText").contains(QLatin1String("Maclure 1991")));
}

TEST_F(InsightsPages, MakeTheirTablesAsHighAsTheirRowsAndWideEnough)
{
    show();
    for (const char* name : {"insightsHelpedTable", "insightsTriggersTable"}) {
        auto* table = part<InsightTable>(name);
        const int last = table->model()->rowCount() - 1;

        EXPECT_GE(table->viewport()->height(),
                  table->rowViewportPosition(last) + table->rowHeight(last))
            << name;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const QModelIndex cell = table->model()->index(0, column);
            EXPECT_GE(table->columnWidth(column), table->sizeHintForIndex(cell).width()) << name;
        }
    }
}

TEST_F(InsightsPages, TellWhichPeriodIsChosen)
{
    QSignalSpy chosen{&page, &InsightsPage::periodChanged};
    auto* from = part<QDateEdit>("insightsFromDateEdit");
    EXPECT_FALSE(from->isEnabled());

    part<QComboBox>("insightsPeriodComboBox")->setCurrentIndex(3);

    ASSERT_EQ(chosen.count(), 1);
    auto period = chosen[0][0].value<InsightPeriod>();
    EXPECT_EQ(period.span, InsightPeriod::Span::FromTo);
    EXPECT_EQ(period.to, tests::at("2026-03-02T00:00:00+00:00").localDay());
    EXPECT_FALSE(period.isOrderWrong());
    EXPECT_TRUE(from->isEnabled());

    from->setDate(QDate{2026, 3, 3});
    EXPECT_TRUE(chosen[1][0].value<InsightPeriod>().isOrderWrong());

    InsightsView view = viewOf(usual());
    view.period = chosen[1][0].value<InsightPeriod>();
    display(view);
    EXPECT_EQ(chosen.count(), 2);
    EXPECT_EQ(from->date(), (QDate{2026, 3, 3}));
}

TEST_F(InsightsPages, SayNowhereThatOneThingBringsAboutAnother)
{
    static const QRegularExpression kCausal{
        QStringLiteral("\\b(caus\\w*|because|leads? to|due to|prevent\\w*|works?|proves?)\\b"),
        QRegularExpression::CaseInsensitiveOption};
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        EXPECT_FALSE(label->text().contains(kCausal)) << qPrintable(label->text());
    }
}

TEST_F(InsightsPages, NameEveryControl)
{
    EXPECT_GE(tests::expectNamedControls(page), 12);
}

TEST(InsightModels, AreSoundWhileTheyChange)
{
    InsightTableModel model;
    const QAbstractItemModelTester tester{&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};

    model.display(
        {{QStringLiteral("A"), QStringLiteral("B")}, {{QStringLiteral("1"), QStringLiteral("2")}}});
    EXPECT_EQ(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("B: 2"));
    model.display({});

    EXPECT_EQ(model.columnCount(), 0);
}

TEST(InsightPeriods, BeginAndEndAtMidnight)
{
    Chronicle chronicle;
    chronicle.now = tests::at("2026-03-02T00:30:00+01:00");
    const auto day = [](const char* iso) { return tests::at(iso).localDay(); };
    const auto utc = [](const char* iso) { return tests::at(iso).utc; };
    using Span = InsightPeriod::Span;

    EXPECT_FALSE(toPeriod({}, chronicle).begin);
    EXPECT_EQ(toPeriod({Span::LastYear, {}, {}}, chronicle).begin,
              utc("2025-03-03T00:00:00+01:00"));
    EXPECT_EQ(toPeriod({Span::Last90Days, {}, {}}, chronicle).begin,
              utc("2025-12-03T00:00:00+01:00"));
    EXPECT_FALSE(toPeriod({Span::Last90Days, {}, {}}, chronicle).end);
    const Period own =
        toPeriod({Span::FromTo, day("2026-02-01T00:00:00+00:00"), day("2026-02-03T00:00:00+00:00")},
                 chronicle);
    EXPECT_EQ(own.begin, utc("2026-02-01T00:00:00+01:00"));
    EXPECT_EQ(own.end, utc("2026-02-04T00:00:00+01:00"));
}

TEST(InsightPeriods, GoByTheLocalDaysThatWereThereAndThen)
{
    Chronicle chronicle;
    chronicle.now = tests::at("2026-12-02T12:00:00+01:00"); // winter
    for (const char* onset : {"2026-06-30T23:30:00+02:00", "2026-07-01T00:30:00+02:00",
                              "2026-07-01T23:30:00+02:00", "2026-07-02T00:30:00+02:00"}) {
        chronicle.episodes.push_back({{}, tests::at(onset), {}, {}, {}, {}});
    }
    const auto day = tests::at("2026-07-01T12:00:00+02:00").localDay();
    const Period period = toPeriod({InsightPeriod::Span::FromTo, day, day}, chronicle);

    EXPECT_EQ(insightsOf(chronicle, period).episodes, 2);
}

class InsightsBridges : public testing::Test {
protected:
    [[nodiscard]] InsightsView last() const { return told.last()[0].value<InsightsView>(); }

    tests::Diary diary;
    InsightsBridge bridge{
        diary.engine, [](const StorageError& error) { return QString::fromUtf8(error.what()); }};
    QSignalSpy told{&bridge, &InsightsBridge::viewChanged};
};

TEST_F(InsightsBridges, ReadNothingWhileHiddenAndThenWhatChanged)
{
    diary.log(5);
    bridge.refresh();
    EXPECT_EQ(told.count(), 0);

    bridge.setShown(true);
    ASSERT_EQ(told.count(), 1);
    EXPECT_EQ(last().insights.episodes, 1);
    EXPECT_TRUE(last().hasAny);

    bridge.setShown(false);
    bridge.setShown(true);
    EXPECT_EQ(told.count(), 2); // read anew: hidden, nothing of it stays in memory

    diary.clock.pass(1h);
    diary.end();
    EXPECT_EQ(last().insights.course.ended, 1);
}

TEST_F(InsightsBridges, CountAgainForAnotherPeriodAndAnotherDay)
{
    diary.log(5);
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(24h * 100);
    diary.log(4);
    bridge.setShown(true);
    EXPECT_EQ(last().insights.episodes, 2);

    bridge.setPeriod({InsightPeriod::Span::Last90Days, {}, {}});
    EXPECT_EQ(last().insights.episodes, 1);

    const int before = static_cast<int>(told.count());
    bridge.passTime();
    EXPECT_EQ(told.count(), before);
    diary.clock.pass(24h * 91);
    bridge.passTime();
    EXPECT_EQ(last().insights.episodes, 0);
    EXPECT_TRUE(last().hasAny);
}

TEST_F(InsightsBridges, SayThatTheOrderOfTheDaysIsWrong)
{
    diary.log(5);
    bridge.setShown(true);
    const auto today = diary.clock.now().wall.localDay();

    bridge.setPeriod({InsightPeriod::Span::FromTo, today, today - std::chrono::days{1}});

    EXPECT_TRUE(last().isDateOrderWrong);
    EXPECT_EQ(last().insights.episodes, 0);
}

} // namespace
} // namespace unclench::ui
