// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets in columns of one width, in as many of them as there is room for.
#pragma once

#include <QLayout>
#include <QList>

namespace unclench::ui {

class EvenLayout : public QLayout {
    Q_OBJECT
public:
    /// Across: line by line, with lines as equally long as can be. Down: column by column.
    enum class Order { Across, Down };
    /// The gaps: device-independent pixels between two columns and two lines.
    EvenLayout(QWidget* parent, Order order, int gapAcross, int gapDown);
    ~EvenLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    enum class Act { Measure, Place };
    int arrange(const QRect& area, Act act) const;
    [[nodiscard]] QSize widest() const;

    QList<QLayoutItem*> m_items;
    Order m_order;
    int m_gapAcross;
    int m_gapDown;
};

} // namespace unclench::ui
