// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a paper diary that is being typed in.
#pragma once

#include "ui/dialogs/paper_reading.h"
#include "ui/widgets/choice_box.h"

#include <QLineEdit>
#include <QWidget>

#include <array>

class QLabel;

namespace unclench::ui {

class FlowLayout;

class PaperRow : public QWidget {
    Q_OBJECT
public:
    /// `number`: which of the sheet, from 1 on. `places`: what can be chosen for where, the texts
    /// of core/diary/details.h as values.
    PaperRow(int number,
             const QList<ChoiceBox::Entry>& places,
             PaperJudge judge,
             QWidget* parent = nullptr);

    [[nodiscard]] bool isBlank() const;
    /// Absent: blank, or something is wrong with it.
    [[nodiscard]] std::optional<PaperLine> line() const;
    /// As it stands in the fields.
    [[nodiscard]] TypedPaperLine typed() const;
    void displayTyped(const TypedPaperLine& typed);
    /// What it says by itself, or what is wrong with it.
    void displayRead();
    /// What somebody else found wrong with it.
    void displayFault(const ForeignProblem& problem);
    void focusFirst();

Q_SIGNALS:
    void changed();
    /// A field was left, or a place chosen.
    void settled();
    /// Return was pressed.
    void finished();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLineEdit* addLine(FlowLayout* row, PaperField field, const QString& label, double width);
    QWidget* addCell(FlowLayout* row, const QString& label, QWidget* field);
    [[nodiscard]] QLineEdit* lineOf(PaperField field) const;
    [[nodiscard]] PaperTexts texts() const;
    void judge();
    void say(const QString& sentence, std::optional<PaperField> fault);

    int m_number;
    PaperJudge m_judge;
    std::array<QLineEdit*, 5> m_lines{};
    ChoiceBox* m_place = nullptr;
    QLabel* m_said = nullptr;
};

} // namespace unclench::ui
