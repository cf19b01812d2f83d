// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/setting_row.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

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

    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 2)};
    title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    column->addLayout(row);
    row->addWidget(title);
    if (isBelow) {
        column->addWidget(control);
    } else {
        row->addWidget(control);
    }
    row->addWidget(m_reset);
    if (!text.caption.isEmpty()) {
        auto* caption = new QLabel{text.caption, this};
        caption->setTextFormat(Qt::PlainText);
        caption->setWordWrap(true);
        caption->setFont(theme::font(font(), theme::Size::Caption));
        caption->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(caption);
    }
}

void SettingRow::setResettable(bool isResettable)
{
    m_reset->setEnabled(isResettable);
}

} // namespace unclench::ui
