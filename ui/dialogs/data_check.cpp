// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_check.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_label.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

constexpr double kFoundHeight = 24.0; // in units of the grid

} // namespace

DataCheck::DataCheck(QWidget* parent)
    : Section(tr("Check"), parent), m_result(wrapped(QStringLiteral("checkResultLabel"), {}, this)),
      m_found(new QListWidget{this})
{
    setObjectName(QStringLiteral("dataCheck"));
    addText(tr("Looks at the file, at how its entries hang together, and at what they say. Nothing "
               "is changed."));
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_check = rowButton(QStringLiteral("checkButton"), tr("&Check my diary"), tr("Check the diary"),
                        buttons);
    m_repair = rowButton(QStringLiteral("repairButton"), tr("Repair it…"),
                         tr("Repair: close the diary and choose how to go on"), buttons);
    row->addWidget(m_check);
    row->addWidget(m_repair);
    column()->addWidget(buttons);
    column()->addWidget(m_result);
    m_found->setObjectName(QStringLiteral("checkFoundList"));
    m_found->setAccessibleName(tr("What the check found, and what to do"));
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setWordWrap(true);
    m_found->setResizeMode(QListView::Adjust);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setSpacing(theme::grid(font(), 0.25));
    m_found->setFixedHeight(theme::grid(font(), kFoundHeight));
    column()->addWidget(m_found);
    connect(m_check, &QPushButton::clicked, this, &DataCheck::checkRequested);
    connect(m_repair, &QPushButton::clicked, this, &DataCheck::repairRequested);
    display({});
}

void DataCheck::display(const std::optional<CheckView>& view)
{
    m_found->clear();
    m_repair->setVisible(view && view->isFileBroken);
    m_result->setVisible(view.has_value());
    m_found->setVisible(view && !view->found.empty());
    if (!view) {
        return;
    }
    m_result->setText(view->found.empty()
                          ? tr("The diary is whole: the file, its references and what it says.")
                      : view->found.size() == 1
                          ? tr("One thing is not as it should be:")
                          : tr("%1 things are not as they should be:").arg(view->found.size()));
    for (const CheckView::Found& found : view->found) {
        m_found->addItem(found.what + QLatin1Char('\n') + found.toDo);
    }
}

} // namespace unclench::ui
