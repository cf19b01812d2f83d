// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/number_field.h"

#include "ui/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <limits>

namespace unclench::ui {

NumberField::NumberField(const QString& name, const QString& purpose, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit{this}), m_complaint(new QLabel{this})
{
    m_line->setObjectName(name);
    m_line->setAccessibleName(purpose);
    // Cut off, a long text could become a number that nobody typed.
    m_line->setMaxLength(std::numeric_limits<int>::max());
    m_line->setInputMethodHints(Qt::ImhDigitsOnly);
    m_line->setMinimumHeight(theme::grid(font(), 4.5));
    m_line->setMaximumWidth(theme::grid(font(), 22));
    m_line->setTextMargins(theme::grid(font(), 0.5), 0, theme::grid(font(), 0.5), 0);
    m_complaint->setObjectName(name + QStringLiteral("Complaint"));
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    setFocusProxy(m_line);

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    column->addWidget(m_line);
    column->addWidget(m_complaint);
    connect(m_line, &QLineEdit::editingFinished, this, &NumberField::commit);
    connect(m_line, &QLineEdit::textEdited, m_complaint, &QWidget::hide);
}

void NumberField::setRange(int least, int most, const QString& complaint)
{
    m_least = least;
    m_most = most;
    m_complaint->setText(complaint);
}

void NumberField::setPlaceholder(const QString& text)
{
    m_line->setPlaceholderText(text);
}

void NumberField::display(std::optional<int> value)
{
    if (!m_line->isModified() || (isFine() && this->value() == value)) {
        m_line->setText(value ? QString::number(*value) : QString{});
        m_complaint->hide();
    }
}

std::optional<int> NumberField::value() const
{
    bool isNumber = false;
    const int number = m_line->text().trimmed().toInt(&isNumber);
    return isNumber && number >= m_least && number <= m_most ? std::optional{number} : std::nullopt;
}

bool NumberField::isFine() const
{
    return m_line->text().trimmed().isEmpty() || value();
}

bool NumberField::accepts()
{
    if (!isFine()) {
        showComplaint();
        m_line->setFocus(Qt::OtherFocusReason);
        m_line->selectAll();
    }
    return isFine();
}

void NumberField::showComplaint()
{
    m_complaint->show();
    m_line->setAccessibleDescription(m_complaint->text());
}

void NumberField::commit()
{
    if (!isFine()) {
        showComplaint();
    } else if (m_line->isModified()) {
        m_line->setAccessibleDescription({});
        Q_EMIT entered(value());
    }
}

} // namespace unclench::ui
