// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data* over a diary in a file: what is wished for is done, told, and can be taken back.
#include "app/desktop/data_desk.h"

#include "core/engine/exporting.h"
#include "core/engine/importing.h"
#include "core/engine/sharing.h"
#include "core/exchange/calendar.h"
#include "core/exchange/fhir.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/shared_folder.h"
#include "tests/app/desk_fixture.h"
#include "ui/dialogs/data_backups.h"
#include "ui/dialogs/data_check.h"
#include "ui/dialogs/data_elsewhere.h"
#include "ui/dialogs/data_export.h"
#include "ui/dialogs/data_import.h"
#include "ui/dialogs/data_sealed.h"
#include "ui/dialogs/data_shared.h"

#include <QListWidget>
#include <QSignalSpy>

#include <gmock/gmock.h>

#include <fstream>
#include <tuple>

namespace unclench::app {
namespace {

using namespace std::chrono_literals;

class DataDeskTest : public DeskTest {
protected:
    DataDeskTest()
    {
        log(7);
        dialog = shell.data().show();
    }

    void log(int pain)
    {
        const auto logged = engine.journal().logSpasm(
            {.pain = pain, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}});
        ASSERT_TRUE(std::holds_alternative<SpasmSaved>(logged));
        ASSERT_TRUE(std::holds_alternative<Saved>(engine.journal().endEpisode(std::nullopt)));
        clock.pass(72h);
    }
    QString status() { return text("dataStatusLabel"); }
    bool isIdle() { return control<QAbstractButton>("dataCancelButton")->isHidden(); }
    /// Waits until something was said, and the dialog can be used again.
    QString said()
    {
        EXPECT_TRUE(waitFor([this] { return isIdle() && !status().isEmpty(); }));
        return status();
    }
    void forgetStatus() { dialog->displayStatus({}); }
    /// The diary of another computer, with a spasm of its own.
    void makeOther(const std::filesystem::path& in)
    {
        const auto theirs = Database::open(in, {});
        Engine their{*theirs, clock, vocabulary, uuids};
        static_cast<void>(their.journal().logSpasm(
            {.pain = 3, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}}));
        static_cast<void>(their.journal().endEpisode(std::nullopt));
    }
    std::filesystem::path exportOf(const std::filesystem::path& in, ExportForm form)
    {
        const auto theirs = Database::open(in, {});
        ExportWish wish;
        wish.form = form;
        wish.target = in / "theirs";
        exportDiary(*theirs, clock.now().wall, wish, {});
        return wish.target;
    }
    /// What was chosen is shown, changes nothing yet, comes in, and is taken back.
    void takeInAndBack()
    {
        dialog->show(ui::DataDialog::Part::Import);
        ASSERT_TRUE(waitFor([this] {
            return control<QWidget>("importAgreeButton")->isVisible() && isIdle();
        })) << qPrintable(status());
        EXPECT_TRUE(text("importCountsLabel").contains(QStringLiteral("1 spasm")));
        EXPECT_FALSE(text("importEffectsLabel").isEmpty());
        EXPECT_EQ(spasms(), 1);
        forgetStatus();
        control<QAbstractButton>("importAgreeButton")->click();
        static_cast<void>(said());
        EXPECT_EQ(spasms(), 2) << qPrintable(status());

        shell.bridge().undo();
        EXPECT_EQ(spasms(), 1);
    }

    ui::DataDialog* dialog = nullptr;
};

TEST_F(DataDeskTest, BacksUpGoesBackAndTakesThatBack)
{
    const std::filesystem::path file = elsewhere / "mine.db";
    Q_EMIT dialog->backups()->backUpRequested(ui::Target::File);
    choose(file);
    EXPECT_TRUE(said().startsWith(QStringLiteral("Backed up to"))) << qPrintable(status());
    const auto contents = contentsOf(file);
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->episodes, 1);

    log(5);
    Q_EMIT dialog->backups()->fileRequested();
    choose(file);
    ASSERT_TRUE(waitFor([this] { return control<QWidget>("restoreQuestion")->isVisible(); }));
    ASSERT_TRUE(waitFor([this] { return isIdle(); }));
    EXPECT_TRUE(text("restoreBackupLabel").contains(QStringLiteral("1 spasm")));
    forgetStatus();
    control<QAbstractButton>("restoreAgreeButton")->click();
    EXPECT_TRUE(said().startsWith(QStringLiteral("Restored."))) << qPrintable(status());
    EXPECT_EQ(spasms(), 1);

    QSignalSpy takenBack{&shell.bridge(), &ui::Bridge::takenBack};
    shell.bridge().undo();
    ASSERT_TRUE(waitFor([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(spasms(), 2);
    shell.bridge().redo();
    ASSERT_TRUE(waitFor([this] { return spasms() == 1; }));
}

TEST_F(DataDeskTest, SaysWhyABackupWasNotWritten)
{
    Q_EMIT dialog->backups()->backUpRequested(ui::Target::File);
    choose(elsewhere / "not/there.db");

    EXPECT_TRUE(said().contains(QStringLiteral("is not there"))) << qPrintable(status());
}

TEST_F(DataDeskTest, AnEncryptedBackupOpensWithItsPassphraseAlone)
{
    const std::filesystem::path file = elsewhere / "mine.unclench-sealed";
    Q_EMIT dialog->encrypted()->sealRequested(QStringLiteral("correct horse battery staple"));
    choose(file);
    ASSERT_TRUE(waitFor([this] { return !text("recoveryKeyLabel").isEmpty() && isIdle(); }));
    EXPECT_EQ(text("recoveryKeyLabel").split(QLatin1Char('\n')).size(), 4);

    log(5);
    Q_EMIT dialog->backups()->fileRequested();
    choose(file);
    ASSERT_TRUE(
        waitFor([this] { return control<QWidget>("restoreSecretEdit")->isVisible() && isIdle(); }));
    Q_EMIT dialog->backups()->unlockRequested(QStringLiteral("wrong"));
    ASSERT_TRUE(waitFor([this] { return !text("restoreComplaintLabel").isEmpty() && isIdle(); }));

    Q_EMIT dialog->backups()->unlockRequested(QStringLiteral("correct horse battery staple"));
    ASSERT_TRUE(waitFor(
        [this] { return control<QWidget>("restoreBackupLabel")->isVisible() && isIdle(); }));
    forgetStatus();
    control<QAbstractButton>("restoreAgreeButton")->click();
    EXPECT_TRUE(said().startsWith(QStringLiteral("Restored."))) << qPrintable(status());
    EXPECT_EQ(spasms(), 1);
}

TEST_F(DataDeskTest, ExportsToAFileOrAFolder)
{
    for (const ui::ExportKind kind : {ui::ExportKind::Json, ui::ExportKind::Csv}) {
        ui::ExportWish wish;
        wish.kind = kind;
        forgetStatus();
        Q_EMIT dialog->exporting()->exportRequested(wish);
        choose(kind == ui::ExportKind::Json ? elsewhere / "diary.json" : elsewhere.path());
        EXPECT_TRUE(said().startsWith(QStringLiteral("Exported to"))) << qPrintable(status());
    }

    int exports = 0;
    for (const auto& entry : std::filesystem::directory_iterator{elsewhere.path()}) {
        EXPECT_EQ(Import(entry.path(), {}).read().counts.of(RecordKind::Episode), 1);
        ++exports;
    }
    EXPECT_EQ(exports, 2);
}

TEST_F(DataDeskTest, ExportsForADoctorAndForACalendar)
{
    Visit visit;
    visit.at = {clock.now().wall.utc + 72h, clock.now().wall.offset};
    ASSERT_TRUE(std::holds_alternative<Saved>(engine.journal().keepVisit(visit)));

    for (const auto& [kind, file, mark] :
         {std::tuple{ui::ExportKind::Doctor, "diary.json", kFhirMark},
          std::tuple{ui::ExportKind::Calendar, "diary.ics", kCalendarMark}}) {
        ui::ExportWish wish;
        wish.kind = kind;
        wish.hasNotes = wish.hasName = false;
        for (int twice = 0; twice < 2; ++twice) { // the second one replaces the first
            forgetStatus();
            Q_EMIT dialog->exporting()->exportRequested(wish);
            choose(elsewhere / file);
            EXPECT_TRUE(said().startsWith(QStringLiteral("Exported to"))) << qPrintable(status());
        }
        EXPECT_THAT(tests::bytesOf(elsewhere / file), testing::HasSubstr(mark));
    }
}

TEST_F(DataDeskTest, ACalendarWithoutAnEventIsNotWritten)
{
    ui::ExportWish wish;
    wish.kind = ui::ExportKind::Calendar;
    Q_EMIT dialog->exporting()->exportRequested(wish);
    choose(elsewhere / "diary.ics");

    EXPECT_TRUE(said().startsWith(QStringLiteral("There is nothing to put into a calendar.")));
    EXPECT_TRUE(std::filesystem::is_empty(elsewhere.path()));
}

TEST_F(DataDeskTest, AnotherFileIsLeftWhereAnExportIsToGo)
{
    std::ofstream{elsewhere / "diary.json"} << "a letter";
    ui::ExportWish wish;
    wish.kind = ui::ExportKind::Doctor;
    Q_EMIT dialog->exporting()->exportRequested(wish);
    choose(elsewhere / "diary.json");

    EXPECT_TRUE(said().contains(QStringLiteral("left as it is"))) << qPrintable(status());
    EXPECT_EQ(tests::bytesOf(elsewhere / "diary.json"), "a letter");
}

TEST_F(DataDeskTest, AJsonFileIsTakenInAndThatIsTakenBack)
{
    tests::TempFolder other;
    makeOther(other.path());
    const std::filesystem::path file = exportOf(other.path(), ExportForm::Json);

    Q_EMIT dialog->importing()->exportChosen(ui::Target::File);
    choose(file);
    takeInAndBack();
}

TEST_F(DataDeskTest, ACsvFolderIsTakenInAndThatIsTakenBack)
{
    tests::TempFolder other;
    makeOther(other.path());
    const std::filesystem::path file = exportOf(other.path(), ExportForm::Csv);

    Q_EMIT dialog->importing()->exportChosen(ui::Target::Folder);
    choose(file);
    takeInAndBack();
}

TEST_F(DataDeskTest, TheDiaryOfAnotherComputerIsTakenInAndThatIsTakenBack)
{
    tests::TempFolder other;
    makeOther(other.path());

    Q_EMIT dialog->importing()->diaryChosen();
    choose(other / kDatabaseName);
    takeInAndBack();
}

TEST_F(DataDeskTest, WhatIsNotWantedIsLeft)
{
    tests::TempFolder other;
    makeOther(other.path());
    dialog->show(ui::DataDialog::Part::Import);
    Q_EMIT dialog->importing()->diaryChosen();
    choose(other / kDatabaseName);
    ASSERT_TRUE(
        waitFor([this] { return control<QWidget>("importAgreeButton")->isVisible() && isIdle(); }));

    control<QAbstractButton>("importRefuseButton")->click();

    EXPECT_FALSE(control<QWidget>("importAgreeButton")->isVisible());
    EXPECT_EQ(spasms(), 1);
}

TEST_F(DataDeskTest, ThisDiaryIsNotMergedIntoItself)
{
    Q_EMIT dialog->importing()->diaryChosen();
    choose(folder / kDatabaseName);

    EXPECT_TRUE(said().startsWith(QStringLiteral("That is this diary itself.")))
        << qPrintable(status());
}

TEST_F(DataDeskTest, AFileThatIsNoExportChangesNothing)
{
    tests::TempFolder other;
    const std::filesystem::path file = other / "other.json";
    std::ofstream{file} << "{\"format\": \"somebody's\"}";
    dialog->show(ui::DataDialog::Part::Import);

    Q_EMIT dialog->importing()->exportChosen(ui::Target::File);
    choose(file);

    const auto* problems = control<QListWidget>("importProblemsList");
    ASSERT_TRUE(waitFor([&] { return problems->count() > 0 && isIdle(); }));
    EXPECT_FALSE(control<QWidget>("importAgreeButton")->isEnabled());
    EXPECT_EQ(spasms(), 1);
}

TEST_F(DataDeskTest, ACopyIsKeptElsewhereUntilThatIsStopped)
{
    Q_EMIT dialog->elsewhere()->folderRequested();
    choose(elsewhere.path());
    EXPECT_TRUE(said().startsWith(QStringLiteral("The first copy"))) << qPrintable(status());
    ASSERT_TRUE(waitFor([this] { return control<QWidget>("elsewhereOffButton")->isEnabled(); }));
    EXPECT_EQ(backupsAt(elsewhere.path()).size(), 1U);
    EXPECT_TRUE(
        text("elsewhereFolderLabel").contains(QString::fromStdString(elsewhere.path().string())));

    forgetStatus();
    Q_EMIT dialog->elsewhere()->offRequested();
    static_cast<void>(said());

    EXPECT_TRUE(waitFor([this] { return !control<QWidget>("elsewhereOffButton")->isEnabled(); }));
    EXPECT_EQ(backupsAt(elsewhere.path()).size(), 1U);
}

TEST_F(DataDeskTest, AFolderIsSharedOnceItIsKnownWhoseTheOthersAre)
{
    tests::TempFolder other;
    makeOther(other.path());
    const auto theirs = Database::open(other.path(), {});
    Engine their{*theirs, clock, vocabulary, uuids};
    ASSERT_TRUE(std::holds_alternative<Exchanged>(startSharing(their, elsewhere.path(), {})));

    Q_EMIT dialog->sharing()->folderRequested();
    choose(elsewhere.path());
    ASSERT_TRUE(
        waitFor([this] { return control<QWidget>("sharedAgreeButton")->isVisible() && isIdle(); }));
    EXPECT_EQ(spasms(), 1);
    EXPECT_FALSE(std::filesystem::exists(elsewhere / snapshotName(database->machine())));

    QSignalSpy changed{&data, &DataDesk::sharedChanged};
    forgetStatus();
    Q_EMIT dialog->sharing()->agreed({QString::fromStdString(theirs->machine())});
    EXPECT_TRUE(said().contains(QStringLiteral("came in"))) << qPrintable(status());
    EXPECT_EQ(spasms(), 2);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(std::filesystem::exists(elsewhere / snapshotName(database->machine())));
    ASSERT_TRUE(waitFor([this] { return control<QWidget>("sharedOffButton")->isEnabled(); }));

    forgetStatus();
    Q_EMIT dialog->sharing()->exchangeRequested();
    EXPECT_TRUE(said().startsWith(QStringLiteral("Nothing new came in."))) << qPrintable(status());

    forgetStatus();
    Q_EMIT dialog->sharing()->offRequested();
    static_cast<void>(said());
    EXPECT_FALSE(sharedFolder(*database));
}

TEST_F(DataDeskTest, AFolderThatCannotBeSharedIsSaid)
{
    Q_EMIT dialog->sharing()->folderRequested();
    choose(folder.path());

    EXPECT_TRUE(said().contains(QStringLiteral("where the diary itself lies")))
        << qPrintable(status());
    EXPECT_FALSE(sharedFolder(*database));
}

TEST_F(DataDeskTest, AWholeDiaryIsSaidToBeWhole)
{
    dialog->show(ui::DataDialog::Part::Check);

    Q_EMIT dialog->check()->checkRequested();

    ASSERT_TRUE(waitFor([this] { return control<QWidget>("checkResultLabel")->isVisible(); }));
    EXPECT_TRUE(text("checkResultLabel").startsWith(QStringLiteral("The diary is whole")));
}

TEST_F(DataDeskTest, TheListShowsWhatEachBackupHolds)
{
    makeDailyCopy(*database, clock.now().wall);
    delete dialog;
    dialog = shell.data().show();

    const auto* list = control<QListWidget>("backupsList");
    ASSERT_TRUE(waitFor([&] { return list->count() == 1; }));
    EXPECT_TRUE(list->item(0)->text().contains(QStringLiteral("1 spasm")))
        << qPrintable(list->item(0)->text());
}

} // namespace
} // namespace unclench::app
