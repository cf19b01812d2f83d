// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/offer_bar.h"

#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

OfferBar::OfferBar(const QString& name, const QString& yes, const QString& no, QWidget* parent)
    : Card(parent), m_sentence(new QLabel{this})
{
    setObjectName(name + QStringLiteral("Bar"));
    m_sentence->setObjectName(name + QStringLiteral("Label"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout{this};
    const int padding = theme::grid(font(), 1.5);
    row->setContentsMargins(padding, padding, padding, padding);
    row->setSpacing(theme::grid(font(), 1.5));
    row->addWidget(m_sentence, 1);
    const auto button = [&](const QString& suffix, const QString& text, bool isYes) {
        auto* made = new QPushButton{text, this};
        made->setObjectName(name + suffix);
        made->setAccessibleName(QString{text}.remove(QLatin1Char('&')));
        made->setMinimumHeight(theme::grid(font(), 4.5));
        connect(made, &QPushButton::clicked, this, [this, isYes] { answer(isYes); });
        row->addWidget(made);
    };
    button(QStringLiteral("YesButton"), yes, true);
    button(QStringLiteral("NoButton"), no, false);
    hide();
}

void OfferBar::offer(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
    m_isAsking = true;
    setVisible(!m_isAside);
    Q_EMIT askingChanged();
}

void OfferBar::withdraw()
{
    m_isAsking = false;
    hide();
    Q_EMIT askingChanged();
}

void OfferBar::setAside(bool isAside)
{
    m_isAside = isAside;
    setVisible(m_isAsking && !m_isAside);
}

void OfferBar::answer(bool isYes)
{
    withdraw();
    Q_EMIT answered(isYes);
}

} // namespace unclench::ui
