// SPDX-License-Identifier: GPL-3.0-or-later
// A box to tick or to choose, whose words go over as many lines as they need.
#pragma once

#include <QCheckBox>
#include <QRadioButton>

namespace unclench::ui {

/// Qt's own boxes cut what does not fit on one line. `Button` is one of them.
template <class Button>
class WrappedBox : public Button {
public:
    explicit WrappedBox(const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& at) const override;

private:
    [[nodiscard]] QRect wordsIn(const QRect& area) const;
};

extern template class WrappedBox<QCheckBox>;
extern template class WrappedBox<QRadioButton>;
using WrappedCheckBox = WrappedBox<QCheckBox>;
using WrappedRadioButton = WrappedBox<QRadioButton>;

} // namespace unclench::ui
