// SPDX-License-Identifier: GPL-3.0-or-later
// A diary that was kept on paper, typed in line by line. A new line comes as soon as the last one
// is begun; each is checked as it is typed.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "ui/dialogs/paper_row.h"
#include "ui/wording/words.h"

#include <QDialog>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace unclench::ui {

class CloseQuestion;
class MainButton;
class WorkFoot;

class PaperDialog : public QDialog {
    Q_OBJECT
public:
    PaperDialog(const Vocabulary& vocabulary,
                const Words& words,
                PaperJudge judge,
                QWidget* parent = nullptr);
    ~PaperDialog() override;

    /// What was typed another time and is not saved yet.
    void displayTyped(const std::vector<TypedPaperLine>& lines);
    /// What was wished for is in the diary: the sheet is empty again.
    void displaySaved(const QString& sentence);
    /// The lines that were wished for cannot be saved; `line` counts them from 1 on.
    void displayProblems(const std::vector<ForeignProblem>& problems);
    void displayStatus(const QString& sentence);
    /// It is being saved; nothing else can be wished for meanwhile.
    void displayProgress(double share);
    void endProgress();
    /// Asks first where something is typed that is not saved.
    void reject() override;

Q_SIGNALS:
    void saveRequested(const std::vector<unclench::PaperLine>& lines);
    void cancelRequested();
    /// All that is on the sheet and not saved, each time that a field is left.
    void typedChanged(const std::vector<unclench::TypedPaperLine>& lines);

private:
    QWidget* buildSheet();
    QWidget* buildQuestion();
    void addRow();
    void empty();
    /// The next line after `row`, which may be a new one.
    void goOnAfter(const PaperRow* row);
    /// Says of each line what is wrong with it. True: nothing is, and they can be saved.
    bool judge();
    /// What the lines that can be read have against each other, said beside each. Returns the rows.
    std::vector<const PaperRow*> displayFaults();
    void tellTyped();
    void save();
    /// Those with something in them.
    [[nodiscard]] std::vector<PaperRow*> typedRows() const;

    QList<ChoiceBox::Entry> m_places;
    PaperJudge m_judge;
    std::vector<PaperRow*> m_rows;
    QWidget* m_sheet = nullptr;
    QVBoxLayout* m_lines = nullptr;
    QLabel* m_state = nullptr;
    MainButton* m_save = nullptr;
    CloseQuestion* m_question = nullptr;
    WorkFoot* m_foot = nullptr;
};

} // namespace unclench::ui
