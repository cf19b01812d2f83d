// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/even_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace unclench::ui {

namespace {

int divideUp(int a, int b)
{
    return (a + b - 1) / b;
}

} // namespace

EvenLayout::EvenLayout(QWidget* parent, Order order, int gapAcross, int gapDown)
    : QLayout(parent), m_order(order), m_gapAcross(gapAcross), m_gapDown(gapDown)
{
    setContentsMargins(0, 0, 0, 0);
}

EvenLayout::~EvenLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* EvenLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize EvenLayout::widest() const
{
    QSize size{1, 0};
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->sizeHint());
    }
    return size;
}

int EvenLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, Act::Measure);
}

QSize EvenLayout::sizeHint() const
{
    const QSize one = widest();
    const int columns = m_order == Order::Across ? count() : 1;
    const int lines = m_order == Order::Across ? 1 : count();
    return {columns * (one.width() + m_gapAcross) - m_gapAcross,
            lines * (one.height() + m_gapDown) - m_gapDown};
}

QSize EvenLayout::minimumSize() const
{
    QSize size{0, 0};
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void EvenLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    arrange(area, Act::Place);
}

int EvenLayout::arrange(const QRect& area, Act act) const
{
    if (m_items.isEmpty()) {
        return 0;
    }
    const int fitting = (area.width() + m_gapAcross) / (widest().width() + m_gapAcross);
    const int most = std::clamp(fitting, 1, count());
    const int lines = divideUp(count(), most);
    const int columns = divideUp(count(), lines);
    const auto itemAtCell = [&](int line, int column) -> QLayoutItem* {
        const int index =
            m_order == Order::Across ? line * columns + column : column * lines + line;
        return index < count() ? m_items[index] : nullptr;
    };
    const double step = (area.width() + m_gapAcross) / static_cast<double>(columns);
    const int width = std::max(1, static_cast<int>(step) - m_gapAcross);
    const auto* owner = parentWidget();
    const auto direction = owner != nullptr ? owner->layoutDirection() : Qt::LeftToRight;
    int y = area.top();
    for (int line = 0; line < lines; ++line) {
        int height = 0;
        for (int column = 0; column < columns; ++column) {
            if (const QLayoutItem* item = itemAtCell(line, column)) {
                height = std::max(height, item->hasHeightForWidth() ? item->heightForWidth(width)
                                                                    : item->sizeHint().height());
            }
        }
        for (int column = 0; act == Act::Place && column < columns; ++column) {
            if (QLayoutItem* item = itemAtCell(line, column)) {
                const QRect cell{area.left() + static_cast<int>(column * step), y, width, height};
                item->setGeometry(QStyle::visualRect(direction, area, cell));
            }
        }
        y += height + m_gapDown;
    }
    return y - m_gapDown - area.top();
}

} // namespace unclench::ui
