// SPDX-License-Identifier: GPL-3.0-or-later
// The page History on a diary in memory: what is asked for is found, what is pressed is carried
// out.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "ui/bridge.h"
#include "ui/history_bridge.h"
#include "ui/pages/history_page.h"
#include "ui/wording/search.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class HistoryPageTest : public testing::Test {
protected:
    HistoryPageTest()
    {
        QObject::connect(&page, &HistoryPage::shownChanged, &history, &HistoryBridge::setShown);
        QObject::connect(&page, &HistoryPage::filterChanged, &history, &HistoryBridge::setFilter);
        QObject::connect(&page, &HistoryPage::entryChosen, &history, &HistoryBridge::choose);
        QObject::connect(&page, &HistoryPage::deleteRequested, &history, &HistoryBridge::remove);
        QObject::connect(&page, &HistoryPage::restoreRequested, &history, &HistoryBridge::restore);
        QObject::connect(&history, &HistoryBridge::historyChanged, &page, &HistoryPage::display);
        QObject::connect(&history, &HistoryBridge::entryChanged, &page, &HistoryPage::displayEntry);
    }

    /// An episode of an hour, two days after the last.
    Uuid episode(int pain, const std::string& note = {}, const Details& details = {})
    {
        diary.clock.pass(48h);
        SpasmDraft draft = tests::spasm(pain, {}, details);
        draft.note = note;
        const Uuid id = tests::done(diary.journal().logSpasm(draft)).episode;
        diary.clock.pass(1h);
        static_cast<void>(diary.end());
        return id;
    }
    void show()
    {
        page.resize(1080, 720);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    QTableView* table() { return page.findChild<QTableView*>(QStringLiteral("historyTable")); }
    QAbstractButton* button(const char* name)
    {
        return page.findChild<QAbstractButton*>(QLatin1String{name});
    }
    QString text(const char* name) { return page.findChild<QLabel*>(QLatin1String{name})->text(); }
    QString cell(int row, HistoryColumn column)
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    int rows() { return table()->model()->rowCount(); }
    void type(const QString& text)
    {
        page.findChild<QLineEdit*>(QStringLiteral("searchEdit"))->setText(text);
    }
    void choose(const char* name, const QString& id)
    {
        auto* box = page.findChild<QComboBox*>(QLatin1String{name});
        const int index = box->findData(id);
        ASSERT_GE(index, 0);
        box->setCurrentIndex(index);
    }

    tests::Diary diary;
    Words words = Words::builtIn();
    static QString explain(const StorageError& error) { return QString::fromUtf8(error.what()); }
    Bridge bridge{diary.engine, explain};
    HistoryBridge history{diary.engine, bridge, explain};
    HistoryPage page{words, diary.vocabulary};
};

TEST_F(HistoryPageTest, AnEmptyDiarySaysWhatWillStandHere)
{
    show();

    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("historyEmptyLabel"))->isVisible());
    EXPECT_FALSE(button("deleteAllButton")->isEnabled());
    EXPECT_FALSE(button("deleteButton")->isEnabled());
    EXPECT_FALSE(button("openDetailsButton")->isEnabled());
}

TEST_F(HistoryPageTest, MarksSpasmsThatWereThereAtTheSameTime)
{
    episode(3);
    episode(7);
    diary.database->run(
        "UPDATE bout SET end_utc_ms = NULL, end_offset_min = NULL"); // as after a merge
    show();

    for (int row = 0; row < 2; ++row) {
        EXPECT_TRUE(cell(row, HistoryColumn::Lasted).endsWith(QStringLiteral("beside another")));
    }
    EXPECT_TRUE(text("summaryState").contains(QStringLiteral("for the same time")));
}

TEST_F(HistoryPageTest, ShowsTheLatestFirstAndTheChosenOneBesideIt)
{
    episode(3);
    episode(7, "in the garden", tests::regions({{"lower_back", Side::Left}}));
    show();

    ASSERT_EQ(rows(), 2);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("7"));
    EXPECT_EQ(cell(0, HistoryColumn::Notes), QStringLiteral("in the garden"));
    EXPECT_EQ(cell(1, HistoryColumn::Worst), QStringLiteral("3"));
    EXPECT_TRUE(text("summaryFact4").contains(QLatin1String("in the garden")));
    EXPECT_TRUE(text("summaryFact1").contains(words.place("lower_back", Side::Left)));
}

TEST_F(HistoryPageTest, ReadsNothingWhileItIsHidden)
{
    QSignalSpy answers{&history, &HistoryBridge::historyChanged};
    episode(3);
    EXPECT_EQ(answers.size(), 0);

    show();
    EXPECT_EQ(answers.size(), 1);
}

TEST_F(HistoryPageTest, SearchesNotesAndLabelsWithoutCaseAndMarks)
{
    episode(3, "Rücken beim Heben");
    episode(4, {}, tests::regions({{"hip", Side::Right}}));
    show();

    type(QStringLiteral("RUCK"));
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("3"));
    type(words.label(Topic::Region, "hip").toUpper());
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("4"));
    for (const QString& odd : {QStringLiteral("\""), QStringLiteral("*"), QStringLiteral("AND OR"),
                               QString(10'000, QLatin1Char('x'))}) {
        type(odd);
        EXPECT_EQ(rows(), 0) << odd.left(10).toStdString();
    }
    QSignalSpy failures{&history, &HistoryBridge::failed};
    EXPECT_EQ(failures.size(), 0);
}

TEST_F(HistoryPageTest, WhereNothingMatchesTheFiltersCanBeCleared)
{
    episode(3);
    show();
    choose("painComboBox", QStringLiteral("9"));
    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("noMatchLabel"))->isVisible());

    QTest::mouseClick(button("clearAllButton"), Qt::LeftButton);

    EXPECT_EQ(rows(), 1);
    EXPECT_TRUE(table()->isVisible());
    EXPECT_FALSE(button("clearFiltersButton")->isEnabled());
}

TEST_F(HistoryPageTest, NarrowsByPlaceTriggerAndPeriod)
{
    Details details = tests::regions({{"lower_back", Side::Left}});
    details.triggers = {"twisting"};
    const Moment first = diary.clock.now().wall + 48h;
    episode(3, {}, details);
    episode(5);
    show();

    choose("regionComboBox", QStringLiteral("lower_back:left"));
    EXPECT_EQ(rows(), 1);
    choose("triggerComboBox", QStringLiteral("bending"));
    EXPECT_EQ(rows(), 0);
    choose("triggerComboBox", QStringLiteral("twisting"));
    EXPECT_EQ(rows(), 1);
    QTest::mouseClick(button("clearFiltersButton"), Qt::LeftButton);
    EXPECT_EQ(rows(), 2);

    page.findChild<QComboBox*>(QStringLiteral("periodComboBox"))->setCurrentIndex(3);
    const std::chrono::year_month_day day{first.localDay()};
    const QDate date{static_cast<int>(day.year()), static_cast<int>(unsigned{day.month()}),
                     static_cast<int>(unsigned{day.day()})};
    for (const char* name : {"fromDateEdit", "toDateEdit"}) {
        auto* edit = page.findChild<QDateEdit*>(QLatin1String{name});
        EXPECT_TRUE(edit->isEnabled());
        edit->setDate(date);
    }
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("3"));
}

TEST_F(HistoryPageTest, TheDeleteKeyDeletesUndoRestoresAndTheNextRowIsChosen)
{
    episode(3);
    episode(5);
    show();
    table()->setFocus();
    table()->selectRow(0);

    QTest::keyClick(table(), Qt::Key_Delete);
    ASSERT_EQ(rows(), 1);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("3"));
    EXPECT_EQ(table()->currentIndex().row(), 0);

    bridge.undo();
    EXPECT_EQ(rows(), 2);
}

TEST_F(HistoryPageTest, WhatIsDeletedIsRestoredFromDeleted)
{
    const Uuid id = episode(3);
    show();
    history.remove({id});
    EXPECT_EQ(rows(), 0);

    QTest::mouseClick(button("deletedCheckBox"), Qt::LeftButton);
    ASSERT_EQ(rows(), 1);
    EXPECT_FALSE(button("deleteButton")->isEnabled());
    QTest::mouseClick(button("restoreButton"), Qt::LeftButton);

    EXPECT_EQ(rows(), 0);
    EXPECT_EQ(diary.engine.diary().episodeCount(), 1);
}

TEST_F(HistoryPageTest, DeleteAllShownIsOneStepAndLeavesTheRest)
{
    episode(3, "garden");
    episode(5, "garden");
    episode(7);
    show();
    type(QStringLiteral("garden"));

    QTest::mouseClick(button("deleteAllButton"), Qt::LeftButton);
    EXPECT_EQ(diary.engine.diary().episodeCount(), 1);
    bridge.undo();
    EXPECT_EQ(diary.engine.diary().episodeCount(), 3);
}

TEST_F(HistoryPageTest, EnterOpensTheChosenOneAndCtrlFSearches)
{
    const Uuid id = episode(3);
    show();
    QSignalSpy opened{&page, &HistoryPage::openRequested};
    table()->setFocus();

    QTest::keyClick(table(), Qt::Key_Return);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.front().front().value<Uuid>(), id);
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(page.focusWidget()->objectName(), QStringLiteral("searchEdit"));
}

TEST_F(HistoryPageTest, InALowWindowTheFiltersFoldAwayAndComeBack)
{
    episode(3);
    show();
    EXPECT_FALSE(button("foldFiltersButton")->isVisible());
    page.resize(500, 380);
    QApplication::processEvents();
    auto* search = page.findChild<QWidget*>(QStringLiteral("searchEdit"));
    EXPECT_FALSE(search->isVisible());
    ASSERT_TRUE(button("foldFiltersButton")->isVisible());

    QTest::mouseClick(button("foldFiltersButton"), Qt::LeftButton);
    EXPECT_TRUE(search->isVisible());
    EXPECT_EQ(page.focusWidget(), search);
    choose("painComboBox", QStringLiteral("9"));
    QTest::mouseClick(button("foldFiltersButton"), Qt::LeftButton);
    EXPECT_FALSE(search->isVisible());
    EXPECT_EQ(button("foldFiltersButton")->text(), QStringLiteral("Filters: on"));

    button("foldFiltersButton")->setFocus();
    QTest::keyClick(page.focusWidget(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(page.focusWidget(), search);
    page.resize(1080, 720);
    QApplication::processEvents();
    EXPECT_TRUE(search->isVisible());
    EXPECT_FALSE(button("foldFiltersButton")->isVisible());
}

TEST_F(HistoryPageTest, SortsByTheHeadAndByTheMenu)
{
    episode(3);
    episode(9);
    episode(5);
    show();

    table()->sortByColumn(static_cast<int>(HistoryColumn::Worst), Qt::AscendingOrder);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("3"));
    EXPECT_EQ(cell(2, HistoryColumn::Worst), QStringLiteral("9"));

    const auto actions = page.findChild<QMenu*>(QStringLiteral("columnsMenu"))->actions();
    const auto sortWorst = std::find_if(actions.begin(), actions.end(), [](QAction* action) {
        return action->text() == QStringLiteral("Sort by “Worst”");
    });
    ASSERT_NE(sortWorst, actions.end());
    (*sortWorst)->trigger();
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("9"));
}

TEST_F(HistoryPageTest, ColumnsCanBeHiddenAndStaySo)
{
    show();
    const auto actions = page.findChild<QMenu*>(QStringLiteral("columnsMenu"))->actions();
    const auto triggers = std::find_if(actions.begin(), actions.end(), [](QAction* action) {
        return action->text() == QStringLiteral("What came before");
    });
    ASSERT_NE(triggers, actions.end());
    (*triggers)->trigger();
    EXPECT_TRUE(table()->isColumnHidden(static_cast<int>(HistoryColumn::Triggers)));

    HistoryPage other{words, diary.vocabulary};
    other.restoreTable(page.tableState());
    EXPECT_TRUE(other.findChild<QTableView*>(QStringLiteral("historyTable"))
                    ->isColumnHidden(static_cast<int>(HistoryColumn::Triggers)));
}

TEST_F(HistoryPageTest, ANewReadingKeepsTheChosenRowAndTheScrolledPlace)
{
    for (int i = 0; i < 60; ++i) {
        episode(i % 11);
    }
    show();
    table()->selectRow(40);
    table()->verticalScrollBar()->setValue(30);
    const int place = table()->verticalScrollBar()->value();
    ASSERT_GT(place, 0);
    const QString began = cell(40, HistoryColumn::Began);

    diary.clock.pass(48h);
    diary.log(8);

    EXPECT_EQ(rows(), 61);
    EXPECT_EQ(table()->currentIndex().row(), 41);
    EXPECT_EQ(cell(41, HistoryColumn::Began), began);
    EXPECT_EQ(table()->verticalScrollBar()->value(), place + 1);
}

TEST_F(HistoryPageTest, AFailureToReadIsToldAndThrowsNowhere)
{
    episode(3);
    QSignalSpy failures{&history, &HistoryBridge::failed};
    diary.database->script("ALTER TABLE bout RENAME TO elsewhere");

    show();

    EXPECT_THAT(failures, SizeIs(testing::Ge(1)));
    EXPECT_EQ(rows(), 0);
}

TEST_F(HistoryPageTest, EveryControlHasANameForTheScreenReader)
{
    show();
    for (const QWidget* control : page.findChildren<QWidget*>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisible() ||
            control->objectName().startsWith(QLatin1String("qt_"))) {
            continue;
        }
        const auto* asButton = qobject_cast<const QAbstractButton*>(control);
        EXPECT_FALSE(control->accessibleName().isEmpty() &&
                     (asButton == nullptr || asButton->text().isEmpty()))
            << control->metaObject()->className() << " " << control->objectName().toStdString();
    }
}

TEST_F(HistoryPageTest, TheTabKeyReachesEveryControlAndComesBack)
{
    episode(3);
    show();
    auto* search = page.findChild<QWidget*>(QStringLiteral("searchEdit"));
    search->setFocus();
    std::vector<std::string> visited;
    do {
        visited.push_back(page.focusWidget()->objectName().toStdString());
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    } while (page.focusWidget() != search && visited.size() < 50);

    for (const char* name :
         {"periodComboBox", "regionComboBox", "painComboBox", "symptomComboBox", "triggerComboBox",
          "deletedCheckBox", "columnsButton", "deleteAllButton", "historyTable",
          "openDetailsButton", "deleteButton"}) {
        EXPECT_THAT(visited, Contains(name));
    }
    EXPECT_LT(visited.size(), 50U);
}

TEST(HistoryModelTest, IsAModelAndReadsOnlyWhatIsLookedAt)
{
    const Words words = Words::builtIn();
    HistoryModel model{words};
    const QAbstractItemModelTester tester{&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};
    UuidSource uuids;
    std::vector<Uuid> ids;
    for (int i = 0; i < 1000; ++i) {
        ids.push_back(uuids.next(UtcTime{}));
    }
    std::size_t read = 0;
    const HistoryRows rows = [&](const std::vector<Uuid>& wanted) {
        read += wanted.size();
        std::vector<HistoryRow> lines(wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            lines[i].line.id = wanted[i];
            lines[i].line.worstPain = 7;
        }
        return lines;
    };
    model.display(ids, {}, rows);
    read = 0;

    const auto worst = [&](int row) {
        return model.index(row, static_cast<int>(HistoryColumn::Worst)).data().toString();
    };
    EXPECT_EQ(worst(999), QStringLiteral("7"));
    EXPECT_LE(read, 64U);
    model.display({ids.begin(), ids.begin() + 10}, {}, rows);
    EXPECT_EQ(model.rowCount(), 10);
    model.display({}, {}, {});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(Folding, TakesCaseAndMarksAway)
{
    EXPECT_EQ(wording::folded(QStringLiteral("RÜCKEN")), QStringLiteral("rucken"));
    EXPECT_EQ(wording::folded(QStringLiteral("é ñ å")), QStringLiteral("e n a"));
}

} // namespace
} // namespace unclench::ui
