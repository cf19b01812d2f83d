// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between the dialogs for what was kept elsewhere and the disk: a file of another
// program, and a diary on paper.
#pragma once

#include "app/desktop/data_worker.h"
#include "app/desktop/own_engine.h"
#include "core/exchange/paper_sheet.h"
#include "ui/bridge.h"
#include "ui/data_showing.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/paper_dialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace unclench {
class ForeignImport;
}

namespace unclench::app {

/// Works with connections of its own. Its dialogs lie over *Your data*, which waits for them.
class ImportDesk : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    ImportDesk(ui::DataShowing& showing,
               ui::Bridge& bridge,
               const ui::Words& words,
               DeskAround around);
    ~ImportDesk() override;

    /// Shows what would come of a file of another program. Requires: *Your data* is open.
    void openFile(const std::filesystem::path& file);
    /// Shows an empty sheet. Requires: *Your data* is open.
    void openPaper();

Q_SIGNALS:
    /// The diary has more in it now, and there is another backup.
    void tookIn();

private:
    /// What the worker does just now.
    enum class Act { Nothing, Look, Import, Paper };
    struct Looked;
    using Then = DataWorker::Then;

    void connectWorker();
    void choose(const ui::ForeignChoice& choice);
    /// Reads the file anew; a look that is still going on is given up.
    void look();
    void display(const Looked& looked);
    void takeIn();
    void save(const QString& name);
    void readChoices();
    void takePaper(const std::vector<PaperLine>& lines);
    /// Until they are saved: a program may be killed.
    void keepTyped(const std::vector<TypedPaperLine>& lines);
    void goOn();
    /// It changed the diary. Returns what is to be said of it.
    QString accept(Undo undo, const QString& sentence);
    void complain(const QString& sentence);
    [[nodiscard]] DataWorker::Explain explainFile() const;

    ui::DataShowing& m_showing;
    ui::Bridge& m_bridge;
    const ui::Words& m_words;
    DeskAround m_around;
    QPointer<ui::ImportDialog> m_dialog;
    QPointer<ui::PaperDialog> m_paper;
    std::filesystem::path m_file;
    ui::ForeignView m_view;
    /// What was looked at last. nullptr: it cannot be taken.
    std::shared_ptr<ForeignImport> m_import;
    Act m_act = Act::Nothing;
    /// Once the worker is free.
    bool m_wantsLook = false;
    DataWorker m_worker;
};

} // namespace unclench::app
