// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trouble.h"

#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/replace_damaged.h"
#include "core/store/salvage.h"
#include "ui/wording/data.h"
#include "ui/wording/problems.h"
#include "ui/wording/verify.h"

#include <algorithm>

namespace unclench::app {

namespace {

/// The newest good one as its folder shows it. Absent: there is none.
std::optional<Backup> newestGoodBackup(const std::filesystem::path& folder)
{
    const auto copy = newestGoodCopy(folder);
    const std::vector<Backup> backups = backupsIn(folder);
    const auto found = std::find_if(backups.begin(), backups.end(), [&](const Backup& backup) {
        return copy && backup.file == *copy;
    });
    return found == backups.end() ? std::nullopt : std::optional{*found};
}

/// Whether what is left of a file may hold something that can be saved.
bool mayBeReadable(StorageFault fault, const std::filesystem::path& folder)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(folder / kDatabaseName, error);
    const bool isBroken = fault == StorageFault::Damaged || fault == StorageFault::Io;
    return isBroken && !error && size > 0;
}

} // namespace

Trouble::Trouble(std::filesystem::path folder, const Clock& clock)
    : m_folder(std::move(folder)), m_clock(clock)
{
    connect(&m_page, &ui::TroublePage::retryRequested, this, &Trouble::retryRequested);
    connect(&m_page, &ui::TroublePage::saveRequested, this, &Trouble::save);
    connect(&m_page, &ui::TroublePage::goBackRequested, this, &Trouble::goBack);
    connect(&m_page, &ui::TroublePage::lookRequested, this, &Trouble::look);
    connect(&m_page, &ui::TroublePage::cancelRequested, this, [this] { m_worker.cancel(); });
    connect(&m_worker, &DataWorker::progressed, &m_page, &ui::TroublePage::displayProgress);
    connect(&m_worker, &DataWorker::cancelled, this,
            [this] { m_page.endProgress(tr("Cancelled. Nothing was changed.")); });
    connect(&m_worker, &DataWorker::failed, &m_page, &ui::TroublePage::endProgress);
}

void Trouble::show(const StorageError& error)
{
    m_view = {};
    m_view.sentence = sentenceOf(error);
    m_view.now = m_clock.now().wall;
    m_view.isReadable = mayBeReadable(error.fault(), m_folder);
    if (m_view.isReadable || error.fault() == StorageFault::Gone ||
        error.fault() == StorageFault::Damaged) {
        m_view.backup = newestGoodBackup(m_folder);
        m_view.holds = m_view.backup ? contentsOf(m_view.backup->file) : std::nullopt;
    }
    m_page.endProgress({});
    m_page.display(m_view);
    m_page.show();
}

void Trouble::hide()
{
    m_page.hide();
}

QString Trouble::sentenceOf(const StorageError& error) const
{
    const QString folder = QString::fromStdString(m_folder.string());
    // The ways out stand below: nothing is to be done by hand.
    if (error.fault() == StorageFault::Damaged) {
        return tr("The diary in %1 is damaged. Nothing was changed in it.").arg(folder);
    }
    if (error.fault() == StorageFault::Gone) {
        return tr("The diary in %1 is no longer there. If you moved it, put it back and try again.")
            .arg(folder);
    }
    return ui::wording::failure(error, m_folder, std::nullopt);
}

DataWorker::Explain Trouble::explain() const
{
    return [this](const StorageError& error) {
        return error.fault() == StorageFault::Damaged || error.fault() == StorageFault::Gone
                   ? tr("That did not work, and nothing was changed. Try another way.")
                   : ui::wording::failure(error, m_folder, std::nullopt);
    };
}

void Trouble::save()
{
    m_worker.start(
        [this, folder = m_folder, now = m_clock.now().wall,
         lost = ui::wording::lostMedicine().toStdString()](
            const Progress& progress) -> DataWorker::Then {
            const Salvaged salvaged = salvage(folder, lost, now, progress);
            return [this, salvaged] {
                Q_EMIT mended(ui::wording::salvaged(salvaged).join(QLatin1Char(' ')));
            };
        },
        explain());
}

void Trouble::goBack()
{
    if (!m_view.backup) {
        return;
    }
    m_worker.start(
        [this, folder = m_folder, now = m_clock.now().wall,
         backup = *m_view.backup](const Progress& progress) -> DataWorker::Then {
            const Replaced replaced = replaceDamaged(folder, backup.file, now, progress);
            return [this, replaced, backup, now] {
                QString notice =
                    tr("Your diary is again the one of %1.").arg(ui::wording::backup(backup, now));
                if (!replaced.damaged.empty()) {
                    notice += QLatin1Char(' ') +
                              tr("The damaged file is kept as %1.")
                                  .arg(QString::fromStdString(replaced.damaged.string()));
                }
                if (replaced.emergenciesKept > 0) {
                    notice += QLatin1Char(' ') + tr("The emergency warning is still open.");
                }
                Q_EMIT mended(notice);
            };
        },
        explain());
}

void Trouble::look()
{
    m_worker.start(
        [this, folder = m_folder, lost = ui::wording::lostMedicine().toStdString()](
            const Progress& progress) -> DataWorker::Then {
            auto readable = std::make_shared<ReadableDiary>(readDamaged(folder, lost, progress));
            return [this, readable] {
                auto opened = std::make_shared<OpenedFile>();
                opened->database = std::move(readable->diary);
                opened->isForReadingAlone = true;
                opened->notice =
                    tr("This is what can be read of the damaged diary, for reading alone. Close "
                       "the window and start Unclench again to save it, or to go back to a "
                       "backup.");
                Q_EMIT looked(opened);
            };
        },
        explain());
}

} // namespace unclench::app
