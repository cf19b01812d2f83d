// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trouble_page.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/data.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace unclench::ui {

TroublePage::TroublePage()
{
    setObjectName(QStringLiteral("troublePage"));
    setWindowTitle(tr("Unclench"));
    auto* scroll = new ScrollSheet{QStringLiteral("troubleScroll"),
                                   tr("Your diary could not be opened"), this};
    QLabel* title =
        wrapped({}, tr("Your diary could not be opened"), theme::Size::Title, scroll->sheet());
    m_sentence = wrapped(QStringLiteral("troubleLabel"), {}, scroll->sheet());
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_status = wrapped(QStringLiteral("troubleStatusLabel"), {}, scroll->sheet());

    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::grid(font(), 2));
    auto* words = new QVBoxLayout{scroll->sheet()};
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(theme::grid(font(), 2));
    words->addWidget(title);
    words->addWidget(m_sentence);
    words->addWidget(m_status);
    words->addWidget(buildWays());
    words->addStretch(1);
    column->addWidget(scroll, 1);
    column->addWidget(buildFoot());
    display({});
    orderTabs(*this);
    resize(theme::grid(font(), 88), theme::grid(font(), 78));
}

QWidget* TroublePage::buildWays()
{
    auto* ways = new QWidget{this};
    auto* column = new QVBoxLayout{ways};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_savePart = new Section{tr("Save what can be read"), ways};
    m_saveText = m_savePart->addText({});
    m_saveText->setObjectName(QStringLiteral("troubleSaveLabel"));
    m_save = new MainButton{tr("&Save it"), m_savePart};
    m_save->setObjectName(QStringLiteral("troubleSaveButton"));
    m_save->setAccessibleName(tr("Save what can be read into a new diary"));
    m_savePart->column()->addWidget(m_save, 0, Qt::AlignLeft);

    m_backPart = new Section{tr("Go back to a backup"), ways};
    m_backText = m_backPart->addText({});
    m_backText->setObjectName(QStringLiteral("troubleBackLabel"));
    m_back = rowButton(QStringLiteral("troubleBackButton"), tr("&Go back"),
                       tr("Go back to the newest good backup"), m_backPart);
    m_backPart->column()->addWidget(m_back, 0, Qt::AlignLeft);

    m_lookPart = new Section{tr("Only look"), ways};
    m_lookPart->addText(tr("Shows what can be read. Nothing is changed, and nothing new can be "
                           "told."));
    m_look = rowButton(QStringLiteral("troubleLookButton"), tr("&Look at it"),
                       tr("Look at what can be read"), m_lookPart);
    m_lookPart->column()->addWidget(m_look, 0, Qt::AlignLeft);
    for (Section* part : {m_savePart, m_backPart, m_lookPart}) {
        column->addWidget(part);
    }
    connect(m_save, &QPushButton::clicked, this, &TroublePage::saveRequested);
    connect(m_back, &QPushButton::clicked, this, &TroublePage::goBackRequested);
    connect(m_look, &QPushButton::clicked, this, &TroublePage::lookRequested);
    return ways;
}

QWidget* TroublePage::buildFoot()
{
    auto* foot = new QWidget{this};
    auto* column = new QVBoxLayout{foot};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    auto* bar = new QHBoxLayout;
    m_progress = new QProgressBar{foot};
    m_progress->setObjectName(QStringLiteral("troubleProgress"));
    m_progress->setAccessibleName(tr("How much of it is done"));
    m_progress->setRange(0, 100);
    m_cancel = rowButton(QStringLiteral("troubleCancelButton"), tr("Cancel"),
                         tr("Cancel: nothing is changed"), foot);
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_cancel);
    column->addLayout(bar);
    auto* buttons = new QWidget{foot};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_retry = rowButton(QStringLiteral("retryButton"), tr("&Try again"),
                        tr("Try to open the diary again"), buttons);
    m_close = rowButton(QStringLiteral("closeButton"), tr("&Close"), tr("Close Unclench"), buttons);
    row->addWidget(m_retry);
    row->addWidget(m_close);
    column->addWidget(buttons);
    m_progress->hide();
    m_cancel->hide();
    connect(m_retry, &QPushButton::clicked, this, &TroublePage::retryRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_cancel, &QPushButton::clicked, this, &TroublePage::cancelRequested);
    return foot;
}

void TroublePage::display(const TroubleView& view)
{
    m_view = view;
    m_sentence->setText(view.sentence);
    m_status->hide();
    const QString kept = tr("The damaged file is kept beside it.");
    const QString which =
        view.backup && view.holds
            ? tr("The newest good backup is that of %1. It holds: %2")
                  .arg(wording::backup(*view.backup, view.now), wording::held(*view.holds))
            : QString{};
    m_saveText->setText(
        (view.backup ? tr("Makes a new diary out of all that can be read, and fills what is "
                          "missing from the newest good backup.")
                     : tr("Makes a new diary out of all that can be read.")) +
        QLatin1Char(' ') + kept);
    m_backText->setText(which + QLatin1Char(' ') + tr("What was told after it is not in it.") +
                        (view.isReadable ? QLatin1Char(' ') + kept : QString{}));
    m_savePart->setVisible(view.isReadable);
    m_backPart->setVisible(view.backup.has_value());
    m_lookPart->setVisible(view.isReadable);
    enableWays();
}

void TroublePage::displayProgress(double share)
{
    if (!m_isBusy) {
        m_isBusy = true;
        m_status->hide();
        m_progress->show();
        m_cancel->show();
        m_cancel->setFocus(Qt::OtherFocusReason);
        enableWays();
    }
    m_progress->setValue(static_cast<int>(std::lround(share * 100)));
}

void TroublePage::endProgress(const QString& sentence)
{
    m_isBusy = false;
    enableWays();
    if (m_cancel->hasFocus()) {
        m_retry->setFocus(Qt::OtherFocusReason);
    }
    m_progress->hide();
    m_cancel->hide();
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
}

void TroublePage::enableWays()
{
    for (QPushButton* button : {m_save, m_back, m_look, m_retry, m_close}) {
        button->setEnabled(!m_isBusy);
    }
}

} // namespace unclench::ui
