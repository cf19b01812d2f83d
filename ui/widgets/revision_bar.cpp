// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/revision_bar.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace unclench::ui {

RevisionBar::RevisionBar(QWidget* parent)
    : Card(parent), m_question(new QLabel{this}),
      m_changed(rowButton(QStringLiteral("itChangedButton"), tr("It &changed"), {}, this))
{
    setObjectName(QStringLiteral("revisionBar"));
    m_question->setObjectName(QStringLiteral("revisionLabel"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    auto* wrong = rowButton(QStringLiteral("typedWrongButton"), tr("I typed it wron&g"), {}, this);
    auto* leave = rowButton(QStringLiteral("leaveItButton"), tr("&Leave it"), tr("Leave it"), this);
    leave->setFlat(true);
    m_changed->setAccessibleName(tr("It changed"));
    m_changed->setAccessibleDescription(tr("What you told before was so then, and is kept"));
    wrong->setAccessibleName(tr("I typed it wrong"));
    wrong->setAccessibleDescription(tr("What you told before was never so, and counts nowhere"));

    auto* column = new QVBoxLayout{this};
    const int padding = theme::grid(font(), 2);
    // Low: it must find room even in the least window with the largest text.
    column->setContentsMargins(padding, theme::grid(font(), 0.75), padding,
                               theme::grid(font(), 0.75));
    column->setSpacing(theme::grid(font(), 0.5));
    column->addWidget(m_question);
    auto* row = new QWidget{this};
    auto* flow = new FlowLayout{row, theme::grid(font(), 1)};
    flow->addWidget(m_changed);
    flow->addWidget(wrong);
    flow->addWidget(leave);
    column->addWidget(row);

    connect(m_changed, &QPushButton::clicked, this, [this] { answer(false); });
    connect(wrong, &QPushButton::clicked, this, [this] { answer(true); });
    connect(leave, &QPushButton::clicked, this, &RevisionBar::dismiss);
    hide();
}

void RevisionBar::ask(const QString& question, std::function<void(bool isTypedWrong)> answered)
{
    if (isHidden()) {
        m_before = QApplication::focusWidget();
    }
    m_question->setText(question);
    m_question->setAccessibleName(question);
    m_answered = std::move(answered);
    show();
    m_changed->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert{m_question, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

void RevisionBar::dismiss()
{
    m_answered = nullptr;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (hadFocus && m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    hide();
}

void RevisionBar::answer(bool isTypedWrong)
{
    const auto answered = std::exchange(m_answered, nullptr);
    dismiss();
    if (answered) {
        answered(isTypedWrong);
    }
}

void RevisionBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace unclench::ui
