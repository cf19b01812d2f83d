// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

NoticeBar::NoticeBar(QWidget* parent) : Card(parent), m_label(new QLabel{this})
{
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_label->setAccessibleName(tr("Notice"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QPushButton{tr("&Close"), this};
    close->setObjectName(QStringLiteral("closeNoticeButton"));
    close->setAccessibleName(tr("Close this notice"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);

    auto* row = new QHBoxLayout{this};
    const int padding = theme::grid(font(), 2);
    row->setContentsMargins(padding, padding, padding, padding);
    row->addWidget(m_label, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::display(const QString& sentence)
{
    m_label->setText(sentence);
    m_label->setAccessibleName(sentence);
    show();
    QAccessibleEvent alert{m_label, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

} // namespace unclench::ui
