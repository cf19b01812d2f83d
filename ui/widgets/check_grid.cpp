// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/check_grid.h"

#include "ui/theme.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/wrapped_box.h"

namespace unclench::ui {

CheckGrid::CheckGrid(const QString& name, QWidget* parent)
    : QWidget(parent),
      // Down, then across: what belongs together stays together, and so does the tab order.
      m_layout(new EvenLayout{this, EvenLayout::Order::Down, theme::grid(font(), 2), 0})
{
    setObjectName(name);
}

void CheckGrid::add(const QString& id, const QString& label)
{
    auto* box = new WrappedCheckBox{label, this};
    box->setObjectName(objectName() + QLatin1Char('_') + id);
    box->setAccessibleName(label);
    box->setMinimumHeight(theme::grid(font(), 4));
    connect(box, &QCheckBox::clicked, this,
            [this, id](bool isTicked) { Q_EMIT picked(id, isTicked); });
    m_boxes.append({id, box});
    m_layout->addWidget(box);
}

void CheckGrid::display(const QStringList& ids)
{
    for (const Box& each : std::as_const(m_boxes)) {
        each.box->setChecked(ids.contains(each.id));
    }
}

QStringList CheckGrid::ticked() const
{
    QStringList ids;
    for (const Box& each : m_boxes) {
        if (each.box->isChecked()) {
            ids << each.id;
        }
    }
    return ids;
}

} // namespace unclench::ui
