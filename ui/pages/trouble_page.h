// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in place of the window where the diary cannot be opened: why, and the ways out.
#pragma once

#include "core/diary/backup.h"
#include "ui/widgets/keyboard.h"

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace unclench::ui {

class Section;

struct TroubleView {
    /// What is wrong.
    QString sentence;
    Moment now;
    /// The newest good backup and what it holds. Absent: there is none.
    std::optional<Backup> backup;
    std::optional<BackupContents> holds;
    /// A file is there, and this version may read it.
    bool isReadable = false;
};

class TroublePage : public QWidget {
    Q_OBJECT
public:
    TroublePage();
    void display(const TroubleView& view);
    /// One of the ways is gone; `share` of it, 0 to 1.
    void displayProgress(double share);
    /// It did not lead out: `sentence` says why, or nothing.
    void endProgress(const QString& sentence);

Q_SIGNALS:
    void retryRequested();
    /// What can be read is to become the diary, its gaps filled from the backup.
    void saveRequested();
    /// The backup is to become the diary.
    void goBackRequested();
    /// What can be read is to be shown, for reading alone.
    void lookRequested();
    void cancelRequested();

private:
    QWidget* buildWays();
    QWidget* buildFoot();
    void enableWays();

    TroubleView m_view;
    bool m_isBusy = false;
    QLabel* m_sentence = nullptr;
    QLabel* m_status = nullptr;
    Section* m_savePart = nullptr;
    Section* m_backPart = nullptr;
    Section* m_lookPart = nullptr;
    QLabel* m_saveText = nullptr;
    QLabel* m_backText = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_close = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    ReturnPresses m_returnPresses;
};

} // namespace unclench::ui
