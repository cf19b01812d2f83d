// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trouble_page.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/scroll_sheet.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

TroublePage::TroublePage() : m_sentence(new QLabel{this})
{
    setObjectName(QStringLiteral("troublePage"));
    setWindowTitle(tr("Unclench"));
    auto* scroll = new ScrollSheet{QStringLiteral("troubleScroll"),
                                   tr("Your diary could not be opened"), this};
    auto* title = new QLabel{tr("Your diary could not be opened"), this};
    title->setFont(theme::font(font(), theme::Size::Title));
    title->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("troubleLabel"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* retry = new QPushButton{tr("&Try again"), this};
    retry->setObjectName(QStringLiteral("retryButton"));
    auto* close = new QPushButton{tr("&Close"), this};
    close->setObjectName(QStringLiteral("closeButton"));
    connect(retry, &QPushButton::clicked, this, &TroublePage::retryRequested);
    connect(close, &QPushButton::clicked, this, &QWidget::close);

    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::grid(font(), 2));
    auto* words = new QVBoxLayout{scroll->sheet()};
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(theme::grid(font(), 2));
    words->addWidget(title);
    words->addWidget(m_sentence);
    words->addStretch(1);
    column->addWidget(scroll, 1);
    auto* buttons = new FlowLayout{nullptr, theme::grid(font(), 1)};
    for (QPushButton* button : {retry, close}) {
        button->setMinimumHeight(theme::grid(font(), 4.5));
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    resize(theme::grid(font(), 80), theme::grid(font(), 40));
}

void TroublePage::display(const QString& sentence)
{
    m_sentence->setText(sentence);
}

} // namespace unclench::ui
