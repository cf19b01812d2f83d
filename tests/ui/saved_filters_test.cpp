// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of History that are kept under a name: kept, chosen, replaced, deleted.
#include "tests/support/controls.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "ui/bridge.h"
#include "ui/history_bridge.h"
#include "ui/pages/history_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class SavedFilters : public testing::Test {
protected:
    SavedFilters()
    {
        QObject::connect(&page, &HistoryPage::shownChanged, &history, &HistoryBridge::setShown);
        QObject::connect(&page, &HistoryPage::filterChanged, &history, &HistoryBridge::setFilter);
        QObject::connect(&page, &HistoryPage::keepFilterRequested, &history,
                         &HistoryBridge::keepFilter);
        QObject::connect(&page, &HistoryPage::forgetFilterRequested, &history,
                         &HistoryBridge::forgetFilter);
        QObject::connect(&history, &HistoryBridge::historyChanged, &page, &HistoryPage::display);
        QObject::connect(&history, &HistoryBridge::filtersChanged, &page,
                         &HistoryPage::displayFilters);
        QObject::connect(&history, &HistoryBridge::filterKept, &page, &HistoryPage::filterKept);
        SpasmDraft draft = tests::spasm(6);
        draft.note = "in the garden";
        static_cast<void>(tests::done(diary.journal().logSpasm(draft)));
    }

    void show()
    {
        page.resize(1080, 720);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    template <class Part>
    Part* part(const char* name)
    {
        auto* found = page.findChild<Part*>(QLatin1String{name});
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    /// As it stands when it is opened.
    QMenu* menu()
    {
        auto* opened = part<QMenu>("savedFiltersMenu");
        Q_EMIT opened->aboutToShow();
        return opened;
    }
    QAction* keepAction()
    {
        return menu()->findChild<QAction*>(QStringLiteral("keepFilterAction"));
    }
    QMenu* forgetMenu() { return menu()->findChild<QMenu*>(QStringLiteral("forgetFilterMenu")); }
    static QAction* called(const QMenu* in, const char* text)
    {
        for (QAction* action : in->actions()) {
            if (action->text() == QLatin1String{text}) {
                return action;
            }
        }
        ADD_FAILURE() << "no action " << text;
        return nullptr;
    }
    void press(const char* name) { QTest::mouseClick(part<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char* text) { part<QLineEdit>("searchEdit")->setText(QString::fromUtf8(text)); }
    void keepAs(const char* name)
    {
        keepAction()->trigger();
        part<QLineEdit>("filterNameEdit")->setText(QString::fromUtf8(name));
        press("keepFilterButton");
    }
    /// As another version of the program may have kept it.
    void keepUnseen(const SavedFilter& filter)
    {
        static_cast<void>(tests::done(diary.journal().keepFilter(filter)));
    }
    std::vector<SavedFilter> kept() { return diary.engine.diary().filters(); }
    int rows() { return part<QTableView>("historyTable")->model()->rowCount(); }
    void setDays(const QDate& from, const QDate& to)
    {
        part<QComboBox>("periodComboBox")->setCurrentIndex(3);
        part<QDateEdit>("fromDateEdit")->setDate(from);
        part<QDateEdit>("toDateEdit")->setDate(to);
    }

    tests::Diary diary;
    Words words = Words::builtIn();
    static QString explain(const StorageError& error) { return QString::fromUtf8(error.what()); }
    Bridge bridge{diary.engine, explain};
    HistoryBridge history{diary.engine, bridge, explain};
    HistoryPage page{words, diary.vocabulary};
    QSignalSpy saved{&bridge, &Bridge::saved};
    QSignalSpy asked{&page, &HistoryPage::filterChanged};
};

TEST_F(SavedFilters, NoneIsThereAtFirstAndNothingCanBeKept)
{
    show();

    EXPECT_FALSE(called(menu(), "None is kept yet")->isEnabled());
    EXPECT_FALSE(keepAction()->isEnabled());
    EXPECT_FALSE(forgetMenu()->isEnabled());
    EXPECT_FALSE(part<QWidget>("keepFilterRow")->isVisible());
}

TEST_F(SavedFilters, OneIsKeptUnderTheNameThatIsTyped)
{
    show();
    type("garden");
    part<QComboBox>("painComboBox")->setCurrentIndex(4);
    ASSERT_TRUE(keepAction()->isEnabled());

    keepAction()->trigger();
    EXPECT_EQ(page.focusWidget()->objectName(), QStringLiteral("filterNameEdit"));
    QTest::keyClicks(page.focusWidget(), QStringLiteral(" In the garden "));
    QTest::keyClick(page.focusWidget(), Qt::Key_Return);

    ASSERT_THAT(kept(), SizeIs(1));
    EXPECT_EQ(kept().front().name, "In the garden");
    EXPECT_EQ(kept().front().search, "garden");
    EXPECT_EQ(kept().front().painAtLeast, 4);
    EXPECT_FALSE(part<QWidget>("keepFilterRow")->isVisible());
    EXPECT_EQ(page.focusWidget()->objectName(), QStringLiteral("savedFiltersButton"));
    ASSERT_EQ(saved.size(), 1);
    EXPECT_EQ(saved[0][0].toString(), QStringLiteral("Filter kept: In the garden."));
    EXPECT_TRUE(saved[0][1].toBool());
    EXPECT_NE(called(menu(), "In the garden"), nullptr);
}

TEST_F(SavedFilters, ChoosingOneFillsTheBarInOneStep)
{
    show();
    type("garden");
    part<QComboBox>("painComboBox")->setCurrentIndex(4);
    setDays({2026, 3, 1}, {2026, 3, 31});
    keepAs("Garden");
    press("clearFiltersButton");
    part<QDateEdit>("fromDateEdit")->setDate({2020, 1, 1});
    asked.clear();

    called(menu(), "Garden")->trigger();

    ASSERT_EQ(asked.size(), 1);
    const auto filter = asked[0][0].value<HistoryFilter>();
    EXPECT_THAT(filter.words, SizeIs(1));
    EXPECT_EQ(filter.painAtLeast, 4);
    EXPECT_EQ(filter.span, HistorySpan::FromTo);
    EXPECT_EQ(part<QLineEdit>("searchEdit")->text(), QStringLiteral("garden"));
    EXPECT_EQ(part<QDateEdit>("fromDateEdit")->date(), (QDate{2026, 3, 1}));
    EXPECT_EQ(part<QDateEdit>("toDateEdit")->date(), (QDate{2026, 3, 31}));
    EXPECT_EQ(rows(), 1);
}

TEST_F(SavedFilters, ChoosingOneTakesBackWhatWasChosenBefore)
{
    show();
    type("garden");
    keepAs("Garden");
    part<QComboBox>("painComboBox")->setCurrentIndex(9);
    part<QComboBox>("triggerComboBox")->setCurrentIndex(1);
    EXPECT_EQ(rows(), 0);

    called(menu(), "Garden")->trigger();

    EXPECT_EQ(part<QComboBox>("painComboBox")->currentIndex(), 0);
    EXPECT_EQ(part<QComboBox>("triggerComboBox")->currentIndex(), 0);
    EXPECT_EQ(rows(), 1);
}

TEST_F(SavedFilters, ANameIsNeeded)
{
    show();
    type("garden");

    keepAs("   ");

    EXPECT_THAT(kept(), IsEmpty());
    EXPECT_TRUE(part<QWidget>("keepFilterRow")->isVisible());
    EXPECT_EQ(part<QLabel>("keepFilterNote")->text(),
              QStringLiteral("Give the filter a name first."));
    EXPECT_EQ(page.focusWidget()->objectName(), QStringLiteral("filterNameEdit"));
}

TEST_F(SavedFilters, ANameThatCannotBeKeptIsNotLost)
{
    show();
    type("garden");
    QSignalSpy failures{&history, &HistoryBridge::failed};
    diary.database->script("ALTER TABLE saved_filter RENAME TO elsewhere");

    keepAs("Garden");

    EXPECT_EQ(failures.size(), 1);
    EXPECT_TRUE(part<QWidget>("keepFilterRow")->isVisible());
    EXPECT_EQ(part<QLineEdit>("filterNameEdit")->text(), QStringLiteral("Garden"));
    EXPECT_TRUE(part<QLabel>("keepFilterNote")->text().startsWith(QStringLiteral("Not kept yet.")));

    diary.database->script("ALTER TABLE elsewhere RENAME TO saved_filter");
    press("keepFilterButton");
    EXPECT_FALSE(part<QWidget>("keepFilterRow")->isVisible());
    EXPECT_THAT(kept(), SizeIs(1));
}

TEST_F(SavedFilters, EscapeAndCancelKeepNothing)
{
    show();
    type("garden");
    keepAction()->trigger();
    QTest::keyClicks(page.focusWidget(), QStringLiteral("Garden"));
    QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(part<QWidget>("keepFilterRow")->isVisible());
    EXPECT_EQ(page.focusWidget()->objectName(), QStringLiteral("savedFiltersButton"));

    keepAction()->trigger();
    EXPECT_EQ(part<QLineEdit>("filterNameEdit")->text(), QString{});
    press("cancelFilterButton");

    EXPECT_FALSE(part<QWidget>("keepFilterRow")->isVisible());
    EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(SavedFilters, OneOfTheSameNameIsReplacedAndThatIsSaid)
{
    show();
    type("garden");
    keepAs("Mine");
    type("kitchen");
    keepAs("mine");

    ASSERT_THAT(kept(), SizeIs(1));
    EXPECT_EQ(kept().front().search, "kitchen");
    EXPECT_EQ(
        saved.last()[0].toString(),
        QStringLiteral("Filter kept: mine. It takes the place of the one that had this name."));
}

TEST_F(SavedFilters, DeletingOneCanBeTakenBack)
{
    show();
    type("garden");
    keepAs("Garden");

    called(forgetMenu(), "Garden")->trigger();
    EXPECT_THAT(kept(), IsEmpty());
    EXPECT_EQ(saved.last()[0].toString(), QStringLiteral("Filter deleted: Garden."));
    EXPECT_FALSE(called(menu(), "None is kept yet")->isEnabled());

    bridge.undo();
    EXPECT_THAT(kept(), SizeIs(1));
    EXPECT_NE(called(menu(), "Garden"), nullptr);
}

TEST_F(SavedFilters, WhatThisVersionDoesNotKnowNarrowsAllTheSameAndIsNamed)
{
    SavedFilter filter;
    filter.name = "From elsewhere";
    filter.search = "garden";
    filter.place = "tail:left";
    filter.symptom = "wagging";
    filter.trigger = "chasing";
    filter.span = HistorySpan::FromTo;
    filter.fromDay = "one day";
    keepUnseen(filter);
    show();

    called(menu(), "From elsewhere")->trigger();

    ASSERT_GE(asked.size(), 1);
    const auto chosen = asked.last()[0].value<HistoryFilter>();
    EXPECT_THAT(chosen.words, SizeIs(1));
    EXPECT_THAT(chosen.regions, ElementsAre(Place{"tail", Side::Left}));
    EXPECT_THAT(chosen.symptoms, ElementsAre("wagging"));
    EXPECT_THAT(chosen.triggers, ElementsAre("chasing"));
    EXPECT_EQ(chosen.span, HistorySpan::Ever);
    EXPECT_EQ(rows(), 0);
    const auto* note = part<QLabel>("unknownFilterNote");
    EXPECT_TRUE(note->isVisible());
    EXPECT_TRUE(note->text().contains(QLatin1String("tail:left, wagging, chasing")));
    EXPECT_TRUE(note->text().contains(QLatin1String("All time shows.")));

    press("clearFiltersButton");
    EXPECT_FALSE(note->isVisible());
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(part<QComboBox>("symptomComboBox")->findData(QStringLiteral("wagging")), -1);
}

TEST_F(SavedFilters, WhatThisVersionDoesNotKnowIsKeptAgainAsItWas)
{
    SavedFilter filter;
    filter.name = "From elsewhere";
    filter.symptom = "wagging";
    keepUnseen(filter);
    show();
    called(menu(), "From elsewhere")->trigger();

    keepAs("Mine");

    ASSERT_THAT(kept(), SizeIs(2));
    EXPECT_EQ(kept()[1].name, "Mine");
    EXPECT_EQ(kept()[1].symptom, "wagging");
}

TEST_F(SavedFilters, AreReadWhenThePageIsShownAndAfterAChange)
{
    QSignalSpy told{&history, &HistoryBridge::filtersChanged};
    SavedFilter filter;
    filter.name = "First";
    keepUnseen(filter);
    EXPECT_EQ(told.size(), 0);

    show();
    ASSERT_EQ(told.size(), 1);
    type("garden"); // a question changes no record
    EXPECT_EQ(told.size(), 1);
    filter.name = "Second";
    keepUnseen(filter);

    ASSERT_GE(told.size(), 2);
    EXPECT_THAT(told.last()[0].value<std::vector<SavedFilter>>(), SizeIs(2));
}

TEST_F(SavedFilters, NamesStandInTheMenuAsTheyWereTyped)
{
    SavedFilter filter;
    filter.name = "Sit & stand";
    keepUnseen(filter);
    filter.name = std::string(900, 'x');
    keepUnseen(filter);
    show();

    EXPECT_NE(called(menu(), "Sit && stand"), nullptr);
    EXPECT_LT(menu()->actions().at(1)->text().size(), 200);
}

TEST_F(SavedFilters, AFirstDayAfterTheLastOneIsSaidInPlaceOfNoMatch)
{
    show();
    setDays({2026, 3, 9}, {2026, 3, 2});
    EXPECT_TRUE(part<QLabel>("noMatchLabel")->isVisible());
    EXPECT_EQ(part<QLabel>("noMatchLabel")->text(),
              QStringLiteral("The first day is after the last one. Choose an earlier first day."));

    part<QDateEdit>("fromDateEdit")->setDate({2026, 3, 1});
    EXPECT_EQ(rows(), 1);
    part<QComboBox>("painComboBox")->setCurrentIndex(9);
    EXPECT_TRUE(
        part<QLabel>("noMatchLabel")->text().startsWith(QStringLiteral("No spasm matches")));
}

TEST_F(SavedFilters, EveryControlOfTheRowHasAName)
{
    show();
    type("garden");
    keepAction()->trigger();

    EXPECT_EQ(tests::expectNamedControls(*part<QWidget>("keepFilterRow")), 3);
    tests::expectNamed(*part<QWidget>("savedFiltersButton"));
}

} // namespace
} // namespace unclench::ui
