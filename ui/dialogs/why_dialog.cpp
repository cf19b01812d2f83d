// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/why_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/theme.h"
#include "ui/widgets/readable.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/wording/alerts.h"
#include "ui/wording/profile.h"
#include "ui/wording/times.h"
#include "ui/wording/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QString factsOf(const AlertEntry& entry, const Moment& now)
{
    QStringList lines;
    for (const AlertFact& fact : entry.facts) {
        const QString reason = QStringLiteral("– ") + capitalised(fact.reason);
        //: %1 a reason, %2 when it was told
        lines << (fact.told
                      ? WhyDialog::tr("%1 (told %2)").arg(reason, wording::moment(*fact.told, now))
                      : reason);
    }
    return lines.join(QLatin1Char('\n'));
}

QWidget* cardOf(const AlertEntry& entry, const Moment& now)
{
    auto* card = new Section{wording::level(entry.level)};
    const QString rule = QString::fromStdString(entry.rule);
    if (entry.hasOwnAction) {
        card->addText(entry.action);
    }
    card->addText(
        WhyDialog::tr("Shown since %1, because of:").arg(wording::moment(entry.raised, now)));
    card->column()->addWidget(
        new ReadableText{QStringLiteral("why_%1_facts").arg(rule), factsOf(entry, now), card});
    QStringList sources;
    for (const QString& title : entry.sources) {
        sources << QStringLiteral("– ") + title;
    }
    card->addHint(WhyDialog::tr("Who says so:\n%1").arg(sources.join(QLatin1Char('\n'))));
    return card;
}

} // namespace

WhyDialog::WhyDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("whyDialog"));
    setWindowTitle(tr("Why am I seeing this?"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    whole->setSpacing(theme::grid(font(), 2));
    auto* title = new QLabel{windowTitle(), this};
    title->setFont(theme::font(font(), theme::Size::Title));
    title->setWordWrap(true);
    whole->addWidget(title);
    auto* scroll = new ScrollSheet{QStringLiteral("whyScroll"), windowTitle(), this};
    auto* column = new QVBoxLayout{scroll->sheet()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_cards = new QVBoxLayout;
    m_cards->setSpacing(theme::grid(font(), 2));
    column->addLayout(m_cards);
    auto* limits = new QLabel{wording::disclaimer(), this};
    limits->setFont(theme::font(font(), theme::Size::Caption));
    limits->setForegroundRole(QPalette::PlaceholderText);
    limits->setWordWrap(true);
    column->addWidget(limits);
    column->addStretch(1);
    whole->addWidget(scroll, 1);

    auto* close = new QPushButton{tr("&Close"), this};
    close->setObjectName(QStringLiteral("closeWhyButton"));
    close->setAccessibleName(tr("Close this window"));
    close->setMinimumHeight(theme::grid(font(), 4.5));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    whole->addLayout(foot);
    close->setFocus();
    resize(onScreen(*this, {theme::grid(font(), 84), theme::grid(font(), 72)}));
}

void WhyDialog::display(const std::vector<AlertEntry>& alerts, const Moment& now)
{
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const AlertEntry& entry : alerts) {
        m_cards->addWidget(cardOf(entry, now));
    }
}

} // namespace unclench::ui
