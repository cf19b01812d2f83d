// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/offer_bar.h"

#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

OfferBar::OfferBar(QWidget* parent) : Card(parent), m_sentence(new QLabel{this})
{
    setObjectName(QStringLiteral("offerBar"));
    m_sentence->setObjectName(QStringLiteral("offerLabel"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout{this};
    const int padding = theme::grid(font(), 1.5);
    row->setContentsMargins(padding, padding, padding, padding);
    row->setSpacing(theme::grid(font(), 1.5));
    row->addWidget(m_sentence, 1);
    const auto button = [&](const QString& name, const QString& text, const QString& accessible,
                            bool isYes) {
        auto* made = new QPushButton{text, this};
        made->setObjectName(name);
        made->setAccessibleName(accessible);
        made->setMinimumHeight(theme::grid(font(), 4.5));
        connect(made, &QPushButton::clicked, this, [this, isYes] { answer(isYes); });
        row->addWidget(made);
    };
    button(QStringLiteral("offerYesButton"), tr("&Yes, start it"), tr("Yes, start it"), true);
    button(QStringLiteral("offerNoButton"), tr("&No, thanks"), tr("No, thanks"), false);
    hide();
}

void OfferBar::offer(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    show();
}

void OfferBar::answer(bool isYes)
{
    hide();
    Q_EMIT answered(isYes);
}

} // namespace unclench::ui
