// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/changed_page.h"

#include "ui/pages/changed_body.h"
#include "ui/theme.h"
#include "ui/widgets/answer_button.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/wording/alerts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

ChangedPage::ChangedPage(const RedFlags& rules,
                         const Vocabulary& vocabulary,
                         const Words& words,
                         QWidget* parent)
    : QWidget(parent), m_rules(rules), m_words(words), m_body(new ChangedBody{vocabulary, words})
{
    setObjectName(QStringLiteral("changedPage"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(0, margin, 0, theme::grid(font(), 1));
    whole->setSpacing(theme::grid(font(), 2));
    whole->addWidget(buildHead());
    auto* scroll = new ScrollSheet{QStringLiteral("changedScroll"), tr("Something changed"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(margin, 0, margin, 0);
    column->setSpacing(theme::grid(font(), 2));
    addGroup(QuestionTopic::Emergency, tr("One of these signs is new"), column);
    for (const QuestionTopic topic : {QuestionTopic::Legs, QuestionTopic::Illness,
                                      QuestionTopic::Injury, QuestionTopic::Rest}) {
        addGroup(topic, wording::questionTopic(topic), column);
    }
    column->addWidget(m_body);
    auto* about = new Section{tr("About you"), this};
    about->addText(tr("A condition, a pregnancy or a medicine that you take regularly."));
    auto* settings = rowButton(QStringLiteral("changedSettingsButton"), tr("Open the settings"),
                               tr("Open the settings"), about);
    about->column()->addWidget(settings, 0, Qt::AlignLeft);
    column->addWidget(about);
    column->addStretch(1);
    whole->addWidget(scroll, 1);
    connect(settings, &QPushButton::clicked, this, &ChangedPage::settingsRequested);
}

QWidget* ChangedPage::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    const int margin = theme::grid(font(), 3);
    row->setContentsMargins(margin, 0, margin, 0);
    auto* title = new QLabel{tr("What changed?"), head};
    title->setObjectName(QStringLiteral("changedTitle"));
    title->setFont(theme::font(font(), theme::Size::Title));
    title->setWordWrap(true);
    row->addWidget(title, 1);
    auto* done = rowButton(QStringLiteral("changedDoneButton"), tr("&Done"), tr("Done"), head);
    done->setAccessibleDescription(tr("Goes back to the page before"));
    row->addWidget(done, 0, Qt::AlignTop);
    connect(done, &QPushButton::clicked, this, &ChangedPage::closeRequested);
    return head;
}

void ChangedPage::addGroup(QuestionTopic topic, const QString& title, QVBoxLayout* column)
{
    Group group;
    group.section = new Section{title, this};
    auto* area = new QWidget{group.section};
    group.lines = new EvenLayout{area, EvenLayout::Order::Down, theme::grid(font(), 1),
                                 theme::grid(font(), 1)};
    group.section->column()->addWidget(area);
    column->addWidget(group.section);
    m_groups.emplace(topic, std::move(group));
}

void ChangedPage::display(const ChangedView& view)
{
    std::map<QuestionTopic, std::vector<std::string>> questions;
    for (const std::string& id : view.offered) {
        questions[m_rules.question(id)->topic].push_back(id);
    }
    for (auto& [topic, group] : m_groups) {
        displayGroup(group, questions[topic]);
    }
    m_body->display(view);
}

void ChangedPage::displayGroup(Group& group, const std::vector<std::string>& questions)
{
    group.section->setVisible(!questions.empty());
    if (group.shown == questions) {
        return;
    }
    group.shown = questions;
    while (QLayoutItem* item = group.lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const std::string& id : questions) {
        const QString line = m_words.question(id);
        auto* button = new AnswerButton{AnswerButton::Shape::Line,
                                        QStringLiteral("ask_") + QString::fromStdString(id), line,
                                        line, group.section};
        button->setAccessibleDescription(m_words.examples(id));
        group.lines->addWidget(button);
        button->show();
        connect(button, &AnswerButton::clicked, this, [this, id] { Q_EMIT questionRequested(id); });
    }
    orderTabs(*window());
}

void ChangedPage::focusFirst()
{
    Group& first = m_groups.at(QuestionTopic::Emergency);
    if (first.lines->count() > 0) {
        takeKeyboard(*first.lines->itemAt(0)->widget());
    }
}

} // namespace unclench::ui
