// SPDX-License-Identifier: GPL-3.0-or-later
// Asks before a backup takes the place of the diary: what either of them holds, and first the
// passphrase where the backup is encrypted.
#pragma once

#include "ui/dialogs/data_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace unclench::ui {

class MainButton;
class PassphraseLine;

class RestoreQuestion : public QWidget {
    Q_OBJECT
public:
    explicit RestoreQuestion(QWidget* parent = nullptr);

    /// `name`: of the backup, as in a sentence. Absent `backup`: it cannot be read.
    void ask(const QString& name,
             const BackupContents& diary,
             const std::optional<BackupContents>& backup);
    /// `complaint`: why the last one did not open it, or nothing.
    void askSecret(const QString& name, const QString& complaint);
    /// Puts the keyboard where the answer begins.
    void focusFirst();
    /// Forgets what was typed.
    void clear();

Q_SIGNALS:
    void agreed();
    void refused();
    /// A passphrase, or the recovery key.
    void secretTold(const QString& secret);

private:
    QWidget* buildSecret();
    QWidget* buildButtons();
    void tellSecret();
    void showParts(bool isSecretAsked);

    QLabel* m_title;
    QLabel* m_diary;
    QLabel* m_backup;
    QLabel* m_what;
    QWidget* m_secretPart = nullptr;
    PassphraseLine* m_secret = nullptr;
    QLabel* m_complaint = nullptr;
    MainButton* m_agree = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_refuse = nullptr;
};

} // namespace unclench::ui
