// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/measure_field.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace unclench::ui {

namespace {

/// With the person's decimal sign or with a point. Absent: no number.
std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    double number = QLocale{}.toDouble(text, &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(QString{text}.replace(QLatin1Char(','), QLatin1Char('.')),
                                       &isNumber);
    }
    return isNumber ? std::optional{number} : std::nullopt;
}

} // namespace

MeasureField::MeasureField(Quantity quantity,
                           const QString& name,
                           const QString& title,
                           std::vector<Choice> units,
                           QWidget* parent)
    : QWidget(parent), m_quantity(quantity), m_line(new QLineEdit{this}),
      m_complaint(new QLabel{this}),
      m_units(new ChipGroup{name + QStringLiteral("Unit"), {}, title, this}),
      m_unit(units.front().unit)
{
    const double height = theme::grid(font(), 4.5);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    auto* label = new QLabel{title, this};
    label->setWordWrap(true);
    label->setBuddy(m_line);
    column->addWidget(label);

    m_line->setObjectName(name);
    m_line->setAccessibleName(title);
    // Cut off, a long text could become a number that nobody typed.
    m_line->setMaxLength(std::numeric_limits<int>::max());
    m_line->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_line->setMinimumHeight(static_cast<int>(height));
    m_line->setFixedWidth(theme::grid(font(), 14));
    m_line->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    std::vector<ui::Choice> choices;
    for (const Choice& choice : units) {
        choices.push_back({std::string{toId(choice.unit)}, choice.label});
    }
    m_units->offer(std::move(choices), units.size());
    auto* save = rowButton(name + QStringLiteral("Save"), tr("Save"),
                           //: %1 is what is measured
                           tr("%1: save").arg(title), this);
    auto* row = new QWidget{this};
    auto* flow = new FlowLayout{row, theme::grid(font(), 1)};
    flow->addWidget(m_line);
    m_units->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    flow->addWidget(m_units);
    flow->addWidget(save);
    column->addWidget(row);

    m_complaint->setObjectName(name + QStringLiteral("Complaint"));
    m_complaint->setText(tr("Write a number, such as %1.").arg(QLocale{}.toString(38.2, 'f', 1)));
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    column->addWidget(m_complaint);

    choose(m_unit);
    connect(m_units, &ChipGroup::pressed, this,
            [this](const std::string& id, bool) { choose(fromId<Unit>(id).value_or(m_unit)); });
    save->setEnabled(false);
    connect(m_line, &QLineEdit::textChanged, save, [this, save] { save->setEnabled(isOpen()); });
    connect(save, &QPushButton::clicked, this, &MeasureField::commit);
    connect(m_line, &QLineEdit::returnPressed, this, &MeasureField::commit);
    connect(m_line, &QLineEdit::textEdited, m_complaint, &QWidget::hide);
}

void MeasureField::choose(Unit unit)
{
    m_unit = unit;
    m_units->display({std::string{toId(unit)}});
}

bool MeasureField::isOpen() const
{
    return !m_line->text().trimmed().isEmpty();
}

void MeasureField::commit()
{
    const auto number = numberIn(m_line->text().trimmed());
    m_complaint->setVisible(!number);
    m_line->setAccessibleDescription(number ? QString{} : m_complaint->text());
    if (number) {
        Q_EMIT entered(m_quantity, *number, m_unit);
    } else {
        m_line->setFocus(Qt::OtherFocusReason);
        m_line->selectAll();
    }
}

void MeasureField::clear()
{
    m_line->clear();
}

} // namespace unclench::ui
