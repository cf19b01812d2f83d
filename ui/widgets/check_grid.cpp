// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/check_grid.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace unclench::ui {

CheckGrid::CheckGrid(const QString& name, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout{this})
{
    setObjectName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::grid(font(), 2));
    m_grid->setVerticalSpacing(0);
}

void CheckGrid::add(const QString& id, const QString& label)
{
    auto* box = new QCheckBox{label, this};
    box->setObjectName(objectName() + QLatin1Char('_') + id);
    box->setAccessibleName(label);
    box->setMinimumHeight(theme::grid(font(), 4));
    connect(box, &QCheckBox::clicked, this,
            [this, id](bool isTicked) { Q_EMIT picked(id, isTicked); });
    m_boxes.append({id, box});
    m_columns = 0;
    arrange();
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

void CheckGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CheckGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        m_columns = 0;
        arrange();
    }
    QWidget::changeEvent(event);
}

void CheckGrid::arrange()
{
    int widest = 1;
    for (const Box& each : std::as_const(m_boxes)) {
        widest = std::max(widest, each.box->sizeHint().width());
    }
    const int spacing = m_grid->horizontalSpacing();
    const int columns = std::max(1, (width() + spacing) / (widest + spacing));
    if (columns == m_columns) {
        return;
    }
    for (int column = 0; column < m_columns; ++column) {
        m_grid->setColumnStretch(column, 0);
    }
    m_columns = columns;
    const int rows = (static_cast<int>(m_boxes.size()) + columns - 1) / columns;
    for (int i = 0; i < m_boxes.size(); ++i) {
        // Down, then across: what belongs together stays together, and so does the tab order.
        m_grid->addWidget(m_boxes[i].box, i % std::max(1, rows), i / std::max(1, rows));
    }
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
}

} // namespace unclench::ui
