// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, backups: what there is, going back to one of them, making one now.
#pragma once

#include "ui/dialogs/data_view.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace unclench::ui {

class RestoreQuestion;

class DataBackups : public QWidget {
    Q_OBJECT
public:
    explicit DataBackups(QWidget* parent = nullptr);

    void display(const DataView& view);

Q_SIGNALS:
    /// Agreed to: `file` is to take the place of the diary.
    void restoreRequested(const std::filesystem::path& file);
    /// A backup that lies elsewhere is to be chosen.
    void fileRequested();
    /// That one is not wanted after all.
    void fileLeft();
    /// Passphrase or recovery key of the one that was chosen.
    void unlockRequested(const QString& secret);
    void backUpRequested(unclench::ui::Target target);

private:
    QWidget* buildList();
    QWidget* buildNow();
    void fillList();
    void showQuestion();
    void choose();
    void leaveFile();
    [[nodiscard]] const BackupView* current() const;

    DataView m_view;
    /// The backup of the list that is asked about. Empty: none is.
    std::filesystem::path m_asked;
    QLabel* m_empty = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_restore = nullptr;
    RestoreQuestion* m_question = nullptr;
};

} // namespace unclench::ui
