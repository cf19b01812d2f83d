// SPDX-License-Identifier: GPL-3.0-or-later
// What was kept elsewhere comes into a diary in a file, through the objects of the window: looked
// at, corrected, taken in, and taken back.
#include "app/desktop/import_desk.h"

#include "core/exchange/mapping_files.h"
#include "core/exchange/paper_draft.h"
#include "core/store/backups.h"
#include "tests/app/desk_fixture.h"
#include "ui/dialogs/data_import.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

#include <fstream>

namespace unclench::app {
namespace {

using namespace std::chrono_literals;

/// While it lives the diary cannot be opened.
class Away {
public:
    explicit Away(const std::filesystem::path& folder)
        : m_file(folder / kDatabaseName), m_away(folder / "away.db")
    {
        std::filesystem::rename(m_file, m_away);
        std::filesystem::create_directory(m_file);
    }
    ~Away()
    {
        std::filesystem::remove(m_file);
        std::filesystem::rename(m_away, m_file);
    }
    Away(const Away&) = delete;
    Away& operator=(const Away&) = delete;

private:
    std::filesystem::path m_file;
    std::filesystem::path m_away;
};

class ImportDeskTest : public DeskTest {
protected:
    ImportDeskTest()
    {
        QObject::connect(&data, &DataDesk::foreignChosen, &desk, &ImportDesk::openFile);
        QObject::connect(&desk, &ImportDesk::tookIn, &data, &DataDesk::readAgain);
        shell.data().show()->show(ui::DataDialog::Part::Import);
    }
    ~ImportDeskTest() override { delete shell.data().dialog(); } // before the desk

    void pick(const char* name, const QVariant& value)
    {
        auto* box = control<QComboBox>(name);
        const int index = box->findData(value);
        ASSERT_GE(index, 0) << name;
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    std::filesystem::path write(const char* name, const std::string& content)
    {
        std::ofstream{elsewhere / name, std::ios::binary} << content;
        return elsewhere / name;
    }
    /// As a person does it: from *Your data*, by the file dialog.
    void open(const std::filesystem::path& file)
    {
        press("importFileButton");
        choose(file);
        ASSERT_NE(control<ui::ImportDialog>("importDialog"), nullptr);
    }
    bool isReading()
    {
        return text("foreignGateLabel").startsWith(QStringLiteral("The file is being read"));
    }
    bool isRead()
    {
        return waitFor([this] { return !isReading(); });
    }
    /// Imports, and waits for the dialog to go.
    QString import()
    {
        EXPECT_TRUE(waitFor([this] { return isOn("foreignImportButton"); }))
            << qPrintable(text("foreignGateLabel"));
        press("foreignImportButton");
        EXPECT_TRUE(waitFor(
            [this] { return shell.data().dialog()->findChild<ui::ImportDialog*>() == nullptr; }));
        return text("dataStatusLabel");
    }

    ImportDesk desk{shell.data(), shell.bridge(), words, around};
};

constexpr const char* kThreeSpasms = "start;end;pain;note\n"
                                     "2025-01-05 08:00;2025-01-05 10:30;7;on the stairs\n"
                                     "2025-01-09 20:00;2025-01-09 21:00;4;\n"
                                     "2025-01-20 07:00;2025-01-20 09:00;6;\n";

TEST_F(ImportDeskTest, ATableIsLookedAtTakenInAndTakenBack)
{
    open(write("table.csv", kThreeSpasms));
    ASSERT_TRUE(isRead());
    EXPECT_EQ(control<QListWidget>("foreignRowsList")->count(), 3);
    EXPECT_TRUE(text("foreignCountsLabel").contains(QStringLiteral("3 lines can be taken.")));
    EXPECT_TRUE(control<QComboBox>("foreignSeparatorBox")
                    ->currentText()
                    .contains(QStringLiteral("semicolon")));
    EXPECT_EQ(spasms(), 0);

    const QString said = import();

    EXPECT_TRUE(said.contains(QStringLiteral("came in"))) << qPrintable(said);
    EXPECT_EQ(spasms(), 3);
    EXPECT_EQ(backupsIn(folder.path()).size(), 1U);
    shell.bridge().undo();
    EXPECT_EQ(spasms(), 0);
}

TEST_F(ImportDeskTest, TwiceChangesNothing)
{
    const auto file = write("table.csv", kThreeSpasms);
    open(file);
    static_cast<void>(import());
    ASSERT_EQ(spasms(), 3);

    open(file);
    ASSERT_TRUE(isRead());
    EXPECT_TRUE(text("foreignEffectsLabel").contains(QStringLiteral("Nothing in it is new.")))
        << qPrintable(text("foreignEffectsLabel"));
    const QString said = import();

    EXPECT_TRUE(said.startsWith(QStringLiteral("There was nothing new in it.")))
        << qPrintable(said);
    EXPECT_EQ(spasms(), 3);
}

TEST_F(ImportDeskTest, ABrokenLineKeepsAllOutUntilItIsLeftOut)
{
    open(write("table.csv", std::string{kThreeSpasms} + "2025-02-30 07:00;;6;\n"));
    ASSERT_TRUE(isRead());
    EXPECT_FALSE(isOn("foreignImportButton"));
    const auto* problems = control<QListWidget>("foreignProblemsList");
    ASSERT_EQ(problems->count(), 1);
    EXPECT_TRUE(problems->item(0)->text().startsWith(QStringLiteral("Line 5: ")));

    press("foreignLeaveOutBox");
    const QString said = import();

    EXPECT_TRUE(said.contains(QStringLiteral("1 broken line was left out."))) << qPrintable(said);
    EXPECT_EQ(spasms(), 3);
}

TEST_F(ImportDeskTest, AFileThatWasMendedIsReadAgainWithWhatWasChosen)
{
    open(write("table.csv", std::string{kThreeSpasms} + "2025-02-30 07:00;;6;\n"));
    ASSERT_TRUE(isRead());
    pick("foreignColumnBox_4", static_cast<int>(Meaning::Ignore));
    ASSERT_TRUE(isRead());

    write("table.csv", kThreeSpasms);
    press("foreignReadAgainButton");
    ASSERT_TRUE(waitFor([this] { return isOn("foreignImportButton"); }));

    EXPECT_EQ(control<QComboBox>("foreignColumnBox_4")->currentData().toInt(),
              static_cast<int>(Meaning::Ignore));
}

TEST_F(ImportDeskTest, AFileOfNoKnownProgramIsReadByColumnsThatAreSaid)
{
    open(write("table.csv", "Wann;Wie\n2025-01-05 08:00;7\n2025-01-20 08:00;4\n"));
    ASSERT_TRUE(isRead());
    pick("foreignReadingBox", QLatin1String{ui::kOwnColumns});
    ASSERT_TRUE(isRead());
    pick("foreignColumnBox_1", static_cast<int>(Meaning::Begin));
    ASSERT_TRUE(isRead());
    pick("foreignColumnBox_2", static_cast<int>(Meaning::Pain));
    ASSERT_TRUE(waitFor([this] { return isOn("foreignImportButton"); }))
        << qPrintable(text("foreignGateLabel"));

    control<QLineEdit>("foreignNameEdit")->setText(QStringLiteral("My table"));
    press("foreignSaveButton");
    EXPECT_EQ(savedMappings(folder.path()), std::vector<std::string>{"My table"});
    EXPECT_GE(control<QComboBox>("foreignReadingBox")->findData(QStringLiteral("saved:My table")),
              0);
    static_cast<void>(import());
    EXPECT_EQ(spasms(), 2);

    open(write("later.csv", "Wann;Wie\n2025-03-05 08:00;7\n"));
    ASSERT_TRUE(isRead());
    pick("foreignReadingBox", QStringLiteral("saved:My table"));
    static_cast<void>(import());
    EXPECT_EQ(spasms(), 3);
}

TEST_F(ImportDeskTest, TheLastOfManyChoicesIsWhatIsShown)
{
    open(write("table.csv", "start,pain\n03/04/2025 08:00,7\n05/06/2025 08:00,3\n"));
    for (const DateOrder order :
         {DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::DayFirst, DateOrder::MonthFirst}) {
        pick("foreignDatesBox", static_cast<int>(order));
    }
    ASSERT_TRUE(waitFor([this] { return isOn("foreignImportButton"); }));

    EXPECT_TRUE(
        control<QListWidget>("foreignRowsList")->item(0)->text().contains(QStringLiteral("4 Mar")))
        << qPrintable(control<QListWidget>("foreignRowsList")->item(0)->text());
}

TEST_F(ImportDeskTest, WhatWasDeletedStaysDeletedUnlessThatIsSaid)
{
    const auto file = write("table.csv", "start,pain\n2025-01-05 08:00,7\n");
    open(file);
    static_cast<void>(import());
    ASSERT_EQ(spasms(), 1);
    const auto courses = engine.diary().courses({});
    ASSERT_EQ(courses.size(), 1U);
    ASSERT_TRUE(std::holds_alternative<Saved>(
        engine.journal().remove(RecordKind::Episode, courses.front().id)));

    open(file);
    ASSERT_TRUE(isRead());
    EXPECT_TRUE(control<QWidget>("foreignBringBackBox")->isVisible());
    press("foreignBringBackBox");
    static_cast<void>(import());

    EXPECT_EQ(spasms(), 1);
}

TEST_F(ImportDeskTest, WhatIsNoTableIsSaidAndCanBeClosed)
{
    open(write("table.csv", "PK\x03\x04 and so on"));
    ASSERT_TRUE(isRead());

    EXPECT_TRUE(control<QListWidget>("foreignProblemsList")
                    ->item(0)
                    ->text()
                    .contains(QStringLiteral("ZIP")));
    EXPECT_FALSE(isOn("foreignImportButton"));
    press("foreignCloseButton");
    EXPECT_TRUE(waitFor(
        [this] { return shell.data().dialog()->findChild<ui::ImportDialog*>() == nullptr; }));
}

TEST_F(ImportDeskTest, AFileThatIsGoneIsSaid)
{
    const auto file = write("table.csv", kThreeSpasms);
    open(file);
    ASSERT_TRUE(isRead());
    std::filesystem::remove(file);

    press("foreignReadAgainButton");

    ASSERT_TRUE(isRead());
    EXPECT_FALSE(text("foreignStatusLabel").isEmpty());
    EXPECT_FALSE(isOn("foreignImportButton"));
}

TEST_F(ImportDeskTest, WhatWasChosenStaysWhereTheDiaryCannotBeWritten)
{
    open(write("table.csv", kThreeSpasms));
    ASSERT_TRUE(isRead());
    pick("foreignDatesBox", static_cast<int>(DateOrder::YearFirst));
    ASSERT_TRUE(waitFor([this] { return isOn("foreignImportButton"); }));
    const Away away{folder.path()};

    press("foreignImportButton");

    ASSERT_TRUE(waitFor([this] { return !text("foreignStatusLabel").isEmpty(); }));
    ASSERT_TRUE(isRead());
    EXPECT_EQ(control<QComboBox>("foreignDatesBox")->currentData().toInt(),
              static_cast<int>(DateOrder::YearFirst));
    EXPECT_EQ(control<QListWidget>("foreignRowsList")->count(), 3);
}

class PaperDeskTest : public ImportDeskTest {
protected:
    PaperDeskTest() { open(); }
    void open()
    {
        press("paperButton");
        ASSERT_TRUE(QTest::qWaitForWindowActive(control<ui::PaperDialog>("paperDialog")));
    }
    void type(const char* name, const char* letters)
    {
        auto* line = control<QLineEdit>(name);
        line->setFocus();
        line->clear();
        QTest::keyClicks(line, QLatin1String{letters});
    }
    QString save()
    {
        press("paperSaveButton");
        EXPECT_TRUE(waitFor([this] { return !text("paperStatusLabel").isEmpty(); }));
        return text("paperStatusLabel");
    }
};

TEST_F(PaperDeskTest, LinesOfPaperAreSavedTogetherAndTakenBack)
{
    type("paperDay_1", "2025-01-05");
    type("paperFrom_1", "8:00");
    type("paperTo_1", "10:30");
    type("paperWorst_1", "7");
    type("paperDay_2", "2025-01-20");

    const QString said = save();

    EXPECT_TRUE(said.contains(QStringLiteral("came in"))) << qPrintable(said);
    EXPECT_EQ(spasms(), 2);
    EXPECT_TRUE(control<QLineEdit>("paperDay_1")->text().isEmpty());
    shell.bridge().undo();
    EXPECT_EQ(spasms(), 0);
}

TEST_F(PaperDeskTest, WhatIsTypedOutlivesTheProgram)
{
    type("paperDay_1", "2025-01-05");
    type("paperNote_1", "on the stairs");
    type("paperDay_2", "no day");
    control<QLineEdit>("paperNote_2")->setFocus(); // and the program is killed
    delete control<ui::PaperDialog>("paperDialog");

    open();

    EXPECT_EQ(control<QLineEdit>("paperDay_1")->text(), QStringLiteral("2025-01-05"));
    EXPECT_EQ(control<QLineEdit>("paperNote_1")->text(), QStringLiteral("on the stairs"));
    EXPECT_EQ(control<QLineEdit>("paperDay_2")->text(), QStringLiteral("no day"));
    EXPECT_TRUE(text("paperStatusLabel").startsWith(QStringLiteral("These lines were typed")))
        << qPrintable(text("paperStatusLabel"));

    type("paperDay_2", "");
    static_cast<void>(save());
    EXPECT_EQ(spasms(), 1);
    EXPECT_TRUE(paperDraft(folder.path()).empty());
}

TEST_F(PaperDeskTest, WhatIsThrownAwayDoesNotComeBack)
{
    type("paperDay_1", "2025-01-05");
    control<QLineEdit>("paperNote_1")->setFocus();
    ASSERT_EQ(paperDraft(folder.path()).size(), 1U);

    press("paperCloseButton");
    press("paperLeaveButton");

    EXPECT_TRUE(paperDraft(folder.path()).empty());
}

TEST_F(PaperDeskTest, ADayThatHasNotComeYetIsSaidAsItIsTyped)
{
    type("paperDay_1", "2099-01-05");

    EXPECT_TRUE(text("paperSaid_1").contains(QStringLiteral("2099-01-05 has not come yet.")))
        << qPrintable(text("paperSaid_1"));
    EXPECT_FALSE(isOn("paperSaveButton"));
}

TEST_F(PaperDeskTest, WhatIsTypedStaysWhereTheDiaryCannotBeWritten)
{
    type("paperDay_1", "2025-01-05");
    const Away away{folder.path()};

    static_cast<void>(save());

    EXPECT_EQ(control<QLineEdit>("paperDay_1")->text(), QStringLiteral("2025-01-05"));
    EXPECT_TRUE(isOn("paperSaveButton"));
}

} // namespace
} // namespace unclench::app
