// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/set_text.h"

#include "ui/report/paper.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace unclench::ui::report {

namespace {

constexpr QChar kEllipsis{0x2026};
constexpr QChar kIsolate{0x2068};
constexpr QChar kEndIsolate{0x2069};
/// No line of a page has more letters: what is far longer is not even looked at.
constexpr int kMostPerLine = 250;

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

} // namespace

SetText::SetText(
    const QString& lead, const QString& text, const TextStyle& style, double width, int mostLines)
    : m_style(style), m_width(std::max(width, 1.0))
{
    const QLatin1String after{lead.endsWith(QLatin1Char('.')) ? " " : ": "};
    const QString before = lead.isEmpty() ? QString{} : lead + after;
    const int leadLength = static_cast<int>(before.size());
    const QString whole = before + (lead.isEmpty() ? text : isolated(text));
    const int most = mostLines * kMostPerLine;
    if (whole.size() > most || !set(whole, leadLength, mostLines)) {
        m_isCut = true;
        cut(whole.left(most), leadLength, mostLines);
    }
}

SetText::~SetText() = default;
SetText::SetText(SetText&&) noexcept = default;
SetText& SetText::operator=(SetText&&) noexcept = default;

bool SetText::set(const QString& text, int leadLength, int mostLines)
{
    m_layout = std::make_unique<QTextLayout>(text, paperFont(m_style.points, m_style.isBold, text));
    QTextOption option{m_style.alignment};
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(leadLength > 0 ? Qt::LeftToRight : Qt::LayoutDirectionAuto);
    m_layout->setTextOption(option);
    if (leadLength > 0) {
        QTextLayout::FormatRange bold;
        bold.start = 0;
        bold.length = leadLength;
        bold.format.setFontWeight(QFont::Bold);
        m_layout->setFormats({bold});
    }
    m_height = 0;
    bool fits = true;
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        if (m_layout->lineCount() > mostLines) {
            fits = false;
            break;
        }
        line.setLineWidth(m_width);
        line.setPosition({0, m_height});
        m_height += line.height();
    }
    m_layout->endLayout();
    const bool isBlock = leadLength == 0 && m_layout->lineCount() > 1;
    if (isBlock && m_style.alignment == Qt::AlignLeft && text.isRightToLeft()) {
        option.setAlignment(Qt::AlignRight); // where its lines begin
        m_layout->setTextOption(option);
    }
    return fits;
}

void SetText::cut(const QString& text, int leadLength, int mostLines)
{
    // The most of it that leaves room for the mark.
    qsizetype least = 0;
    qsizetype most = text.size();
    const auto upTo = [&](qsizetype length) {
        QString part = text.left(length);
        while (!part.isEmpty() && (part.back().isHighSurrogate() || part.back().isSpace())) {
            part.chop(1);
        }
        return part + kEllipsis;
    };
    while (least < most) {
        const qsizetype half = (least + most + 1) / 2;
        if (set(upTo(half), leadLength, mostLines)) {
            least = half;
        } else {
            most = half - 1;
        }
    }
    set(upTo(least), std::min<int>(leadLength, static_cast<int>(least)), mostLines);
}

QRectF SetText::covers() const
{
    QRectF all;
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        all |= m_layout->lineAt(i).naturalTextRect();
    }
    return all;
}

int SetText::lines() const
{
    return m_layout->lineCount();
}

QString SetText::text() const
{
    return m_layout->text();
}

void SetText::paint(QPainter& painter, const QPointF& at) const
{
    painter.setPen(m_style.ink);
    m_layout->draw(&painter, at);
}

QString isolated(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isRightToLeft) ? kIsolate + text + kEndIsolate
                                                                : text;
}

QString onOneLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    bool isGap = false;
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Control) {
            isGap = true;
            continue;
        }
        if (isGap && !line.isEmpty()) {
            line += QLatin1Char(' ');
        }
        isGap = false;
        line += c;
    }
    return line;
}

} // namespace unclench::ui::report
