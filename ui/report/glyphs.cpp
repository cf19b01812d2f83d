// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/glyphs.h"

#include "ui/report/paper.h"

#include <QGlyphRun>
#include <QTextLayout>

#include <algorithm>

namespace unclench::ui::report {

namespace {

/// Joiners, marks of direction and the like have no shape of their own.
bool hasShape(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space: return false;
    default: return !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF);
    }
}

bool isInNoFont(char32_t c)
{
    const QString text = QString::fromUcs4(&c, 1);
    QTextLayout layout{text, paperFont(kLeastPoints, false, text)};
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    return std::any_of(runs.begin(), runs.end(),
                       [](const QGlyphRun& run) { return run.glyphIndexes().contains(0); });
}

} // namespace

void Characters::add(const QString& text)
{
    constexpr char32_t kLastOfAscii = 0x7F;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (c > kLastOfAscii && hasShape(c) && !m_seen.contains(c)) {
            m_seen.insert(c);
            m_inOrder.append(c);
        }
    }
}

QStringList Characters::missing() const
{
    QStringList found;
    for (const char32_t c : m_inOrder) {
        if (isInNoFont(c)) {
            found << QString::fromUcs4(&c, 1);
        }
    }
    return found;
}

} // namespace unclench::ui::report
