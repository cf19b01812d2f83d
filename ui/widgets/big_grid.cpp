// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/big_grid.h"

#include "ui/theme.h"
#include "ui/widgets/big_button.h"

#include <QKeyEvent>
#include <QLayout>
#include <QStyle>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

namespace unclench::ui {

namespace {

class GridLayout : public QLayout {
public:
    GridLayout(QWidget* parent, QList<int> columns, bool isDown)
        : QLayout(parent), m_columns(std::move(columns)), m_isDown(isDown)
    {
        setContentsMargins(0, 0, 0, 0);
        setSpacing(theme::grid(parent->font(), 0.5)); // each button leaves room around itself
    }
    ~GridLayout() override { qDeleteAll(m_items); }
    GridLayout(const GridLayout&) = delete;
    GridLayout& operator=(const GridLayout&) = delete;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override
    {
        return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
    }
    [[nodiscard]] Qt::Orientations expandingDirections() const override
    {
        return Qt::Horizontal | Qt::Vertical;
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        int height = -spacing();
        for (const int line : lineHeights(width)) {
            height += line + spacing();
        }
        return std::max(height, 0);
    }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override
    {
        QSize least;
        for (const QLayoutItem* item : shown()) {
            least = least.expandedTo(item->minimumSize());
        }
        return least;
    }
    void setGeometry(const QRect& area) override
    {
        QLayout::setGeometry(area);
        const QList<QLayoutItem*> items = shown();
        QList<int> heights = lineHeights(area.width());
        if (items.isEmpty()) {
            return;
        }
        share(heights, area.height() - heightForWidth(area.width()));
        const int columns = columnsIn(area.width());
        const int width = cellWidth(area.width(), columns);
        for (int i = 0; i < items.size(); ++i) {
            const auto [line, column] = cellOf(i, columns);
            int y = area.top();
            for (int above = 0; above < line; ++above) {
                y += heights[above] + spacing();
            }
            const QRect cell{area.left() + column * (width + spacing()), y, width, heights[line]};
            items[i]->setGeometry(
                QStyle::visualRect(parentWidget()->layoutDirection(), area, cell));
        }
        const auto isSmaller = [](const BigButton* one, const BigButton* other) {
            return one->largestStep(one->size()) < other->largestStep(other->size());
        };
        QList<BigButton*> buttons;
        for (QLayoutItem* item : items) {
            buttons.append(static_cast<BigButton*>(item->widget()));
        }
        const BigButton* least = *std::min_element(buttons.begin(), buttons.end(), isSmaller);
        for (BigButton* button : std::as_const(buttons)) {
            button->setStep(least->largestStep(least->size()));
        }
    }

private:
    [[nodiscard]] QList<QLayoutItem*> shown() const
    {
        QList<QLayoutItem*> items;
        std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(items),
                     [](const QLayoutItem* item) { return !item->isEmpty(); });
        return items;
    }
    [[nodiscard]] int cellWidth(int width, int columns) const
    {
        return std::max(1, (width + spacing()) / columns - spacing());
    }
    [[nodiscard]] int columnsIn(int width) const
    {
        const int least = minimumSize().width();
        const int most = std::max(1, static_cast<int>(shown().size()));
        for (const int columns : m_columns) {
            if (cellWidth(width, std::min(columns, most)) >= least) {
                return std::min(columns, most);
            }
        }
        return std::min(m_columns.back(), most);
    }
    [[nodiscard]] int linesFor(int columns) const
    {
        return (static_cast<int>(shown().size()) + columns - 1) / columns;
    }
    [[nodiscard]] std::pair<int, int> cellOf(int index, int columns) const
    {
        const int lines = linesFor(columns);
        return m_isDown ? std::pair{index % lines, index / lines}
                        : std::pair{index / columns, index % columns};
    }
    /// The least ones.
    [[nodiscard]] QList<int> lineHeights(int width) const
    {
        const QList<QLayoutItem*> items = shown();
        const int columns = columnsIn(width);
        const int cell = cellWidth(width, columns);
        QList<int> heights(linesFor(columns), 0);
        for (int i = 0; i < items.size(); ++i) {
            int& height = heights[cellOf(i, columns).first];
            height = std::max(height, items[i]->heightForWidth(cell));
        }
        return heights;
    }
    /// Gives `rest` to the lowest lines first, so that they end as equal as can be.
    static void share(QList<int>& heights, int rest)
    {
        while (rest > 0) {
            const int lowest = *std::min_element(heights.begin(), heights.end());
            int next = lowest + rest;
            qsizetype among = 0;
            for (const int height : std::as_const(heights)) {
                if (height == lowest) {
                    ++among;
                } else {
                    next = std::min(next, height);
                }
            }
            const int each =
                std::max(1, std::min<int>(next - lowest, rest / static_cast<int>(among)));
            for (int& height : heights) {
                if (height == lowest && rest >= each) {
                    height += each;
                    rest -= each;
                }
            }
        }
    }

    QList<QLayoutItem*> m_items;
    QList<int> m_columns;
    bool m_isDown;
};

/// How far `to` lies from `from` in the direction of `key`; absent: not there.
std::optional<int> distance(const QRect& from, const QRect& to, int key)
{
    const QPoint way = to.center() - from.center();
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    const int along = isAcross ? way.x() : way.y();
    const int aside = std::abs(isAcross ? way.y() : way.x());
    const int ahead = key == Qt::Key_Left || key == Qt::Key_Up ? -along : along;
    constexpr int kStraightOn = 8; // sooner far ahead than one line aside
    return ahead > 0 && aside < ahead + aside / 2 ? std::optional{ahead + kStraightOn * aside}
                                                  : std::nullopt;
}

} // namespace

BigGrid::BigGrid(QList<int> columns, bool isDown, QWidget* parent) : QWidget(parent)
{
    new GridLayout{this, std::move(columns), isDown};
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Expanding};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void BigGrid::add(BigButton* button)
{
    layout()->addWidget(button);
    button->installEventFilter(this);
    m_buttons.append(button);
}

bool BigGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Up && key != Qt::Key_Down) {
        return false;
    }
    const QRect from = static_cast<QWidget*>(watched)->geometry();
    BigButton* nearest = nullptr;
    int least = 0;
    for (BigButton* button : std::as_const(m_buttons)) {
        const auto far =
            button->isVisible() ? distance(from, button->geometry(), key) : std::nullopt;
        if (far && (nearest == nullptr || *far < least)) {
            nearest = button;
            least = *far;
        }
    }
    if (nearest != nullptr) {
        nearest->setFocus(Qt::TabFocusReason);
    }
    return true;
}

} // namespace unclench::ui
