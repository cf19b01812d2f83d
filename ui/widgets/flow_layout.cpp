// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace unclench::ui {

namespace {

int heightOf(const QLayoutItem* item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

bool grows(const QLayoutItem* item)
{
    return item->expandingDirections().testFlag(Qt::Horizontal);
}

} // namespace

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return flow({0, 0, width - margins.left() - margins.right(), 0}, Act::Measure) + margins.top() +
           margins.bottom();
}

QSize FlowLayout::minimumSize() const
{
    QSize size{0, 0};
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            size = size.expandedTo(item->minimumSize());
        }
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const
{
    // In one line, where there is room for that.
    QSize size{0, 0};
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            const QSize hint = item->sizeHint();
            size = {size.width() + (size.isEmpty() ? 0 : m_gap) + hint.width(),
                    std::max(size.height(), hint.height())};
        }
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    flow(area.marginsRemoved(contentsMargins()), Act::Place);
}

int FlowLayout::flow(const QRect& area, Act act) const
{
    QList<QLayoutItem*> line;
    int used = 0;
    int y = 0;
    const auto endLine = [&] {
        if (line.isEmpty()) {
            return;
        }
        y += (y > 0 ? m_gap : 0) + placeLine(line, area.adjusted(0, y + (y > 0 ? m_gap : 0), 0, 0),
                                             area.width() - used, act);
        line.clear();
        used = 0;
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const int width = std::min(item->sizeHint().width(), std::max(area.width(), 1));
        if (!line.isEmpty() && used + m_gap + width > area.width()) {
            endLine();
        }
        used += (line.isEmpty() ? 0 : m_gap) + width;
        line.append(item);
    }
    endLine();
    return y;
}

int FlowLayout::placeLine(const QList<QLayoutItem*>& line,
                          const QRect& area,
                          int room,
                          Act act) const
{
    auto growing = static_cast<int>(std::count_if(line.begin(), line.end(), grows));
    QList<QSize> sizes;
    int height = 0;
    for (const QLayoutItem* item : line) {
        int width = std::min(item->sizeHint().width(), std::max(area.width(), 1));
        if (grows(item)) {
            const int share = std::max(room, 0) / growing--;
            width += share;
            room -= share;
        }
        sizes.append({width, heightOf(item, width)});
        height = std::max(height, sizes.last().height());
    }
    if (act == Act::Place) {
        const auto* owner = parentWidget();
        const auto direction = owner != nullptr ? owner->layoutDirection() : Qt::LeftToRight;
        int x = area.left();
        for (qsizetype i = 0; i < line.size(); ++i) {
            const int above = (height - sizes[i].height()) / 2;
            const QRect place{QPoint{x, area.top() + above}, sizes[i]};
            line[i]->setGeometry(QStyle::visualRect(direction, area, place));
            x += sizes[i].width() + m_gap;
        }
    }
    return height;
}

} // namespace unclench::ui
