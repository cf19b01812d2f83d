// SPDX-License-Identifier: GPL-3.0-or-later
// Big buttons that share all the room there is, in as many columns as fit, with the arrow keys
// between them.
#pragma once

#include <QList>
#include <QWidget>

namespace unclench::ui {

class BigButton;

class BigGrid : public QWidget {
    Q_OBJECT
public:
    /// `columns`: how many there may be, the most wanted first; the last one holds in any case.
    /// Columns are filled down where `isDown`, else lines are filled across.
    BigGrid(QList<int> columns, bool isDown, QWidget* parent = nullptr);

    /// At the end.
    void add(BigButton* button);
    [[nodiscard]] const QList<BigButton*>& buttons() const { return m_buttons; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<BigButton*> m_buttons;
};

} // namespace unclench::ui
