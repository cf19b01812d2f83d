// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace unclench::ui::theme {

namespace {

struct Colours {
    QRgb window, card, border, text, muted, accent, onAccent;
};
constexpr Colours kLight{0xFFF7F5F2, 0xFFFFFFFF, 0xFFDAD5CC, 0xFF1F2328,
                         0xFF575F68, 0xFF0B6B66, 0xFFFFFFFF};
constexpr Colours kBlackOnWhite{0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000, 0xFF000000,
                                0xFF000000, 0xFF00007A, 0xFFFFFFFF};
constexpr Colours kWhiteOnBlack{0xFF000000, 0xFF000000, 0xFFFFFFFF, 0xFFFFFFFF,
                                0xFFFFFFFF, 0xFFFFE600, 0xFF000000};
constexpr Colours kDark{0xFF15171A, 0xFF1E2125, 0xFF3A3F46, 0xFFECEAE6,
                        0xFFAAB1B9, 0xFF55C7BC, 0xFF06201E};

double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

const Colours& coloursOf(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light: return kLight;
    case Scheme::Dark: return kDark;
    case Scheme::BlackOnWhite: return kBlackOnWhite;
    case Scheme::WhiteOnBlack: return kWhiteOnBlack;
    }
    Q_UNREACHABLE();
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

Scheme schemeOf(const QPalette& system)
{
    return system.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

bool isHighContrast(const QPalette& system)
{
    constexpr double kHigh = 15.0;
    const auto isPure = [](const QColor& colour) {
        return colour.rgb() == QColor{Qt::white}.rgb() || colour.rgb() == QColor{Qt::black}.rgb();
    };
    const QColor window = system.color(QPalette::Window);
    const QColor base = system.color(QPalette::Base);
    return isPure(window) && isPure(base) &&
           contrast(system.color(QPalette::WindowText), window) >= kHigh &&
           contrast(system.color(QPalette::Text), base) >= kHigh;
}

QPalette passedThrough(const QPalette& system)
{
    constexpr double kReadable = 7.0;
    constexpr double kVisible = 3.0;
    QPalette palette = system;
    const QColor base = system.color(QPalette::Base);
    const QColor muted = system.color(QPalette::PlaceholderText);
    const bool isMutedReadable = muted.alpha() == 255 && contrast(muted, base) >= kReadable;
    palette.setColor(QPalette::PlaceholderText,
                     isMutedReadable ? muted : system.color(QPalette::Text));
    const QColor hairline = system.color(QPalette::Mid);
    palette.setColor(QPalette::Mid, contrast(hairline, base) >= kVisible
                                        ? hairline
                                        : system.color(QPalette::Text));
    return palette;
}

QPalette palette(Scheme scheme)
{
    const Colours& colours = coloursOf(scheme);
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.card);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.muted);
    palette.setColor(QPalette::Button, colours.card);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.text);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Midlight, colours.border);
    palette.setColor(QPalette::Dark, colours.border);
    palette.setColor(QPalette::Light, colours.card);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.card);
    palette.setColor(QPalette::ToolTipText, colours.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, colours.muted);
    }
    return palette;
}

QPalette emergency(const QPalette& palette)
{
    if (isHighContrast(palette)) {
        return palette;
    }
    const bool isDark = schemeOf(palette) == Scheme::Dark;
    const QColor ground{QRgb{isDark ? 0xFF8C0019 : 0xFFA8001E}};
    const QColor muted{QRgb{0xFFFFDDE2}};
    QPalette red = palette;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase,
                            QPalette::Button, QPalette::HighlightedText}) {
        red.setColor(role, ground);
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::BrightText, QPalette::Highlight, QPalette::Link}) {
        red.setColor(role, Qt::white);
    }
    red.setColor(QPalette::PlaceholderText, muted);
    for (const auto role : {QPalette::Mid, QPalette::Midlight, QPalette::Dark, QPalette::Light}) {
        red.setColor(role, QColor{QRgb{0xFF6B0013}});
    }
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        red.setColor(QPalette::Disabled, role, muted);
    }
    return red;
}

namespace {

Tone toneOf(const QPalette& palette, QRgb onLight, QRgb onDark)
{
    const QColor card = palette.color(QPalette::Base);
    if (isHighContrast(palette)) {
        return {card, palette.color(QPalette::Text)};
    }
    return schemeOf(palette) == Scheme::Dark ? Tone{card, QColor{onDark}}
                                             : Tone{QColor{QRgb{0xFFFFF3D1}}, QColor{onLight}};
}

} // namespace

namespace {

QColor ofModality(const QPalette& palette, QRgb onLight, QRgb onDark)
{
    return isHighContrast(palette)             ? palette.color(QPalette::Text)
           : schemeOf(palette) == Scheme::Dark ? QColor{onDark}
                                               : QColor{onLight};
}

} // namespace

QColor heat(const QPalette& palette)
{
    return ofModality(palette, 0xFFA84A08, 0xFFF2A55F);
}

QColor cold(const QPalette& palette)
{
    return ofModality(palette, 0xFF0A5AA8, 0xFF86BDF6);
}

Tone urgentTone(const QPalette& palette)
{
    return toneOf(palette, 0xFFB23A0A, 0xFFFFA27A);
}

Tone soonTone(const QPalette& palette)
{
    return toneOf(palette, 0xFF7A5600, 0xFFF0C75E);
}

QColor painFill(const QPalette& palette, int pain)
{
    const QColor from = palette.color(QPalette::Base);
    const QColor to = palette.color(QPalette::Highlight);
    const double share = 0.08 + 0.92 * pain / 10.0;
    const auto mix = [&](double a, double b) { return a + (b - a) * share; };
    return QColor::fromRgbF(static_cast<float>(mix(from.redF(), to.redF())),
                            static_cast<float>(mix(from.greenF(), to.greenF())),
                            static_cast<float>(mix(from.blueF(), to.blueF())));
}

QColor textOn(const QColor& ground)
{
    const double light = luminance(ground);
    const bool whiteReadsBetter = 1.05 / (light + 0.05) > (light + 0.05) / 0.05;
    return whiteReadsBetter ? QColor{Qt::white} : QColor{Qt::black};
}

QFont font(const QFont& base, Size size)
{
    double factor = 1.0;
    switch (size) {
    case Size::Caption: factor = 0.9; break;
    case Size::Body: factor = 1.0; break;
    case Size::Heading: factor = 1.3; break;
    case Size::Title: factor = 1.7; break;
    case Size::Figures: factor = 4.0; break;
    }
    QFont scaled = base;
    if (base.pointSizeF() > 0) {
        scaled.setPointSizeF(base.pointSizeF() * factor);
    } else {
        scaled.setPixelSize(static_cast<int>(std::lround(base.pixelSize() * factor)));
    }
    if (size == Size::Heading || size == Size::Title || size == Size::Figures) {
        scaled.setWeight(QFont::DemiBold);
    }
    return scaled;
}

int longestWord(const QFontMetrics& metrics, const QString& text)
{
    static const QRegularExpression gap{QStringLiteral("[ \\x{200B}]")}; // also where a path parts
    int widest = 0;
    for (const QString& word : QString{text}.remove(QLatin1Char('&')).split(gap)) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return widest;
}

int grid(const QFont& base, double units)
{
    constexpr double kHeightAtDesign = 16.0;
    return static_cast<int>(
        std::lround(units * 8.0 * QFontMetricsF{base}.height() / kHeightAtDesign));
}

QString flatHeader()
{
    return QStringLiteral(
        "QHeaderView::section { background: palette(base); color: palette(placeholder-text);"
        " border: none; border-bottom: 1px solid palette(mid); padding: 4px 3px; }");
}

} // namespace unclench::ui::theme
