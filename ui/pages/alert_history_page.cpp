// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alert_history_page.h"

#include "ui/theme.h"
#include "ui/widgets/readable.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/wording/alerts.h"
#include "ui/wording/times.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QString stepText(const AlertStep& step, const Moment& now)
{
    QString what = step.change == AlertChange::Closed && step.closing
                       ? wording::closing(*step.closing)
                       : wording::alertChange(step.change);
    if (step.change == AlertChange::LevelChanged) {
        //: %1 is "Level changed", %2 what the level asks for
        what = AlertHistoryPage::tr("%1: %2").arg(what, wording::level(step.level));
    }
    //: %1 a time, %2 what happened then
    return AlertHistoryPage::tr("%1 – %2").arg(wording::moment(step.at, now), what);
}

QString stateText(const AlertPast& past, const Moment& now)
{
    if (past.isClosed) {
        return AlertHistoryPage::tr("Closed");
    }
    return past.until
               ? AlertHistoryPage::tr("Put off until %1").arg(wording::moment(*past.until, now))
               : AlertHistoryPage::tr("Open");
}

void addTold(Section& card, const AlertToldLine& told, const Moment& now)
{
    //: %1 a question with its answer, %2 when it was told
    const QString line =
        AlertHistoryPage::tr("%1 Told %2.").arg(told.text, wording::moment(told.at, now));
    QLabel* label = card.addText(line);
    if (told.isTakenBack) {
        QFont struck = label->font();
        struck.setStrikeOut(true);
        label->setFont(struck);
        label->setText(line);
        // The words say it as well: not everybody sees the line.
        QLabel* note = card.addHint(AlertHistoryPage::tr("Taken back as a mistake."));
        label->setAccessibleDescription(note->text());
    }
}

QWidget* cardOf(const AlertPast& past, const Moment& now)
{
    const AlertEntry& entry = past.entry;
    auto* card = new Section{wording::level(entry.level)};
    //: %1 when it was raised, %2 how it stands, %3 the reasons
    const QString summary = AlertHistoryPage::tr("%1 · %2 · %3")
                                .arg(wording::moment(entry.raised, now), stateText(past, now),
                                     entry.reasons().join(QStringLiteral("; ")));
    card->column()->addWidget(new ReadableText{
        QStringLiteral("past_%1_summary").arg(QString::fromStdString(entry.id.text())), summary,
        card});
    QStringList steps;
    for (const AlertStep& step : past.steps) {
        steps << stepText(step, now);
    }
    card->addText(steps.join(QLatin1Char('\n')));
    for (const AlertToldLine& told : past.told) {
        addTold(*card, told, now);
    }
    return card;
}

QLabel* muted(const QString& name, const QString& text, QWidget* parent)
{
    auto* label = new QLabel{text, parent};
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

AlertHistoryPage::AlertHistoryPage(QWidget* parent)
    : QWidget(parent),
      m_scroll(new ScrollSheet{QStringLiteral("alertHistoryScroll"), tr("Alerts"), this})
{
    setObjectName(QStringLiteral("alertHistoryPage"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    whole->setSpacing(theme::grid(font(), 2));
    auto* head = new QHBoxLayout;
    auto* title = new QLabel{tr("Alerts"), this};
    title->setObjectName(QStringLiteral("alertHistoryTitle"));
    title->setFont(theme::font(title->font(), theme::Size::Title));
    head->addWidget(title, 1);
    QPushButton* back = rowButton(QStringLiteral("closeAlertHistoryButton"), tr("&Back"),
                                  tr("Back to the page before"), this);
    connect(back, &QPushButton::clicked, this, &AlertHistoryPage::closeRequested);
    head->addWidget(back);
    whole->addLayout(head);

    auto* column = new QVBoxLayout{m_scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_empty = muted(QStringLiteral("noAlertsLabel"),
                    tr("No alert was raised yet. Each one will stand here with its reasons and "
                       "with what you did. %1")
                        .arg(wording::nothingOpen()),
                    this);
    column->addWidget(m_empty);
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(theme::grid(font(), 2));
    column->addLayout(m_cards);
    m_more = muted(QStringLiteral("moreAlertsLabel"),
                   tr("Earlier alerts are in the diary, but not on this page."), this);
    column->addWidget(m_more);
    column->addStretch(1);
    whole->addWidget(m_scroll, 1);
}

void AlertHistoryPage::display(const AlertHistoryView& view)
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const AlertPast& past : view.alerts) {
        m_cards->addWidget(cardOf(past, view.now));
    }
    m_empty->setVisible(view.alerts.empty());
    m_more->setVisible(view.hasMore);
    orderTabs(*this);
}

} // namespace unclench::ui
