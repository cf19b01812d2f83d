// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_after.h"

#include "ui/theme.h"
#include "ui/widgets/answer_button.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/pain_scale.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/wording/care.h"
#include "ui/wording/choices.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QString idOf(std::string_view id)
{
    return QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

} // namespace

CareAfter::CareAfter(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("careAfterPage"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(0, margin, 0, theme::grid(font(), 1));
    whole->setSpacing(theme::grid(font(), 1.5));
    auto* scroll =
        new ScrollSheet{QStringLiteral("careAfterScroll"), tr("After the session"), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(margin, 0, margin, 0);
    column->setSpacing(theme::grid(font(), 1.5));
    column->addWidget(buildHead());
    column->addWidget(buildPain());
    column->addWidget(buildSkin());
    column->addWidget(buildEffect());
    auto* never = rowButton(QStringLiteral("neverHappenedButton"), tr("It never happened"),
                            tr("This session never happened: take it out"), this);
    never->setFont(theme::font(font(), theme::Size::Caption));
    column->addWidget(never, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(never, &QPushButton::clicked, this, &CareAfter::neverHappened);
    whole->addWidget(scroll, 1);
}

QWidget* CareAfter::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid(font(), 2));
    auto* words = new QVBoxLayout;
    m_title = new QLabel{head};
    m_title->setObjectName(QStringLiteral("careAfterTitle"));
    m_title->setFont(theme::font(font(), theme::Size::Title));
    m_lead = new QLabel{head};
    m_lead->setObjectName(QStringLiteral("careAfterLead"));
    m_lead->setFont(theme::font(font(), theme::Size::Heading));
    for (QLabel* label : {m_title, m_lead}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    row->addLayout(words, 1);
    m_done = new MainButton{tr("&Done"), head};
    m_done->setObjectName(QStringLiteral("careDoneButton"));
    m_done->setAccessibleName(tr("Done"));
    m_done->setAccessibleDescription(tr("What you pressed is saved already; the rest is left out"));
    row->addWidget(m_done, 0, Qt::AlignTop);
    connect(m_done, &QPushButton::clicked, this, &CareAfter::closeRequested);
    return head;
}

QWidget* CareAfter::buildPain()
{
    auto* section = new Section{tr("How strong is the pain now?"), this};
    m_pains = new PainScale{QStringLiteral("afterPain"), tr("Pain now"), section};
    section->column()->addWidget(m_pains);
    connect(m_pains, &PainScale::picked, this,
            [this](int pain) { Q_EMIT told({.pain = pain, .skin = {}, .felt = {}}); });
    return section;
}

QWidget* CareAfter::buildSkin()
{
    auto* section = new Section{tr("How is the skin there?"), this};
    auto* area = new QWidget{section};
    auto* grid = new EvenLayout{area, EvenLayout::Order::Down, theme::grid(font(), 1),
                                theme::grid(font(), 1)};
    for (std::size_t i = 0; i < kNames<Skin>.size(); ++i) {
        const auto skin = static_cast<Skin>(i);
        const QString text = wording::skinExplained(skin);
        auto* button = new AnswerButton{AnswerButton::Shape::Line,
                                        QStringLiteral("afterSkin_") + idOf(toId(skin)), text,
                                        tr("Skin: %1").arg(text), area};
        button->setCheckable(true);
        grid->addWidget(button);
        m_skins[skin] = button;
        connect(button, &QPushButton::clicked, this,
                [this, skin] { Q_EMIT told({.pain = {}, .skin = skin, .felt = {}}); });
    }
    section->column()->addWidget(area);
    m_advice = section->addText({});
    m_advice->setObjectName(QStringLiteral("skinAdvice"));
    m_advice->hide();
    return section;
}

QWidget* CareAfter::buildEffect()
{
    auto* section = new Section{tr("What did it do?"), this};
    auto* area = new QWidget{section};
    auto* grid = new EvenLayout{area, EvenLayout::Order::Across, theme::grid(font(), 1),
                                theme::grid(font(), 1)};
    for (const Effect effect : {Effect::Better, Effect::Same, Effect::Worse}) {
        const QString text = wording::effect(effect);
        auto* button = new AnswerButton{AnswerButton::Shape::Answer,
                                        QStringLiteral("afterFelt_") + idOf(toId(effect)), text,
                                        tr("What it did: %1").arg(text), area};
        button->setCheckable(true);
        grid->addWidget(button);
        m_effects[effect] = button;
        connect(button, &QPushButton::clicked, this,
                [this, effect] { Q_EMIT told({.pain = {}, .skin = {}, .felt = effect}); });
    }
    section->column()->addWidget(area);
    return section;
}

void CareAfter::display(const CareAfterView& view)
{
    m_title->setText(view.title);
    m_lead->setText(view.lead);
    m_lead->setVisible(!view.lead.isEmpty());
    m_pains->display(view.told.pain);
    for (const auto& [skin, button] : m_skins) {
        button->setChecked(view.told.skin == skin);
    }
    const QString advice = view.told.skin ? wording::skinAdvice(*view.told.skin) : QString{};
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    for (const auto& [effect, button] : m_effects) {
        button->setChecked(view.told.felt == effect);
    }
}

void CareAfter::focusFirst()
{
    takeKeyboard(*m_done);
}

} // namespace unclench::ui
