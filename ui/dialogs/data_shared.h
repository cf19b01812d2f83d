// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, backups: the folder through which a person's computers exchange their diaries.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/widgets/section.h"

#include <QList>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class MainButton;

class DataShared : public Section {
    Q_OBJECT
public:
    explicit DataShared(QWidget* parent = nullptr);

    void display(const DataView& view);

Q_SIGNALS:
    /// Another folder is to be chosen.
    void folderRequested();
    void exchangeRequested();
    void offRequested();
    /// Whether a computer is the person's, of the folder that is set.
    void claimed(const QString& machine, bool isMine);
    /// The folder of the question is to be shared; `mine`: the computers that are the person's.
    void agreed(const QStringList& mine);
    void refused();

private:
    struct Box {
        QString machine;
        QCheckBox* box;
    };
    QWidget* buildButtons();
    QWidget* buildQuestion();
    void displayFolder(const DataView& view);
    void displayComputers(const std::vector<Snapshot>& snapshots, const Moment& now);
    [[nodiscard]] QStringList ticked() const;

    QLabel* m_question;
    QLabel* m_folder;
    QLabel* m_last;
    QWidget* m_computers;
    QVBoxLayout* m_boxLines = nullptr;
    QList<Box> m_boxes;
    QLabel* m_troubles;
    QWidget* m_buttons = nullptr;
    QPushButton* m_exchange = nullptr;
    QPushButton* m_off = nullptr;
    QWidget* m_answers = nullptr;
    MainButton* m_agree = nullptr;
    /// What is ticked waits for an answer.
    bool m_isAsking = false;
};

} // namespace unclench::ui
