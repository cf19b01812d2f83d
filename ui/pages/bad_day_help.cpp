// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/bad_day_help.h"

#include "ui/theme.h"
#include "ui/widgets/big_button.h"
#include "ui/widgets/big_grid.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/wrapped_label.h"

#include <QBoxLayout>
#include <QLabel>

namespace unclench::ui {

namespace {

QLabel* large(QLabel* label)
{
    label->setFont(theme::font(label->font(), theme::Size::Title));
    return label;
}

/// As large as leaves a long number, one with the code of its country, on the page.
QFont numberFont(const QFont& base, const QString& number)
{
    constexpr qsizetype kShort = 6;
    return number.size() <= kShort
               ? theme::font(base, theme::Size::Figures)
               : theme::font(theme::font(base, theme::Size::Title), theme::Size::Heading);
}

} // namespace

BadDayHelp::BadDayHelp(QWidget* parent)
    : QWidget(parent), m_number(wrapped(QStringLiteral("badDayNumber"), {}, this)),
      m_source(muted(wrapped(QStringLiteral("badDaySource"), {}, this)))
{
    setObjectName(QStringLiteral("badDayHelp"));
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new ScrollSheet{QStringLiteral("badDayHelpScroll"), tr("I need help"), this};
    whole->addWidget(scroll);
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // Beside the number what is small; what to do has the whole width.
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::grid(font(), 3));
    row->addWidget(m_number, 1);
    row->addWidget(m_source, 2);
    column->addLayout(row);
    column->addWidget(
        large(wrapped(QStringLiteral("badDayDrive"),
                      tr("Or go to an emergency department. Do not drive yourself."), this)));

    auto* grid = new BigGrid{{3, 1}, false, scroll->sheet()};
    m_questions = new BigButton{QStringLiteral("badDayQuestionsButton"), {}, grid};
    m_questions->display(tr("&Questions"), tr("Warning signs"));
    auto* changed =
        new BigButton{QStringLiteral("badDayChangedButton"), tr("Something &changed"), grid};
    auto* back = new BigButton{QStringLiteral("badDayHelpBackButton"), tr("&Back"), grid};
    for (BigButton* button : {m_questions, changed, back}) {
        grid->add(button);
    }
    column->addWidget(grid, 1);
    connect(m_questions, &QPushButton::clicked, this, &BadDayHelp::questionsRequested);
    connect(changed, &QPushButton::clicked, this, &BadDayHelp::changedRequested);
    connect(back, &QPushButton::clicked, this, &BadDayHelp::backRequested);
}

void BadDayHelp::display(const EmergencyLine& line)
{
    const bool isKnown = !line.number.isEmpty();
    m_number->setFont(isKnown ? numberFont(font(), line.number)
                              : theme::font(font(), theme::Size::Title));
    m_number->setText(isKnown ? line.number : tr("Call your emergency number."));
    m_number->setAccessibleName(m_number->text());
    m_source->setText(
        //: %1 says whose number it is
        tr("%1 This app cannot call for help.")
            .arg(isKnown ? line.source
                         : tr("We do not know the number where you are, so none is shown.")));
}

void BadDayHelp::focusFirst()
{
    takeKeyboard(*m_questions);
}

} // namespace unclench::ui
