// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/forgotten_page.h"

#include "ui/theme.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

ForgottenPage::ForgottenPage()
{
    setObjectName(QStringLiteral("forgottenPage"));
    setWindowTitle(tr("Unclench"));
    auto* scroll = new ScrollSheet{QStringLiteral("forgottenScroll"), tr("Deleted"), this};
    auto* words = new QVBoxLayout{scroll->sheet()};
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(theme::grid(font(), 2));
    words->addWidget(wrapped({}, tr("Deleted"), theme::Size::Title, scroll->sheet()));
    m_text = wrapped(QStringLiteral("forgottenLabel"), {}, scroll->sheet());
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(m_text);
    words->addStretch(1);
    m_close =
        rowButton(QStringLiteral("closeForgottenButton"), tr("&Close"), tr("Close Unclench"), this);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(scroll, 1);
    column->addWidget(m_close, 0, Qt::AlignLeft);
    resize(theme::grid(font(), 80), theme::grid(font(), 50));
}

void ForgottenPage::display(const QStringList& sentences)
{
    m_text->setText(sentences.join(QStringLiteral("\n\n")));
    m_close->setFocus();
}

} // namespace unclench::ui
