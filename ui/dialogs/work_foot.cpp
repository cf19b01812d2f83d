// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/work_foot.h"

#include "ui/theme.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace unclench::ui {

WorkFoot::WorkFoot(const QString& name, const QString& closing, QWidget* parent)
    : QWidget(parent), m_status(wrapped(name + QStringLiteral("StatusLabel"), {}, this)),
      m_progress(new QProgressBar{this}), m_cancel(rowButton(name + QStringLiteral("CancelButton"),
                                                             tr("Cancel"),
                                                             tr("Cancel: nothing is changed"),
                                                             this)),
      m_close(rowButton(name + QStringLiteral("CloseButton"), tr("C&lose"), closing, this))
{
    const int margin = theme::grid(font(), 3);
    auto* lines = new QVBoxLayout{this};
    lines->setContentsMargins(margin, theme::grid(font(), 1), margin, theme::grid(font(), 2));
    lines->setSpacing(theme::grid(font(), 1));
    lines->addWidget(m_status);
    m_progress->setObjectName(name + QStringLiteral("Progress"));
    m_progress->setAccessibleName(tr("How much of it is done"));
    m_progress->setRange(0, 100);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_close);
    lines->addLayout(row);
    m_status->hide();
    m_progress->hide();
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &WorkFoot::cancelRequested);
    connect(m_close, &QPushButton::clicked, this, &WorkFoot::closeRequested);
}

void WorkFoot::displayStatus(const QString& sentence)
{
    m_status->setText(breakable(sentence));
    m_status->setVisible(!sentence.isEmpty());
    QAccessibleEvent alert{m_status, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

bool WorkFoot::displayProgress(double share)
{
    const bool isBeginning = m_cancel->isHidden();
    if (isBeginning) {
        m_progress->show();
        m_cancel->show();
        m_cancel->setFocus(Qt::OtherFocusReason);
        displayStatus({});
    }
    m_progress->setValue(static_cast<int>(std::lround(share * 100)));
    return isBeginning;
}

void WorkFoot::endProgress()
{
    if (m_cancel->hasFocus()) {
        m_close->setFocus(Qt::OtherFocusReason);
    }
    m_progress->hide();
    m_cancel->hide();
}

} // namespace unclench::ui
