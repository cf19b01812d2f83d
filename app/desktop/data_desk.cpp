// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/data_desk.h"

#include "app/desktop/data_desk_work.h"
#include "app/desktop/folders.h"
#include "app/desktop/forgetting.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/backups.h"
#include "core/store/shared_folder.h"
#include "core/store/verify.h"
#include "ui/dialogs/data_check.h"
#include "ui/dialogs/data_forget.h"
#include "ui/wording/verify.h"

#include <QFileDialog>

#include <algorithm>

namespace unclench::app {

namespace {

struct DeskReading {
    std::vector<ui::BackupView> backups;
    std::optional<BackupContents> diary;
    std::optional<KeptElsewhere> elsewhere;
    std::optional<SharedFolder> shared;
    /// Why the diary itself could not be read.
    std::optional<StorageError> fault;
};

std::vector<ui::BackupView> readBackups(const std::filesystem::path& folder,
                                        const Progress& progress)
{
    std::vector<ui::BackupView> views;
    for (const Backup& backup : backupsIn(folder)) {
        tell(progress, 0);
        views.push_back({backup, contentsOf(backup.file)});
    }
    return views;
}

ui::CheckView checkView(const std::vector<Finding>& findings, const Moment& now)
{
    ui::CheckView view;
    for (const Finding& finding : findings) {
        const bool isBroken = weightOf(finding.check) == Weight::Broken;
        view.found.push_back({ui::wording::finding(finding, now),
                              isBroken ? DataDesk::tr("Press Repair it: that shows the ways out.")
                                       : ui::wording::remedy(finding.check)});
        view.isFileBroken = view.isFileBroken || isBroken;
    }
    return view;
}

} // namespace

DataDesk::DataDesk(QWidget& window, ui::DataShowing& showing, ui::Bridge& bridge, DeskAround around)
    : m_window(window), m_showing(showing), m_bridge(bridge), m_around(std::move(around))
{
    connect(&showing, &ui::DataShowing::opened, this, &DataDesk::connectDialog);
    connect(&m_worker, &DataWorker::progressed, this, [this](double share) {
        if (m_showing.dialog() != nullptr && !m_isReading) {
            m_showing.dialog()->displayProgress(share);
        }
    });
    connect(&m_worker, &DataWorker::cancelled, this, [this] {
        if (!m_isReading) {
            say(tr("Cancelled. Nothing was changed."));
        }
    });
    connect(&m_worker, &DataWorker::failed, this, &DataDesk::complain);
    connect(&m_worker, &DataWorker::ended, this, &DataDesk::goOn);
}

DataDesk::~DataDesk() = default;

void DataDesk::connectDialog(ui::DataDialog* dialog)
{
    connect(dialog, &ui::DataDialog::cancelRequested, this, [this] { m_worker.cancel(); });
    connect(dialog->check(), &ui::DataCheck::checkRequested, this, &DataDesk::check);
    connect(dialog->check(), &ui::DataCheck::repairRequested, this, &DataDesk::repairRequested);
    connect(dialog->forget(), &ui::DataForget::forgetRequested, this, &DataDesk::forgetRequested);
    connect(dialog, &QObject::destroyed, this, [this] {
        leaveFile(); // unpacked, anybody could read it
        leaveImport();
        m_view.check.reset();
        m_view.sharedQuestion.reset();
    });
    connectBackups(*dialog);
    connectExchange(*dialog);
    connectShared(*dialog);
    m_view.exportParts = exportParts();
    m_view.forgetWord = forgetWord();
    m_view.deleted = {tr("your diary, with everything that you told"),
                      tr("its backups on this computer, and damaged files that were kept"),
                      tr("pictures of your exercises"),
                      tr("the log, the look of the window, the start with the desktop")};
    show();
    readAgain();
}

void DataDesk::readAgain()
{
    if (m_showing.dialog() == nullptr) {
        return;
    }
    if (m_worker.isBusy()) {
        m_wantsReading = true; // what is looked at now may be older
    } else {
        read();
    }
}

void DataDesk::carryOut(Work work, DataWorker::Explain explain)
{
    start(
        [around = m_around, work = std::move(work)](const Progress& progress) {
            OwnEngine engine{around};
            return work(*engine, progress);
        },
        explain ? std::move(explain) : m_around.explain);
}

void DataDesk::start(DataWorker::Job job, DataWorker::Explain explain)
{
    if (m_worker.isBusy()) {
        m_waiting = std::pair{std::move(job), std::move(explain)};
        if (m_isReading) {
            m_worker.cancel();
        }
        return;
    }
    m_isReading = false;
    m_worker.start(std::move(job), std::move(explain));
}

void DataDesk::goOn()
{
    const bool wasReading = std::exchange(m_isReading, false);
    if (m_waiting) {
        auto [job, explain] = std::move(*m_waiting);
        m_waiting.reset();
        start(std::move(job), std::move(explain));
        return;
    }
    if (m_showing.dialog() == nullptr) {
        return;
    }
    if (!wasReading) {
        m_showing.dialog()->endProgress();
    }
    if (!wasReading || m_wantsReading) {
        read();
    }
}

void DataDesk::read()
{
    m_isReading = true;
    m_wantsReading = false;
    m_worker.start(
        [this, around = m_around](const Progress& progress) -> Then {
            auto found = std::make_shared<DeskReading>();
            found->backups = readBackups(around.folder, progress);
            try {
                const auto database =
                    Database::open(around.folder, {.access = Database::Access::Read});
                found->diary = contentsIn(*database);
                found->elsewhere = unclench::keptElsewhere(*database);
                found->shared = sharedFolder(*database);
                if (found->shared) {
                    readContents(found->shared->snapshots);
                }
            } catch (const StorageError& error) {
                found->fault = error; // the backups are shown all the same
            }
            return [this, found] {
                m_view.backups = found->backups;
                m_view.diary = found->diary;
                m_view.elsewhere = found->elsewhere;
                m_view.shared = found->shared;
                show();
                if (found->fault) {
                    say(m_around.explain(*found->fault));
                }
            };
        },
        m_around.explain);
}

void DataDesk::show()
{
    m_view.now = m_around.clock.now().wall;
    m_view.unreachable = {tr("exports, and pages for the doctor that you saved or printed"),
                          m_view.elsewhere ? tr("backups in %1, and those that you made by hand")
                                                 .arg(pathText(m_view.elsewhere->folder))
                                           : tr("backups that you made by hand in other places"),
                          m_view.shared ? tr("the diaries of other computers, and what lies in %1")
                                              .arg(pathText(m_view.shared->folder))
                                        : tr("the diaries of other computers")};
    if (m_showing.dialog() != nullptr) {
        m_showing.dialog()->display(m_view);
    }
}

void DataDesk::say(const QString& sentence)
{
    if (m_showing.dialog() != nullptr) {
        m_showing.dialog()->displayStatus(sentence);
    }
}

void DataDesk::complain(const QString& sentence)
{
    if (m_showing.dialog() != nullptr) {
        say(sentence);
    } else {
        m_bridge.refuse(sentence);
    }
}

void DataDesk::accept(Undo undo, const QString& sentence)
{
    const bool canBeUndone = !undo.isEmpty();
    m_bridge.accept(std::move(undo), sentence);
    //: %1 says what was done
    say(canBeUndone ? tr("%1 Undo in the window (Ctrl+Z) takes it back.").arg(sentence) : sentence);
}

DataWorker::Explain
DataDesk::explainFile(std::function<QString(const FileError& error)> explain) const
{
    return [explain = std::move(explain), ofDiary = m_around.explain](const StorageError& error) {
        const auto* ofFile = dynamic_cast<const FileError*>(&error);
        return ofFile != nullptr ? explain(*ofFile) : ofDiary(error);
    };
}

QFileDialog* DataDesk::chooser(const QString& title)
{
    if (m_chooser) {
        m_chooser->raise();
        m_chooser->activateWindow();
        return nullptr;
    }
    QWidget* owner = m_showing.dialog() != nullptr ? m_showing.dialog() : &m_window;
    m_chooser = new QFileDialog{owner, title, pathText(documentsFolder())};
    m_chooser->setObjectName(QStringLiteral("dataChooser"));
    m_chooser->setAttribute(Qt::WA_DeleteOnClose);
    return m_chooser;
}

void DataDesk::chooseFile(const QString& title, const QString& filter, Chosen chosen)
{
    if (QFileDialog* dialog = chooser(title)) {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({filter, tr("All files (*)")});
        hearOf(*dialog, std::move(chosen));
    }
}

void DataDesk::chooseFolder(const QString& title, Chosen chosen)
{
    if (QFileDialog* dialog = chooser(title)) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        hearOf(*dialog, std::move(chosen));
    }
}

void DataDesk::chooseName(const QString& title,
                          const QString& name,
                          const QString& suffix,
                          Chosen chosen)
{
    if (QFileDialog* dialog = chooser(title)) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(suffix);
        dialog->selectFile(name + QLatin1Char('.') + suffix);
        hearOf(*dialog, [suffix, chosen = std::move(chosen)](const std::filesystem::path& path) {
            // A portal's dialog may not add the ending.
            const bool hasEnding =
                pathText(path).endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive);
            chosen(hasEnding ? path
                             : std::filesystem::path{path.string() + '.' + suffix.toStdString()});
        });
    }
}

void DataDesk::hearOf(QFileDialog& dialog, Chosen chosen)
{
    connect(&dialog, &QFileDialog::fileSelected, this,
            [chosen = std::move(chosen)](const QString& path) { chosen(path.toStdString()); });
    dialog.open();
}

void DataDesk::check()
{
    carryOut([this](Engine& engine, const Progress& progress) -> Then {
        const Moment now = engine.now().wall;
        const ui::CheckView view = checkView(
            verify(engine.database(), engine.vocabulary(), engine.redFlags(), now, progress), now);
        return [this, view] {
            m_view.check = view;
            show();
        };
    });
}

} // namespace unclench::app
