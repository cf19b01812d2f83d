// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html.h"

namespace unclench::ui::report {

namespace {

QString withLead(const QString& lead, const QString& text)
{
    return lead.isEmpty() ? text : QStringLiteral("%1: %2").arg(lead, text);
}

void addPlain(const Lines& lines, QStringList& out)
{
    for (const Entry& entry : lines.entries) {
        out << withLead(entry.lead, entry.text);
    }
}

void addPlain(const Run& run, QStringList& out)
{
    out << withLead(run.lead, run.items.join(QLatin1String("; ")));
}

/// Columns do not survive an e-mail.
void addPlain(const Table& table, QStringList& out)
{
    for (const std::vector<Entry>& row : table.rows) {
        out << asLine(table, row).text;
    }
}

void addPlain(const Picture& picture, QStringList& out)
{
    out << picture.said;
}

void addPlain(const Part& part, QStringList& out)
{
    if (part.isEmpty()) {
        return;
    }
    out << QString{} << part.heading;
    QStringList lines;
    for (const auto* column : {&part.elements, &part.beside}) {
        for (const Element& element : *column) {
            std::visit([&](const auto& one) { addPlain(one, lines); }, element);
        }
    }
    for (const QString& line : lines) {
        out << QStringLiteral("- %1").arg(line);
    }
}

} // namespace

Entry asLine(const Table& table, const std::vector<Entry>& row)
{
    QStringList cells;
    for (std::size_t i = 1; i < row.size(); ++i) {
        cells << withLead(table.fullHead()[static_cast<qsizetype>(i)], row[i].text);
    }
    return {table.name, withLead(row.front().text, cells.join(QLatin1String(", "))),
            row.front().isTyped};
}

QString plainText(const Contents& contents)
{
    QStringList out{contents.title};
    for (const Entry& entry : contents.about) {
        out << withLead(entry.lead, entry.text);
    }
    out << wording::reportNotice() << contents.quality;
    addPlain(contents.words, out);
    addPlain(contents.warnings, out);
    for (const auto& [section, part] : contents.sections) {
        addPlain(part, out);
    }
    out << QString{} << wording::reportFooter();
    return out.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace unclench::ui::report
