// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, import: an export of ours, a file of another program, a diary on paper, or that of
// another computer, taken into this one.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/widgets/section.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace unclench::ui {

class MainButton;

class DataImport : public Section {
    Q_OBJECT
public:
    explicit DataImport(QWidget* parent = nullptr);

    /// Absent: nothing is chosen.
    void display(const std::optional<ImportView>& view);

Q_SIGNALS:
    /// A file or a folder is to be chosen.
    void exportChosen(unclench::ui::Target target);
    void diaryChosen();
    /// A sheet for a diary on paper is wished for.
    void paperRequested();
    /// What is shown is to be taken in.
    void agreed();
    void refused();

private:
    QWidget* buildChoices();
    QWidget* buildPreview();

    QWidget* m_preview = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_effects = nullptr;
    QLabel* m_refusal = nullptr;
    QListWidget* m_problems = nullptr;
    MainButton* m_agree = nullptr;
    QPushButton* m_refuse = nullptr;
};

} // namespace unclench::ui
