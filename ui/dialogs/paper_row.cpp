// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/paper_row.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/foreign.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kDayWidth = 14.0;
constexpr double kTimeWidth = 9.0;
constexpr double kPaperNoteWidth = 24.0;

QString paperDayLabel()
{
    switch (paperDateOrder()) {
    case DateOrder::MonthFirst: return PaperRow::tr("Day (12/31/2026)");
    case DateOrder::YearFirst: return PaperRow::tr("Day (2026-12-31)");
    default: return PaperRow::tr("Day (31.12.2026)");
    }
}

} // namespace

PaperRow::PaperRow(int number,
                   const QList<ChoiceBox::Entry>& places,
                   PaperJudge judge,
                   QWidget* parent)
    : QWidget(parent), m_number(number), m_judge(std::move(judge))
{
    setObjectName(QStringLiteral("paperRow_%1").arg(number));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    column->addWidget(wrappedText(tr("Line %1").arg(number), this));
    auto* fields = new QWidget{this};
    auto* row = new FlowLayout{fields, theme::grid(font(), 1)};
    addLine(row, PaperField::Day, paperDayLabel(), kDayWidth);
    addLine(row, PaperField::From, tr("From (8:00)"), kTimeWidth);
    addLine(row, PaperField::To, tr("To (10:30)"), kTimeWidth);
    addLine(row, PaperField::Worst, tr("Worst (0-10)"), kTimeWidth);
    m_place = new ChoiceBox{QStringLiteral("paperPlace_%1").arg(number),
                            tr("Line %1, where it hurt").arg(number), fields};
    m_place->offer(places);
    addCell(row, tr("Where"), m_place);
    connect(m_place, &QComboBox::activated, this, &PaperRow::judge);
    connect(m_place, &QComboBox::activated, this, &PaperRow::settled);
    addLine(row, PaperField::Note, tr("Note"), kPaperNoteWidth);
    m_said = wrapped(QStringLiteral("paperSaid_%1").arg(number), {}, this);
    m_said->setMinimumHeight(m_said->fontMetrics().lineSpacing()); // nothing jumps
    column->addWidget(fields);
    column->addWidget(m_said);
}

QLineEdit* PaperRow::addLine(FlowLayout* row, PaperField field, const QString& label, double width)
{
    static constexpr std::array kParts{"paperDay_%1", "paperFrom_%1", "paperTo_%1", "paperWorst_%1",
                                       "paperNote_%1"};
    auto* line = new QLineEdit{row->parentWidget()};
    const auto index = static_cast<std::size_t>(field);
    line->setObjectName(QString::fromLatin1(kParts[index]).arg(m_number));
    //: %1 the number of a line of the paper diary, %2 what the field is for: "Worst (0-10)"
    line->setAccessibleName(tr("Line %1, %2").arg(QString::number(m_number), label));
    line->setMaxLength(std::numeric_limits<int>::max()); // what is too long is said, not cut
    line->setMinimumHeight(theme::grid(font(), 4.5));
    line->setMinimumWidth(theme::grid(font(), width));
    m_lines[index] = line;
    addCell(row, label, line);
    connect(line, &QLineEdit::textChanged, this, &PaperRow::judge);
    connect(line, &QLineEdit::editingFinished, this, &PaperRow::settled);
    return line;
}

QWidget* PaperRow::addCell(FlowLayout* row, const QString& label, QWidget* field)
{
    auto* cell = new QWidget{row->parentWidget()};
    auto* lines = new QVBoxLayout{cell};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    auto* words = new QLabel{label, cell};
    words->setFont(theme::font(font(), theme::Size::Caption));
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setBuddy(field);
    lines->addWidget(words);
    lines->addWidget(field);
    row->addWidget(cell);
    return cell;
}

QLineEdit* PaperRow::lineOf(PaperField field) const
{
    return m_lines[static_cast<std::size_t>(field)];
}

PaperTexts PaperRow::texts() const
{
    const auto text = [this](PaperField field) { return lineOf(field)->text().trimmed(); };
    const std::string place = m_place->currentData().toString().toStdString();
    return {text(PaperField::Day),
            text(PaperField::From),
            text(PaperField::To),
            text(PaperField::Worst),
            place.empty() ? std::nullopt : parsePlace(place),
            text(PaperField::Note)};
}

TypedPaperLine PaperRow::typed() const
{
    const auto text = [this](PaperField field) { return lineOf(field)->text().toStdString(); };
    return {text(PaperField::Day),
            text(PaperField::From),
            text(PaperField::To),
            text(PaperField::Worst),
            m_place->currentData().toString().toStdString(),
            text(PaperField::Note)};
}

void PaperRow::displayTyped(const TypedPaperLine& typed)
{
    const auto display = [this](PaperField field, const std::string& text) {
        lineOf(field)->setText(QString::fromStdString(text));
    };
    display(PaperField::Day, typed.day);
    display(PaperField::From, typed.from);
    display(PaperField::To, typed.to);
    display(PaperField::Worst, typed.worst);
    display(PaperField::Note, typed.note);
    m_place->setCurrentIndex(std::max(m_place->findData(QString::fromStdString(typed.place)), 0));
    judge();
}

bool PaperRow::isBlank() const
{
    return texts().isBlank();
}

std::optional<PaperLine> PaperRow::line() const
{
    const PaperTexts typed = texts();
    if (typed.isBlank()) {
        return std::nullopt;
    }
    const auto read = readPaper(typed, m_judge);
    const auto* line = std::get_if<PaperLine>(&read);
    return line != nullptr ? std::optional{*line} : std::nullopt;
}

void PaperRow::judge()
{
    displayRead();
    Q_EMIT changed();
}

void PaperRow::displayRead()
{
    const PaperTexts typed = texts();
    if (typed.isBlank()) {
        say({}, std::nullopt);
    } else {
        const auto read = readPaper(typed, m_judge);
        if (const auto* fault = std::get_if<PaperFault>(&read)) {
            say(wording::foreignProblem(fault->problem), fault->field);
        } else {
            say(wording::paperLine(std::get<PaperLine>(read)), std::nullopt);
        }
    }
}

void PaperRow::displayFault(const ForeignProblem& problem)
{
    const bool isOfNote = problem.fault == ForeignFault::WordsWithoutPain;
    say(wording::foreignProblem(problem), isOfNote ? PaperField::Note : PaperField::Day);
}

void PaperRow::say(const QString& sentence, std::optional<PaperField> fault)
{
    QFont font = m_said->font();
    font.setWeight(fault ? QFont::DemiBold : QFont::Normal);
    m_said->setFont(font);
    m_said->setForegroundRole(fault ? QPalette::WindowText : QPalette::PlaceholderText);
    //: What is wrong with a line that was typed
    m_said->setText(fault ? tr("To be mended: %1").arg(sentence) : sentence);
    for (QLineEdit* line : m_lines) {
        const bool isMeant = fault && line == lineOf(*fault);
        line->setAccessibleDescription(isMeant ? m_said->text() : QString{});
    }
}

void PaperRow::focusFirst()
{
    lineOf(PaperField::Day)->setFocus(Qt::OtherFocusReason);
}

void PaperRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT finished(); // from whichever of its fields
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace unclench::ui
