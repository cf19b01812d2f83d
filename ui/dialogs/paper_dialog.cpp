// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/paper_dialog.h"

#include "ui/dialogs/close_question.h"
#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/work_foot.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

/// Each place with each side it can have, by the texts of core/diary/details.h.
QList<ChoiceBox::Entry> paperPlaces(const Vocabulary& vocabulary, const Words& words)
{
    QList<ChoiceBox::Entry> places{{PaperDialog::tr("Not told"), QString{}}};
    for (const Term& term : vocabulary.terms(Topic::Region)) {
        places.append(
            {words.label(Topic::Region, term.id), QString::fromStdString(toText({term.id, {}}))});
        for (const Side side : term.sides) {
            places.append(
                {words.place(term.id, side), QString::fromStdString(toText({term.id, side}))});
        }
    }
    return places;
}

} // namespace

PaperDialog::PaperDialog(const Vocabulary& vocabulary,
                         const Words& words,
                         PaperJudge judge,
                         QWidget* parent)
    : QDialog(parent), m_places(paperPlaces(vocabulary, words)), m_judge(std::move(judge))
{
    setObjectName(QStringLiteral("paperDialog"));
    setWindowTitle(tr("Type in from paper"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildSheet(), 1);
    column->addWidget(buildQuestion());
    m_foot = new WorkFoot{QStringLiteral("paper"), tr("Close this sheet"), this};
    column->addWidget(m_foot);
    connect(m_foot, &WorkFoot::cancelRequested, this, &PaperDialog::cancelRequested);
    connect(m_foot, &WorkFoot::closeRequested, this, &PaperDialog::reject);
    empty();
    m_rows.front()->focusFirst();
    resize(onScreen(*this, {theme::grid(font(), 110), theme::grid(font(), 80)}));
}

PaperDialog::~PaperDialog()
{
    for (PaperRow* row : m_rows) {
        row->disconnect(this); // a field that goes with the keyboard on it tells that it was left
    }
}

QWidget* PaperDialog::buildSheet()
{
    auto* scroll = new ScrollSheet{QStringLiteral("paperScroll"), tr("Type in from paper"), this};
    m_sheet = scroll->sheet();
    const int margin = theme::grid(font(), 3);
    auto* cards = new QVBoxLayout{m_sheet};
    cards->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    auto* section = new Section{tr("Type in from paper"), m_sheet};
    section->addHint(tr("One line for each stretch of pain. Only the day must be there. Return "
                        "goes to the next line. A worst pain of 0 alone is a day without pain. An "
                        "end before the beginning is of the next day."));
    auto* lines = new QWidget{section};
    m_lines = new QVBoxLayout{lines};
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(theme::grid(font(), 1.5));
    section->column()->addWidget(lines);
    m_state = wrapped(QStringLiteral("paperStateLabel"), {}, section);
    section->column()->addWidget(m_state);
    auto* buttons = new QWidget{section};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_save = new MainButton{tr("&Save"), buttons};
    m_save->setObjectName(QStringLiteral("paperSaveButton"));
    m_save->setAccessibleName(tr("Save these lines in your diary"));
    row->addWidget(m_save);
    section->column()->addWidget(buttons);
    cards->addWidget(section);
    cards->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::save);
    return scroll;
}

QWidget* PaperDialog::buildQuestion()
{
    m_question =
        new CloseQuestion{QStringLiteral("paper"),
                          {tr("Go on typing"), tr("Keep the sheet open"),
                           tr("Close without saving"), tr("Close: what is typed here is lost")},
                          this};
    connect(m_question, &CloseQuestion::stayed, this, [this] {
        const auto rows = typedRows();
        (rows.empty() ? m_rows.front() : rows.back())->focusFirst();
    });
    connect(m_question, &CloseQuestion::left, this, [this] {
        empty();
        tellTyped();
        QDialog::reject();
    });
    return m_question;
}

void PaperDialog::addRow()
{
    auto* row = new PaperRow{static_cast<int>(m_rows.size()) + 1, m_places, m_judge,
                             m_lines->parentWidget()};
    m_rows.push_back(row);
    m_lines->addWidget(row);
    connect(row, &PaperRow::changed, this, &PaperDialog::judge);
    connect(row, &PaperRow::settled, this, &PaperDialog::tellTyped);
    connect(row, &PaperRow::finished, this, [this, row] { goOnAfter(row); });
    orderTabs(*this);
}

void PaperDialog::empty()
{
    for (PaperRow* row : m_rows) {
        delete row;
    }
    m_rows.clear();
    addRow();
    judge();
}

void PaperDialog::goOnAfter(const PaperRow* row)
{
    const auto next = std::next(std::find(m_rows.begin(), m_rows.end(), row));
    if (next != m_rows.end()) {
        (*next)->focusFirst();
    }
}

std::vector<PaperRow*> PaperDialog::typedRows() const
{
    std::vector<PaperRow*> rows = m_rows;
    std::erase_if(rows, [](const PaperRow* row) { return row->isBlank(); });
    return rows;
}

std::vector<const PaperRow*> PaperDialog::displayFaults()
{
    std::vector<PaperRow*> rows;
    std::vector<PaperLine> lines;
    for (PaperRow* row : m_rows) {
        if (const auto line = row->line()) {
            row->displayRead(); // what was said of it may hold no longer
            rows.push_back(row);
            lines.push_back(*line);
        }
    }
    std::vector<const PaperRow*> wrong;
    for (ForeignProblem problem :
         m_judge.faultsOf ? m_judge.faultsOf(lines) : std::vector<ForeignProblem>{}) {
        PaperRow* row = rows.at(static_cast<std::size_t>(problem.line - 1));
        problem.line = 0; // the row has its own number
        row->displayFault(problem);
        wrong.push_back(row);
    }
    return wrong;
}

bool PaperDialog::judge()
{
    if (!m_rows.back()->isBlank()) {
        addRow();
    }
    const auto rows = typedRows();
    const auto faulty = displayFaults();
    QStringList wrong;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isFaulty = std::find(faulty.begin(), faulty.end(), m_rows[i]) != faulty.end();
        if (isFaulty || (!m_rows[i]->isBlank() && !m_rows[i]->line())) {
            wrong << QString::number(i + 1);
        }
    }
    const bool canBeSaved = !rows.empty() && wrong.isEmpty();
    m_save->setEnabled(canBeSaved);
    if (rows.empty()) {
        m_state->setText(tr("Nothing is typed yet."));
        m_question->hide();
    } else if (!wrong.isEmpty()) {
        //: %1 the numbers of the lines
        m_state->setText(tr("Before these lines can be saved, mend line %1.")
                             .arg(wrong.join(QLatin1String(", "))));
    } else {
        m_state->setText(tr("Lines typed: %1. They go into the diary together, after a backup, "
                            "and Undo takes them back.")
                             .arg(rows.size()));
    }
    return canBeSaved;
}

void PaperDialog::save()
{
    if (!judge()) {
        return; // time went by, and what could be saved no longer can
    }
    std::vector<PaperLine> lines;
    for (const PaperRow* row : typedRows()) {
        if (const auto line = row->line()) {
            lines.push_back(*line);
        }
    }
    m_question->hide();
    Q_EMIT saveRequested(lines);
}

void PaperDialog::tellTyped()
{
    std::vector<TypedPaperLine> lines;
    for (const PaperRow* row : typedRows()) {
        lines.push_back(row->typed());
    }
    Q_EMIT typedChanged(lines);
}

void PaperDialog::displayTyped(const std::vector<TypedPaperLine>& lines)
{
    for (const TypedPaperLine& line : lines) {
        m_rows.back()->displayTyped(line); // and a new one comes behind it
    }
    displayStatus(tr("These lines were typed before, and are not saved yet."));
    m_rows.back()->focusFirst();
}

void PaperDialog::displaySaved(const QString& sentence)
{
    empty();
    tellTyped();
    displayStatus(sentence);
    m_rows.front()->focusFirst();
}

void PaperDialog::displayProblems(const std::vector<ForeignProblem>& problems)
{
    const auto rows = typedRows();
    for (ForeignProblem problem : problems) {
        const auto index = static_cast<std::size_t>(problem.line - 1);
        if (index < rows.size()) {
            problem.line = 0; // the row has its own number
            rows[index]->displayFault(problem);
        }
    }
    displayStatus(tr("Nothing was saved: some lines have to be mended first."));
}

void PaperDialog::displayStatus(const QString& sentence)
{
    m_foot->displayStatus(sentence);
}

void PaperDialog::displayProgress(double share)
{
    if (m_foot->displayProgress(share)) {
        m_sheet->setEnabled(false);
    }
}

void PaperDialog::endProgress()
{
    m_sheet->setEnabled(true);
    m_foot->endProgress();
}

void PaperDialog::reject()
{
    const auto rows = typedRows();
    if (rows.empty()) {
        QDialog::reject();
        return;
    }
    m_question->ask(
        rows.size() == 1
            ? tr("1 line is typed and not saved. Close all the same?")
            : tr("%1 lines are typed and not saved. Close all the same?").arg(rows.size()));
}

} // namespace unclench::ui
