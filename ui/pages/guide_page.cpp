// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/guide_page.h"

#include "ui/theme.h"
#include "ui/widgets/advice_card.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/exercise_question.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/one_of.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kWidestCard = 108.0;
/// The cards need at least this much beside the list; with less, the list stands above them.
constexpr double kLeastCard = 56.0;

/// One of many in a list: over two lines they would stand unevenly.
class TopicButton : public NavigationButton {
public:
    using NavigationButton::NavigationButton;
    [[nodiscard]] QSize sizeHint() const override
    {
        QFont widest = font();
        widest.setWeight(QFont::DemiBold);
        return {QFontMetrics{widest}.horizontalAdvance(text()) + theme::grid(font(), 4) + 2,
                theme::grid(font(), 5)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace

GuidePage::GuidePage(std::vector<GuideTopicView> topics,
                     const BreathingTimes& breathing,
                     QWidget* parent)
    : QWidget(parent), m_topics(std::move(topics)), m_breathing(breathing),
      m_list(new QWidget{this}),
      m_side(new ScrollSheet{QStringLiteral("guideTopicsScroll"), tr("Topics"), this}),
      m_scroll(new ScrollSheet{QStringLiteral("guideScroll"), tr("Guide"), this})
{
    setObjectName(QStringLiteral("guidePage"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    whole->setSpacing(theme::grid(font(), 2));
    auto* title = new QLabel{tr("Guide"), this};
    title->setObjectName(QStringLiteral("guideTitle"));
    title->setFont(theme::font(title->font(), theme::Size::Title));
    whole->addWidget(title);

    m_list->setObjectName(QStringLiteral("guideTopics"));
    m_list->setAccessibleName(tr("Topics"));
    auto* list = new EvenLayout{m_list, EvenLayout::Order::Down, theme::grid(font(), 1),
                                theme::grid(font(), 0.5)};
    m_group.setExclusive(true);
    for (const GuideTopicView& topic : m_topics) {
        auto* button =
            new TopicButton{QStringLiteral("guideTopic_") + topic.id, topic.title, m_list};
        m_group.addButton(button, static_cast<int>(m_group.buttons().size()));
        list->addWidget(button);
    }
    connect(&m_group, &QButtonGroup::idClicked, this, &GuidePage::showCards);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme::grid(font(), 3));
    auto* side = new QVBoxLayout{m_side->sheet()};
    side->setContentsMargins(0, 0, 0, 0);
    side->addStretch(1);
    m_side->setFixedWidth(m_list->sizeHint().width() +
                          style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    row->addWidget(m_side);
    // What may not be wider stands in a row: a column would reckon its height with the whole width.
    auto* sheet = new QHBoxLayout{m_scroll->sheet()};
    sheet->setContentsMargins(0, 0, 0, 0);
    auto* read = new QWidget{m_scroll->sheet()};
    read->setMaximumWidth(theme::grid(font(), kWidestCard));
    sheet->addWidget(read, 100);
    sheet->addStretch(1);
    m_column = new QVBoxLayout{read};
    m_column->setContentsMargins(0, 0, 0, margin);
    m_column->setSpacing(theme::grid(font(), 2));
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(theme::grid(font(), 2));
    m_column->addWidget(m_list);
    m_column->addLayout(m_cards);
    auto* note = new QLabel{tr("This page does not replace care. If something feels wrong or "
                               "changes, call."),
                            this};
    note->setObjectName(QStringLiteral("guideNote"));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(note);
    m_column->addStretch(1);
    row->addWidget(m_scroll, 1);
    whole->addLayout(row, 1);
    m_side->hide();
    showCards(0);
}

void GuidePage::showTopic(const QString& topic)
{
    for (std::size_t i = 0; i < m_topics.size(); ++i) {
        if (m_topics[i].id == topic) {
            showCards(static_cast<int>(i));
        }
    }
}

void GuidePage::showCards(int topic)
{
    choose(m_group, topic);
    m_shownCards.clear();
    m_question = nullptr;
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const GuideCardView& view : m_topics[static_cast<std::size_t>(topic)].cards) {
        auto* card = new AdviceCard{view};
        if (view.tool) {
            addTool(*card, *view.tool);
        }
        m_shownCards.push_back(card);
        m_cards->addWidget(card);
    }
    display(m_exercise);
    m_scroll->verticalScrollBar()->setValue(0);
    orderTabs(*window());
}

void GuidePage::addTool(AdviceCard& card, GuideTool tool)
{
    switch (tool) {
    case GuideTool::ExerciseGate:
        m_question = new ExerciseQuestion{&card};
        connect(m_question, &ExerciseQuestion::crampTold, this, &GuidePage::crampTold);
        card.addTool(m_question);
        return;
    case GuideTool::BreathingPace: {
        auto* pace = new BreathingPace{m_breathing, &card};
        connect(pace, &BreathingPace::spoken, this, &GuidePage::spoken);
        card.addTool(pace);
        return;
    }
    }
}

void GuidePage::display(const ExerciseView& exercise)
{
    m_exercise = exercise;
    for (AdviceCard* card : m_shownCards) {
        card->display(exercise);
    }
    if (m_question != nullptr) {
        m_question->display(exercise);
    }
}

void GuidePage::arrange()
{
    const int room = width() - m_side->width() - theme::grid(font(), 9);
    const bool isAside = room >= theme::grid(font(), kLeastCard);
    if (isAside == m_isListAside) {
        return;
    }
    m_isListAside = isAside;
    if (isAside) {
        qobject_cast<QVBoxLayout*>(m_side->sheet()->layout())->insertWidget(0, m_list);
    } else {
        m_column->insertWidget(0, m_list);
    }
    m_side->setVisible(isAside);
    orderTabs(*window());
}

void GuidePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shownChanged(true);
}

void GuidePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(false);
}

void GuidePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace unclench::ui
