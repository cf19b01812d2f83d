// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/set_text.h"

#include "ui/report/paper.h"

#include <QPainter>
#include <QRegularExpression>
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
/// Of an end that stays where a text is cut.
constexpr qsizetype kMostOfEnd = 24;

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

/// A number and its unit never part at the end of a line: "100 %", "17 h 59 min",
/// "30 Sep 2026". As long
/// as `text`.
QString heldTogether(QString text)
{
    static const QRegularExpression kBeforeUnit{
        QStringLiteral("(?<=\\d) (?=[^\\s\\d]{1,3}(?:[\\s.,;:)]|$))")};
    static const QRegularExpression kBetweenUnits{
        QStringLiteral("(?<=\\d\u00a0[hd]) (?=\\d+\u00a0)|(?<=\\d\u00a0\\w{3}) (?=\\d{4}\\b)")};
    const QString kNoBreak{QChar{QChar::Nbsp}};
    return text.replace(kBeforeUnit, kNoBreak).replace(kBetweenUnits, kNoBreak);
}

/// Whether a line ends within what must not part: a narrow column lets it part anywhere, in the
/// middle of a year.
bool partsWhatIsHeld(const QTextLayout& layout)
{
    const QString text = layout.text();
    for (int i = 0; i + 1 < layout.lineCount(); ++i) {
        const int end = layout.lineAt(i).textStart() + layout.lineAt(i).textLength();
        const qsizetype begin = text.lastIndexOf(QLatin1Char(' '), end - 1) + 1;
        const qsizetype next = text.indexOf(QLatin1Char(' '), end);
        const QString behind = text.mid(end, next < 0 ? -1 : next - end);
        const bool isParted = begin < end && std::any_of(behind.begin(), behind.end(), [](QChar c) {
                                  return c.isLetterOrNumber(); // not a comma alone
                              });
        if (isParted && (text.mid(begin, end - begin) + behind).contains(QChar::Nbsp)) {
            return true;
        }
    }
    return false;
}

} // namespace

SetText::SetText(const QString& lead,
                 const QString& text,
                 const TextStyle& style,
                 double width,
                 int mostLines,
                 const QString& keptEnd)
    : m_style(style), m_width(std::max(width, 1.0))
{
    const QLatin1String after{lead.endsWith(QLatin1Char('.')) ? " " : ": "};
    const QString before = lead.isEmpty() ? QString{} : lead + after;
    const int leadLength = static_cast<int>(before.size());
    const QString plain = before + (lead.isEmpty() ? text : isolated(text));
    m_given = plain;
    QString whole = heldTogether(plain);
    const int most = mostLines * kMostPerLine;
    if (whole.size() <= most && set(whole, leadLength, mostLines) && !partsWhatIsHeld(*m_layout)) {
        return;
    }
    whole = plain;
    if (whole.size() > most || !set(whole, leadLength, mostLines)) {
        m_isCut = true;
        cut(whole.left(most), leadLength, mostLines, keptEnd);
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

void SetText::cut(const QString& text, int leadLength, int mostLines, const QString& keptEnd)
{
    QString end = keptEnd.size() > kMostOfEnd ? keptEnd.left(kMostOfEnd) + kEllipsis : keptEnd;
    const auto upTo = [&](qsizetype length) {
        QString part = text.left(length);
        while (!part.isEmpty() && (part.back().isHighSurrogate() || part.back().isSpace())) {
            part.chop(1);
        }
        const bool isOpen = part.lastIndexOf(kIsolate) > part.lastIndexOf(kEndIsolate);
        return part + kEllipsis + (isOpen ? QString{kEndIsolate} : QString{}) + end;
    };
    constexpr qsizetype kSomeOfIt = 3;
    if (!set(upTo(std::min(kSomeOfIt, text.size())), leadLength, mostLines)) {
        end.clear();
    }
    // The most of it that leaves room for the mark.
    qsizetype least = 0;
    qsizetype most = text.size();
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
    return m_layout->text().replace(QChar{QChar::Nbsp}, QLatin1Char(' '));
}

QString SetText::line(int number) const
{
    const QTextLine line = m_layout->lineAt(number);
    return text().mid(line.textStart(), line.textLength());
}

void SetText::paint(QPainter& painter, const QPointF& at) const
{
    painter.setPen(m_style.ink);
    m_layout->draw(&painter, at);
}

TextNeeds needsOf(const QString& text, const TextStyle& style)
{
    QTextLayout layout{heldTogether(text.left(2 * kMostPerLine)),
                       paperFont(style.points, style.isBold, text)};
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    option.setUseDesignMetrics(true);
    layout.setTextOption(option);
    constexpr double kUnbounded = 1'000'000;
    const auto widest = [&](double width) {
        double most = 0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            most = std::max(most, line.naturalTextWidth());
        }
        layout.endLayout();
        return most;
    };
    return {widest(1.0), widest(kUnbounded)};
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
