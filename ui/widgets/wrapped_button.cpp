// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_button.h"

#include "ui/theme.h"

#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr int kButtonText = Qt::AlignCenter | Qt::TextWordWrap;

int padding(const QFont& font)
{
    return theme::grid(font, 2);
}

} // namespace

WrappedButton::WrappedButton(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappedButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * padding(font()), theme::grid(font(), 6)};
}

QSize WrappedButton::minimumSizeHint() const
{
    return {theme::longestWord(fontMetrics(), text()) + 2 * padding(font()),
            theme::grid(font(), 6)};
}

int WrappedButton::heightForWidth(int width) const
{
    const QRect words = fontMetrics().boundingRect(
        QRect{0, 0, width - 2 * padding(font()), 100'000}, kButtonText, text());
    return std::max(theme::grid(font(), 6), words.height() + padding(font()));
}

void WrappedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter{this};
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear(); // the style draws the button, and we the words
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.drawItemText(rect().adjusted(padding(font()), 0, -padding(font()), 0), kButtonText,
                         option.palette, isEnabled(), text(), QPalette::ButtonText);
}

} // namespace unclench::ui
