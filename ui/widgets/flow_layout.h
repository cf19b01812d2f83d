// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets one after the other, over as many lines as they need. What wants to grow takes what is
// left of its line.
#pragma once

#include <QLayout>
#include <QList>

namespace unclench::ui {

class FlowLayout : public QLayout {
    Q_OBJECT
public:
    /// `gap`: device-independent pixels between two widgets and two lines.
    FlowLayout(QWidget* parent, int gap);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    enum class Act { Measure, Place };
    int flow(const QRect& area, Act act) const;
    /// Returns the height of the line. `room`: what its widgets leave of the width.
    int placeLine(const QList<QLayoutItem*>& line, const QRect& area, int room, Act act) const;

    QList<QLayoutItem*> m_items;
    int m_gap;
};

} // namespace unclench::ui
