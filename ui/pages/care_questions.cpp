// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_questions.h"

#include "ui/theme.h"
#include "ui/widgets/check_grid.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace unclench::ui {

CareQuestions::CareQuestions(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("careQuestionsPage"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(0, margin, 0, theme::grid(font(), 1));
    whole->setSpacing(theme::grid(font(), 1.5));
    auto* scroll =
        new ScrollSheet{QStringLiteral("careQuestionsScroll"), tr("Before the first time"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(margin, 0, margin, 0);
    column->setSpacing(theme::grid(font(), 1.5));
    column->addWidget(buildHead());
    auto* section =
        new Section{tr("Does any of these apply to you, or to the skin where it goes?"), this};
    m_column = section->column();
    column->addWidget(section);
    column->addStretch(1);
    whole->addWidget(scroll, 1);

    auto* foot = new QWidget{this};
    auto* row = new FlowLayout{foot, theme::grid(font(), 1)};
    row->setContentsMargins(margin, 0, margin, 0);
    m_continue = new MainButton{{}, foot};
    m_continue->setObjectName(QStringLiteral("careContinueButton"));
    auto* back = rowButton(QStringLiteral("careBackButton"), tr("&Back"),
                           tr("Back, without starting"), foot);
    back->setMinimumHeight(theme::grid(font(), 6));
    row->addWidget(m_continue);
    row->addWidget(back);
    whole->addWidget(foot);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        std::vector<std::string> present;
        for (const QString& id : m_grid->ticked()) {
            present.push_back(id.toStdString());
        }
        Q_EMIT answered(present);
    });
    connect(back, &QPushButton::clicked, this, &CareQuestions::closeRequested);
    display({});
}

QWidget* CareQuestions::buildHead()
{
    auto* head = new QWidget{this};
    auto* column = new QVBoxLayout{head};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    m_title = new QLabel{head};
    m_title->setObjectName(QStringLiteral("careQuestionsTitle"));
    m_title->setFont(theme::font(font(), theme::Size::Title));
    auto* hint = new QLabel{tr("Tick what applies. You are asked this once."), head};
    hint->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_title, hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    return head;
}

void CareQuestions::display(const CareQuestionsView& view)
{
    m_title->setText(view.modality == Modality::Heat ? tr("Before the first heat")
                                                     : tr("Before the first cold"));
    auto* grid = new CheckGrid{QStringLiteral("careCondition"), this};
    for (const Choice& condition : view.conditions) {
        grid->add(QString::fromStdString(condition.id), condition.label);
    }
    connect(grid, &CheckGrid::picked, this, &CareQuestions::renameContinue);
    if (CheckGrid* old = std::exchange(m_grid, grid)) {
        old->hide();
        m_column->removeWidget(old);
        old->setParent(nullptr);
        old->deleteLater();
    }
    m_column->addWidget(m_grid);
    m_grid->show();
    renameContinue();
    orderTabs(*this);
}

void CareQuestions::renameContinue()
{
    const bool isNone = m_grid->ticked().isEmpty();
    m_continue->setText(isNone ? tr("&None of these") : tr("&Continue"));
    m_continue->setAccessibleName(isNone ? tr("None of these") : tr("Continue"));
    m_continue->updateGeometry();
}

void CareQuestions::focusFirst()
{
    takeKeyboard(*m_continue);
}

} // namespace unclench::ui
