// SPDX-License-Identifier: GPL-3.0-or-later
// The desk for *Your data*: backups, the one elsewhere, encrypted ones, and going back to one.
#include "app/desktop/data_desk.h"

#include "app/desktop/data_desk_work.h"
#include "app/desktop/report_desk.h"
#include "app/secret_text.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/backups.h"
#include "core/time/iso8601.h"
#include "ui/dialogs/data_backups.h"
#include "ui/dialogs/data_elsewhere.h"
#include "ui/dialogs/data_sealed.h"
#include "ui/report/recovery_sheet.h"
#include "ui/wording/data.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace unclench::app {

namespace {

/// "unclench-2026-11-14".
QString backupName(const Moment& now)
{
    return QStringLiteral("unclench-") + QString::fromStdString(toIsoDay(now.localDay()));
}

QString unlockComplaint(SealFault fault, const SecretTyped& typed)
{
    if (fault == SealFault::WrongPassphrase && typed.mistyped && typed.mistyped->line > 0) {
        return DataDesk::tr("If that is the recovery key: line %1 has a slip. Compare it with your "
                            "sheet.")
            .arg(typed.mistyped->line);
    }
    return ui::wording::sealFault(fault);
}

QString restoredSentence(const Restored& restored)
{
    QString sentence = DataDesk::tr("Restored.");
    if (restored.emergenciesKept > 0) {
        sentence += QLatin1Char(' ') + DataDesk::tr("The emergency warning is still open.");
    }
    if (restored.isSessionKept) {
        sentence += QLatin1Char(' ') + DataDesk::tr("Heat or cold goes on running.");
    }
    return sentence;
}

} // namespace

DataWorker::Explain DataDesk::explainBackup(const std::filesystem::path& file) const
{
    return explainFile([file](const FileError& error) {
        return error.fault() == StorageFault::Newer
                   ? tr("%1 was made by a newer version of Unclench. Install that to restore it. "
                        "Your diary is as it was.")
                         .arg(pathText(file))
                   : tr("%1 cannot be read. Choose another backup. Your diary is as it was.")
                         .arg(pathText(file));
    });
}

void DataDesk::connectBackups(ui::DataDialog& dialog)
{
    const ui::DataBackups* backups = dialog.backups();
    connect(backups, &ui::DataBackups::backUpRequested, this, &DataDesk::backUp);
    connect(backups, &ui::DataBackups::fileRequested, this, &DataDesk::chooseBackup);
    connect(backups, &ui::DataBackups::fileLeft, this, &DataDesk::leaveFile);
    connect(backups, &ui::DataBackups::unlockRequested, this, &DataDesk::unlock);
    connect(backups, &ui::DataBackups::restoreRequested, this, &DataDesk::restoreFrom);
    connect(dialog.elsewhere(), &ui::DataElsewhere::folderRequested, this, [this] {
        chooseFolder(tr("Keep a copy of each day in"),
                     [this](const std::filesystem::path& folder) { keepElsewhere(folder); });
    });
    connect(dialog.elsewhere(), &ui::DataElsewhere::offRequested, this,
            [this] { keepElsewhere(std::nullopt); });
    connect(dialog.encrypted(), &ui::DataSealed::sealRequested, this, &DataDesk::seal);
    connect(dialog.encrypted(), &ui::DataSealed::printKeyRequested, this, &DataDesk::printKey);
    connect(dialog.encrypted(), &ui::DataSealed::keyKept, this, [this] {
        m_recoveryKey.reset();
        m_view.recoveryKey.clear();
        m_sealedFile.clear();
    });
}

void DataDesk::backUp(ui::Target target)
{
    const auto write = [this](const std::filesystem::path& chosen) { backUpTo(chosen); };
    if (target == ui::Target::Folder) {
        chooseFolder(tr("Back up to the folder"), write);
    } else {
        chooseName(tr("Back up as"), backupName(m_around.clock.now().wall), QStringLiteral("db"),
                   write);
    }
}

void DataDesk::backUpTo(const std::filesystem::path& target)
{
    carryOut([this, target](Engine& engine, const Progress& progress) -> Then {
        const BackedUp done =
            unclench::backUpTo(engine.database(), target, engine.now().wall, progress);
        return [this, done] {
            if (const auto* refusal = std::get_if<TargetRefusal>(&done)) {
                complain(ui::wording::targetRefusal(*refusal));
            } else {
                say(tr("Backed up to %1.").arg(pathText(std::get<Backup>(done).file)));
            }
        };
    });
}

void DataDesk::keepElsewhere(const std::optional<std::filesystem::path>& folder)
{
    carryOut([this, folder](Engine& engine, const Progress& progress) -> Then {
        const auto refusal =
            setBackupFolder(engine.database(), folder, engine.now().wall, progress);
        return [this, folder, refusal] {
            if (refusal) {
                complain(ui::wording::targetRefusal(*refusal));
            } else if (folder) {
                say(tr("The first copy is in %1. One follows on each day that something changed.")
                        .arg(pathText(*folder)));
            } else {
                say(tr("No copy is kept elsewhere any more. Those that are there stay."));
            }
        };
    });
}

void DataDesk::seal(const QString& passphrase)
{
    const QString suffix = QString::fromUtf8(kSealedSuffix.data() + 1,
                                             static_cast<qsizetype>(kSealedSuffix.size() - 1));
    chooseName(tr("Save the encrypted backup as"), backupName(m_around.clock.now().wall), suffix,
               [this, secret = passphraseOf(passphrase)](const std::filesystem::path& file) {
                   sealTo(file, secret);
               });
}

void DataDesk::sealTo(const std::filesystem::path& file, const Secret& passphrase)
{
    carryOut([this, file, passphrase](Engine& engine, const Progress& progress) -> Then {
        const SealedBackup done = sealBackup(engine.database(), file, passphrase, progress);
        return [this, file, done] {
            if (const auto* refusal = std::get_if<TargetRefusal>(&done)) {
                complain(ui::wording::targetRefusal(*refusal));
                return;
            }
            m_recoveryKey = std::get<RecoveryKey>(done);
            m_sealedFile = file;
            m_view.recoveryKey.clear();
            for (const std::string& line : m_recoveryKey->lines()) {
                m_view.recoveryKey << QString::fromStdString(line);
            }
            show();
            say(tr("Saved as %1.").arg(pathText(file)));
        };
    });
}

void DataDesk::printKey()
{
    if (!m_recoveryKey || m_printDialog) {
        return;
    }
    if (!hasPrinter()) {
        say(tr("This computer knows no printer. Write the key down, or copy it."));
        return;
    }
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Recovery key"));
    auto* dialog = new QPrintDialog{printer.get(), m_showing.dialog()};
    m_printDialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile);
    const ui::report::RecoverySheet sheet{QString::fromStdString(m_sealedFile.filename().string()),
                                          m_around.clock.now().wall.localDay(), m_view.recoveryKey};
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, sheet, printer] {
        ui::report::recoveryPage(sheet)->print(printer.get());
        say(hasTaken(printer->printerState())
                ? tr("The recovery key is on its way to the printer.")
                : tr("The printer did not take the page. Write the key down instead."));
    });
    dialog->open();
}

void DataDesk::chooseBackup()
{
    chooseFile(tr("Choose a backup"),
               tr("Backups (*.db *%1)").arg(QLatin1String{kSealedSuffix.data()}),
               [this](const std::filesystem::path& file) { lookInto(file); });
}

void DataDesk::lookInto(const std::filesystem::path& file)
{
    m_opened.reset();
    start(
        [this, file](const Progress&) -> Then {
            const bool isLocked = isSealed(file);
            const auto holds = isLocked ? std::nullopt : contentsOf(file);
            return [this, file, isLocked, holds] {
                m_view.chosenFile = ui::ChosenFileView{file, isLocked, {}, holds};
                show();
            };
        },
        m_around.explain);
}

void DataDesk::unlock(const QString& secret)
{
    if (!m_view.chosenFile) {
        return;
    }
    const std::filesystem::path file = m_view.chosenFile->file;
    start(
        [this, file, typed = secretOf(secret),
         folder = m_around.folder](const Progress& progress) -> Then {
            auto opened = std::make_shared<OpenedBackup>();
            opened->file = file;
            opened->unpacked = std::make_unique<StagingFolder>(folder);
            const auto unsealed =
                openSealed(file, typed.secret, opened->unpacked->path(), progress);
            if (const auto* fault = std::get_if<SealFault>(&unsealed)) {
                const QString complaint = unlockComplaint(*fault, typed);
                return [this, complaint] {
                    if (m_view.chosenFile) {
                        m_view.chosenFile->complaint = complaint;
                        show();
                    }
                };
            }
            opened->database = std::get<Unsealed>(unsealed).database;
            opened->pictures = std::get<Unsealed>(unsealed).pictures;
            const auto holds = contentsOf(opened->database);
            return [this, opened, holds] {
                m_opened = opened;
                m_view.chosenFile = ui::ChosenFileView{opened->file, false, {}, holds};
                show();
            };
        },
        m_around.explain);
}

void DataDesk::leaveFile()
{
    m_opened.reset();
    m_view.chosenFile.reset();
}

void DataDesk::restoreFrom(const std::filesystem::path& file)
{
    auto opened = m_opened && m_opened->file == file ? m_opened : nullptr;
    carryOut(
        [this, file, opened](Engine& engine, const Progress& progress) -> Then {
            const Restored restored =
                opened ? engine.restore(opened->database, progress, opened->pictures)
                       : engine.restore(file, progress);
            return [this, restored] {
                leaveFile();
                accept(restored.undo, restoredSentence(restored));
            };
        },
        explainBackup(file));
}

} // namespace unclench::app
