// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "ui/dialogs/close_question.h"
#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/import_choices.h"
#include "ui/dialogs/import_columns.h"
#include "ui/dialogs/import_outcome.h"
#include "ui/dialogs/work_foot.h"
#include "ui/theme.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"

#include <QVBoxLayout>

namespace unclench::ui {

ImportDialog::ImportDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import a file"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildSheet(), 1);
    column->addWidget(buildQuestion());
    m_foot =
        new WorkFoot{QStringLiteral("foreign"), tr("Close: what was not imported is left"), this};
    column->addWidget(m_foot);
    connect(m_foot, &WorkFoot::cancelRequested, this, &ImportDialog::cancelRequested);
    connect(m_foot, &WorkFoot::closeRequested, this, &ImportDialog::reject);
    display({});
    resize(onScreen(*this, {theme::grid(font(), 92), theme::grid(font(), 90)}));
}

QWidget* ImportDialog::buildSheet()
{
    auto* scroll = new ScrollSheet{QStringLiteral("importScroll"), tr("Import a file"), this};
    m_sheet = scroll->sheet();
    const int margin = theme::grid(font(), 3);
    auto* cards = new QVBoxLayout{m_sheet};
    cards->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    cards->setSpacing(theme::grid(font(), 2));
    m_name = wrapped(QStringLiteral("foreignFileLabel"), {}, theme::Size::Heading, m_sheet);
    m_choices = new ImportChoices{m_sheet};
    m_columns = new ImportColumns{m_sheet};
    m_outcome = new ImportOutcome{m_sheet};
    for (QWidget* card : std::initializer_list<QWidget*>{m_name, m_choices, m_columns, m_outcome}) {
        cards->addWidget(card);
    }
    cards->addStretch(1);
    connect(m_choices, &ImportChoices::choiceChanged, this, &ImportDialog::choiceChanged);
    connect(m_columns, &ImportColumns::choiceChanged, this, &ImportDialog::choiceChanged);
    connect(m_columns, &ImportColumns::saveRequested, this, &ImportDialog::saveRequested);
    connect(m_outcome, &ImportOutcome::choiceChanged, this, &ImportDialog::choiceChanged);
    connect(m_outcome, &ImportOutcome::importRequested, this, &ImportDialog::importRequested);
    connect(m_outcome, &ImportOutcome::readAgainRequested, this, &ImportDialog::readAgainRequested);
    return scroll;
}

QWidget* ImportDialog::buildQuestion()
{
    m_question =
        new CloseQuestion{QStringLiteral("foreign"),
                          {tr("Go on"), tr("Keep this dialog open"), tr("Close without importing"),
                           tr("Close: nothing is imported, and what was chosen here is lost")},
                          this};
    connect(m_question, &CloseQuestion::stayed, this, [this] {
        if (m_wasAt) {
            m_wasAt->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_question, &CloseQuestion::left, this, [this] { QDialog::reject(); });
    return m_question;
}

void ImportDialog::reject()
{
    if (!m_hasChoices) {
        QDialog::reject();
        return;
    }
    if (!m_question->isVisible()) {
        m_wasAt = focusWidget();
    }
    m_question->ask(tr("You said how this file is to be read. Nothing is imported yet, and that is "
                       "lost when you close. Close all the same?"));
}

void ImportDialog::display(const ForeignView& view)
{
    m_hasChoices = view.choice.saysReading() && !view.isSaved;
    m_name->setText(breakable(view.name));
    m_choices->display(view);
    m_columns->display(view);
    m_outcome->display(view);
    orderTabs(*this); // other columns may have come
}

void ImportDialog::displayReading(double share)
{
    m_outcome->displayReading(share);
}

void ImportDialog::displayStatus(const QString& sentence)
{
    m_foot->displayStatus(sentence);
}

void ImportDialog::displayProgress(double share)
{
    if (m_foot->displayProgress(share)) {
        m_sheet->setEnabled(false);
    }
}

void ImportDialog::endProgress()
{
    m_sheet->setEnabled(true);
    m_foot->endProgress();
}

} // namespace unclench::ui
