// SPDX-License-Identifier: GPL-3.0-or-later
// A file of another program: what it becomes, what is wrong in it, and taking it in.
#pragma once

#include "ui/dialogs/import_view.h"
#include "ui/widgets/section.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace unclench::ui {

class MainButton;

class ImportOutcome : public Section {
    Q_OBJECT
public:
    explicit ImportOutcome(QWidget* parent = nullptr);

    void display(const ForeignView& view);
    /// The file is being read, and `share` of that is done: what is shown is of before.
    void displayReading(double share);

Q_SIGNALS:
    void choiceChanged(const unclench::ui::ForeignChoice& choice);
    void importRequested();
    /// The file may have changed.
    void readAgainRequested();

private:
    QListWidget* addList(const QString& name, const QString& purpose, double height);
    QWidget* buildButtons();
    void displayFound(const ForeignView& view);
    void displayGate(const ForeignView& view);

    ForeignChoice m_choice;
    QLabel* m_counts;
    QLabel* m_rowsTitle;
    QListWidget* m_rows;
    QLabel* m_problemsTitle;
    QListWidget* m_problems;
    QCheckBox* m_leaveOut;
    QLabel* m_effects;
    QCheckBox* m_bringBack;
    QLabel* m_gate;
    MainButton* m_import = nullptr;
};

} // namespace unclench::ui
