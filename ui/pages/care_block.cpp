// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_block.h"

#include "ui/theme.h"
#include "ui/widgets/care_card.h"
#include "ui/widgets/wrapped_button.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

namespace unclench::ui {

namespace {

/// In units of the grid: where the two beside each other would be narrower than their words.
constexpr double kNarrow = 90;

struct Answers {
    QString yes;
    QString no; ///< empty: there is but one
};
Answers answersTo(CareAsk ask)
{
    switch (ask) {
    case CareAsk::Nothing: return {};
    case CareAsk::Running: return {CareBlock::tr("Show it"), {}};
    case CareAsk::Clock: return {CareBlock::tr("It is right"), {}};
    case CareAsk::Skin: return {CareBlock::tr("Yes"), CareBlock::tr("Not yet")};
    case CareAsk::SkinLater: return {CareBlock::tr("It feels normal now"), {}};
    case CareAsk::Outcome: return {CareBlock::tr("Answer"), CareBlock::tr("Leave it")};
    }
    Q_UNREACHABLE();
}

} // namespace

CareBlock::CareBlock(QWidget* parent)
    : QWidget(parent), m_heat(new CareCard{Modality::Heat, this}),
      m_cold(new CareCard{Modality::Cold, this}), m_plan(new QLabel{this})
{
    setObjectName(QStringLiteral("careBlock"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    m_askCard = buildAsk();
    column->addWidget(m_askCard);
    m_cards = new QBoxLayout{QBoxLayout::LeftToRight};
    m_cards->setSpacing(theme::grid(font(), 2));
    m_cards->addWidget(m_heat, 1);
    m_cards->addWidget(m_cold, 1);
    column->addLayout(m_cards);
    m_plan->setObjectName(QStringLiteral("carePlanLabel"));
    m_plan->setTextFormat(Qt::PlainText);
    m_plan->setWordWrap(true);
    m_plan->setForegroundRole(QPalette::PlaceholderText);
    m_plan->hide();
    column->addWidget(m_plan);
    for (CareCard* card : {m_heat, m_cold}) {
        connect(card, &CareCard::startRequested, this, &CareBlock::startRequested);
        connect(card, &CareCard::kindChosen, this, &CareBlock::kindChosen);
        connect(card, &CareCard::clinicianOkTold, this, &CareBlock::clinicianOkTold);
        connect(card, &CareCard::noLongerTold, this, &CareBlock::noLongerTold);
    }
}

QWidget* CareBlock::buildAsk()
{
    auto* card = new Card{this};
    card->setObjectName(QStringLiteral("careAskCard"));
    auto* row = new QHBoxLayout{card};
    const int padding = theme::grid(font(), 1.5);
    row->setContentsMargins(padding, padding, padding, padding);
    row->setSpacing(theme::grid(font(), 1));
    m_ask = new QLabel{card};
    m_ask->setObjectName(QStringLiteral("careAskLabel"));
    m_ask->setTextFormat(Qt::PlainText);
    m_ask->setWordWrap(true);
    row->addWidget(m_ask, 1);
    m_yes = new WrappedButton{{}, card};
    m_yes->setObjectName(QStringLiteral("careAskYesButton"));
    m_yes->setAccessibleName(tr("Yes"));
    m_no = new WrappedButton{{}, card};
    m_no->setObjectName(QStringLiteral("careAskNoButton"));
    m_no->setAccessibleName(tr("No"));
    row->addWidget(m_yes);
    row->addWidget(m_no);
    card->hide();
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    return card;
}

void CareBlock::answer(bool isYes)
{
    switch (m_asked) {
    case CareAsk::Nothing: break;
    case CareAsk::Running: Q_EMIT runningRequested(); break;
    case CareAsk::Clock: Q_EMIT clockConfirmed(); break;
    case CareAsk::Skin:
    case CareAsk::SkinLater: Q_EMIT skinFelt(isYes); break;
    case CareAsk::Outcome:
        if (isYes) {
            Q_EMIT outcomeRequested();
        } else {
            Q_EMIT outcomeLeft();
        }
        break;
    }
}

void CareBlock::display(const CareView& view)
{
    m_asked = view.ask;
    const Answers answers = answersTo(view.ask);
    m_ask->setText(view.askText);
    m_yes->setText(answers.yes);
    m_no->setText(answers.no);
    //: %1 is what is asked, %2 the answer
    m_yes->setAccessibleName(tr("%1 %2").arg(view.askText, answers.yes));
    m_no->setAccessibleName(tr("%1 %2").arg(view.askText, answers.no));
    for (QPushButton* button : {m_yes, m_no}) { // the question wraps, the answers do not
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) +
                                theme::grid(font(), 4.5));
    }
    m_no->setVisible(!answers.no.isEmpty());
    m_askCard->setVisible(view.ask != CareAsk::Nothing);
    m_heat->display(view.heat, !view.isEpisodeOpen);
    m_cold->display(view.cold, !view.isEpisodeOpen);
    m_plan->setText(view.plan);
    m_plan->setVisible(!view.plan.isEmpty());
    arrange();
}

void CareBlock::reset()
{
    m_heat->reset();
    m_cold->reset();
}

void CareBlock::arrange()
{
    const int widest =
        std::max(m_heat->minimumSizeHint().width(), m_cold->minimumSizeHint().width());
    const int needed = std::max(2 * widest + m_cards->spacing(), theme::grid(font(), kNarrow));
    m_cards->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void CareBlock::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

} // namespace unclench::ui
