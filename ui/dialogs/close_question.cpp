// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/close_question.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

CloseQuestion::CloseQuestion(const QString& name, const Texts& texts, QWidget* parent)
    : QWidget(parent), m_question(wrapped(name + QLatin1String("AskLabel"), {}, this))
{
    const int margin = theme::grid(font(), 3);
    auto* lines = new QVBoxLayout{this};
    lines->setContentsMargins(margin, theme::grid(font(), 1), margin, 0);
    lines->setSpacing(theme::grid(font(), 1));
    lines->addWidget(m_question);
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_stay = rowButton(name + QLatin1String("StayButton"), texts.stay, texts.stayPurpose, buttons);
    QPushButton* leave =
        rowButton(name + QLatin1String("LeaveButton"), texts.leave, texts.leavePurpose, buttons);
    row->addWidget(m_stay);
    row->addWidget(leave);
    lines->addWidget(buttons);
    hide();
    connect(m_stay, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT stayed();
    });
    connect(leave, &QPushButton::clicked, this, &CloseQuestion::left);
}

void CloseQuestion::ask(const QString& question)
{
    m_question->setText(question);
    show();
    m_stay->setFocus(Qt::OtherFocusReason);
}

} // namespace unclench::ui
