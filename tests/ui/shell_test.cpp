// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the window as a whole: drafts are saved before it closes, days pass, the columns
// of History are kept.
#include "tests/support/temp_folder.h"
#include "tests/ui/shell_fixture.h"
#include "ui/pages/history_page.h"
#include "ui/widgets/kept_text.h"
#include "ui/window_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QTableView>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::Optional;

class ShellTest : public ShellFixture {
protected:
    Uuid pastEpisode(int pain)
    {
        diary.clock.pass(48h);
        const Uuid id = diary.log(pain).episode;
        diary.clock.pass(1h);
        static_cast<void>(diary.end());
        return id;
    }
    KeptNote* note() { return field<KeptNote>(QStringLiteral("noteEdit")); }
    void typeNote(const QString& text)
    {
        note()->setFocus();
        QTest::keyClicks(note(), text);
    }
    void showHistory()
    {
        shell.showHistory();
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    QTableView* table() { return field<QTableView>(QStringLiteral("historyTable")); }
    QString cell(int row, HistoryColumn column)
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    void choose(const char* name, const QString& id)
    {
        auto* box = field<QComboBox>(QLatin1String{name});
        box->setCurrentIndex(box->findData(id));
    }
};

TEST_F(ShellTest, ANoteIsSavedBeforeTheWindowCloses)
{
    const Uuid episode = diary.log(7).episode;
    open(episode);
    typeNote(QStringLiteral("bad night"));

    EXPECT_TRUE(window.close());

    EXPECT_THAT(diary.course(episode).details.note, Optional(std::string{"bad night"}));
}

TEST_F(ShellTest, ALineIsSavedBeforeTheWindowCloses)
{
    open(diary.log(7).episode);
    type(QStringLiteral("medicineNameEdit"), QStringLiteral("Ibuprofen"));
    const QString name =
        QStringLiteral("medicine_") +
        QString::fromStdString(diary.engine.diary().medicines().front().stamp.id.text());
    press(QStringLiteral("changeListButton"));
    press(name + QStringLiteral("_edit"));
    QTest::keyClicks(field<QLineEdit>(name + QStringLiteral("_dose")), QStringLiteral("400 mg"));

    EXPECT_TRUE(window.close());

    EXPECT_EQ(diary.engine.diary().medicines().front().dose, "400 mg");
}

TEST_F(ShellTest, ANoteIsSavedBeforeAnotherPageComes)
{
    const Uuid episode = diary.log(7).episode;
    open(episode);
    typeNote(QStringLiteral("bad night"));

    press(QStringLiteral("historyButton"));

    EXPECT_THAT(diary.course(episode).details.note, Optional(std::string{"bad night"}));
}

TEST_F(ShellTest, AWindowThatCannotSaveStaysSaysWhyAndClosesWhenAskedAgain)
{
    const Uuid episode = diary.log(7).episode;
    open(episode);
    typeNote(QStringLiteral("bad night"));
    diary.database->script("PRAGMA query_only = ON");

    EXPECT_FALSE(window.close());
    EXPECT_TRUE(window.isVisible());
    EXPECT_TRUE(field<QLabel>(QStringLiteral("noticeLabel"))->isVisible());
    EXPECT_TRUE(notice().contains(QLatin1String("once more"))) << qPrintable(notice());
    EXPECT_EQ(note()->toPlainText(), QStringLiteral("bad night"));

    EXPECT_TRUE(window.close());
}

TEST_F(ShellTest, WhatCouldNotBeSavedIsSavedWhenTheWindowClosesLater)
{
    const Uuid episode = diary.log(7).episode;
    open(episode);
    typeNote(QStringLiteral("bad night"));
    diary.database->script("PRAGMA query_only = ON");
    EXPECT_FALSE(window.close());

    diary.database->script("PRAGMA query_only = OFF");
    EXPECT_TRUE(window.close());

    EXPECT_THAT(diary.course(episode).details.note, Optional(std::string{"bad night"}));
}

TEST_F(ShellTest, AtMidnightHistoryAndNowSayYesterday)
{
    pastEpisode(7);
    shell.bridge().refresh();
    showHistory();
    const QString today = cell(0, HistoryColumn::Began);
    ASSERT_EQ(today, QStringLiteral("08:00"));

    diary.clock.pass(24h);
    shell.passTime();

    EXPECT_EQ(cell(0, HistoryColumn::Began), QStringLiteral("yesterday 08:00"));
}

TEST_F(ShellTest, AtMidnightTheLast30DaysAreOthers)
{
    pastEpisode(7);
    showHistory();
    field<QComboBox>(QStringLiteral("periodComboBox"))->setCurrentIndex(1);
    ASSERT_EQ(table()->model()->rowCount(), 1);

    diary.clock.pass(std::chrono::days{30});
    shell.passTime();

    EXPECT_EQ(table()->model()->rowCount(), 0);
}

TEST_F(ShellTest, ColumnsWidthsAndOrderOfHistoryAreKeptBetweenRuns)
{
    const tests::TempFolder folder;
    pastEpisode(9);
    pastEpisode(3);
    showHistory();
    table()->setColumnHidden(static_cast<int>(HistoryColumn::Triggers), true);
    table()->horizontalHeader()->moveSection(2, 1);
    table()->setColumnWidth(static_cast<int>(HistoryColumn::Where), 333);
    table()->sortByColumn(static_cast<int>(HistoryColumn::Worst), Qt::AscendingOrder);
    WindowState{folder / "window.ini"}.setHistoryTable(shell.historyTable());

    Shell next{diary.engine,
               {.words = words,
                .numbers = numbers,
                .country = {},
                .version = {},
                .explain = [](const StorageError&) { return QString{}; }}};
    next.window().resize(1280, 800);
    next.restoreHistoryTable(WindowState{folder / "window.ini"}.historyTable());
    next.showHistory();
    next.window().show();

    auto* again = next.window().findChild<QTableView*>(QStringLiteral("historyTable"));
    EXPECT_TRUE(again->isColumnHidden(static_cast<int>(HistoryColumn::Triggers)));
    EXPECT_EQ(again->horizontalHeader()->visualIndex(2), 1);
    EXPECT_EQ(again->columnWidth(static_cast<int>(HistoryColumn::Where)), 333);
    EXPECT_EQ(again->horizontalHeader()->sortIndicatorSection(),
              static_cast<int>(HistoryColumn::Worst));
    const auto worst = [&](int row) {
        return again->model()->index(row, static_cast<int>(HistoryColumn::Worst)).data().toInt();
    };
    EXPECT_EQ(worst(0), 3);
    EXPECT_EQ(worst(1), 9);
}

TEST_F(ShellTest, ATableStateThatIsNoneChangesNothing)
{
    pastEpisode(3);
    showHistory();
    const int width = table()->columnWidth(0);

    shell.restoreHistoryTable("garbage");
    shell.restoreHistoryTable({});

    EXPECT_EQ(table()->columnWidth(0), width);
    EXPECT_EQ(table()->model()->rowCount(), 1);
}

TEST_F(ShellTest, PainIsBoundedFromBelowAndAbove)
{
    for (const int pain : {2, 5, 8}) {
        pastEpisode(pain);
    }
    showHistory();

    choose("painMostComboBox", QStringLiteral("7"));
    EXPECT_EQ(table()->model()->rowCount(), 2);
    choose("painComboBox", QStringLiteral("5"));
    ASSERT_EQ(table()->model()->rowCount(), 1);
    EXPECT_EQ(cell(0, HistoryColumn::Worst), QStringLiteral("5"));
    press(QStringLiteral("clearFiltersButton"));
    EXPECT_EQ(table()->model()->rowCount(), 3);
}

TEST_F(ShellTest, SeveralAreRestoredInOneStep)
{
    for (const int pain : {2, 5, 8}) {
        pastEpisode(pain);
    }
    showHistory();
    press(QStringLiteral("deleteAllButton"));
    field<QCheckBox>(QStringLiteral("deletedCheckBox"))->click();
    ASSERT_EQ(table()->model()->rowCount(), 3);

    table()->selectAll();
    press(QStringLiteral("restoreButton"));
    EXPECT_EQ(diary.engine.diary().episodeCount(), 3);
    EXPECT_EQ(saved(), QStringLiteral("Restored: 3 spasms."));

    undo();
    EXPECT_EQ(diary.engine.diary().episodeCount(), 0);
}

TEST(PlacedInside, IsWhollyOnTheScreenThatHasMostOfIt)
{
    const QRect laptop{0, 0, 1280, 800};
    const QRect beside{1280, 0, 1920, 1080};

    const QRect there{1500, 100, 1000, 700};
    EXPECT_EQ(placedInside(there, {laptop, beside}), there);
    EXPECT_EQ(placedInside(there, {laptop}), (QRect{280, 100, 1000, 700}));
    EXPECT_EQ(placedInside({1200, 700, 1000, 700}, {laptop, beside}),
              (QRect{1280, 380, 1000, 700}));
    EXPECT_EQ(placedInside({-300, -40, 600, 400}, {laptop}), (QRect{0, 0, 600, 400}));
    EXPECT_EQ(placedInside({1500, 100, 3000, 2000}, {laptop}), laptop);
}

} // namespace
} // namespace unclench::ui
