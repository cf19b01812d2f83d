// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alert_answers.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QMenu>
#include <QPushButton>

namespace unclench::ui {

using namespace std::chrono;

namespace {

QString delayText(milliseconds delay)
{
    if (delay < days{1}) {
        const auto count = static_cast<int>(duration_cast<hours>(delay).count());
        return count == 1 ? AlertAnswers::tr("In 1 hour")
                          : AlertAnswers::tr("In %n hours", nullptr, count);
    }
    const auto count = static_cast<int>(duration_cast<days>(delay).count());
    return count == 1 ? AlertAnswers::tr("Tomorrow at this time")
                      : AlertAnswers::tr("In %n days", nullptr, count);
}

} // namespace

AlertAnswers::AlertAnswers(QWidget* parent)
    : QWidget(parent), m_later(new QPushButton{tr("Later"), this}),
      m_contacted(new QPushButton{tr("I have contacted someone"), this}),
      m_notNeeded(new QPushButton{tr("Not needed"), this}), m_delays(new QMenu{m_later})
{
    auto* row = new FlowLayout{this, theme::grid(font(), 1)};
    for (QPushButton* button : {m_later, m_contacted, m_notNeeded}) {
        button->setAutoDefault(false);
        button->setMinimumHeight(theme::grid(font(), 4.5));
        row->addWidget(button);
    }
    m_later->setMenu(m_delays);
    connect(m_contacted, &QPushButton::clicked, this,
            [this] { Q_EMIT closeRequested(m_rule, Closing::Seen); });
    connect(m_notNeeded, &QPushButton::clicked, this,
            [this] { Q_EMIT closeRequested(m_rule, Closing::Dismissed); });
}

void AlertAnswers::display(const AlertEntry& entry)
{
    m_rule = entry.rule;
    const QString rule = QString::fromStdString(entry.rule);
    const QString reasons = entry.reasons().join(QStringLiteral("; "));
    m_later->setObjectName(QStringLiteral("alert_%1_later").arg(rule));
    m_contacted->setObjectName(QStringLiteral("alert_%1_contacted").arg(rule));
    m_notNeeded->setObjectName(QStringLiteral("alert_%1_notNeeded").arg(rule));
    m_delays->setObjectName(QStringLiteral("alert_%1_delays").arg(rule));
    //: %1 names the reasons of an alert, here and below
    m_later->setAccessibleName(tr("Later: %1").arg(reasons));
    m_contacted->setAccessibleName(tr("I have contacted someone: %1").arg(reasons));
    m_notNeeded->setAccessibleName(tr("Not needed: %1").arg(reasons));

    m_delays->clear();
    for (const milliseconds delay : entry.delays) {
        connect(m_delays->addAction(delayText(delay)), &QAction::triggered, this,
                [this, delay] { Q_EMIT laterRequested(m_rule, delay); });
    }
    m_later->setEnabled(!entry.delays.empty());
    m_later->setToolTip(entry.whyNotLater);
    m_later->setAccessibleDescription(entry.whyNotLater);
}

} // namespace unclench::ui
