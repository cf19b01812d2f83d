// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_dialog.h"

#include "ui/dialogs/data_backups.h"
#include "ui/dialogs/data_check.h"
#include "ui/dialogs/data_elsewhere.h"
#include "ui/dialogs/data_export.h"
#include "ui/dialogs/data_forget.h"
#include "ui/dialogs/data_import.h"
#include "ui/dialogs/data_sealed.h"
#include "ui/dialogs/data_shared.h"
#include "ui/dialogs/dialog_size.h"
#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace unclench::ui {

DataDialog::DataDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("dataDialog"));
    setWindowTitle(tr("Your data"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildSheet(), 1);
    column->addWidget(buildFoot());
    show(Part::Backups);
    orderTabs(*this);
    resize(onScreen(*this, {theme::grid(font(), 92), theme::grid(font(), 90)}));
}

QWidget* DataDialog::buildSheet()
{
    auto* scroll = new ScrollSheet{QStringLiteral("dataScroll"), tr("Your data"), this};
    m_sheet = scroll->sheet();
    const int margin = theme::grid(font(), 3);
    auto* cards = new QVBoxLayout{m_sheet};
    cards->setContentsMargins(margin, margin, margin, theme::grid(font(), 2));
    cards->setSpacing(theme::grid(font(), 2));
    m_choice = new ChipGroup{QStringLiteral("dataPart"), {}, tr("Part of your data"), m_sheet};
    std::vector<Choice> choices;
    const std::array titles{tr("Backups"), tr("Export"), tr("Import"), tr("Check"),
                            tr("Delete everything")};
    static_assert(std::tuple_size_v<decltype(titles)> == kNames<Part>.size());
    for (std::size_t i = 0; i < titles.size(); ++i) {
        choices.push_back({std::string{kNames<Part>[i]}, titles[i]});
    }
    m_choice->offer(choices, choices.size());
    cards->addWidget(m_choice);
    connect(m_choice, &ChipGroup::pressed, this, [this](const std::string& id) {
        if (const auto part = fromId<Part>(id)) {
            show(*part);
        }
    });

    auto* ofBackups = new QWidget{m_sheet};
    auto* inBackups = new QVBoxLayout{ofBackups};
    inBackups->setContentsMargins(0, 0, 0, 0);
    inBackups->setSpacing(theme::grid(font(), 2));
    m_backups = new DataBackups{ofBackups};
    m_elsewhere = new DataElsewhere{ofBackups};
    m_shared = new DataShared{ofBackups};
    m_sealed = new DataSealed{ofBackups};
    inBackups->addWidget(m_backups);
    inBackups->addWidget(m_elsewhere);
    inBackups->addWidget(m_shared);
    inBackups->addWidget(m_sealed);
    m_export = new DataExport{m_sheet};
    m_import = new DataImport{m_sheet};
    m_check = new DataCheck{m_sheet};
    m_forget = new DataForget{m_sheet};
    m_parts = {ofBackups, m_export, m_import, m_check, m_forget};
    for (QWidget* part : m_parts) {
        cards->addWidget(part);
    }
    cards->addStretch(1);
    return scroll;
}

QWidget* DataDialog::buildFoot()
{
    auto* foot = new QWidget{this};
    const int margin = theme::grid(font(), 3);
    auto* lines = new QVBoxLayout{foot};
    lines->setContentsMargins(margin, theme::grid(font(), 1), margin, theme::grid(font(), 2));
    lines->setSpacing(theme::grid(font(), 1));
    m_status = wrapped(QStringLiteral("dataStatusLabel"), {}, foot);
    m_status->hide();
    lines->addWidget(m_status);
    auto* row = new QHBoxLayout;
    m_progress = new QProgressBar{foot};
    m_progress->setObjectName(QStringLiteral("dataProgress"));
    m_progress->setAccessibleName(tr("How much of it is done"));
    m_progress->setRange(0, 100);
    m_cancel = rowButton(QStringLiteral("dataCancelButton"), tr("Cancel"),
                         tr("Cancel: nothing is changed"), foot);
    m_close =
        rowButton(QStringLiteral("closeDataButton"), tr("C&lose"), tr("Close your data"), foot);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_close);
    lines->addLayout(row);
    m_progress->hide();
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, &DataDialog::cancelRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    return foot;
}

void DataDialog::show(Part part)
{
    m_choice->display({std::string{toId(part)}});
    QWidget* shown = m_parts[static_cast<int>(part)];
    shown->setVisible(true);
    for (QWidget* other : std::as_const(m_parts)) {
        other->setVisible(other == shown);
    }
}

void DataDialog::display(const DataView& view)
{
    m_backups->display(view);
    m_elsewhere->display(view.elsewhere, view.now);
    m_shared->display(view);
    m_sealed->displayKey(view.recoveryKey);
    m_export->display(view);
    m_import->display(view.import);
    m_check->display(view.check);
    m_forget->display(view.forgetWord, view.deleted, view.unreachable);
    orderTabs(*this); // the parts of an export came, and other computers
}

void DataDialog::displayStatus(const QString& sentence)
{
    m_status->setText(breakable(sentence));
    m_status->setVisible(!sentence.isEmpty());
    QAccessibleEvent alert{m_status, QAccessible::Alert};
    QAccessible::updateAccessibility(&alert);
}

void DataDialog::displayProgress(double share)
{
    if (m_sheet->isEnabled()) {
        m_progress->show();
        m_cancel->show();
        m_cancel->setFocus(Qt::OtherFocusReason);
        m_sheet->setEnabled(false);
        displayStatus({});
    }
    m_progress->setValue(static_cast<int>(std::lround(share * 100)));
}

void DataDialog::endProgress()
{
    const bool hadKeyboard = m_cancel->hasFocus();
    m_sheet->setEnabled(true);
    if (hadKeyboard) {
        m_close->setFocus(Qt::OtherFocusReason);
    }
    m_progress->hide();
    m_cancel->hide();
}

} // namespace unclench::ui
