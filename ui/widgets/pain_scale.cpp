// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pain_scale.h"

#include "core/diary/episode.h"
#include "ui/theme.h"
#include "ui/widgets/even_layout.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace unclench::ui {

PainButton::PainButton(int pain, QWidget* parent) : QAbstractButton(parent), m_pain(pain)
{
    setText(QString::number(pain));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

QSize PainButton::sizeHint() const
{
    const QFontMetrics metrics{theme::font(font(), theme::Size::Heading)};
    const int widest = metrics.horizontalAdvance(QString::number(Reading::kMost));
    return {std::max(theme::grid(font(), 4), widest + theme::grid(font(), 1.5)),
            theme::grid(font(), 6)};
}

void PainButton::paintEvent(QPaintEvent*)
{
    constexpr double kRadius = 6.0;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = theme::painFill(palette(), m_pain);
    if (isDown()) {
        fill = palette().color(QPalette::Highlight);
    }
    const QRectF body = QRectF{rect()}.adjusted(3.5, 3.5, -3.5, -3.5);
    painter.setPen(underMouse() && isEnabled() ? palette().color(QPalette::WindowText)
                                               : palette().color(QPalette::Mid));
    painter.setBrush(fill);
    painter.drawRoundedRect(body, kRadius, kRadius);
    if (hasFocus()) {
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), kRadius + 2, kRadius + 2);
    }
    const QColor ink = theme::textOn(fill);
    if (isChecked()) { // a mark above the number: not by colour alone
        const double unit = theme::grid(font(), 1) / 11.0;
        const QPointF at{rect().center().x() - 5.5 * unit, body.top() + 8.0 * unit};
        painter.setPen(QPen{ink, 2.0 * unit + 0.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolyline(
            QPolygonF{{at, at + QPointF{4, 4.5} * unit, at + QPointF{11, -5} * unit}});
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.drawRoundedRect(body, kRadius, kRadius);
    }
    painter.setFont(theme::font(font(), theme::Size::Heading));
    painter.setPen(ink);
    painter.drawText(rect().adjusted(0, isChecked() ? theme::grid(font(), 1) : 0, 0, 0),
                     Qt::AlignCenter, text());
}

PainScale::PainScale(const QString& name, const QString& purpose, QWidget* parent) : QWidget(parent)
{
    setObjectName(name);
    const int gap = theme::grid(font(), 0.5);
    auto* row = new EvenLayout{this, EvenLayout::Order::Across, gap, gap};
    for (int pain = Reading::kLeast; pain <= Reading::kMost; ++pain) {
        auto* button = new PainButton{pain, this};
        button->setObjectName(name + QString::number(pain));
        //: %1 is what the scale is for, as in "Spasm now: pain 7 of 10"
        button->setAccessibleName(
            tr("%1: pain %2 of %3").arg(purpose).arg(pain).arg(Reading::kMost));
        button->setToolTip(pain == Reading::kLeast  ? tr("0: no pain")
                           : pain == Reading::kMost ? tr("10: the worst pain there is")
                                                    : QString{});
        button->setFocusPolicy(pain == Reading::kLeast ? Qt::StrongFocus : Qt::ClickFocus);
        button->installEventFilter(this);
        connect(button, &PainButton::clicked, this, [this, pain] { Q_EMIT picked(pain); });
        row->addWidget(button);
        m_buttons.append(button);
    }
}

void PainScale::focusFirst()
{
    focusOn(Reading::kLeast);
}

void PainScale::display(std::optional<int> pain)
{
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) {
        m_buttons[i]->setCheckable(true);
        m_buttons[i]->setChecked(pain == i);
    }
}

void PainScale::focusOn(int pain)
{
    pain = std::clamp(pain, Reading::kLeast, Reading::kMost);
    m_buttons[pain]->setFocus(Qt::TabFocusReason);
}

bool PainScale::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto at = static_cast<int>(m_buttons.indexOf(static_cast<PainButton*>(watched)));
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        focusOn(at + (key == Qt::Key_Right ? 1 : -1));
    } else if (key == Qt::Key_Home || key == Qt::Key_End) {
        focusOn(key == Qt::Key_End ? Reading::kMost : Reading::kLeast);
    } else if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        const int digit = key - Qt::Key_0;
        focusOn(at == 1 && digit <= 1 ? Reading::kMost : digit); // "10" and "11" both mean the last
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_buttons[at]->click();
    } else {
        return false;
    }
    return true;
}

} // namespace unclench::ui
