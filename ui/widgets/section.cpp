// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section.h"

#include "ui/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

Section::Section(const QString& title, QWidget* parent)
    : Card(parent), m_column(new QVBoxLayout{this})
{
    const int padding = theme::grid(font(), 2);
    m_column->setContentsMargins(padding, padding, padding, padding);
    m_column->setSpacing(theme::grid(font(), 1.5));
    auto* heading = new QLabel{title, this};
    heading->setFont(theme::font(font(), theme::Size::Heading));
    heading->setWordWrap(true);
    m_column->addWidget(heading);
}

QLabel* Section::addText(const QString& text)
{
    auto* label = new QLabel{text, this};
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

QLabel* Section::addHint(const QString& text)
{
    QLabel* label = addText(text);
    label->setFont(theme::font(font(), theme::Size::Caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QPushButton*
rowButton(const QString& name, const QString& text, const QString& accessibleName, QWidget* parent)
{
    auto* button = new QPushButton{text, parent};
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    button->setMinimumHeight(theme::grid(button->font(), 4.5));
    QString shown = text;
    button->setMinimumWidth(
        button->fontMetrics().horizontalAdvance(shown.remove(QLatin1Char('&'))) +
        theme::grid(button->font(), 3));
    return button;
}

} // namespace unclench::ui
