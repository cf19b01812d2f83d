// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/data_elsewhere.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/data.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

DataElsewhere::DataElsewhere(QWidget* parent)
    : Section(tr("Keep a copy elsewhere"), parent),
      m_folder(wrapped(QStringLiteral("elsewhereFolderLabel"), {}, this)),
      m_last(wrapped(QStringLiteral("elsewhereLastLabel"), {}, this))
{
    addHint(tr("If this computer breaks, the backups on it go too. A USB stick or a folder that is "
               "synced keeps a copy of each day. Everybody who has it can read it."));
    column()->addWidget(m_folder);
    column()->addWidget(m_last);
    auto* buttons = new QWidget{this};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    m_choose = rowButton(QStringLiteral("elsewhereFolderButton"), tr("Choose a folder…"),
                         tr("Choose a folder for the copy of each day"), buttons);
    m_off = rowButton(QStringLiteral("elsewhereOffButton"), tr("Stop this"),
                      tr("Keep no copy elsewhere"), buttons);
    row->addWidget(m_choose);
    row->addWidget(m_off);
    column()->addWidget(buttons);
    connect(m_choose, &QPushButton::clicked, this, &DataElsewhere::folderRequested);
    connect(m_off, &QPushButton::clicked, this, &DataElsewhere::offRequested);
    display({}, {});
}

void DataElsewhere::display(const std::optional<KeptElsewhere>& kept, const Moment& now)
{
    m_folder->setText(kept ? tr("A copy of each day goes to %1.")
                                 .arg(breakable(QString::fromStdString(kept->folder.string())))
                           : tr("No copy is kept elsewhere."));
    QFont font = m_folder->font();
    font.setWeight(kept && kept->fault ? QFont::DemiBold : QFont::Normal);
    m_last->setFont(font);
    m_last->setText(kept ? breakable(wording::keptElsewhere(*kept, now)) : QString{});
    m_last->setVisible(kept.has_value());
    m_off->setEnabled(kept.has_value());
}

} // namespace unclench::ui
