// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs for what was kept elsewhere, driven as a person drives them: what is guessed and can
// be said otherwise, what stands in the way, and a sheet that is typed into by keyboard alone.
#include "app/made_up_data.h"
#include "ui/dialogs/data_dialog.h"
#include "ui/dialogs/data_import.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/paper_dialog.h"
#include "ui/wording/exchange.h"
#include "ui/wording/foreign.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

template <class Dialog>
class DialogTest : public testing::Test {
protected:
    template <class Control>
    Control* control(const char* name)
    {
        auto* found = dialog.template findChild<Control*>(QLatin1String{name});
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    void open()
    {
        dialog.show();
        dialog.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&dialog));
    }
    void press(const char* name)
    {
        auto* button = control<QAbstractButton>(name);
        EXPECT_TRUE(button->isVisible() && button->isEnabled()) << name;
        button->click();
    }
    bool isSeen(const char* name) { return control<QWidget>(name)->isVisible(); }
    bool isOn(const char* name) { return control<QWidget>(name)->isEnabled(); }
    QString text(const char* name)
    {
        return control<QLabel>(name)->text().remove(QChar{0x200B}); // where a path may part
    }

    Dialog dialog;
};

class ImportDialogTest : public DialogTest<ImportDialog> {
protected:
    void show(const ForeignView& view)
    {
        dialog.display(view);
        open();
    }
    QString chosen(const char* name) { return control<QComboBox>(name)->currentText(); }
    /// By keyboard: the entry after the one that is chosen.
    void chooseNext(const char* name)
    {
        auto* box = control<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
    }
    ForeignChoice told() { return choices.last()[0].value<ForeignChoice>(); }

    QSignalSpy choices{&dialog, &ImportDialog::choiceChanged};
};

TEST_F(ImportDialogTest, EverythingThatWasFoundOutIsShownAsFound)
{
    show(app::foreignFile());

    EXPECT_EQ(chosen("foreignReadingBox"), QStringLiteral("As found: Headi"));
    EXPECT_EQ(chosen("foreignEncodingBox"), QStringLiteral("As found: UTF-8"));
    EXPECT_EQ(chosen("foreignSeparatorBox"), QStringLiteral("As found: comma"));
    EXPECT_EQ(chosen("foreignDatesBox"), QStringLiteral("As found: milliseconds since 1970"));
    EXPECT_EQ(chosen("foreignZoneBox"), QStringLiteral("As on this computer"));
    EXPECT_EQ(control<QListWidget>("foreignRowsList")->count(), 2);
    EXPECT_TRUE(text("foreignCountsLabel").contains(QStringLiteral("214 lines can be taken.")));
    EXPECT_TRUE(text("foreignCountsLabel").contains(QStringLiteral("left out: Migraine (12)")));
    EXPECT_TRUE(text("foreignRulesLabel").contains(QStringLiteral("where pain says back, spine")));
    EXPECT_TRUE(isOn("foreignImportButton"));
    EXPECT_TRUE(choices.isEmpty()); // showing is no wish
}

TEST_F(ImportDialogTest, EachGuessCanBeSaidOtherwise)
{
    show(app::foreignFile());

    chooseNext("foreignReadingBox");
    EXPECT_EQ(told().reading, QStringLiteral("preset:headi"));
    chooseNext("foreignEncodingBox");
    EXPECT_EQ(told().encoding, TextEncoding::Utf8);
    chooseNext("foreignSeparatorBox");
    EXPECT_EQ(told().separator, ',');
    chooseNext("foreignDatesBox");
    EXPECT_EQ(told().dateOrder, DateOrder::YearFirst);
    chooseNext("foreignZoneBox");
    EXPECT_EQ(told().zone, QStringLiteral("America/Argentina/ComodRivadavia"));
    EXPECT_EQ(told().encoding, TextEncoding::Utf8); // what was said before stands
}

TEST_F(ImportDialogTest, WhatIsChosenStaysWhileTheFileIsReadAnew)
{
    ForeignView view = app::foreignFile();
    show(view);
    chooseNext("foreignDatesBox");

    view.choice = told();
    dialog.display(view);
    dialog.displayReading(0.5);

    EXPECT_EQ(chosen("foreignDatesBox"), QStringLiteral("year first, as 2026-12-31"));
    EXPECT_FALSE(isOn("foreignImportButton"));
    EXPECT_TRUE(text("foreignGateLabel").contains(QStringLiteral("50 %")));
    EXPECT_TRUE(isOn("foreignDatesBox"));
}

TEST_F(ImportDialogTest, AColumnShowsItsFirstValuesAndCanMeanSomethingElse)
{
    show(app::foreignFile());
    auto* strength = control<QComboBox>("foreignColumnBox_5");
    EXPECT_EQ(strength->currentText(), QStringLiteral("The pain"));
    EXPECT_EQ(strength->accessibleName(), QStringLiteral("What strength means"));
    EXPECT_TRUE(strength->accessibleDescription().startsWith(QLatin1Char('6')));

    chooseNext("foreignColumnBox_5");

    ASSERT_EQ(told().columns.size(), 1U);
    EXPECT_EQ(told().columns[0], (MappedColumn{"strength", Meaning::WorstPain}));
}

TEST_F(ImportDialogTest, WhoSaysEachColumnBeginsWithWhatWasFound)
{
    show(app::foreignFile());
    auto* reading = control<QComboBox>("foreignReadingBox");
    reading->setFocus();

    QTest::keyClick(reading, Qt::Key_End);

    EXPECT_EQ(told().reading, QLatin1String{kOwnColumns});
    EXPECT_EQ(told().columns, app::foreignFile().found->mapping.columns);
}

TEST_F(ImportDialogTest, BrokenLinesKeepAllOutUntilTheyAreLeftOut)
{
    show(app::brokenForeignFile());
    const auto* problems = control<QListWidget>("foreignProblemsList");
    ASSERT_EQ(problems->count(), 2);
    EXPECT_TRUE(problems->item(0)->text().startsWith(QStringLiteral("Line 17: \"bad\"")));
    EXPECT_FALSE(isOn("foreignImportButton"));
    EXPECT_TRUE(
        text("foreignGateLabel").contains(QStringLiteral("all of it comes in, or nothing")));
    EXPECT_FALSE(control<QAbstractButton>("foreignLeaveOutBox")->isChecked());

    press("foreignLeaveOutBox");

    EXPECT_TRUE(told().leavesOutBroken);
}

TEST_F(ImportDialogTest, OfManyProblemsTheFirstAreShownAndTheRestCounted)
{
    ForeignView view = app::brokenForeignFile();
    for (std::int64_t line = 100; line < 400; ++line) {
        view.found->problems.add({.fault = ForeignFault::NoTime, .line = line});
    }
    show(view);

    const auto* problems = control<QListWidget>("foreignProblemsList");
    ASSERT_EQ(problems->count(), 201);
    EXPECT_EQ(problems->item(200)->text(), QStringLiteral("And 102 more lines that are wrong."));
}

TEST_F(ImportDialogTest, AFileOfNoKnownProgramAsksForItsColumns)
{
    show(app::unknownForeignFile());

    EXPECT_EQ(chosen("foreignReadingBox"), QStringLiteral("No program that is known"));
    EXPECT_EQ(chosen("foreignColumnBox_1"), QStringLiteral("Not used"));
    EXPECT_FALSE(isSeen("foreignLeaveOutBox"));
    EXPECT_FALSE(isOn("foreignImportButton"));
    EXPECT_FALSE(isOn("foreignSaveButton"));
}

TEST_F(ImportDialogTest, WhatWasDeletedComesBackOnlyIfThatIsSaid)
{
    ForeignView view = app::foreignFile();
    show(view);
    EXPECT_TRUE(text("foreignEffectsLabel").contains(QStringLiteral("stay deleted")));

    press("foreignBringBackBox");
    EXPECT_TRUE(told().bringsBack);

    view.stoodBack = {};
    dialog.display(view);
    EXPECT_FALSE(isSeen("foreignBringBackBox"));
}

TEST_F(ImportDialogTest, ColumnsAreSavedUnderANameThatCanBeOne)
{
    QSignalSpy saves{&dialog, &ImportDialog::saveRequested};
    show(app::foreignFile());
    EXPECT_FALSE(isOn("foreignSaveButton"));

    QTest::keyClicks(control<QLineEdit>("foreignNameEdit"), QStringLiteral("../table"));
    EXPECT_FALSE(isOn("foreignSaveButton"));
    control<QLineEdit>("foreignNameEdit")->clear();
    QTest::keyClicks(control<QLineEdit>("foreignNameEdit"), QStringLiteral("My table"));
    QTest::keyClick(control<QLineEdit>("foreignNameEdit"), Qt::Key_Return);

    ASSERT_EQ(saves.count(), 1);
    EXPECT_EQ(saves[0][0].toString(), QStringLiteral("My table"));
}

TEST_F(ImportDialogTest, WhileItIsTakenInItCanOnlyBeCancelled)
{
    QSignalSpy cancels{&dialog, &ImportDialog::cancelRequested};
    show(app::foreignFile());

    dialog.displayProgress(0.3);
    EXPECT_FALSE(isOn("foreignImportButton"));
    EXPECT_TRUE(control<QWidget>("foreignCancelButton")->hasFocus());
    press("foreignCancelButton");
    EXPECT_EQ(cancels.count(), 1);

    dialog.endProgress();
    dialog.displayStatus(QStringLiteral("Cancelled."));
    EXPECT_TRUE(isOn("foreignImportButton"));
    EXPECT_EQ(text("foreignStatusLabel"), QStringLiteral("Cancelled."));
}

TEST_F(ImportDialogTest, AsksBeforeWhatWasChosenIsThrownAway)
{
    ForeignView view = app::foreignFile();
    show(view);
    chooseNext("foreignColumnBox_5");
    view.choice = told();
    dialog.display(view);
    auto* box = control<QComboBox>("foreignColumnBox_5");
    box->setFocus();

    QTest::keyClick(box, Qt::Key_Escape);
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(text("foreignAskLabel").contains(QStringLiteral("Close all the same?")));
    EXPECT_TRUE(control<QWidget>("foreignStayButton")->hasFocus());
    press("foreignStayButton");
    EXPECT_FALSE(isSeen("foreignAskLabel"));
    EXPECT_TRUE(box->hasFocus());

    press("foreignCloseButton");
    EXPECT_TRUE(dialog.isVisible());
    press("foreignLeaveButton");
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(ImportDialogTest, WhereNothingIsLostItClosesWithoutAsking)
{
    ForeignView view = app::foreignFile();
    view.choice.leavesOutBroken = true; // as easily said again
    show(view);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());

    view.choice.dateOrder = DateOrder::DayFirst;
    view.isSaved = true;
    show(view);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());

    view.isSaved = false;
    show(view);
    dialog.accept(); // it was taken in
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(ImportDialogTest, SaysWhichTrackersAreTakenAndWhichAreNot)
{
    ForeignView view = app::foreignFile();
    view.found->takenBy = {{"Back pain", 214}};
    show(view);

    EXPECT_TRUE(text("foreignCountsLabel").contains(QStringLiteral("taken: Back pain (214)")));
    EXPECT_TRUE(text("foreignCountsLabel").contains(QStringLiteral("left out: Migraine (12)")));
    EXPECT_TRUE(text("foreignCountsLabel").contains(QStringLiteral("--rows")));
}

TEST(ForeignWords, NameTheFirstLinesThatHaveNoPlace)
{
    ForeignRecords made;
    EXPECT_TRUE(wording::foreignWithoutPlace(made).isEmpty());
    made.withoutPlace = 1;
    made.linesWithoutPlace = {7};
    EXPECT_TRUE(wording::foreignWithoutPlace(made)[0].endsWith(QStringLiteral("line 7.")));
    made.withoutPlace = 12;
    made.linesWithoutPlace = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    EXPECT_TRUE(wording::foreignWithoutPlace(made)[0].endsWith(
        QStringLiteral("lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, and others behind them.")));
}

TEST(ForeignWords, NameTheTrackerOfALine)
{
    ForeignRow row;
    row.line = 2;
    row.variety = "Back pain";
    row.pain = 7;
    const Words words = Words::builtIn();

    EXPECT_TRUE(
        wording::foreignRow(row, words, {}).startsWith(QStringLiteral("Line 2, Back pain: ")));
}

TEST(ImportWords, SayWithoutSqlWhatCannotBe)
{
    const ImportProblem cases[] = {
        {.fault = ImportFault::BreaksRule,
         .sheet = "reading",
         .line = 4,
         .column = "pain",
         .given = "11",
         .range = ImportRange{0, 10}},
        {.fault = ImportFault::BreaksRule, .sheet = "report", .line = 4, .column = "value, field"},
        {.fault = ImportFault::BreaksRule,
         .sheet = "symptom",
         .line = 4,
         .column = "symptom",
         .given = "7"},
        {.fault = ImportFault::BreaksRule, .sheet = "alert", .line = 4},
        {.fault = ImportFault::TooLong,
         .sheet = "visit",
         .line = 4,
         .column = "goal",
         .range = ImportRange{0, 20000}}};
    const char* const said[] = {
        "reading, line 4: \"pain\" cannot be 11: only 0 to 10 is possible.",
        "report, line 4: What these say does not fit together: value, field.",
        "symptom, line 4: \"symptom\" cannot be \"7\".",
        "alert, line 4: No entry of a diary can say what it says.",
        "visit, line 4: The text of \"goal\" is too long: a diary holds at most 20000 bytes "
        "there. "
        "Shorten it in the file."};
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        EXPECT_EQ(wording::importProblem(cases[i]), QLatin1String{said[i]});
    }
}

/// A sheet is made with its words.
struct Sheet : PaperDialog {
    Sheet() : PaperDialog(Vocabulary::builtIn(), Words::builtIn(), app::madeUpPaperJudge()) {}
};

class PaperDialogTest : public DialogTest<Sheet> {
protected:
    PaperDialogTest() { open(); }
    /// Into the field where the keyboard is.
    static void type(const char* words)
    {
        QTest::keyClicks(QApplication::focusWidget(), QLatin1String{words});
    }
    static void hit(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    static QString at() { return QApplication::focusWidget()->objectName(); }
    std::vector<PaperLine> wished() { return saves.last()[0].value<std::vector<PaperLine>>(); }

    QSignalSpy saves{&dialog, &PaperDialog::saveRequested};
};

TEST_F(PaperDialogTest, IsTypedIntoByKeyboardAlone)
{
    EXPECT_EQ(at(), QStringLiteral("paperDay_1"));
    type("2026-03-02");
    hit(Qt::Key_Tab);
    type("22:00");
    hit(Qt::Key_Tab);
    type("1:30");
    hit(Qt::Key_Tab);
    type("7");
    hit(Qt::Key_Tab);
    hit(Qt::Key_Down);
    hit(Qt::Key_Tab);
    type("after the garden");
    EXPECT_TRUE(text("paperSaid_1").contains(QStringLiteral("22:00 to 01:30 of the next day")))
        << qPrintable(text("paperSaid_1"));
    hit(Qt::Key_Return);
    EXPECT_EQ(at(), QStringLiteral("paperDay_2"));
    type("2026-03-05");

    press("paperSaveButton");

    ASSERT_EQ(saves.count(), 1);
    const auto lines = wished();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].day, std::chrono::local_days{2026y / 3 / 2});
    EXPECT_EQ(lines[0].from, 22h);
    EXPECT_EQ(lines[0].to, 90min);
    EXPECT_EQ(lines[0].worst, 7);
    EXPECT_EQ(lines[0].places.size(), 1U);
    EXPECT_EQ(lines[0].note, "after the garden");
    EXPECT_EQ(lines[1].day, std::chrono::local_days{2026y / 3 / 5});
    EXPECT_FALSE(lines[1].from);
}

TEST_F(PaperDialogTest, SaysInWordsWhatIsWrongWithALine)
{
    const std::vector<std::array<const char*, 3>> cases{
        {"paperDay_1", "sometime", "\"sometime\" is no time"},
        {"paperDay_1", "2027-01-01", "has not come yet"},
        {"paperFrom_1", "25:00", "\"25:00\" is no time"},
        {"paperTo_1", "late", "\"late\" is no end"},
        {"paperWorst_1", "much", "\"much\" is no pain"},
        {"paperWorst_1", "11", "The pain 11 lies outside"}};
    for (const auto& [field, typed, said] : cases) {
        control<QLineEdit>("paperDay_1")->setText(QStringLiteral("2026-03-02"));
        const QString before = control<QLineEdit>(field)->text();
        control<QLineEdit>(field)->setText(QLatin1String{typed});

        EXPECT_TRUE(text("paperSaid_1").startsWith(QStringLiteral("To be mended: "))) << typed;
        EXPECT_TRUE(text("paperSaid_1").contains(QLatin1String{said}))
            << qPrintable(text("paperSaid_1"));
        EXPECT_EQ(control<QLineEdit>(field)->accessibleDescription(), text("paperSaid_1"));
        EXPECT_FALSE(isOn("paperSaveButton"));
        EXPECT_TRUE(text("paperStateLabel").contains(QStringLiteral("mend line 1")));

        control<QLineEdit>(field)->setText(before);
        EXPECT_TRUE(isOn("paperSaveButton")) << typed;
    }
}

TEST_F(PaperDialogTest, TakesWhatAPersonWritesInShort)
{
    const QLocale before;
    QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates}); // month first
    for (const auto& [day, expected] :
         {std::pair{"3/2", 2026y / 3 / 2}, std::pair{"3-2", 2026y / 3 / 2},
          std::pair{"3/2/26", 2026y / 3 / 2}, std::pair{"12/31", 2026y / 12 / 31},
          std::pair{"2/29", 2024y / 2 / 29}}) {
        for (const auto& [from, time] :
             {std::pair{"8", 480min}, std::pair{"08", 480min}, std::pair{"8h", 480min},
              std::pair{"930", 570min}, std::pair{"0930", 570min}, std::pair{"9.30", 570min}}) {
            control<QLineEdit>("paperDay_1")->setText(QLatin1String{day});
            control<QLineEdit>("paperFrom_1")->setText(QLatin1String{from});
            ASSERT_TRUE(isOn("paperSaveButton")) << day << ' ' << from;
            press("paperSaveButton");
            EXPECT_EQ(wished()[0].day, std::chrono::local_days{expected}) << day;
            EXPECT_EQ(wished()[0].from, time) << from;
            dialog.endProgress();
        }
    }
    control<QLineEdit>("paperDay_1")->setText(QStringLiteral("3/2"));
    for (const char* wrong : {"25", "999", "8.3", "123456"}) {
        control<QLineEdit>("paperFrom_1")->setText(QLatin1String{wrong});
        EXPECT_FALSE(isOn("paperSaveButton")) << wrong;
    }
    control<QLineEdit>("paperFrom_1")->clear();
    for (const char* wrong : {"2/30", "13/1", "0/1", "3"}) {
        control<QLineEdit>("paperDay_1")->setText(QLatin1String{wrong});
        EXPECT_FALSE(isOn("paperSaveButton")) << wrong;
    }
    QLocale::setDefault(before);
}

TEST_F(PaperDialogTest, ANoteOfADayWithoutPainIsToldBeforeItWouldBeLost)
{
    control<QLineEdit>("paperDay_1")->setText(QStringLiteral("2026-10-03"));
    control<QLineEdit>("paperWorst_1")->setText(QStringLiteral("0"));
    EXPECT_TRUE(isOn("paperSaveButton"));
    control<QLineEdit>("paperNote_1")->setText(QStringLiteral("free day but note"));

    EXPECT_FALSE(isOn("paperSaveButton"));
    EXPECT_TRUE(text("paperSaid_1").contains(QStringLiteral("can keep no note")));
    EXPECT_EQ(control<QLineEdit>("paperNote_1")->accessibleDescription(), text("paperSaid_1"));
    EXPECT_TRUE(text("paperStateLabel").contains(QStringLiteral("mend line 1")));

    // Another line tells of the pain that was over then: its note has where to stand.
    control<QLineEdit>("paperDay_2")->setText(QStringLiteral("2026-10-03"));
    control<QLineEdit>("paperFrom_2")->setText(QStringLiteral("8:00"));
    control<QLineEdit>("paperWorst_2")->setText(QStringLiteral("5"));
    EXPECT_TRUE(isOn("paperSaveButton")) << qPrintable(text("paperSaid_1"));
    EXPECT_TRUE(text("paperSaid_1").contains(QStringLiteral("no pain")));
}

TEST_F(PaperDialogTest, ALineWithoutADayIsToBeMended)
{
    control<QLineEdit>("paperWorst_1")->setText(QStringLiteral("7"));

    EXPECT_TRUE(text("paperSaid_1").contains(QStringLiteral("It does not say when.")));
    EXPECT_FALSE(isOn("paperSaveButton"));
}

TEST_F(PaperDialogTest, WhatIsTypedStaysUntilItIsSaved)
{
    type("2026-03-02");
    press("paperSaveButton");
    dialog.displayProgress(0);
    dialog.endProgress();
    dialog.displayStatus(QStringLiteral("The disk is full."));
    EXPECT_EQ(control<QLineEdit>("paperDay_1")->text(), QStringLiteral("2026-03-02"));

    dialog.displayProblems({{.fault = ForeignFault::InTheFuture, .line = 1, .given = "2 March"}});
    EXPECT_TRUE(text("paperSaid_1").contains(QStringLiteral("2 March has not come yet.")));
    EXPECT_EQ(control<QLineEdit>("paperDay_1")->text(), QStringLiteral("2026-03-02"));

    dialog.displaySaved(QStringLiteral("3 entries came in."));
    EXPECT_TRUE(control<QLineEdit>("paperDay_1")->text().isEmpty());
    EXPECT_EQ(text("paperStatusLabel"), QStringLiteral("3 entries came in."));
    EXPECT_EQ(at(), QStringLiteral("paperDay_1"));
}

TEST_F(PaperDialogTest, AsksBeforeWhatIsTypedIsThrownAway)
{
    type("2026-03-02");
    hit(Qt::Key_Escape);
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(text("paperAskLabel").startsWith(QStringLiteral("1 line is typed")));
    EXPECT_EQ(at(), QStringLiteral("paperStayButton"));
    press("paperStayButton");
    EXPECT_FALSE(isSeen("paperAskLabel"));
    EXPECT_EQ(at(), QStringLiteral("paperDay_1"));

    dialog.close();
    EXPECT_TRUE(dialog.isVisible());
    press("paperLeaveButton");
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(PaperDialogTest, AnEmptySheetClosesWithoutAsking)
{
    press("paperCloseButton");

    EXPECT_FALSE(dialog.isVisible());
}

TEST(DataImport, AsksForASheet)
{
    DataDialog dialog;
    dialog.display(app::someData());
    dialog.show(DataDialog::Part::Import);
    QSignalSpy papers{dialog.importing(), &DataImport::paperRequested};

    dialog.findChild<QAbstractButton*>(QStringLiteral("paperButton"))->click();

    EXPECT_EQ(papers.count(), 1);
}

} // namespace
} // namespace unclench::ui
