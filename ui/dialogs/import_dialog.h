// SPDX-License-Identifier: GPL-3.0-or-later
// A file of another program on its way into the diary. It only shows and wishes: each choice is a
// wish to look at the file anew.
#pragma once

#include "ui/dialogs/import_view.h"

#include <QDialog>
#include <QPointer>

class QLabel;

namespace unclench::ui {

class CloseQuestion;
class ImportChoices;
class ImportColumns;
class ImportOutcome;
class WorkFoot;

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ImportDialog(QWidget* parent = nullptr);

    void display(const ForeignView& view);
    /// The file is being read; choices can be made meanwhile.
    void displayReading(double share);
    void displayStatus(const QString& sentence);
    /// It is being taken in; nothing else can be wished for meanwhile.
    void displayProgress(double share);
    void endProgress();
    /// Asks first where it was said how the file is to be read, and that is not saved.
    void reject() override;

Q_SIGNALS:
    void choiceChanged(const unclench::ui::ForeignChoice& choice);
    void saveRequested(const QString& name);
    void readAgainRequested();
    void importRequested();
    void cancelRequested();

private:
    QWidget* buildSheet();
    QWidget* buildQuestion();

    QWidget* m_sheet = nullptr;
    QLabel* m_name = nullptr;
    ImportChoices* m_choices = nullptr;
    ImportColumns* m_columns = nullptr;
    ImportOutcome* m_outcome = nullptr;
    CloseQuestion* m_question = nullptr;
    WorkFoot* m_foot = nullptr;
    /// Closing would lose what was chosen.
    bool m_hasChoices = false;
    /// Where the keyboard was when the question came.
    QPointer<QWidget> m_wasAt;
};

} // namespace unclench::ui
