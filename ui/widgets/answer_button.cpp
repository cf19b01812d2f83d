// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answer_button.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kPadding = 1.5;
constexpr double kAnswerMark = 2.0;
constexpr int kLeastAnswer = 52; // pixels: with 48 left between its borders

} // namespace

AnswerButton::AnswerButton(Shape shape,
                           const QString& name,
                           const QString& text,
                           const QString& accessibleName,
                           QWidget* parent)
    : QPushButton(text, parent), m_shape(shape)
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int AnswerButton::leastHeight() const
{
    return m_shape == Shape::Answer ? std::max(kLeastAnswer, theme::grid(font(), 6))
                                    : theme::grid(font(), 4.5);
}

int AnswerButton::besidesWords() const
{
    // The mark's place is kept, so that nothing moves when it comes; on both sides of what stands
    // in the middle.
    const double marks = !isCheckable()             ? 0.0
                         : m_shape == Shape::Answer ? 2 * kAnswerMark
                                                    : kAnswerMark;
    return theme::grid(font(), 2 * kPadding + marks);
}

int AnswerButton::flags() const
{
    return Qt::TextWordWrap | Qt::TextShowMnemonic | Qt::AlignVCenter |
           (m_shape == Shape::Answer ? Qt::AlignHCenter : Qt::AlignLeft);
}

QSize AnswerButton::sizeHint() const
{
    return {fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 2 + besidesWords(),
            leastHeight()};
}

QSize AnswerButton::minimumSizeHint() const
{
    return {theme::longestWord(fontMetrics(), text()) + 2 + besidesWords(), leastHeight()};
}

int AnswerButton::heightForWidth(int width) const
{
    const QRect words =
        fontMetrics().boundingRect(QRect{0, 0, width - besidesWords(), 100'000}, flags(), text());
    return std::max(leastHeight(), words.height() + theme::grid(font(), 1.5));
}

void AnswerButton::paintEvent(QPaintEvent*)
{
    constexpr double kRadius = 6.0;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor plain =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    const QRectF box = QRectF{rect()}.adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setBrush(isChecked() ? accent : palette().color(QPalette::Button));
    painter.setPen(QPen{isChecked()                ? accent
                        : underMouse() || isDown() ? plain
                                                   : palette().color(QPalette::Mid),
                        isDown() ? 2.0 : 1.0});
    painter.drawRoundedRect(box, kRadius, kRadius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    const QColor ink = isChecked() ? palette().color(QPalette::HighlightedText) : plain;
    const double padding = theme::grid(font(), kPadding);
    const double mark = isCheckable() ? theme::grid(font(), kAnswerMark) : 0.0;
    QRectF line = QRectF{rect()}.adjusted(padding, 0, -padding, 0);
    if (isChecked()) {
        const double unit = mark / 16.0;
        const QPointF at{line.left(), line.center().y()};
        painter.setPen(QPen{ink, 2.0 * unit + 0.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolyline(QPolygonF{
            {at + QPointF{0, 0} * unit, at + QPointF{4, 4.5} * unit, at + QPointF{11, -5} * unit}});
    }
    line.adjust(mark, 0, m_shape == Shape::Answer ? -mark : 0.0, 0);
    painter.setPen(ink);
    painter.drawText(line, flags(), text());
}

} // namespace unclench::ui
