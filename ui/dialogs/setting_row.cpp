// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/setting_row.h"

#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

SettingRow::SettingRow(const Text& text, QWidget* control, bool isBelow, QWidget* parent)
    : QWidget(parent), m_reset(new QPushButton{tr("Reset"), this})
{
    auto* title = new QLabel{text.title, this};
    title->setWordWrap(true);
    title->setBuddy(control);
    m_reset->setObjectName(text.name + QStringLiteral("ResetButton"));
    //: %1 is the name of a setting, %2 its default, as in "30 minutes"
    m_reset->setAccessibleName(
        tr("Reset %1 to %2").arg(QString{text.title}.remove(u'&'), text.usual));
    m_reset->setToolTip(tr("Back to %1").arg(text.usual));
    m_reset->setAutoDefault(false);
    m_reset->setMinimumHeight(theme::grid(font(), 4.5));
    connect(m_reset, &QPushButton::clicked, this, &SettingRow::resetRequested);

    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::grid(font(), 2));
    grid->setVerticalSpacing(theme::grid(font(), 0.5));
    grid->setColumnStretch(0, 1);
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_reset, 0, 2);
    int below = 1;
    if (isBelow) {
        grid->addWidget(control, below++, 0, 1, 3);
    } else {
        grid->addWidget(control, 0, 1);
    }
    if (!text.caption.isEmpty()) {
        auto* caption = new QLabel{text.caption, this};
        caption->setTextFormat(Qt::PlainText);
        caption->setWordWrap(true);
        caption->setFont(theme::font(font(), theme::Size::Caption));
        caption->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(caption, below, 0, 1, 3);
    }
    setTabOrder(control, m_reset);
}

void SettingRow::setResettable(bool isResettable)
{
    m_reset->setEnabled(isResettable);
}

} // namespace unclench::ui
