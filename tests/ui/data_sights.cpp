// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data_sights.h"

#include "app/made_up_data.h"
#include "ui/dialogs/data_backups.h"
#include "ui/dialogs/data_check.h"
#include "ui/dialogs/data_dialog.h"
#include "ui/dialogs/data_elsewhere.h"
#include "ui/dialogs/data_export.h"
#include "ui/dialogs/data_forget.h"
#include "ui/dialogs/data_import.h"
#include "ui/dialogs/data_sealed.h"
#include "ui/dialogs/data_shared.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/paper_dialog.h"
#include "ui/pages/forgotten_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

namespace unclench::ui {

namespace {

void tellNoData(tests::Diary&) {}

template <DataDialog::Part part, auto view>
void showData(Scene& scene)
{
    DataDialog* dialog = scene.shell->data().show();
    dialog->display(view());
    dialog->show(part);
    scene.shown = dialog;
}

template <class Control>
Control& control(Scene& scene, const char* name)
{
    return *scene.shown->findChild<Control*>(QLatin1String{name});
}

/// A backup of the list, which can be restored then.
void chooseBackup(Scene& scene)
{
    showData<DataDialog::Part::Backups, app::someData>(scene);
    control<QListWidget>(scene, "backupsList").setCurrentRow(0);
}

void askRestore(Scene& scene)
{
    chooseBackup(scene);
    control<QAbstractButton>(scene, "restoreButton").click();
}

void typeSecret(Scene& scene)
{
    showData<DataDialog::Part::Backups, app::lockedData>(scene);
    control<QLineEdit>(scene, "restoreSecretEdit").setText(QStringLiteral("correct horse"));
}

void typePassphrases(Scene& scene)
{
    showData<DataDialog::Part::Backups, app::someData>(scene);
    for (const char* name : {"sealPassphraseEdit", "sealAgainEdit"}) {
        control<QLineEdit>(scene, name)
            .setText(QStringLiteral("correct horse battery staple rain"));
    }
}

void choosePartsAndDays(Scene& scene)
{
    showData<DataDialog::Part::Export, app::someData>(scene);
    for (const char* name : {"exportForm_csv", "exportPeriod_days", "exportParts_some"}) {
        control<QAbstractButton>(scene, name).click();
    }
}

void chooseForDoctor(Scene& scene)
{
    showData<DataDialog::Part::Export, app::someData>(scene);
    control<QAbstractButton>(scene, "exportForm_fhir").click();
}

void chooseForCalendar(Scene& scene)
{
    showData<DataDialog::Part::Export, app::someData>(scene);
    control<QAbstractButton>(scene, "exportForm_ics").click();
}

void typeForget(Scene& scene)
{
    showData<DataDialog::Part::Forget, app::someData>(scene);
    control<QLineEdit>(scene, "forgetWordEdit").setText(QStringLiteral("forget"));
}

void showBusy(Scene& scene)
{
    showData<DataDialog::Part::Export, app::someData>(scene);
    control<QWidget>(scene, "exportButton").setFocus();
    static_cast<DataDialog*>(scene.shown)->displayProgress(0.4);
}

void showStatus(Scene& scene)
{
    showData<DataDialog::Part::Check, app::noData>(scene);
    static_cast<DataDialog*>(scene.shown)
        ->displayStatus(QStringLiteral("Backed up to /media/ada/stick/unclench-2026-11-14.db."));
}

template <auto view>
void showForeign(Scene& scene)
{
    auto dialog = std::make_unique<ImportDialog>();
    dialog->display(view());
    scene.shown = dialog.get();
    scene.own = std::move(dialog);
}

void nameColumns(Scene& scene)
{
    showForeign<app::foreignFile>(scene);
    control<QLineEdit>(scene, "foreignNameEdit").setText(QStringLiteral("My table"));
}

void showTakingIn(Scene& scene)
{
    showForeign<app::foreignFile>(scene);
    static_cast<ImportDialog*>(scene.shown)->displayProgress(0.4);
}

void leaveForeign(Scene& scene)
{
    ForeignView view = app::foreignFile();
    view.choice.dateOrder = DateOrder::DayFirst;
    auto dialog = std::make_unique<ImportDialog>();
    dialog->display(view);
    dialog->reject();
    scene.shown = dialog.get();
    scene.own = std::move(dialog);
}

void showPaper(Scene& scene)
{
    auto dialog =
        std::make_unique<PaperDialog>(scene.diary.vocabulary, scene.words, app::madeUpPaperJudge());
    scene.shown = dialog.get();
    scene.own = std::move(dialog);
}

void typePaper(Scene& scene)
{
    showPaper(scene);
    for (const auto& [name, text] : app::madeUpPaper()) {
        control<QLineEdit>(scene, name.toUtf8().constData()).setText(text);
    }
    control<QComboBox>(scene, "paperPlace_1").setCurrentIndex(2);
}

void mendPaper(Scene& scene)
{
    typePaper(scene);
    control<QLineEdit>(scene, "paperWorst_2").setText(QStringLiteral("2"));
}

void leavePaper(Scene& scene)
{
    mendPaper(scene);
    static_cast<PaperDialog*>(scene.shown)->reject();
}

void showDamaged(Scene& scene)
{
    auto page = std::make_unique<TroublePage>();
    page->display(app::damagedDiary());
    scene.shown = page.get();
    scene.own = std::move(page);
}

void showMending(Scene& scene)
{
    showDamaged(scene);
    static_cast<TroublePage*>(scene.shown)->displayProgress(0.3);
}

void showForgotten(Scene& scene)
{
    auto page = std::make_unique<ForgottenPage>();
    page->display(app::forgottenSentences());
    scene.shown = page.get();
    scene.own = std::move(page);
}

} // namespace

std::vector<Sight> dataSights()
{
    using Part = DataDialog::Part;
    return {{"data, none yet, one", tellNoData, showData<Part::Backups, app::noData>},
            {"data", tellNoData, showData<Part::Backups, app::someData>},
            {"data, one chosen", tellNoData, chooseBackup},
            {"data, restore", tellNoData, askRestore},
            {"data, restore a file", tellNoData, showData<Part::Backups, app::dataToRestore>},
            {"data, locked", tellNoData, showData<Part::Backups, app::lockedData>},
            {"data, unlock", tellNoData, typeSecret},
            {"data, seal", tellNoData, typePassphrases},
            {"data, recovery key", tellNoData, showData<Part::Backups, app::sealedData>},
            {"data, shared", tellNoData, showData<Part::Backups, app::sharedData>},
            {"data, share", tellNoData, showData<Part::Backups, app::dataToShare>},
            {"data, export", tellNoData, showData<Part::Export, app::someData>},
            {"data, export a part", tellNoData, choosePartsAndDays},
            {"data, export for a doctor", tellNoData, chooseForDoctor},
            {"data, export for a calendar", tellNoData, chooseForCalendar},
            {"data, import", tellNoData, showData<Part::Import, app::dataToImport>},
            {"data, import with faults", tellNoData, showData<Part::Import, app::faultyImport>},
            {"import", tellNoData, showForeign<app::foreignFile>},
            {"import, named", tellNoData, nameColumns},
            {"import, broken", tellNoData, showForeign<app::brokenForeignFile>},
            {"import, unknown", tellNoData, showForeign<app::unknownForeignFile>},
            {"import, busy", tellNoData, showTakingIn},
            {"import, leaving", tellNoData, leaveForeign},
            {"paper", tellNoData, showPaper},
            {"paper, to be mended", tellNoData, typePaper},
            {"paper, typed", tellNoData, mendPaper},
            {"paper, leaving", tellNoData, leavePaper},
            {"data, check", tellNoData, showData<Part::Check, app::checkedData>},
            {"data, forget", tellNoData, typeForget},
            {"data, busy", tellNoData, showBusy},
            {"data, done", tellNoData, showStatus},
            {"trouble, ways out", tellNoData, showDamaged},
            {"trouble, busy", tellNoData, showMending},
            {"forgotten", tellNoData, showForgotten}};
}

void hearDataWishes(QWidget& shown, QObject* context, const std::function<void()>& hear)
{
    if (auto* trouble = qobject_cast<TroublePage*>(&shown)) {
        QObject::connect(trouble, &TroublePage::retryRequested, context, hear);
        QObject::connect(trouble, &TroublePage::saveRequested, context, hear);
        QObject::connect(trouble, &TroublePage::goBackRequested, context, hear);
        QObject::connect(trouble, &TroublePage::lookRequested, context, hear);
        QObject::connect(trouble, &TroublePage::cancelRequested, context, hear);
    }
    if (const auto* import = qobject_cast<ImportDialog*>(&shown)) {
        QObject::connect(import, &ImportDialog::choiceChanged, context, hear);
        QObject::connect(import, &ImportDialog::saveRequested, context, hear);
        QObject::connect(import, &ImportDialog::readAgainRequested, context, hear);
        QObject::connect(import, &ImportDialog::importRequested, context, hear);
        QObject::connect(import, &ImportDialog::cancelRequested, context, hear);
    }
    if (const auto* paper = qobject_cast<PaperDialog*>(&shown)) {
        QObject::connect(paper, &PaperDialog::saveRequested, context, hear);
        QObject::connect(paper, &PaperDialog::cancelRequested, context, hear);
    }
    const auto* data = qobject_cast<DataDialog*>(&shown);
    if (data == nullptr) {
        return;
    }
    QObject::connect(data, &DataDialog::cancelRequested, context, hear);
    QObject::connect(data->backups(), &DataBackups::restoreRequested, context, hear);
    QObject::connect(data->backups(), &DataBackups::fileRequested, context, hear);
    QObject::connect(data->backups(), &DataBackups::unlockRequested, context, hear);
    QObject::connect(data->backups(), &DataBackups::backUpRequested, context, hear);
    QObject::connect(data->elsewhere(), &DataElsewhere::folderRequested, context, hear);
    QObject::connect(data->elsewhere(), &DataElsewhere::offRequested, context, hear);
    QObject::connect(data->encrypted(), &DataSealed::sealRequested, context, hear);
    QObject::connect(data->encrypted(), &DataSealed::printKeyRequested, context, hear);
    QObject::connect(data->sharing(), &DataShared::folderRequested, context, hear);
    QObject::connect(data->sharing(), &DataShared::exchangeRequested, context, hear);
    QObject::connect(data->sharing(), &DataShared::offRequested, context, hear);
    QObject::connect(data->sharing(), &DataShared::agreed, context, hear);
    QObject::connect(data->sharing(), &DataShared::refused, context, hear);
    QObject::connect(data->exporting(), &DataExport::exportRequested, context, hear);
    QObject::connect(data->importing(), &DataImport::exportChosen, context, hear);
    QObject::connect(data->importing(), &DataImport::diaryChosen, context, hear);
    QObject::connect(data->importing(), &DataImport::paperRequested, context, hear);
    QObject::connect(data->importing(), &DataImport::agreed, context, hear);
    QObject::connect(data->importing(), &DataImport::refused, context, hear);
    QObject::connect(data->check(), &DataCheck::checkRequested, context, hear);
    QObject::connect(data->check(), &DataCheck::repairRequested, context, hear);
    QObject::connect(data->forget(), &DataForget::forgetRequested, context, hear);
}

} // namespace unclench::ui
