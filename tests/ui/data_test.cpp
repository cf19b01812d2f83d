// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*: what each part wishes for, and when it may; the ways out of trouble.
#include "app/made_up_data.h"
#include "tests/ui/shell_fixture.h"
#include "ui/dialogs/data_backups.h"
#include "ui/dialogs/data_check.h"
#include "ui/dialogs/data_dialog.h"
#include "ui/dialogs/data_elsewhere.h"
#include "ui/dialogs/data_export.h"
#include "ui/dialogs/data_forget.h"
#include "ui/dialogs/data_import.h"
#include "ui/dialogs/data_sealed.h"
#include "ui/dialogs/data_shared.h"
#include "ui/pages/trouble_page.h"
#include "ui/wording/data.h"
#include "ui/wording/sharing.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QShortcut>
#include <QSignalSpy>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;

class DataTest : public testing::Test {
protected:
    void show(DataDialog::Part part, const DataView& view)
    {
        dialog.display(view);
        dialog.show(part);
        dialog.show();
        dialog.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&dialog));
    }
    template <class Control>
    Control* control(const char* name)
    {
        auto* found = dialog.findChild<Control*>(QLatin1String{name});
        EXPECT_NE(found, nullptr) << name;
        return found;
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
    void type(const char* name, const QString& words)
    {
        auto* line = control<QLineEdit>(name);
        line->clear();
        QTest::keyClicks(line, words);
    }

    DataDialog dialog;
};

TEST_F(DataTest, RestoringABackupNamesBothSidesBeforeItIsWished)
{
    QSignalSpy wishes{dialog.backups(), &DataBackups::restoreRequested};
    const DataView view = app::someData();
    show(DataDialog::Part::Backups, view);
    EXPECT_EQ(control<QListWidget>("backupsList")->currentRow(), 0) << "the newest";
    EXPECT_FALSE(isSeen("restoreQuestion"));

    control<QListWidget>("backupsList")->setCurrentRow(1);
    press("restoreButton");

    EXPECT_TRUE(wishes.isEmpty());
    EXPECT_TRUE(text("restoreDiaryLabel").contains(wording::held(*view.diary)));
    EXPECT_TRUE(text("restoreBackupLabel").contains(wording::held(*view.backups[1].holds)));
    press("restoreAgreeButton");
    ASSERT_EQ(wishes.count(), 1);
    EXPECT_EQ(wishes[0][0].value<std::filesystem::path>(), view.backups[1].backup.file);
}

TEST_F(DataTest, ABackupThatCannotBeReadCannotBeRestored)
{
    show(DataDialog::Part::Backups, app::someData());

    control<QListWidget>("backupsList")->setCurrentRow(3);
    press("restoreButton");

    EXPECT_FALSE(isOn("restoreAgreeButton"));
    press("restoreRefuseButton");
    EXPECT_FALSE(isSeen("restoreQuestion"));
}

TEST_F(DataTest, TheQuestionGoesWhenAnotherBackupIsChosen)
{
    show(DataDialog::Part::Backups, app::someData());
    control<QListWidget>("backupsList")->setCurrentRow(0);
    press("restoreButton");

    control<QListWidget>("backupsList")->setCurrentRow(2);

    EXPECT_FALSE(isSeen("restoreQuestion"));
}

TEST_F(DataTest, TheChosenBackupStaysChosenWhenANewOneComes)
{
    show(DataDialog::Part::Backups, app::someData());
    control<QListWidget>("backupsList")->setCurrentRow(1);

    DataView later = app::someData();
    later.backups.insert(later.backups.begin(), app::someData().backups[4]);
    later.backups[0].backup.file = "/new.db";
    dialog.display(later);

    EXPECT_EQ(control<QListWidget>("backupsList")->currentRow(), 2);
}

TEST_F(DataTest, AnEncryptedFileIsUnlockedFirst)
{
    QSignalSpy unlocked{dialog.backups(), &DataBackups::unlockRequested};
    QSignalSpy restored{dialog.backups(), &DataBackups::restoreRequested};
    const DataView locked = app::lockedData();
    show(DataDialog::Part::Backups, locked);
    EXPECT_EQ(text("restoreComplaintLabel"), locked.chosenFile->complaint);
    EXPECT_FALSE(isSeen("restoreAgreeButton"));
    EXPECT_FALSE(isOn("restoreOpenButton"));

    type("restoreSecretEdit", QStringLiteral("correct horse"));
    press("restoreOpenButton");
    ASSERT_EQ(unlocked.count(), 1);
    EXPECT_EQ(unlocked[0][0].toString(), QStringLiteral("correct horse"));

    dialog.display(app::dataToRestore());
    EXPECT_FALSE(isSeen("restoreSecretEdit"));
    EXPECT_TRUE(control<QLineEdit>("restoreSecretEdit")->text().isEmpty());
    press("restoreAgreeButton");
    ASSERT_EQ(restored.count(), 1);
    EXPECT_EQ(restored[0][0].value<std::filesystem::path>(), app::dataToRestore().chosenFile->file);
}

TEST_F(DataTest, AFileThatIsNotWantedIsLeft)
{
    QSignalSpy left{dialog.backups(), &DataBackups::fileLeft};
    show(DataDialog::Part::Backups, app::dataToRestore());

    press("restoreRefuseButton");

    EXPECT_EQ(left.count(), 1);
    EXPECT_FALSE(isSeen("restoreQuestion"));
}

TEST_F(DataTest, BacksUpToAFileOrAFolder)
{
    QSignalSpy wishes{dialog.backups(), &DataBackups::backUpRequested};
    show(DataDialog::Part::Backups, app::someData());

    press("backUpFileButton");
    press("backUpFolderButton");

    ASSERT_EQ(wishes.count(), 2);
    EXPECT_EQ(wishes[0][0].value<Target>(), Target::File);
    EXPECT_EQ(wishes[1][0].value<Target>(), Target::Folder);
}

TEST_F(DataTest, WhyTheCopyElsewhereFailedIsSaid)
{
    QSignalSpy off{dialog.elsewhere(), &DataElsewhere::offRequested};
    show(DataDialog::Part::Backups, app::someData());

    EXPECT_TRUE(text("elsewhereFolderLabel").contains(QStringLiteral("/media/ada/stick")));
    EXPECT_TRUE(text("elsewhereLastLabel").startsWith(QStringLiteral("The last try failed.")));
    press("elsewhereOffButton");
    EXPECT_EQ(off.count(), 1);

    dialog.display(app::noData());
    EXPECT_FALSE(isOn("elsewhereOffButton"));
    EXPECT_FALSE(isSeen("elsewhereLastLabel"));
}

TEST_F(DataTest, ASharedFolderIsShownWithItsComputersAndWhatIsWrong)
{
    QSignalSpy claims{dialog.sharing(), &DataShared::claimed};
    QSignalSpy exchanges{dialog.sharing(), &DataShared::exchangeRequested};
    QSignalSpy off{dialog.sharing(), &DataShared::offRequested};
    const DataView view = app::sharedData();
    show(DataDialog::Part::Backups, view);

    EXPECT_TRUE(text("sharedFolderLabel").contains(QStringLiteral("/home/ada/Sync/diary")));
    EXPECT_EQ(text("sharedLastLabel"), wording::sharedState(*view.shared, view.now));
    EXPECT_TRUE(control<QCheckBox>("sharedComputerBox_fedcba987654")->isChecked());
    EXPECT_TRUE(control<QCheckBox>("sharedComputerBox_00112233aabb")
                    ->text()
                    .contains(QStringLiteral("was ahead")));
    EXPECT_TRUE(text("sharedTroublesLabel").contains(QStringLiteral("second copy")));
    EXPECT_TRUE(text("sharedTroublesLabel").contains(QStringLiteral("budget.db")));
    EXPECT_FALSE(isSeen("sharedAgreeButton"));

    control<QCheckBox>("sharedComputerBox_a0b1c2d3e4f5")->click();
    ASSERT_EQ(claims.count(), 1);
    EXPECT_EQ(claims[0][0].toString(), QStringLiteral("a0b1c2d3e4f5"));
    EXPECT_TRUE(claims[0][1].toBool());
    press("sharedExchangeButton");
    press("sharedOffButton");
    EXPECT_EQ(exchanges.count(), 1);
    EXPECT_EQ(off.count(), 1);

    DataView failed = view;
    failed.shared->fault = TargetFault::NotThere;
    dialog.display(failed);
    EXPECT_TRUE(text("sharedLastLabel").startsWith(QStringLiteral("The last try failed.")));

    dialog.display(app::noData());
    EXPECT_FALSE(isOn("sharedExchangeButton"));
    EXPECT_FALSE(isOn("sharedOffButton"));
    EXPECT_FALSE(isSeen("sharedTroublesLabel"));
}

TEST_F(DataTest, WhoseTheDiariesInAFolderAreIsAskedBeforeItIsShared)
{
    QSignalSpy claims{dialog.sharing(), &DataShared::claimed};
    QSignalSpy agreed{dialog.sharing(), &DataShared::agreed};
    QSignalSpy refused{dialog.sharing(), &DataShared::refused};
    const DataView view = app::dataToShare();
    show(DataDialog::Part::Backups, view);

    EXPECT_TRUE(text("sharedQuestionLabel").contains(QStringLiteral("/home/ada/Sync/diary")));
    auto* box = control<QCheckBox>("sharedComputerBox_fedcba987654");
    EXPECT_TRUE(box->text().contains(wording::held(*view.sharedQuestion->snapshots.front().holds)));
    EXPECT_FALSE(box->isChecked());
    EXPECT_FALSE(isSeen("sharedFolderButton"));

    box->click();
    EXPECT_TRUE(claims.isEmpty());
    press("sharedRefuseButton");
    press("sharedAgreeButton");

    EXPECT_EQ(refused.count(), 1);
    ASSERT_EQ(agreed.count(), 1);
    EXPECT_EQ(agreed[0][0].toStringList(), QStringList{QStringLiteral("fedcba987654")});
}

TEST_F(DataTest, EveryFaultOfASnapshotHasWordsOfItsOwn)
{
    QStringList all;
    for (const std::string_view id : kNames<SnapshotFault>) {
        Snapshot snapshot = app::sharedData().shared->snapshots.front();
        snapshot.fault = fromId<SnapshotFault>(id);
        SharedFolder shared;
        shared.snapshots = {snapshot};
        const QStringList troubles = wording::sharedTroubles(shared, app::noData().now);
        ASSERT_EQ(troubles.size(), 1) << id;
        EXPECT_FALSE(all.contains(troubles.front())) << id;
        all << troubles.front();
    }
    SharedFolder twin;
    twin.hasTwin = true;
    EXPECT_EQ(wording::sharedTroubles(twin, app::noData().now).size(), 1);
    EXPECT_TRUE(wording::sharedTroubles({}, app::noData().now).isEmpty());
}

TEST_F(DataTest, APassphraseIsTakenOnlyIfItIsLongEnoughAndTypedTwice)
{
    QSignalSpy wishes{dialog.encrypted(), &DataSealed::sealRequested};
    show(DataDialog::Part::Backups, app::someData());
    EXPECT_EQ(control<QLineEdit>("sealPassphraseEdit")->echoMode(), QLineEdit::Password);

    type("sealPassphraseEdit", QStringLiteral("short"));
    type("sealAgainEdit", QStringLiteral("short"));
    EXPECT_EQ(text("sealStrengthLabel"), wording::strength(Strength::TooShort));
    EXPECT_FALSE(isOn("sealButton"));

    const QString good = QStringLiteral("correct horse battery staple rain");
    type("sealPassphraseEdit", good);
    EXPECT_FALSE(isOn("sealButton"));
    EXPECT_TRUE(isSeen("sealDifferLabel"));
    type("sealAgainEdit", good);
    EXPECT_FALSE(isSeen("sealDifferLabel"));
    press("sealButton");

    ASSERT_EQ(wishes.count(), 1);
    EXPECT_EQ(wishes[0][0].toString(), good);
}

TEST_F(DataTest, EveryStrengthHasWordsOfItsOwn)
{
    QStringList all;
    for (const std::string_view id : kNames<Strength>) {
        const QString words = wording::strength(*fromId<Strength>(id));
        EXPECT_FALSE(words.isEmpty()) << id;
        EXPECT_FALSE(all.contains(words)) << id;
        all << words;
    }
}

TEST_F(DataTest, TheRecoveryKeyIsShownUntilItIsKept)
{
    QSignalSpy kept{dialog.encrypted(), &DataSealed::keyKept};
    const DataView sealed = app::sealedData();
    show(DataDialog::Part::Backups, sealed);
    EXPECT_EQ(text("recoveryKeyLabel"), sealed.recoveryKey.join(QLatin1Char('\n')));
    EXPECT_FALSE(isSeen("sealPassphraseEdit"));

    press("recoveryCopyButton");
    EXPECT_EQ(QApplication::clipboard()->text(), text("recoveryKeyLabel"));
    press("recoveryKeptButton");

    EXPECT_EQ(kept.count(), 1);
    EXPECT_TRUE(text("recoveryKeyLabel").isEmpty());
    EXPECT_TRUE(isSeen("sealPassphraseEdit"));
}

TEST_F(DataTest, ExportsEverythingUnlessAPartIsChosen)
{
    QSignalSpy wishes{dialog.exporting(), &DataExport::exportRequested};
    show(DataDialog::Part::Export, app::someData());

    press("exportButton");

    ASSERT_EQ(wishes.count(), 1);
    EXPECT_EQ(wishes[0][0].value<ExportWish>(), ExportWish{});
}

TEST_F(DataTest, ExportsThePartsAndDaysThatAreChosen)
{
    QSignalSpy wishes{dialog.exporting(), &DataExport::exportRequested};
    show(DataDialog::Part::Export, app::someData());

    press("exportForm_csv");
    press("exportPeriod_days");
    press("exportParts_some");
    EXPECT_FALSE(isOn("exportButton")); // no part is ticked yet
    press("exportPartCheckBox_medicines");
    press("exportNotesCheckBox");
    press("exportBomCheckBox");
    control<QDateEdit>("exportFromEdit")->setDate({2026, 10, 1});
    control<QDateEdit>("exportToEdit")->setDate({2026, 10, 31});
    press("exportButton");

    using namespace std::chrono;
    ASSERT_EQ(wishes.count(), 1);
    EXPECT_EQ(wishes[0][0].value<ExportWish>(), (ExportWish{ExportKind::Csv,
                                                            local_days{2026y / October / 1},
                                                            local_days{2026y / October / 31},
                                                            {QStringLiteral("medicines")},
                                                            false,
                                                            true}));
}

TEST_F(DataTest, ForSomebodyElseNotesAndNameAreLeftOutUntilTheyAreAskedFor)
{
    QSignalSpy wishes{dialog.exporting(), &DataExport::exportRequested};
    show(DataDialog::Part::Export, app::someData());

    press("exportOthersCheckBox");
    press("exportButton");
    press("exportNameCheckBox");
    press("exportButton");

    ASSERT_EQ(wishes.count(), 2);
    ExportWish wish;
    wish.isForOthers = true;
    wish.hasNotes = wish.hasName = false;
    EXPECT_EQ(wishes[0][0].value<ExportWish>(), wish);
    wish.hasName = true;
    EXPECT_EQ(wishes[1][0].value<ExportWish>(), wish);
}

TEST_F(DataTest, AFileForADoctorHasNeitherNotesNorNameUntilTheyAreAskedFor)
{
    QSignalSpy wishes{dialog.exporting(), &DataExport::exportRequested};
    show(DataDialog::Part::Export, app::someData());
    press("exportParts_some"); // means nothing for such a file
    press("exportForm_fhir");

    for (const char* name :
         {"exportParts_some", "exportPartCheckBox_medicines", "exportOthersCheckBox",
          "exportBomCheckBox", "exportSessionsCheckBox", "exportBreaksCheckBox"}) {
        EXPECT_FALSE(isOn(name)) << name;
    }
    press("exportButton");
    press("exportNotesCheckBox");
    press("exportNameCheckBox");
    press("exportButton");

    ASSERT_EQ(wishes.count(), 2);
    ExportWish wish;
    wish.kind = ExportKind::Doctor;
    wish.hasNotes = wish.hasName = false;
    EXPECT_EQ(wishes[0][0].value<ExportWish>(), wish);
    wish.hasNotes = wish.hasName = true;
    EXPECT_EQ(wishes[1][0].value<ExportWish>(), wish);
}

TEST_F(DataTest, ACalendarHoldsAppointmentsAndWhatIsAskedForBesides)
{
    QSignalSpy wishes{dialog.exporting(), &DataExport::exportRequested};
    show(DataDialog::Part::Export, app::someData());
    press("exportForm_ics");

    EXPECT_FALSE(isOn("exportNameCheckBox"));
    press("exportButton");
    press("exportSessionsCheckBox");
    press("exportBreaksCheckBox");
    press("exportButton");
    press("exportForm_json"); // there they mean nothing
    press("exportButton");

    ASSERT_EQ(wishes.count(), 3);
    ExportWish wish;
    wish.kind = ExportKind::Calendar;
    wish.hasNotes = wish.hasName = false;
    EXPECT_EQ(wishes[0][0].value<ExportWish>(), wish);
    wish.hasSessions = wish.hasBreaks = true;
    EXPECT_EQ(wishes[1][0].value<ExportWish>(), wish);
    EXPECT_EQ(wishes[2][0].value<ExportWish>(), ExportWish{});
}

TEST_F(DataTest, DaysInTheWrongOrderAreNoPeriod)
{
    show(DataDialog::Part::Export, app::someData());
    press("exportPeriod_days");

    control<QDateEdit>("exportFromEdit")->setDate({2026, 11, 2});
    control<QDateEdit>("exportToEdit")->setDate({2026, 11, 1});

    EXPECT_FALSE(isOn("exportButton"));
    EXPECT_TRUE(isSeen("exportLackLabel"));
}

TEST_F(DataTest, AFileIsTakenInOnlyIfNothingIsWrongWithIt)
{
    QSignalSpy agreed{dialog.importing(), &DataImport::agreed};
    const DataView faulty = app::faultyImport();
    show(DataDialog::Part::Import, faulty);
    EXPECT_EQ(control<QListWidget>("importProblemsList")->count(), faulty.import->problems.size());
    EXPECT_FALSE(isOn("importAgreeButton"));

    dialog.display(app::dataToImport());
    EXPECT_FALSE(isSeen("importProblemsList"));
    EXPECT_TRUE(text("importCountsLabel").contains(QStringLiteral("37 spasms")));
    press("importAgreeButton");
    EXPECT_EQ(agreed.count(), 1);

    dialog.display(app::someData());
    EXPECT_FALSE(isSeen("importAgreeButton"));
}

TEST_F(DataTest, ImportsAskForAFileAFolderOrADiary)
{
    QSignalSpy exports{dialog.importing(), &DataImport::exportChosen};
    QSignalSpy diaries{dialog.importing(), &DataImport::diaryChosen};
    show(DataDialog::Part::Import, app::someData());

    press("importFileButton");
    press("importFolderButton");
    press("mergeButton");

    ASSERT_EQ(exports.count(), 2);
    EXPECT_EQ(exports[0][0].value<Target>(), Target::File);
    EXPECT_EQ(exports[1][0].value<Target>(), Target::Folder);
    EXPECT_EQ(diaries.count(), 1);
}

TEST_F(DataTest, ACheckSaysWhatItFoundAndWhatToDo)
{
    QSignalSpy repair{dialog.check(), &DataCheck::repairRequested};
    show(DataDialog::Part::Check, app::someData());
    EXPECT_FALSE(isSeen("checkResultLabel"));

    const DataView checked = app::checkedData();
    dialog.display(checked);
    const auto* list = control<QListWidget>("checkFoundList");
    ASSERT_EQ(list->count(), 2);
    EXPECT_EQ(list->item(0)->text(),
              checked.check->found[0].what + QLatin1Char('\n') + checked.check->found[0].toDo);
    press("repairButton");
    EXPECT_EQ(repair.count(), 1);

    DataView whole = app::someData();
    whole.check = CheckView{};
    dialog.display(whole);
    EXPECT_TRUE(text("checkResultLabel").startsWith(QStringLiteral("The diary is whole")));
    EXPECT_FALSE(isSeen("repairButton"));
}

TEST_F(DataTest, EverythingIsDeletedOnlyAfterTheWord)
{
    QSignalSpy wishes{dialog.forget(), &DataForget::forgetRequested};
    show(DataDialog::Part::Forget, app::someData());
    EXPECT_FALSE(isOn("forgetButton"));
    EXPECT_TRUE(
        text("forgetUnreachableLabel").contains(QStringLiteral("the diaries of other computers")));

    type("forgetWordEdit", QStringLiteral("forge"));
    EXPECT_FALSE(isOn("forgetButton"));
    type("forgetWordEdit", QStringLiteral(" Forget "));
    press("forgetButton");

    EXPECT_EQ(wishes.count(), 1);
}

TEST_F(DataTest, NothingElseCanBeWishedForWhileSomethingIsDone)
{
    QSignalSpy cancelled{&dialog, &DataDialog::cancelRequested};
    show(DataDialog::Part::Export, app::someData());

    dialog.displayProgress(0.42);
    EXPECT_FALSE(isOn("exportButton"));
    EXPECT_EQ(control<QProgressBar>("dataProgress")->value(), 42);
    press("dataCancelButton");
    EXPECT_EQ(cancelled.count(), 1);

    dialog.endProgress();
    dialog.displayStatus(QStringLiteral("Cancelled."));
    EXPECT_TRUE(isOn("exportButton"));
    EXPECT_FALSE(isSeen("dataProgress"));
    EXPECT_EQ(text("dataStatusLabel"), QStringLiteral("Cancelled."));
}

TEST_F(DataTest, TheKeyboardStaysInTheDialogWhenWorkEnds)
{
    show(DataDialog::Part::Export, app::someData());
    control<QWidget>("exportButton")->setFocus();

    dialog.displayProgress(0.1);
    EXPECT_EQ(QApplication::focusWidget(), control<QWidget>("dataCancelButton"));
    dialog.endProgress();

    EXPECT_EQ(QApplication::focusWidget(), control<QWidget>("closeDataButton"));
}

class DataInTheWindow : public ShellFixture {};

TEST_F(DataInTheWindow, OpensFromTheSettingsAndByKeyAndOnlyOnce)
{
    QSignalSpy opened{&shell.data(), &DataShowing::opened};
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));

    shell.showSettings()
        ->findChild<QAbstractButton*>(QStringLiteral("settingsDataButton"))
        ->click();
    DataDialog* first = shell.data().dialog();
    ASSERT_NE(first, nullptr);
    QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(shell.data().dialog(), first);
    EXPECT_EQ(opened.count(), 1);

    delete first;
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_NE(shell.data().dialog(), nullptr);
}

TEST_F(DataInTheWindow, WhatWasDoneElsewhereIsToldAndCanBeTakenBack)
{
    const auto done = std::get<SpasmSaved>(diary.journal().logSpasm(
        {.pain = 6, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}}));

    shell.bridge().accept(done.undo, QStringLiteral("10 entries came in."));
    EXPECT_EQ(saved(), QStringLiteral("10 entries came in."));
    undo();

    EXPECT_THAT(diary.engine.diary().courses({}), IsEmpty());
}

TEST_F(DataInTheWindow, TakingARestoreBackIsWishedFor)
{
    QSignalSpy wishes{&shell.bridge(), &Bridge::longStepRequested};
    QSignalSpy takenBack{&shell.bridge(), &Bridge::takenBack};
    Undo restore;
    restore.copy = "/home/ada/before.db";
    shell.bridge().accept(restore, QStringLiteral("Restored."));

    undo();
    ASSERT_EQ(wishes.count(), 1);
    EXPECT_EQ(wishes[0][0].value<Undo>().copy, restore.copy);
    EXPECT_EQ(wishes[0][1].value<Bridge::Pile>(), Bridge::Pile::Redo);
    EXPECT_EQ(takenBack.count(), 0);

    restore.copy = "/home/ada/after.db";
    shell.bridge().acceptStep(restore, Bridge::Pile::Redo);
    EXPECT_EQ(takenBack.count(), 1);
    EXPECT_EQ(saved(), QStringLiteral("Taken back."));
    shell.bridge().redo();
    ASSERT_EQ(wishes.count(), 2);
    EXPECT_EQ(wishes[1][0].value<Undo>().copy, restore.copy);
    EXPECT_EQ(wishes[1][1].value<Bridge::Pile>(), Bridge::Pile::Undo);
}

TEST(TroublePageTest, OffersTheWaysThatThereAre)
{
    TroublePage page;
    QSignalSpy saved{&page, &TroublePage::saveRequested};
    QSignalSpy back{&page, &TroublePage::goBackRequested};
    QSignalSpy looked{&page, &TroublePage::lookRequested};
    const auto button = [&](const char* name) {
        return page.findChild<QAbstractButton*>(QLatin1String{name});
    };
    TroubleView view = app::damagedDiary();
    page.display(view);
    page.show();

    button("troubleSaveButton")->click();
    button("troubleBackButton")->click();
    button("troubleLookButton")->click();
    EXPECT_EQ(saved.count(), 1);
    EXPECT_EQ(back.count(), 1);
    EXPECT_EQ(looked.count(), 1);
    EXPECT_TRUE(page.findChild<QLabel*>(QStringLiteral("troubleBackLabel"))
                    ->text()
                    .contains(wording::backup(*view.backup, view.now)));

    view.backup.reset();
    view.isReadable = false;
    page.display(view);
    for (const char* name : {"troubleSaveButton", "troubleBackButton", "troubleLookButton"}) {
        EXPECT_FALSE(button(name)->isVisible()) << name;
    }
    EXPECT_TRUE(button("retryButton")->isVisible());
}

TEST(TroublePageTest, OneWayAtATime)
{
    TroublePage page;
    page.display(app::damagedDiary());
    page.show();

    page.displayProgress(0.5);
    EXPECT_FALSE(page.findChild<QWidget*>(QStringLiteral("troubleSaveButton"))->isEnabled());
    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("troubleCancelButton"))->isVisible());
    page.endProgress(QStringLiteral("That did not work."));

    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("troubleSaveButton"))->isEnabled());
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("troubleStatusLabel"))->text(),
              QStringLiteral("That did not work."));
}

} // namespace
} // namespace unclench::ui
