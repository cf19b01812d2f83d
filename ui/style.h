// SPDX-License-Identifier: GPL-3.0-or-later
// What the plain style draws too faint or too loud: flat buttons, and tick boxes that can be seen
// in the dark and grow with the font.
#pragma once

#include <QProxyStyle>

namespace unclench::ui {

/// Only over Fusion, the style of desktops that bring none of their own.
class Style : public QProxyStyle {
    Q_OBJECT
public:
    /// Whether the style that Qt chose is one to draw over.
    [[nodiscard]] static bool isWanted();

    Style();
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption* option,
                       QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption* option,
                     QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex* option,
                            QPainter* painter,
                            const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric,
                                  const QStyleOption* option,
                                  const QWidget* widget) const override;
};

} // namespace unclench::ui
