// SPDX-License-Identifier: GPL-3.0-or-later
// The page Insights: what is shown and what is not, in grid, map and tables.
#include "tests/support/controls.h"
#include "tests/ui/made_up_insights.h"
#include "ui/pages/insight_table.h"
#include "ui/pages/insights_page.h"
#include "ui/theme.h"
#include "ui/widgets/back_map.h"
#include "ui/widgets/hour_grid_view.h"

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

using testing::ElementsAre;

class InsightsPages : public testing::Test {
protected:
    InsightsPages() { display(insightsViewOf(usualInsights())); }
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

    display(insightsViewOf(few));

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
    InsightsView view = insightsViewOf({});
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
    grid.display(usualInsights().hours);
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
              QStringLiteral("Lower back, left: 12 spasms; Neck, middle: 3 spasms; Hip: 2 spasms"));
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

    InsightsView view = insightsViewOf(usualInsights());
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

} // namespace
} // namespace unclench::ui
