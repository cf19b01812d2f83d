// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html.h"

#include "ui/report/paper.h"
#include "ui/report/pictures.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QXmlStreamWriter>

#include <cmath>

namespace unclench::ui::report {

namespace {

constexpr std::size_t kRowsPerStep = 64;
const QString kStyle = QStringLiteral(
    "body{font-family:sans-serif;line-height:1.4;max-width:50rem;margin:1rem auto;padding:0 1rem;"
    "color:#000;background:#fff}"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;color:#0b6b66;border-bottom:1px solid #0b6b66}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0}"
    "caption{text-align:start;font-weight:bold}"
    "th,td{text-align:start;vertical-align:top;padding:.2rem .6rem .2rem 0;"
    "border-bottom:1px solid #cdcdcd}"
    "figure{margin:.5rem 0}svg{max-width:100%;height:auto}"
    "@media print{section{break-inside:avoid-page}}");

/// What XML cannot hold is no character: a lone half of a pair becomes the mark for that.
QString cleaned(const QString& text)
{
    constexpr QChar kReplacement{0xFFFD};
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate()) {
            clean += kReplacement;
        } else if ((c.unicode() >= 0x20 || c == QLatin1Char('\n') || c == QLatin1Char('\t')) &&
                   c.unicode() < 0xFFFE) {
            clean += c;
        }
    }
    return clean;
}

/// The document of `paintPicture` as an element.
QByteArray svgOf(const Picture& picture, const Contents& contents, const QString& saidIn)
{
    const double height = picture.mostHeight * kMillimetre;
    const double width = picture.kind == Picture::Kind::Back ? backPictureWidth(height, contents)
                                                             : 160 * kMillimetre;
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(1440);
    generator.setSize(QSizeF{width, height}.toSize());
    generator.setViewBox(QRectF{0, 0, width, height});
    {
        QPainter painter{&generator};
        paintPicture(painter, picture.kind, {0, 0, width, height}, contents);
    }
    // Named by this computer, a font may be unknown where it is read.
    static const QRegularExpression kFamily{QStringLiteral("font-family=\"[^\"]*\"")};
    QByteArray svg = QString::fromUtf8(buffer.data())
                         .replace(kFamily, QStringLiteral("font-family=\"sans-serif\""))
                         .toUtf8();
    const auto begin = svg.indexOf("<svg");
    svg.remove(0, std::max<qsizetype>(begin, 0));
    // What Qt writes about itself would be read aloud.
    for (const char* element : {"title", "desc"}) {
        const QByteArray open = QByteArray{"<"} + element + ">";
        const QByteArray close = QByteArray{"</"} + element + ">";
        const auto from = svg.indexOf(open);
        const auto to = svg.indexOf(close);
        if (from >= 0 && to > from) {
            svg.remove(from, to - from + close.size());
        }
    }
    return svg.replace(0, 4, "<svg role=\"img\" aria-labelledby=\"" + saidIn.toUtf8() + "\"");
}

class HtmlWriter {
public:
    HtmlWriter(QIODevice& device, const Contents& contents)
        : m_device(device), m_contents(contents), m_xml(&device)
    {
    }

    void begin()
    {
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE html>"));
        m_xml.writeStartElement(QStringLiteral("html"));
        m_xml.writeAttribute(QStringLiteral("lang"), wording::reportLanguage());
        m_xml.writeStartElement(QStringLiteral("head"));
        m_xml.writeEmptyElement(QStringLiteral("meta"));
        m_xml.writeAttribute(QStringLiteral("charset"), QStringLiteral("utf-8"));
        element("title", m_contents.title);
        element("style", kStyle);
        m_xml.writeEndElement();
        m_xml.writeStartElement(QStringLiteral("body"));
        m_xml.writeStartElement(QStringLiteral("main"));
        element("h1", m_contents.title);
        for (const Entry& entry : m_contents.about) {
            paragraph(entry);
        }
        element("p", wording::reportNotice() + QLatin1Char(' ') + m_contents.quality);
    }
    void part(const Part& part)
    {
        if (part.isEmpty()) {
            return;
        }
        m_xml.writeStartElement(QStringLiteral("section"));
        element("h2", part.heading);
        for (const auto* column : {&part.elements, &part.beside}) {
            for (const Element& one : *column) {
                std::visit([this](const auto& known) { add(known); }, one);
            }
        }
        m_xml.writeEndElement();
    }
    /// False: stop.
    bool longTable(const LongTable& table, const std::function<bool(std::size_t)>& goOn)
    {
        m_xml.writeStartElement(QStringLiteral("section"));
        element("h2", table.caption);
        beginTable(table.caption, table.head);
        for (std::size_t i = 0; i < table.count; ++i) {
            if (i % kRowsPerStep == 0 && !goOn(i)) {
                return false;
            }
            const QStringList cells = table.row(i);
            m_xml.writeStartElement(QStringLiteral("tr"));
            for (qsizetype column = 0; column < cells.size(); ++column) {
                cell(cells[column], column == 0, table.isTyped[static_cast<std::size_t>(column)]);
            }
            m_xml.writeEndElement();
        }
        endTable();
        m_xml.writeEndElement();
        return true;
    }
    void methods()
    {
        m_xml.writeStartElement(QStringLiteral("section"));
        element("h2", wording::reportLabel(wording::ReportLabel::Methods));
        m_xml.writeStartElement(QStringLiteral("ul"));
        for (const QString& sentence : wording::reportMethods()) {
            element("li", sentence);
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }
    bool end()
    {
        m_xml.writeEndElement(); // main
        m_xml.writeStartElement(QStringLiteral("footer"));
        element("p", wording::reportFooter());
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return !m_xml.hasError();
    }

private:
    void text(const QString& text) { m_xml.writeCharacters(cleaned(text)); }
    void element(const char* name, const QString& content)
    {
        m_xml.writeStartElement(QLatin1String{name});
        text(content);
        m_xml.writeEndElement();
    }
    void typed(const QString& content)
    {
        m_xml.writeStartElement(QStringLiteral("span"));
        m_xml.writeAttribute(QStringLiteral("dir"), QStringLiteral("auto"));
        text(content);
        m_xml.writeEndElement();
    }
    void value(const QString& content, bool isTyped) { isTyped ? typed(content) : text(content); }
    void lead(const QString& content)
    {
        if (!content.isEmpty()) {
            element("strong", content + QLatin1Char(':'));
            text(QStringLiteral(" "));
        }
    }
    void paragraph(const Entry& entry)
    {
        m_xml.writeStartElement(QStringLiteral("p"));
        lead(entry.lead);
        value(entry.text, entry.isTyped);
        m_xml.writeEndElement();
    }
    void add(const Lines& lines)
    {
        for (const Entry& entry : lines.entries) {
            paragraph(entry);
        }
    }
    void add(const Run& run)
    {
        m_xml.writeStartElement(QStringLiteral("p"));
        lead(run.lead);
        for (qsizetype i = 0; i < run.items.size(); ++i) {
            text(i > 0 ? QStringLiteral("; ") : QString{});
            value(run.items[i], run.isTyped);
        }
        m_xml.writeEndElement();
    }
    void add(const Table& table)
    {
        beginTable(table.name, table.fullHead());
        for (const std::vector<Entry>& row : table.rows) {
            m_xml.writeStartElement(QStringLiteral("tr"));
            for (std::size_t i = 0; i < row.size(); ++i) {
                cell(row[i].text, i == 0, row[i].isTyped);
            }
            m_xml.writeEndElement();
        }
        endTable();
    }
    void add(const Picture& picture)
    {
        const QString saidIn = QStringLiteral("figure%1").arg(++m_figures);
        m_xml.writeStartElement(QStringLiteral("figure"));
        m_xml.writeCharacters(
            QStringLiteral("\n")); // ends the tag before what goes past the writer
        m_device.write(svgOf(picture, m_contents, saidIn));
        m_xml.writeStartElement(QStringLiteral("figcaption"));
        m_xml.writeAttribute(QStringLiteral("id"), saidIn);
        text(picture.said);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }
    void beginTable(const QString& caption, const QStringList& head)
    {
        m_xml.writeStartElement(QStringLiteral("table"));
        element("caption", caption);
        m_xml.writeStartElement(QStringLiteral("thead"));
        m_xml.writeStartElement(QStringLiteral("tr"));
        for (const QString& column : head) {
            m_xml.writeStartElement(QStringLiteral("th"));
            m_xml.writeAttribute(QStringLiteral("scope"), QStringLiteral("col"));
            text(column);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeStartElement(QStringLiteral("tbody"));
    }
    void cell(const QString& content, bool isFirst, bool isTyped)
    {
        m_xml.writeStartElement(isFirst ? QStringLiteral("th") : QStringLiteral("td"));
        if (isFirst) {
            m_xml.writeAttribute(QStringLiteral("scope"), QStringLiteral("row"));
        }
        value(content, isTyped);
        m_xml.writeEndElement();
    }
    void endTable()
    {
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    QIODevice& m_device;
    const Contents& m_contents;
    QXmlStreamWriter m_xml;
    int m_figures = 0;
};

} // namespace

bool writeHtml(QIODevice& device,
               const Contents& contents,
               const std::vector<LongTable>& tables,
               bool hasLongVersion,
               const std::function<bool(double)>& progress)
{
    std::size_t rows = 1;
    for (const LongTable& table : tables) {
        rows += table.count;
    }
    HtmlWriter html{device, contents};
    html.begin();
    html.part(contents.words);
    html.part(contents.warnings);
    for (const auto& [section, part] : contents.sections) {
        html.part(part);
    }
    std::size_t before = 0;
    for (const LongTable& table : tables) {
        const bool isWhole = html.longTable(table, [&](std::size_t row) {
            return progress(static_cast<double>(before + row) / static_cast<double>(rows));
        });
        if (!isWhole) {
            return false;
        }
        before += table.count;
    }
    if (hasLongVersion) {
        html.methods();
    }
    return html.end() && progress(1.0);
}

} // namespace unclench::ui::report
