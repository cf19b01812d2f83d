// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between *Your data* and the disk: where something is read from or written to, the
// work itself, and what became of it.
#pragma once

#include "app/desktop/data_worker.h"
#include "app/desktop/own_engine.h"
#include "core/exchange/export_target.h"
#include "core/exchange/sealed.h"
#include "core/store/file_error.h"
#include "ui/bridge.h"
#include "ui/data_showing.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <set>

class QDialog;
class QFileDialog;
class QWidget;

namespace unclench::app {

/// Works with connections of its own; the window learns of what changed as it learns of what other
/// programs change.
class DataDesk : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `window`: what its dialogs belong to.
    DataDesk(QWidget& window, ui::DataShowing& showing, ui::Bridge& bridge, DeskAround around);
    ~DataDesk() override;

    /// Something of what the dialog shows changed: it is read again where the dialog is open.
    void readAgain();

Q_SIGNALS:
    /// All that Unclench keeps is to be deleted. The diary must be let go of first.
    void forgetRequested();
    /// The file is broken: the diary must be let go of, so that it can be repaired.
    void repairRequested();
    /// Another folder is shared, or none.
    void sharedChanged();
    /// A file was chosen for import that another program wrote.
    void foreignChosen(const std::filesystem::path& file);

private:
    /// What the chosen file holds, unpacked where it is encrypted.
    struct OpenedBackup;
    /// What is about to be taken in.
    struct Staged;
    using Then = DataWorker::Then;
    /// Runs on the other thread, with a connection of its own.
    using Work = std::function<Then(Engine& engine, const Progress& progress)>;

    void connectDialog(ui::DataDialog* dialog);
    void connectBackups(ui::DataDialog& dialog);
    void connectExchange(ui::DataDialog& dialog);
    void connectShared(ui::DataDialog& dialog);

    /// `explain`: of what goes wrong, where it is not about the diary itself.
    void carryOut(Work work, DataWorker::Explain explain = {});
    /// The same without a connection. What only looks at what there is makes way for it.
    void start(DataWorker::Job job, DataWorker::Explain explain);
    /// The job is over.
    void goOn();
    /// Looks at what there is; nobody waits for it, so without the bar.
    void read();
    void show();
    void say(const QString& sentence);
    /// The same of what failed: in the window where the dialog is closed.
    void complain(const QString& sentence);
    /// It changed the diary: the window takes note of it, and it can be taken back.
    void accept(Undo undo, const QString& sentence);
    /// What is wrong with a file that a person named goes to `explain`, the rest to that of the
    /// diary.
    [[nodiscard]] DataWorker::Explain
    explainFile(std::function<QString(const FileError& error)> explain) const;
    [[nodiscard]] DataWorker::Explain explainBackup(const std::filesystem::path& file) const;

    /// Another one that is open comes to the front instead, and nothing is returned.
    QFileDialog* chooser(const QString& title);
    using Chosen = std::function<void(const std::filesystem::path& path)>;
    void hearOf(QFileDialog& dialog, Chosen chosen);
    void chooseFile(const QString& title, const QString& filter, Chosen chosen);
    void chooseFolder(const QString& title, Chosen chosen);
    /// `name`: without the ending.
    void
    chooseName(const QString& title, const QString& name, const QString& suffix, Chosen chosen);

    // Backups.
    void backUp(ui::Target target);
    void backUpTo(const std::filesystem::path& target);
    void keepElsewhere(const std::optional<std::filesystem::path>& folder);
    void seal(const QString& passphrase);
    void sealTo(const std::filesystem::path& file, const Secret& passphrase);
    void printKey();
    void chooseBackup();
    void lookInto(const std::filesystem::path& file);
    void unlock(const QString& secret);
    void leaveFile();
    void restoreFrom(const std::filesystem::path& file);

    // Export and import.
    void exportDiary(const ui::ExportWish& wish);
    void exportTo(const ui::ExportWish& wish, const std::filesystem::path& target);
    void exportForDoctor(const ui::ExportWish& wish, const std::filesystem::path& target);
    void exportForCalendar(const ui::ExportWish& wish, const std::filesystem::path& target);
    /// False: something stands in the way, and it was said what.
    [[nodiscard]] bool isFree(ExportTarget state, const std::filesystem::path& target);
    [[nodiscard]] DataWorker::Explain explainExport(const std::filesystem::path& target) const;
    void chooseExport(ui::Target target);
    void readImport(const std::filesystem::path& path);
    void chooseDiary();
    void readDiary(const std::filesystem::path& file);
    /// Shows what was read, and what taking it in would do.
    void offer(std::shared_ptr<Staged> staged, const ui::ImportView& view);
    void takeIn();
    void leaveImport();

    // The shared folder.
    void share(const std::filesystem::path& folder,
               const std::optional<std::set<std::string>>& mine);
    /// `claim`: a computer, and whether it is the person's.
    void exchangeNow(const std::optional<std::pair<std::string, bool>>& claim);
    void tellExchanged(const Exchanged& exchanged);
    void stopSharing();

    void check();

    QWidget& m_window;
    ui::DataShowing& m_showing;
    ui::Bridge& m_bridge;
    DeskAround m_around;
    ui::DataView m_view;
    QPointer<QFileDialog> m_chooser;
    QPointer<QDialog> m_printDialog;
    bool m_isReading = false;
    /// Once the worker is free.
    bool m_wantsReading = false;
    std::optional<std::pair<DataWorker::Job, DataWorker::Explain>> m_waiting;
    /// The key of the backup that was made last, until it is kept.
    std::optional<RecoveryKey> m_recoveryKey;
    std::filesystem::path m_sealedFile;
    std::shared_ptr<OpenedBackup> m_opened;
    std::shared_ptr<Staged> m_staged;
    DataWorker m_worker;
};

} // namespace unclench::app
