// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/undo_bar.h"

#include "ui/theme.h"
#include "ui/widgets/big_button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <chrono>

namespace unclench::ui {

UndoBar::UndoBar(QWidget* parent)
    : QWidget(parent), m_label(new QLabel{this}), m_undo(new QPushButton{tr("&Undo"), this})
{
    using namespace std::chrono_literals;
    m_label->setObjectName(QStringLiteral("savedLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setAccessibleName(tr("Undo"));
    QSizePolicy keepsItsPlace = m_undo->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_undo->setSizePolicy(keepsItsPlace);
    m_undo->hide();

    auto* row = new QHBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    row->setContentsMargins(margin, theme::grid(font(), 1), margin, theme::grid(font(), 1));
    row->addWidget(m_label, 1);
    row->addWidget(m_undo);

    m_timer.setSingleShot(true);
    m_timer.setInterval(10s);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_label->clear();
        m_undo->hide();
    });
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoRequested);
}

void UndoBar::display(const QString& sentence, bool canUndo)
{
    m_label->setText(sentence);
    m_label->setAccessibleName(sentence);
    m_undo->setVisible(canUndo);
    m_timer.start();
}

void UndoBar::setLarge(bool isLarge)
{
    const QFont usual = font();
    for (QWidget* part : {static_cast<QWidget*>(m_label), static_cast<QWidget*>(m_undo)}) {
        part->setFont(isLarge ? theme::font(usual, theme::Size::Title) : QFont{});
    }
    m_undo->setMinimumHeight(isLarge ? largeHeight(*m_undo) : 0);
    m_undo->setMaximumHeight(isLarge ? largeHeight(*m_undo) : QWIDGETSIZE_MAX);
    const int beside = theme::grid(usual, isLarge ? 2 : 3);
    const int above = theme::grid(usual, isLarge ? 0.5 : 1);
    layout()->setContentsMargins(beside, above, beside, above);
}

} // namespace unclench::ui
