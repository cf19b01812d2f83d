// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mistake_choice.h"

#include "ui/theme.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_button.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace unclench::ui {

MistakeChoice::MistakeChoice(QWidget* parent) : QWidget(parent), m_choices(new QVBoxLayout)
{
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll =
        new ScrollSheet{QStringLiteral("whichScroll"), tr("Which answer was a mistake?"), this};
    whole->addWidget(scroll);
    auto* column = new QVBoxLayout{scroll->sheet()};
    const int margin = theme::grid(font(), 4);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::grid(font(), 2));
    QLabel* title = wrapped(QStringLiteral("whichTitle"), tr("Which answer was a mistake?"), this);
    title->setFont(theme::font(font(), theme::Size::Title));
    QLabel* hint = wrapped(
        QStringLiteral("whichHint"),
        tr("What you answered stays in the diary, struck through. The others stay open."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(title);
    column->addWidget(hint);
    m_choices->setSpacing(theme::grid(font(), 2));
    column->addLayout(m_choices);
    QPushButton* back = rowButton(QStringLiteral("backFromWhichButton"), tr("Back"),
                                  tr("Back: none of these"), this);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(back, &QPushButton::clicked, this, &MistakeChoice::backRequested);
}

void MistakeChoice::display(const AlertsView& view)
{
    while (QLayoutItem* item = m_choices->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // the press that closed it comes from inside
        delete item;
    }
    for (const AlertEntry& entry : view.open) {
        if (entry.level != Level::Emergency) {
            continue;
        }
        auto* choice =
            new WrappedButton{capitalised(entry.reasons().join(QStringLiteral("; "))), this};
        choice->setObjectName(QStringLiteral("mistake_%1").arg(QString::fromStdString(entry.rule)));
        choice->setAccessibleName(tr("By mistake: %1").arg(choice->text()));
        choice->setFont(theme::font(font(), theme::Size::Heading));
        connect(choice, &QPushButton::clicked, this,
                [this, rule = entry.rule] { Q_EMIT chosen(rule); });
        m_choices->addWidget(choice);
    }
}

void MistakeChoice::focusFirst()
{
    if (QLayoutItem* first = m_choices->itemAt(0)) {
        first->widget()->setFocus();
    }
}

} // namespace unclench::ui
