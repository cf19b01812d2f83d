// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out where the diary cannot be opened: saving what can be read, going back to a backup,
// looking at what can be read.
#pragma once

#include "app/desktop/data_worker.h"
#include "app/opened_file.h"
#include "core/time/clock.h"
#include "ui/pages/trouble_page.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace unclench::app {

class Trouble : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    Trouble(std::filesystem::path folder, const Clock& clock);

    /// What is wrong, and which ways there are.
    void show(const StorageError& error);
    void hide();

Q_SIGNALS:
    void retryRequested();
    /// The folder holds a whole diary again; `notice` says what became of the damaged one.
    void mended(const QString& notice);
    /// What could be read, for reading alone.
    void looked(const std::shared_ptr<unclench::app::OpenedFile>& opened);

private:
    void save();
    void goBack();
    void look();
    [[nodiscard]] DataWorker::Explain explain() const;
    [[nodiscard]] QString sentenceOf(const StorageError& error) const;

    std::filesystem::path m_folder;
    const Clock& m_clock;
    ui::TroubleView m_view;
    ui::TroublePage m_page;
    DataWorker m_worker;
};

} // namespace unclench::app
