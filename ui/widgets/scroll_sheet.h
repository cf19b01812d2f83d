// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet that scrolls down where it is higher than its place, never sideways, and lets the ground
// shine through.
#pragma once

#include <QScrollArea>

namespace unclench::ui {

class ScrollSheet : public QScrollArea {
    Q_OBJECT
public:
    /// A page that is scrolled as a whole takes no place in the tab order: its controls do.
    ScrollSheet(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    /// What is scrolled: lay out in this.
    [[nodiscard]] QWidget* sheet() const { return widget(); }
    /// As high as the sheet, for a page that is scrolled as a whole.
    void setUnrolled(bool isUnrolled);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isUnrolled = false;
};

} // namespace unclench::ui
