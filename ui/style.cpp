// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace unclench::ui {

namespace {

/// Ground, outline and focus of a button or a box. `isDown`: pressed, or pressed and staying so.
void drawBox(QPainter& painter,
             const QStyleOption& option,
             QRectF box,
             double radius,
             const QColor& ground,
             bool isDown = false)
{
    const QPalette& palette = option.palette;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isPointedAt = isEnabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const QColor outline = hasFocus                ? palette.color(QPalette::Highlight)
                           : isPointedAt || isDown ? palette.color(QPalette::WindowText)
                           : isEnabled             ? palette.color(QPalette::PlaceholderText)
                                                   : palette.color(QPalette::Mid);
    const double width = hasFocus || isDown ? 2.0 : 1.0;
    painter.setPen(QPen{outline, width});
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius,
                            radius);
}

} // namespace

bool Style::isWanted()
{
    return QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0;
}

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element,
                          const QStyleOption* option,
                          QPainter* painter,
                          const QWidget* widget) const
{
    const bool isOurs = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton ||
                        element == PE_PanelButtonCommand || element == PE_FrameLineEdit ||
                        element == PE_Frame || element == PE_FrameFocusRect;
    if (!isOurs) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette& palette = option->palette;
    const QRectF box{option->rect};
    if (element == PE_PanelButtonCommand) {
        // Where hairlines are as strong as text, as in high contrast, nothing could be read on
        // them.
        constexpr double kReadable = 4.5;
        const QColor shade = palette.color(QPalette::Mid);
        const bool isDown =
            option->state.testFlag(State_Sunken) || option->state.testFlag(State_On);
        const bool isShaded =
            isDown && theme::contrast(shade, palette.color(QPalette::ButtonText)) >= kReadable;
        drawBox(*painter, *option, box, 6.0, isShaded ? shade : palette.color(QPalette::Base),
                isDown);
    } else if (element == PE_FrameLineEdit) {
        drawBox(*painter, *option, box, 4.0, Qt::transparent);
    } else if (element == PE_Frame) {
        const bool isFramed = qobject_cast<const QScrollArea*>(widget) == nullptr ||
                              option->state.testFlag(State_HasFocus);
        if (isFramed) { // what only scrolls tells no more than that the keyboard is there
            drawBox(*painter, *option, box, 4.0, Qt::transparent);
        }
    } else if (element == PE_FrameFocusRect) {
        if (qobject_cast<const QAbstractButton*>(widget) == nullptr) { // has a ring of its own
            const bool isOnAccent = option->state.testFlag(State_Selected);
            painter->setPen(QPen{
                palette.color(isOnAccent ? QPalette::HighlightedText : QPalette::Highlight), 2.0});
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 4.0, 4.0);
        }
    } else if (element == PE_IndicatorRadioButton) {
        drawBox(*painter, *option, box, box.height() / 2, palette.color(QPalette::Base));
        if (option->state.testFlag(State_On)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(palette.color(QPalette::Text));
            painter->drawEllipse(box.center(), box.width() / 4, box.height() / 4);
        }
    } else {
        drawBox(*painter, *option, box, 3.0, palette.color(QPalette::Base));
        if (option->state.testFlag(State_On)) {
            QPainterPath tick{box.topLeft() + QPointF{box.width() * 0.22, box.height() * 0.52}};
            tick.lineTo(box.topLeft() + QPointF{box.width() * 0.42, box.height() * 0.72});
            tick.lineTo(box.topLeft() + QPointF{box.width() * 0.78, box.height() * 0.28});
            painter->setPen(QPen{palette.color(QPalette::Text), box.width() / 7.0});
            painter->setBrush(Qt::NoBrush);
            painter->drawPath(tick);
        }
    }
    painter->restore();
}

void Style::drawControl(ControlElement element,
                        const QStyleOption* option,
                        QPainter* painter,
                        const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const bool isFlat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
    if (element == CE_PushButtonBevel && isFlat && option->state.testFlag(State_HasFocus)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawBox(*painter, *option, QRectF{option->rect}, 6.0, Qt::transparent);
        painter->restore();
    }
}

void Style::drawComplexControl(ComplexControl control,
                               const QStyleOptionComplex* option,
                               QPainter* painter,
                               const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const bool isSliderWithKeyboard =
        control == CC_Slider && option->state.testFlag(State_HasFocus);
    if (control == CC_SpinBox || isSliderWithKeyboard) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawBox(*painter, *option, QRectF{option->rect}, 4.0, Qt::transparent);
        painter->restore();
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme::grid(widget != nullptr ? widget->font() : QApplication::font(), 2);
    case PM_DefaultFrameWidth: return 2; // what has the keyboard has a ring of this width
    case PM_ButtonMargin:
        return theme::grid(widget != nullptr ? widget->font() : QApplication::font(), 2);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace unclench::ui
