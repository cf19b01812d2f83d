// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"

#include <algorithm>
#include <cmath>

namespace unclench::ui::report {

namespace {

/// Latin, Greek and Cyrillic need shaping only where marks are put together.
bool needsNoShaping(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const ushort code = c.unicode();
        return code < 0x0300 || (code >= 0x2010 && code <= 0x2027) || code == 0x20AC;
    });
}

} // namespace

QPalette paperPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::white);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::WindowText, ink::kText);
    palette.setColor(QPalette::Text, ink::kText);
    palette.setColor(QPalette::PlaceholderText, ink::kMuted);
    palette.setColor(QPalette::Mid, ink::kRule);
    palette.setColor(QPalette::Highlight, ink::kAccent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

QRectF paperRect(QPageSize::PageSizeId paper)
{
    const QSizeF size = QPageSize{paper}.size(QPageSize::Millimeter);
    return {QPointF{}, size * kMillimetre};
}

QRectF bodyRect(QPageSize::PageSizeId paper)
{
    return paperRect(paper).adjusted(kMargin, kMargin, -kMargin, -kMargin - kFooter);
}

QRectF footerRect(QPageSize::PageSizeId paper)
{
    const QRectF inner = paperRect(paper).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    return {inner.left(), inner.bottom() - kFooter, inner.width(), kFooter};
}

QFont paperFont(double points, bool isBold, const QString& text)
{
    QFont font;
    font.setPixelSize(static_cast<int>(std::lround(points * kPoint)));
    font.setWeight(isBold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(needsNoShaping(text) ? QFont::PreferNoShaping : QFont::PreferDefault);
    return font;
}

} // namespace unclench::ui::report
